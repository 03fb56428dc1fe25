// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/voc/vocsegments.h"

#include "core/extension/formatsupport.h"
#include "core/geometry/mask.h"
#include "plugins/formats/voc/vocmasks.h"

#include <QCoreApplication>
#include <QImage>

#include <algorithm>
#include <set>

namespace plumbline::voc {

namespace {

bool hasPixels(const geometry::Geometry &shape)
{
    return std::holds_alternative<geometry::Mask>(shape) || std::holds_alternative<geometry::Polygon>(shape)
           || std::holds_alternative<geometry::RotatedBox>(shape) || std::holds_alternative<geometry::Ellipse>(shape);
}

const Json *keptOf(const model::Annotation &annotation, const char *key)
{
    const Json &kept = extension::foreignData(annotation.extra, "voc");
    return kept.is_object() && kept.contains(key) ? &kept[key] : nullptr;
}

}  // namespace

bool isVoid(const model::Annotation &annotation)
{
    return annotation.role == model::Role::Ignore && hasPixels(annotation.geometry);
}

bool isSegment(const model::Annotation &annotation, const QHash<ClassId, int> &classValues)
{
    return hasPixels(annotation.geometry) && geometry::whyInvalid(annotation.geometry).isEmpty()
           && (isVoid(annotation) || classValues.contains(annotation.labelClass));
}

bool isPictureOnly(const model::Annotation &annotation)
{
    const Json *only = keptOf(annotation, "png");
    return only && *only == true && std::holds_alternative<geometry::Mask>(annotation.geometry);
}

std::optional<Segments> Segments::of(const std::vector<model::Annotation> &annotations, QSize picture,
                                     const QHash<ClassId, int> &classValues,
                                     const QHash<const model::Annotation *, int> &xmlNumbers)
{
    if (picture.isEmpty() || std::int64_t(picture.width()) * picture.height() > extension::maximumLabelPixels)
        return std::nullopt;
    Segments segments(picture);
    // A number that came with a picture stays, unless an object of the XML file with pixels has it.
    std::set<int> taken;
    for (auto it = xmlNumbers.begin(); it != xmlNumbers.end(); ++it)
        if (isSegment(*it.key(), classValues))
            taken.insert(it.value());
    for (const model::Annotation &annotation : annotations) {
        if (!isSegment(annotation, classValues))
            continue;
        Segment segment;
        segment.annotation = &annotation;
        segment.value = isVoid(annotation) ? static_cast<int>(voidValue) : xmlNumbers.value(&annotation, 0);
        segment.classValue = isVoid(annotation) ? static_cast<int>(voidValue) : classValues.value(annotation.labelClass);
        const Json *both = keptOf(annotation, "objects");
        segment.voidInObjects = !(both && *both == false);
        const Json *index = keptOf(annotation, "index");
        if (segment.value == 0 && index && index->is_number_integer() && *index >= 1 && *index <= maximumValue
            && taken.insert(index->get<int>()).second)
            segment.value = index->get<int>();
        segments.m_list.push_back(segment);
    }
    for (const int number : xmlNumbers)
        taken.insert(number);
    int next = 1;
    for (Segment &segment : segments.m_list) {
        while (segment.value == 0 && !taken.insert(next).second)
            ++next;
        segment.value = segment.value == 0 ? next : segment.value;
    }
    std::vector<Segment *> order;
    for (Segment &segment : segments.m_list)
        order.push_back(&segment);
    std::stable_sort(order.begin(), order.end(),
                     [](const Segment *a, const Segment *b) { return a->annotation->zOrder < b->annotation->zOrder; });
    for (Segment *segment : order) {
        const auto mask = extension::pixelsOf(segment->annotation->geometry, picture);
        if (!mask || segment->value > static_cast<int>(voidValue)
            || (segment->value == static_cast<int>(voidValue) && !isVoid(*segment->annotation)))
            continue;
        segment->pixels = static_cast<std::int64_t>(geometry::maskArea(*mask));
        segment->number = segments.m_canvas.draw(*mask);
    }
    return segments.m_list.empty() ? std::nullopt : std::optional(std::move(segments));
}

const Segments::Segment *Segments::find(const model::Annotation &annotation) const
{
    const auto it = std::find_if(m_list.begin(), m_list.end(), [&](const Segment &s) { return s.annotation == &annotation; });
    return it == m_list.end() ? nullptr : &*it;
}

Result<QByteArray> Segments::classPicture() const
{
    std::vector<uchar> values(m_list.size() + 1, 0);
    for (const Segment &segment : m_list)
        if (segment.number > 0)
            values[segment.number] = static_cast<uchar>(segment.classValue);
    return picture(values);
}

Result<QByteArray> Segments::objectPicture() const
{
    std::vector<uchar> values(m_list.size() + 1, 0);
    for (const Segment &segment : m_list)
        if (segment.number > 0 && (segment.value != static_cast<int>(voidValue) || segment.voidInObjects))
            values[segment.number] = static_cast<uchar>(segment.value);
    return picture(values);
}

Result<QByteArray> Segments::picture(const std::vector<uchar> &values) const
{
    const QSize size = m_canvas.size();
    QImage image(size, QImage::Format_Indexed8);
    if (image.isNull())
        return fail(ErrorCode::Failed,
                    QCoreApplication::translate("plumbline::voc", "There is not enough memory for a picture of %1 × %2 pixels.")
                        .arg(size.width())
                        .arg(size.height()));
    image.setColorTable(colourMap());
    for (int y = 0; y < size.height(); ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < size.width(); ++x)
            line[x] = values[m_canvas.at(x, y)];
    }
    return extension::pngOf(image);
}

QHash<ClassId, int> classValuesOf(const model::Schema &schema)
{
    QHash<ClassId, int> values;
    std::set<int> taken;
    const auto take = [&](const model::LabelClass &labelClass, int value) {
        if (!values.contains(labelClass.id) && value >= 1 && value <= maximumValue && taken.insert(value).second)
            values.insert(labelClass.id, value);
    };
    for (const model::LabelClass &labelClass : schema.classes) {
        const Json &kept = extension::foreignData(labelClass.extra, "voc");
        if (kept.is_object() && kept.contains("index") && kept["index"].is_number_integer() && kept["index"] >= 1
            && kept["index"] <= maximumValue)
            take(labelClass, kept["index"].get<int>());
    }
    for (const model::LabelClass &labelClass : schema.classes)
        take(labelClass, standardValue(labelClass.name));
    int next = 1;
    for (const model::LabelClass &labelClass : schema.classes) {
        while (!values.contains(labelClass.id) && next <= maximumValue && taken.contains(next))
            ++next;
        take(labelClass, next);
    }
    return values;
}

QByteArray labelMapOf(const model::Schema &schema, const QHash<ClassId, int> &classValues)
{
    std::map<int, QString> names;
    bool standard = true;
    for (const model::LabelClass &labelClass : schema.classes) {
        const int value = classValues.value(labelClass.id, 0);
        if (value > 0)
            names.emplace(value, labelClass.name);
        standard = standard && value == standardValue(labelClass.name);
    }
    if (standard)
        return {};
    QByteArray text = "# label:color_rgb:parts:actions\nbackground:0,0,0::\n";
    const QList<QRgb> colours = colourMap();
    for (const auto &[value, name] : names) {
        const QRgb colour = colours[value];
        text += QString(name).replace(QLatin1Char('\n'), QLatin1Char(' ')).toUtf8() + ':' + QByteArray::number(qRed(colour)) + ','
                + QByteArray::number(qGreen(colour)) + ',' + QByteArray::number(qBlue(colour)) + "::\n";
    }
    return text;
}

}  // namespace plumbline::voc
