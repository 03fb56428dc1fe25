// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocoreader.h"
#include "plugins/formats/coco/cocoshape.h"

#include <QCoreApplication>

#include <algorithm>

/// What Reader makes of the members beside the shape, and what it tells about records.
namespace plumbline::coco {

using extension::ClassRef;
using extension::ItemRef;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

}  // namespace

void Reader::nameJoints(geometry::KeyPoints &points, ClassRef labelClass)
{
    const auto joints = m_joints.find(labelClass);
    if (joints == m_joints.end())
        return;
    const auto count = static_cast<qsizetype>(points.points.size());
    if (count == joints->second.count)
        points.skeleton = joints->second.skeleton;
    else
        problem(placeOf(".keypoints"),
                tr("It has %1 key points and its category has %2; they were kept without names.")
                    .arg(count)
                    .arg(joints->second.count),
                base::IssueSeverity::Warning);
}

void Reader::checkShape(const geometry::Geometry &shape, ItemRef item)
{
    if (const auto *mask = std::get_if<geometry::Mask>(&shape)) {
        const QSize size = static_cast<std::size_t>(item) < m_sizes.size() ? m_sizes[static_cast<std::size_t>(item)] : QSize();
        if (!size.isEmpty()
            && (mask->width != static_cast<std::uint32_t>(size.width())
                || mask->height != static_cast<std::uint32_t>(size.height())))
            problem(placeOf(".segmentation.size"),
                    tr("The mask is made for %1 × %2 pixels and the picture has %3 × %4; it was kept as it is.")
                        .arg(mask->width)
                        .arg(mask->height)
                        .arg(size.width())
                        .arg(size.height()),
                    base::IssueSeverity::Warning);
    } else if (const auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
        const bool crosses = std::any_of(polygon->parts.begin(), polygon->parts.end(),
                                         [](const geometry::PolygonPart &part) { return extension::crossesItself(part.outer); });
        if (crosses && ++m_crossings == 1)
            m_firstCrossing = placeOf(".segmentation");
    }
}

// Once for the file: data sets that were drawn by hand have thousands of them.
void Reader::reportCrossings()
{
    if (m_crossings > 0)
        problem(m_firstCrossing,
                tr("The outline crosses itself; it was kept as it is. There are %1 of them in the file.").arg(m_crossings),
                base::IssueSeverity::Note);
    m_crossings = 0;
}

void Reader::tellDuplicate(const QString &place, const std::string &key)
{
    if (!key.empty())
        problem(place, tr("The key “%1” is there twice; the last one was taken.").arg(QString::fromStdString(key)));
}

void Reader::takeFacts(AnnotationRecord &record, extension::ForeignAnnotation &label, ItemRef item)
{
    model::Annotation &annotation = label.annotation;
    m_extra.clear();
    if (record.id.kind == ForeignId::Integer)
        m_extra.add("id", record.id.number);
    else if (record.id.usable())
        m_extra.add("id", record.id.toJson());
    if (record.id.usable()) {
        if (record.id.kind == ForeignId::Integer)
            m_ids.emplace_back(record.id.number, m_index);
        else if (!m_textIds.insert(record.id.text).second)
            problem(placeOf(".id"), tr("The id %1 is there twice; both labels were kept.").arg(record.id.toString()));
    } else if (record.id.kind == ForeignId::Wrong) {
        problem(placeOf(".id"), tr("The id is neither a whole number nor a text; it was left out."));
    }
    const std::int64_t ordinal = m_ordinal++;
    m_grouped = m_grouped && item >= m_lastItem;
    m_lastItem = item;
    if (!m_grouped)
        m_extra.add(ordinalKey, ordinal);
    m_extra.add(m_kept);
    if (record.unknown.is_object())
        takeUnknown(record.unknown);
    if (!record.attributes.is_null())
        takeAttributes(std::move(record.attributes), annotation.attributes);
    takeRole(record, annotation);
    if (record.score.presence == Presence::Wrong) {
        problem(placeOf(".score"), tr("The score is not a finite number; it was left out."));
    } else if (record.score.presence == Presence::Good) {
        if (record.score.value >= 0 && record.score.value <= 1) {
            annotation.score = record.score.value;
        } else {
            m_extra.add("score", record.score.value);
            problem(placeOf(".score"), tr("The score is not between 0 and 1; it is kept but not used."),
                    base::IssueSeverity::Warning);
        }
    }
    label.extraText = m_extra.text();
}

void Reader::takeUnknown(const Json &unknown)
{
    for (const auto &[key, value] : unknown.get_ref<const Json::object_t &>()) {
        if (key == ordinalKey || key == shapeKey)
            problem(placeOf(), tr("Its member %1 has a name that is taken; it was left out.").arg(QString::fromStdString(key)),
                    base::IssueSeverity::Warning);
        else
            m_extra.addForeign(key, value);
    }
}

void Reader::takeAttributes(Json &&source, model::Attributes &attributes)
{
    if (!source.is_object())
        return m_extra.add("attributes", source);
    Json rest = Json::object();
    for (auto &[key, value] : source.get_ref<Json::object_t &>()) {
        const QString name = QString::fromStdString(key);
        if (value.is_null())
            attributes[name] = std::monostate{};
        else if (value.is_boolean())
            attributes[name] = value.get<bool>();
        else if (value.is_number() && std::abs(value.get<double>()) <= 9007199254740992.0)
            attributes[name] = value.get<double>();
        else if (value.is_string())
            attributes[name] = base::toQString(value);
        else if (value == Json{{"unknown", true}})
            attributes[name] = model::CannotTell{};
        else
            rest[key] = std::move(value);
    }
    if (!rest.empty())
        m_extra.add("attributes", rest);
}

void Reader::takeRole(const AnnotationRecord &record, model::Annotation &annotation)
{
    const auto flagOf = [&](const ForeignNumber &flag, const char *place) {
        const bool good =
            flag.presence == Presence::Missing || (flag.presence == Presence::Good && (flag.value == 0 || flag.value == 1));
        if (!good)
            problem(placeOf(place), tr("It is neither 0 nor 1; it was taken as 0."));
        return good && flag.value == 1;
    };
    const bool crowd = flagOf(record.crowd, ".iscrowd");
    const bool ignore = flagOf(record.ignore, ".ignore");
    annotation.role = crowd ? model::Role::Crowd : ignore ? model::Role::Ignore : model::Role::Object;
    if (record.ignore.presence == Presence::Good && annotation.role != model::Role::Ignore)
        m_extra.add("ignore", std::int64_t{ignore});
}

void Reader::reportDuplicates()
{
    std::sort(m_ids.begin(), m_ids.end());
    for (std::size_t i = 1; i < m_ids.size(); ++i) {
        if (m_ids[i].first != m_ids[i - 1].first)
            continue;
        m_index = m_ids[i].second;
        problem(placeOf(".id"), tr("The id %1 is there twice; both labels were kept.").arg(m_ids[i].first));
    }
    m_ids.clear();
}

}  // namespace plumbline::coco
