// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelme/labelmewriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelgroups.h"
#include "plugins/formats/labelme/labelmefiles.h"
#include "plugins/formats/labelme/labelmereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::labelme {

namespace {

const QString linkType = QStringLiteral("kie_linking");

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelme", text);
}

QString textIn(const Json &kept, const char *key)
{
    return kept.is_object() && kept.contains(key) ? base::toQString(kept[key]) : QString();
}

std::set<std::string> flagsOf(const model::Schema &schema, const std::vector<model::Annotation> &annotations)
{
    std::set<std::string> flags;
    for (const model::Annotation &annotation : annotations)
        if (std::holds_alternative<geometry::ItemLabel>(annotation.geometry))
            if (const model::LabelClass *labelClass = schema.find(annotation.labelClass))
                flags.insert(labelClass->name.toStdString());
    return flags;
}

// The flags as they were, with the values of today; those that are new follow.
Json flagsEntry(const Json &kept, const std::set<std::string> &set)
{
    Json flags = Json::object();
    if (kept.is_object())
        for (const auto &[key, value] : kept.items())
            flags[key] = value.is_boolean() ? Json(set.contains(key)) : value;
    for (const std::string &key : set)
        flags[key] = true;
    return flags;
}

}  // namespace

extension::FormatOption emptyOption()
{
    return {QStringLiteral("empty"),
            tr("Files for pictures without labels"),
            {QStringLiteral("marked"), QStringLiteral("all")},
            QStringLiteral("marked")};
}

extension::FormatOption dialectOption()
{
    return {QStringLiteral("dialect"),
            tr("Whose files"),
            {QStringLiteral("auto"), QStringLiteral("labelme"), QStringLiteral("x-anylabeling")},
            QStringLiteral("auto")};
}

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    const auto empty = extension::optionValue(m_request.options, emptyOption());
    const auto dialect = extension::optionValue(m_request.options, dialectOption());
    if (!media)
        return fail(media.error());
    if (!empty || !dialect)
        return fail(empty ? dialect.error() : empty.error());
    m_media = *media;
    extension::NameAllotter names;
    extension::NameAllotter stems;
    return m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Json &kept = extension::foreignData(item.extra, "labelme");
        const QString known = textIn(kept, "json");
        Picture picture;
        picture.name = names.take(item.name, false);
        picture.renamed = picture.name != item.name;
        const QString wanted = known.isEmpty() || picture.renamed ? extension::withoutEnding(picture.name) : known;
        picture.stem = stems.take(wanted + QStringLiteral(".json"), true).chopped(5);
        const QString own = *dialect == QLatin1String("auto") ? textIn(kept, "dialect") : *dialect;
        picture.dialect = own == QLatin1String("x-anylabeling") ? Dialect::XAnyLabeling : Dialect::Labelme;
        picture.hasFile = !annotations.empty() || !known.isEmpty() || *empty == QLatin1String("all");
        if (picture.hasFile)
            m_outputs.append(picture.stem + QStringLiteral(".json"));
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(picture.name);
        m_pictures.push_back(std::move(picture));
        return {};
    });
}

Writer::Shapes Writer::shapesOf(const Picture &picture, QSize size, const std::vector<model::Annotation> &annotations) const
{
    Shapes shapes;
    const auto groups = extension::groupNumbers(annotations, keptGroup, shapes.nextGroup);
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        const model::Annotation &annotation = annotations[i];
        const model::LabelClass *labelClass = m_source.schema().find(annotation.labelClass);
        const std::vector<Json> entries =
            labelClass ? geometryEntries(annotation.geometry, picture.dialect, size) : std::vector<Json>();
        shapes.labels += entries.empty() ? 0 : 1;
        if (entries.size() == 1) {
            shapes.single[annotation.id] = shapes.entries.size();
            shapes.entries.push_back(entryWithKept(annotation, labelClass->name, picture.dialect, entries.front(), size));
            if (groups[i] != keptGroup(annotation))
                shapes.entries.back()["group_id"] = groups[i] ? Json(*groups[i]) : Json();
            continue;
        }
        // Several entries are one object to Labelme when they have one group.
        const std::int64_t group = groups[i] ? *groups[i] : shapes.nextGroup++;
        for (const Json &geometry : entries) {
            shapes.entries.push_back(entryOf(annotation, labelClass->name, picture.dialect, geometry));
            shapes.entries.back()["group_id"] = group;
        }
    }
    link(shapes, picture, annotations);
    return shapes;
}

void Writer::link(Shapes &shapes, const Picture &picture, const std::vector<model::Annotation> &annotations) const
{
    std::map<std::int64_t, int> members;
    for (const Json &entry : shapes.entries)
        if (const auto group = entry.find("group_id"); group != entry.end() && group->is_number_integer())
            ++members[group->get<std::int64_t>()];
    if (picture.dialect == Dialect::XAnyLabeling)
        for (const model::Annotation &annotation : annotations)
            if (const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry)) {
                const auto from = shapes.single.find(relation->from);
                const auto to = shapes.single.find(relation->to);
                if (from == shapes.single.end() || to == shapes.single.end())
                    continue;
                // A link names groups, and hence no label that shares its group with others.
                const auto alone = [&](std::size_t end) {
                    const Json &group = shapes.entries[end]["group_id"];
                    return !group.is_number_integer() || members[group.get<std::int64_t>()] == 1;
                };
                if (!alone(from->second) || !alone(to->second))
                    continue;
                for (const std::size_t end : {from->second, to->second})
                    if (Json &group = shapes.entries[end]["group_id"]; !group.is_number_integer())
                        members[(group = shapes.nextGroup++).get<std::int64_t>()] = 1;
                shapes.links.emplace_back(from->second, to->second);
            }
    // Lists as they were read are written again when they say the same.
    const auto said = linksOf(shapes.entries);
    const auto sorted = [](Links links) {
        std::sort(links.begin(), links.end());
        return links;
    };
    if (said ? sorted(*said) == sorted(shapes.links) : shapes.links.empty())
        return;
    std::vector<Json> lists = linkEntries(shapes.entries, shapes.links);
    for (std::size_t i = 0; i < shapes.entries.size(); ++i)
        if (!lists[i].empty() || shapes.entries[i].contains("kie_linking"))
            shapes.entries[i]["kie_linking"] = std::move(lists[i]);
}

QByteArray Writer::document(const model::Item &item, const Picture &picture, const std::vector<model::Annotation> &annotations,
                            std::int64_t &written) const
{
    const Json &own = extension::foreignData(item.extra, "labelme");
    const Json kept = own.is_object() && own.contains("kept") ? own["kept"] : Json();
    const QSize size = extension::pictureSize(m_source, item);
    const QString folder = folderOf(picture.stem);
    const QString imagePath = QDir(QLatin1Char('/') + folder).relativeFilePath(QLatin1Char('/') + picture.name);
    const Json canonical = documentOf(Json::object(), imagePath, size);
    Json root = extension::withKept(canonical, kept, {"shapes"});
    if (const auto path = root.find("imagePath");
        path == root.end() || resolvedImagePath(base::toQString(*path), folder) != picture.name)
        root["imagePath"] = canonical["imagePath"];
    const auto flags = root.find("flags");
    const std::set<std::string> set = flagsOf(m_source.schema(), annotations);
    if (flags != root.end() || !set.empty())
        root["flags"] = flagsEntry(flags == root.end() ? Json() : *flags, set);
    Json list = Json::array();
    Shapes shapes = shapesOf(picture, size, annotations);
    written += shapes.labels + static_cast<std::int64_t>(shapes.links.size())
               + std::count_if(annotations.begin(), annotations.end(), [&](const model::Annotation &a) {
                     return std::holds_alternative<geometry::ItemLabel>(a.geometry) && m_source.schema().find(a.labelClass);
                 });
    for (Json &entry : shapes.entries)
        list.push_back(std::move(entry));
    Json document = Json::object();
    for (const auto &[key, value] : root.items()) {
        if (key == "imagePath")
            document["shapes"] = std::move(list);
        document[key] = value;
    }
    return base::toJsonText(document);
}

Result<QStringList> Writer::plannedOutputs()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    return m_outputs;
}

Result<QStringList> Writer::write()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    const QDir folder(m_request.folder);
    std::size_t next = 0;
    std::int64_t items = 0;
    std::int64_t labels = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Picture &picture = m_pictures[next++];
        m_control.report(static_cast<std::int64_t>(next), m_source.itemCount(), tr("Writing annotations"));
        if (picture.hasFile) {
            ++items;
            const QString path = folder.filePath(picture.stem + QStringLiteral(".json"));
            if (!QDir().mkpath(QFileInfo(path).absolutePath()))
                return fail(ErrorCode::PermissionDenied, tr("Cannot make the folder of %1.").arg(path));
            if (auto written = base::writeFileAtomically(path, document(item, picture, annotations, labels)); !written)
                return written;
        }
        return extension::placeMedium(m_media == extension::MediaHandling::None ? QString() : m_source.mediaPath(item),
                                      folder.filePath(picture.name), m_media);
    });
    if (!visited)
        return fail(visited.error());
    m_source.wrote(items, labels);
    return m_outputs;
}

void Writer::tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, Dialect dialect, QSize size) const
{
    const QString shapes = extension::shapesName(annotation.geometry);
    const bool tag = std::holds_alternative<geometry::ItemLabel>(annotation.geometry);
    switch (tag ? Fate::Exact : fateOf(annotation.geometry, dialect, size)) {
    case Fate::Exact: break;
    case Fate::FourCorners:
        tally.add(shapes, tr("They are written as polygons with four corners; X-AnyLabeling's dialect has rotated boxes."));
        break;
    case Fate::ManyCorners:
        tally.add(shapes, tr("They are written as polygons with %1 corners.").arg(extension::ellipseCorners));
        break;
    case Fate::SeveralParts:
        tally.add(tr("polygons of several parts"), tr("They are written as several polygons of one group."));
        break;
    case Fate::Rasterised: tally.add(tr("polygons with holes"), tr("They are written as masks of whole pixels.")); break;
    case Fate::HolesFilled: tally.add(tr("polygons with holes"), tr("Their holes are filled.")); break;
    case Fate::VisibilityLost:
        tally.add(shapes,
                  tr("Which joint a point is and whether it is hidden are left out, and so are points that are not labeled."));
        break;
    case Fate::OneByOne: tally.add(shapes, tr("They are written as single points of one group.")); break;
    case Fate::LeftOut: return tally.add(shapes, tr("They are left out."));
    }
    extension::CarriedFacts facts;
    facts.score = facts.attributes = facts.group = !tag;
    facts.space = "labelme";
    extension::tallyFacts(tally, annotation, facts);
    if (annotation.zOrder != 0)
        tally.add(tr("labels with a drawing order"), tr("The order is left out."));
    for (const auto &[key, value] : tag ? model::Attributes() : annotation.attributes)
        if (const Carried fate = carried(value, dialect); fate != Carried::Exactly)
            tally.add(tr("attributes"), fate == Carried::No ? tr("Values that are unset or “cannot tell” are left out.")
                                                            : tr("Numbers are written as text."));
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally tally;
    std::size_t next = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(tally, item, annotations.size()))
            return {};
        const Picture &picture = m_pictures[next++];
        if (picture.renamed)
            tally.add(tr("pictures whose names clash"), tr("They are renamed in the copy."));
        const QSize size = annotations.empty() ? QSize() : extension::pictureSize(m_source, item);
        std::set<AnnotationId> single;
        std::map<GroupId, int> members;
        for (const model::Annotation &annotation : annotations)
            ++members[annotation.group];
        const auto inCompany = [&](const model::Annotation &a) { return !a.group.isNull() && members[a.group] > 1; };
        for (const model::Annotation &annotation : annotations) {
            const Fate fate = fateOf(annotation.geometry, picture.dialect, size);
            if (m_source.schema().find(annotation.labelClass) && fate != Fate::LeftOut && fate != Fate::SeveralParts
                && fate != Fate::OneByOne && !inCompany(annotation))
                single.insert(annotation.id);
        }
        for (const model::Annotation &annotation : annotations) {
            if (const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry)) {
                if (picture.dialect != Dialect::XAnyLabeling || !single.contains(relation->from)
                    || !single.contains(relation->to))
                    tally.add(extension::shapesName(annotation.geometry), tr("They are left out."));
                else if (relation->type != linkType || !annotation.labelClass.isNull())
                    tally.add(tr("names of relations"), tr("They are left out."));
                continue;
            }
            if (!extension::tallyMissingClass(tally, annotation, m_source.schema()))
                tallyLabel(tally, annotation, picture.dialect, size);
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::labelme
