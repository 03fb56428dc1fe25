// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro/datumarowriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelgroups.h"
#include "plugins/formats/datumaro/datumarofiles.h"
#include "plugins/formats/datumaro/datumaroreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace plumbline::datumaro {

namespace {

constexpr qsizetype pendingBytes = 1 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::datumaro", text);
}

}  // namespace

extension::FormatOption emptyOption()
{
    return {QStringLiteral("empty"),
            tr("Items for pictures without labels"),
            {QStringLiteral("marked"), QStringLiteral("all")},
            QStringLiteral("marked")};
}

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

// Classes keep the numbers they came with as far as they can: in the order of those numbers, new ones last.
void Writer::orderClasses()
{
    for (const model::LabelClass &labelClass : m_source.schema().classes)
        m_classes.push_back(&labelClass);
    const auto numberOf = [](const model::LabelClass *labelClass) {
        const Json &index = extension::memberOf(extension::foreignData(labelClass->extra, "datumaro"), "index");
        return index.is_number_unsigned() ? index.get<std::uint64_t>() : std::numeric_limits<std::uint64_t>::max();
    };
    std::stable_sort(m_classes.begin(), m_classes.end(), [&](const auto *a, const auto *b) { return numberOf(a) < numberOf(b); });
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        m_numbers[m_classes[i]->id] = i;
}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    const auto empty = extension::optionValue(m_request.options, emptyOption());
    if (!media || !empty)
        return fail(media ? empty.error() : media.error());
    m_media = *media;
    orderClasses();
    std::map<QString, extension::NameAllotter> names;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Json &own = extension::foreignData(item.extra, "datumaro");
        const QString known = base::toQString(extension::memberOf(own, "subset"));
        Picture picture;
        const bool safe = !known.isEmpty() && !known.contains(QLatin1Char('/')) && base::safeRelativePath(known);
        picture.subset = safe ? known : QStringLiteral("default");
        const QString wanted = pathInSubset(item.name, picture.subset);
        picture.path = names[picture.subset].take(wanted, true);
        picture.renamed = picture.path != wanted;
        picture.place = QStringLiteral("images/") + picture.subset + QLatin1Char('/') + picture.path;
        // Older files name the folder of the subset in the path.
        const Json &kept = extension::memberOf(extension::memberOf(own, "kept"), "set");
        if (!picture.renamed && base::toQString(extension::memberOf(extension::memberOf(kept, "image"), "path")) == item.name)
            picture.path = item.name;
        picture.listed = !annotations.empty() || safe || *empty == QLatin1String("all");
        if (picture.listed)
            m_subsets[picture.subset];
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(picture.place);
        for (const model::Annotation &annotation : annotations)
            if (const auto *points = std::get_if<geometry::KeyPoints>(&annotation.geometry);
                points && !points->skeleton.isEmpty())
                if (const auto number = m_numbers.find(annotation.labelClass); number != m_numbers.end())
                    m_skeletons.emplace(number->second, points->skeleton);
        m_pictures.push_back(std::move(picture));
        return {};
    });
    for (auto &[name, subset] : m_subsets) {
        subset.path = QStringLiteral("annotations/") + name + QStringLiteral(".json");
        m_outputs.append(subset.path);
    }
    return visited;
}

Json Writer::pointsCategories() const
{
    Json items = Json::array();
    for (const auto &[number, name] : m_skeletons) {
        const auto &skeletons = m_source.schema().skeletons;
        const auto skeleton = std::find_if(skeletons.begin(), skeletons.end(), [&](const auto &s) { return s.name == name; });
        if (skeleton == skeletons.end())
            continue;
        Json item = Json::object();
        item["label_id"] = number;
        item["labels"] = Json::array();
        for (const QString &joint : skeleton->joints)
            item["labels"].push_back(base::toJson(joint));
        item["joints"] = Json::array();
        for (const auto &[from, to] : skeleton->edges)
            item["joints"].push_back(Json::array({from + 1, to + 1}));
        items.push_back(std::move(item));
    }
    return items;
}

// The root as it was read, or a new one; the list of classes is always today's.
Json Writer::document(const QString &subset) const
{
    Json root = extension::memberOf(m_source.datasetExtra(QStringLiteral("datumaro")), subset.toStdString().c_str());
    if (!root.is_object()) {
        root = {{"dm_format_version", "1.0"}, {"media_type", 2}, {"infos", Json::object()}, {"categories", Json::object()}};
        root["categories"]["label"] = {{"label_groups", Json::array()}, {"attributes", Json::array()}};
        for (const model::Attribute &attribute : m_source.schema().attributes)
            if (attribute.classes.isEmpty())
                root["categories"]["label"]["attributes"].push_back(base::toJson(attribute.key));
        if (Json points = pointsCategories(); !points.empty())
            root["categories"]["points"]["items"] = std::move(points);
    }
    Json labels = Json::array();
    for (const model::LabelClass *labelClass : m_classes) {
        if (const Json &own = extension::foreignData(labelClass->extra, "datumaro"); own.is_object()) {
            labels.push_back(extension::withKept(labelOf(labelClass->name), extension::memberOf(own, "kept"), {"name"}));
            continue;
        }
        QStringList attributes;
        for (const model::Attribute *attribute : m_source.schema().attributesOf(*labelClass))
            if (!attribute->classes.isEmpty())
                attributes.append(attribute->key);
        const model::LabelClass *parent = m_source.schema().find(labelClass->parent);
        labels.push_back(labelOf(labelClass->name, parent ? parent->name : QString(), attributes));
    }
    if (!root["categories"].is_object())
        root["categories"] = Json::object();
    if (!labels.empty() || root["categories"].contains("label")) {
        if (!root["categories"]["label"].is_object())
            root["categories"]["label"] = Json::object();
        root["categories"]["label"]["labels"] = std::move(labels);
    }
    return root;
}

Json Writer::itemEntry(const model::Item &item, const Picture &picture, const std::vector<model::Annotation> &annotations,
                       std::int64_t &written) const
{
    const Json &own = extension::foreignData(item.extra, "datumaro");
    const QSize size = extension::pictureSize(m_source, item);
    const Json canonical = itemOf(pathInSubset(picture.path, picture.subset), size);
    Json entry = extension::withKept(canonical, extension::memberOf(own, "kept"), {"annotations"});
    if (picture.renamed)
        for (const char *key : {"id", "image"})
            entry[key] = canonical[key];
    Json list = Json::array();
    const Json &others = extension::memberOf(own, "others");
    std::size_t other = 0;
    const auto addOthers = [&](bool all) {
        while (others.is_array() && other < others.size()
               && (all
                   || (extension::memberOf(others[other], "at").is_number_unsigned()
                       && others[other]["at"].get<std::size_t>() <= list.size())))
            list.push_back(extension::memberOf(others[other++], "entry"));
    };
    std::int64_t nextGroup = 1;
    const auto groups = extension::groupNumbers(annotations, keptGroup, nextGroup);
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        const model::Annotation &annotation = annotations[i];
        addOthers(false);
        const auto number = m_numbers.find(annotation.labelClass);
        const Json label = number == m_numbers.end() ? Json() : Json(number->second);
        if (std::holds_alternative<geometry::ItemLabel>(annotation.geometry) && label.is_null() && !captionOf(annotation))
            continue;
        const std::vector<Json> entries = geometryEntries(annotation.geometry, size);
        written += entries.empty() ? 0 : 1;
        if (entries.size() == 1) {
            list.push_back(entryWithKept(annotation, label, entries.front(), size));
            if (groups[i] != keptGroup(annotation))
                list.back()["group"] = groups[i].value_or(0);
            continue;
        }
        // Parts of one object have one group.
        const std::int64_t group = groups[i] ? *groups[i] : nextGroup++;
        for (const Json &part : entries) {
            list.push_back(entryOf(annotation, label, part));
            list.back()["group"] = group;
        }
    }
    addOthers(true);
    Json result = Json::object();
    for (const auto &[key, value] : entry.items()) {
        result[key] = value;
        if (key == "id")
            result["annotations"] = std::move(list);
    }
    if (!result.contains("annotations"))
        result["annotations"] = std::move(list);
    return result;
}

Result<QStringList> Writer::plannedOutputs()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    return m_outputs;
}

Result<> Writer::flush(Subset &subset, qsizetype above)
{
    if (subset.pending.size() <= above)
        return {};
    QFile file(QDir(m_request.folder).filePath(subset.path) + QStringLiteral(".part"));
    if (!QDir().mkpath(QFileInfo(file.fileName()).absolutePath()) || !file.open(QIODevice::WriteOnly | QIODevice::Append)
        || file.write(subset.pending) != subset.pending.size() || !file.flush())
        return fail(ErrorCode::NoSpace, tr("Cannot write %1.").arg(file.fileName()), file.errorString());
    subset.pending.clear();
    return {};
}

Result<QStringList> Writer::write()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    const QDir folder(m_request.folder);
    for (auto &[name, subset] : m_subsets) {
        const QByteArray root = base::toJsonText(document(name)).trimmed();
        subset.pending = root.chopped(1).trimmed() + (root.size() > 2 ? ",\n" : "\n") + "  \"items\": [";
    }
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
        if (picture.listed) {
            ++items;
            Subset &subset = m_subsets[picture.subset];
            subset.pending +=
                (subset.hasItems ? ",\n    " : "\n    ") + base::toJsonLine(itemEntry(item, picture, annotations, labels));
            subset.hasItems = true;
            if (auto flushed = flush(subset, pendingBytes); !flushed)
                return flushed;
        }
        return extension::placeMedium(m_media == extension::MediaHandling::None ? QString() : m_source.mediaPath(item),
                                      folder.filePath(picture.place), m_media);
    });
    for (auto it = m_subsets.begin(); visited && it != m_subsets.end(); ++it) {
        it->second.pending += it->second.hasItems ? "\n  ]\n}\n" : "]\n}\n";
        visited = flush(it->second, 0);
        const QString path = folder.filePath(it->second.path);
        if (visited && !QFile::rename(path + QStringLiteral(".part"), path))
            visited = fail(ErrorCode::PermissionDenied, tr("Cannot write %1.").arg(path));
    }
    if (!visited)
        return fail(visited.error());
    m_source.wrote(items, labels);
    return m_outputs;
}

void Writer::tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, QSize size) const
{
    const QString shapes = extension::shapesName(annotation.geometry);
    switch (fateOf(annotation.geometry, size)) {
    case Fate::Exact: break;
    case Fate::ManyCorners:
        tally.add(shapes, tr("Turned ones are written as polygons with %1 corners.").arg(extension::ellipseCorners));
        break;
    case Fate::SeveralParts:
        tally.add(tr("polygons of several parts"), tr("They are written as several polygons of one group."));
        break;
    case Fate::Rasterised: tally.add(tr("polygons with holes"), tr("They are written as masks of whole pixels.")); break;
    case Fate::HolesFilled:
        tally.add(tr("polygons with holes"), tr("Their holes are filled, because the picture's size is not known or too large."));
        break;
    case Fate::LeftOut: return tally.add(shapes, tr("They are left out."));
    }
    extension::tallyFacts(tally, annotation,
                          {.crowd = true,
                           .ignore = false,
                           .score = true,
                           .group = true,
                           .attributes = true,
                           .attributeKeys = {},
                           .space = "datumaro"});
    for (const auto &[key, value] : annotation.attributes)
        if (!carries(annotation, key, value))
            tally.add(tr("attributes"), std::holds_alternative<model::CannotTell>(value)
                                            ? tr("“Cannot tell” is left out.")
                                            : tr("Their keys mean something else in Datumaro; they are left out."));
    if (annotation.zOrder != 0 && std::holds_alternative<geometry::ItemLabel>(annotation.geometry))
        tally.add(tr("labels with a drawing order"), tr("The order is left out."));
    if (const auto *points = std::get_if<geometry::KeyPoints>(&annotation.geometry); points && !points->skeleton.isEmpty()) {
        const model::LabelClass *labelClass = m_source.schema().find(annotation.labelClass);
        if (!labelClass || labelClass->name != points->skeleton)
            tally.add(tr("names of skeletons"), tr("A skeleton goes by the name of its class."));
    }
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
        if (m_pictures[next++].renamed)
            tally.add(tr("pictures whose names clash"), tr("They are renamed in the copy."));
        const QSize size = annotations.empty() ? QSize() : extension::pictureSize(m_source, item);
        for (const model::Annotation &annotation : annotations) {
            const bool tag = std::holds_alternative<geometry::ItemLabel>(annotation.geometry);
            if (tag && !captionOf(annotation) && extension::tallyMissingClass(tally, annotation, m_source.schema()))
                continue;
            tallyLabel(tally, annotation, size);
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::datumaro
