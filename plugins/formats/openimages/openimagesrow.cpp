// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openimages/openimagesrow.h"

#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::openimages {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openimages", text);
}

struct Flag {
    const char *column;
    const char *key;
};
constexpr Flag flags[] = {
    {"IsOccluded", "occluded"}, {"IsTruncated", "truncated"}, {"IsDepiction", "depiction"}, {"IsInside", "inside"}};
const QString groupColumn = QStringLiteral("IsGroupOf");

QStringList listOf(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names)
        list.append(QLatin1String(name));
    return list;
}

QString numberText(double value)
{
    QByteArray text;
    extension::appendNumber(text, value);
    return QString::fromLatin1(text);
}

// Shortest decimal near `value` whose reading satisfies `same`.
template <typename Same>
QString numberText(double value, Same same)
{
    for (int digits = 1; digits <= 17; ++digits)
        if (const double candidate = QString::number(value, 'g', digits).toDouble(); same(candidate))
            return numberText(candidate);
    return numberText(value);
}

std::optional<QString> keptCell(const model::Annotation &annotation, const char *part, const QString &column)
{
    const Json &cells = extension::memberOf(extension::foreignData(annotation.extra, "openimages"), part);
    if (!cells.is_object() || !cells.contains(column.toStdString()))
        return std::nullopt;
    return base::toQString(cells[column.toStdString()]);
}

QString flagText(const model::AttributeValue &value)
{
    const auto *flag = std::get_if<bool>(&value);
    return flag ? *flag ? QStringLiteral("1") : QStringLiteral("0") : QStringLiteral("-1");
}

QString sourceOf(const model::Annotation &annotation)
{
    const Json &kept = extension::memberOf(extension::foreignData(annotation.extra, "openimages"), "source");
    if (kept.is_string())
        return base::toQString(kept);
    return annotation.origin.kind == model::OriginKind::Model ? QStringLiteral("machine") : QStringLiteral("human");
}

}  // namespace

const QStringList &boxColumns()
{
    static const QStringList columns = listOf({"ImageID", "Source", "LabelName", "Confidence", "XMin", "XMax", "YMin", "YMax",
                                               "IsOccluded", "IsTruncated", "IsGroupOf", "IsDepiction", "IsInside"});
    return columns;
}

const QStringList &maskColumns()
{
    static const QStringList columns = listOf(
        {"MaskPath", "ImageID", "LabelName", "BoxID", "BoxXMin", "BoxXMax", "BoxYMin", "BoxYMax", "PredictedIoU", "Clicks"});
    return columns;
}

const QStringList &labelColumns()
{
    static const QStringList columns = listOf({"ImageID", "Source", "LabelName", "Confidence"});
    return columns;
}

const QStringList &imageColumns()
{
    static const QStringList columns =
        listOf({"ImageID", "Subset", "OriginalURL", "OriginalLandingURL", "License", "AuthorProfileURL", "Author", "Title",
                "OriginalSize", "OriginalMD5", "Thumbnail300KURL", "Rotation"});
    return columns;
}

const QStringList &flagKeys()
{
    static const QStringList keys = [] {
        QStringList list;
        for (const Flag &flag : flags)
            list.append(QLatin1String(flag.key));
        return list;
    }();
    return keys;
}

std::optional<double> numberOf(const QString &text)
{
    bool good = false;
    const double value = text.trimmed().toDouble(&good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Result<geometry::Box> boxFrom(const Record &record, QSize picture)
{
    double edges[4] = {};
    int at = 0;
    for (const char *column : {"XMin", "XMax", "YMin", "YMax"}) {
        const auto edge = numberOf(record.at(QLatin1String(column)));
        if (!edge || std::abs(*edge) > 1e6)
            return fail(ErrorCode::Malformed, tr("“%1” is missing or no usable number.").arg(QLatin1String(column)));
        edges[at++] = *edge;
    }
    const double left = edges[0] * picture.width();
    const double top = edges[2] * picture.height();
    const geometry::Box box{left, top, edges[1] * picture.width() - left, edges[3] * picture.height() - top};
    if (box.w < 0 || box.h < 0)
        return fail(ErrorCode::Malformed, tr("The box has a negative size."));
    return box;
}

model::Annotation factsFrom(const Record &record, const QStringList &standard, const Complaint &complain)
{
    model::Annotation annotation;
    annotation.origin.kind = model::OriginKind::Import;
    Json kept = Json::object();
    const auto keepRaw = [&](const QString &column, const QString &text) {
        complain(column, tr("“%1” is not understood; it is kept but not used.").arg(text.left(40)));
        kept["raw"][column.toStdString()] = base::toJson(text);
    };
    for (const QString &column : record.columns()) {
        const QString text = record.at(column);
        if (column == QLatin1String("Source")) {
            kept["source"] = base::toJson(text);
        } else if (column == QLatin1String("Confidence")) {
            const auto confidence = numberOf(text);
            if (!confidence || *confidence < 0 || *confidence > 1)
                keepRaw(column, text);
            else if (*confidence != 1)
                annotation.score = *confidence;
        } else if (column == groupColumn) {
            if (text == QLatin1String("1"))
                annotation.role = model::Role::Crowd;
            else if (text == QLatin1String("-1"))
                kept["raw"][column.toStdString()] = "-1";
            else if (text != QLatin1String("0"))
                keepRaw(column, text);
        } else if (const auto *flag = std::find_if(std::begin(flags), std::end(flags),
                                                   [&](const Flag &f) { return column == QLatin1String(f.column); });
                   flag != std::end(flags)) {
            model::AttributeValue &value = annotation.attributes[QLatin1String(flag->key)];
            if (text == QLatin1String("1") || text == QLatin1String("0"))
                value = text == QLatin1String("1");
            else if (text != QLatin1String("-1"))
                keepRaw(column, text);
        } else if (!standard.contains(column)) {
            kept["fields"][column.toStdString()] = base::toJson(text);
        }
    }
    if (!kept.empty()) {
        annotation.extra = Json::object();
        annotation.extra["openimages"] = std::move(kept);
    }
    return annotation;
}

QString cellOf(const QString &column, const model::Annotation &annotation)
{
    if (column == QLatin1String("Source"))
        return sourceOf(annotation);
    const auto raw = keptCell(annotation, "raw", column);
    if (column == QLatin1String("Confidence"))
        return annotation.score ? numberText(*annotation.score) : raw.value_or(QStringLiteral("1"));
    if (column == groupColumn)
        return annotation.role == model::Role::Crowd ? QStringLiteral("1") : raw.value_or(QStringLiteral("0"));
    for (const Flag &flag : flags)
        if (column == QLatin1String(flag.column)) {
            const auto it = annotation.attributes.find(QLatin1String(flag.key));
            const bool told = it != annotation.attributes.end() && std::holds_alternative<bool>(it->second);
            return told ? flagText(it->second) : raw.value_or(QStringLiteral("-1"));
        }
    return keptCell(annotation, "fields", column).value_or(QString());
}

QStringList edgesOf(const geometry::Box &box, QSize picture)
{
    const auto near = [](double start, double side) {
        return numberText(start / side, [&](double v) { return v * side == start; });
    };
    const auto far = [](double start, double length, double side) {
        return numberText((start + length) / side, [&](double v) { return v * side - start == length; });
    };
    return {near(box.x, picture.width()), far(box.x, box.w, picture.width()), near(box.y, picture.height()),
            far(box.y, box.h, picture.height())};
}

}  // namespace plumbline::openimages
