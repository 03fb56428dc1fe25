// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/labelstudiowriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/labelstudio/labelstudioreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <set>

namespace plumbline::labelstudio {

namespace {

constexpr std::uint64_t atEnd = std::numeric_limits<std::uint64_t>::max();
const QString tasksFile = QStringLiteral("tasks.json");
const QString configFile = QStringLiteral("config.xml");

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelstudio", text);
}

std::uint64_t placeIn(const Json &kept)
{
    const Json &at = member(kept, "at");
    return at.is_number_unsigned() ? at.get<std::uint64_t>() : atEnd;
}

const Json &ownOf(const Json &extra)
{
    return extension::foreignData(extra, "labelstudio");
}

bool isTag(const model::Annotation &annotation)
{
    return std::holds_alternative<geometry::ItemLabel>(annotation.geometry);
}

}  // namespace

extension::FormatOption emptyOption()
{
    return {QStringLiteral("empty"),
            tr("Tasks for pictures without labels"),
            {QStringLiteral("marked"), QStringLiteral("all")},
            QStringLiteral("marked")};
}

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    const auto empty = extension::optionValue(m_request.options, emptyOption());
    if (!media || !empty)
        return fail(media ? empty.error() : media.error());
    m_media = *media;
    m_outputs = {tasksFile, configFile};
    extension::NameAllotter names;
    return m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        Picture picture;
        picture.name = names.take(item.name, false);
        picture.renamed = picture.name != item.name;
        picture.listed = !annotations.empty() || ownOf(item.extra).is_object() || *empty == QLatin1String("all");
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(QStringLiteral("images/") + picture.name);
        m_pictures.push_back(std::move(picture));
        return {};
    });
}

// Attributes as results of their own: those that were read with the values of today, then new ones.
void Writer::addAnswers(Results &results, const model::Annotation &annotation, const QString &className, const QString &id,
                        const Json &region, QSize picture) const
{
    std::set<QString> said;
    const Json &besides = member(ownOf(annotation.extra), "beside");
    for (std::size_t i = 0; besides.is_array() && i < besides.size(); ++i) {
        Json result = member(besides[i], "result");
        if (!result.is_object())
            continue;
        if (member(besides[i], "class") == true) {
            if (className.isEmpty())
                continue;
            if (!member(result, "value").is_object())
                result["value"] = Json::object();
            Json &labels = result["value"]["labels"];
            if (!labels.is_array() || labels.empty() || base::toQString(labels[0]) != className)
                labels = Json::array({base::toJson(className)});
        }
        const auto answer = answerOf(result);
        if (answer && said.insert(answer->key).second) {
            const auto now = annotation.attributes.find(answer->key);
            if (now == annotation.attributes.end() || !carries(now->second))
                continue;
            result = updatedAnswer(std::move(result), {answer->key, now->second}, region);
        }
        results.emplace_back(placeIn(besides[i]), std::move(result));
    }
    for (const auto &[key, value] : annotation.attributes)
        if (!said.contains(key) && carries(value))
            results.emplace_back(atEnd, answerResult(id, {key, value}, m_source.schema(), region, picture));
}

void Writer::addLabel(Results &results, std::map<std::uint64_t, std::size_t> &choices, std::map<AnnotationId, QString> &ids,
                      const model::Annotation &annotation, QSize picture) const
{
    const Json &own = ownOf(annotation.extra);
    const model::LabelClass *labelClass = m_source.schema().find(annotation.labelClass);
    const QString name = labelClass ? labelClass->name : QString();
    const std::uint64_t at = placeIn(own);
    const Json &besides = member(own, "beside");
    if (isTag(annotation)) {
        const bool answered = besides.is_array() && !besides.empty();
        QString id = answered ? base::toQString(member(member(besides[0], "result"), "id")) : freshId(annotation);
        if (!name.isEmpty()) {
            Json result = withBeyond(choiceOf(annotation, name, picture), member(own, "kept"));
            result["value"]["choices"] = Json::array({base::toJson(name)});
            id = base::toQString(member(result, "id"));
            // Several choices of one result are several labels here.
            const auto same = choices.find(at);
            if (at != atEnd && same != choices.end() && member(results[same->second].second, "id") == member(result, "id")) {
                results[same->second].second["value"]["choices"].push_back(base::toJson(name));
            } else {
                choices[at] = results.size();
                results.emplace_back(at, std::move(result));
            }
        }
        return addAnswers(results, annotation, name, id, {}, picture);
    }
    const bool beside = besides.is_array()
                        && std::any_of(besides.begin(), besides.end(), [](const Json &b) { return member(b, "class") == true; });
    const QString shown = beside ? QString() : name;
    const std::vector<ShapeValue> shapes = shapeValues(annotation.geometry, picture);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        Json result = resultOf(annotation, shown, shapes[i], picture);
        if (shapes.size() == 1) {
            result = resultWithKept(annotation, shown, result, picture);
            ids[annotation.id] = base::toQString(member(result, "id"));
        } else {
            result["id"] = base::toJson(freshId(annotation) + QLatin1Char('-') + QString::number(i + 1));
        }
        const QString id = base::toQString(member(result, "id"));
        results.emplace_back(at, result);
        if (i == 0)
            addAnswers(results, annotation, name, id, result, picture);
    }
}

Json Writer::resultsOf(const Json &own, QSize picture, const std::vector<model::Annotation> &annotations,
                       std::int64_t &written) const
{
    Results results;
    std::map<AnnotationId, QString> ids;
    std::map<std::uint64_t, std::size_t> choices;
    for (const model::Annotation &annotation : annotations) {
        const std::size_t before = results.size();
        addLabel(results, choices, ids, annotation, picture);
        // A choice may have joined another label's result.
        const bool joined = isTag(annotation) && m_source.schema().find(annotation.labelClass);
        written += results.size() > before || joined ? 1 : 0;
    }
    for (const model::Annotation &annotation : annotations)
        if (const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry)) {
            const auto from = ids.find(relation->from);
            const auto to = ids.find(relation->to);
            if (from == ids.end() || to == ids.end())
                continue;
            const Json &kept = member(ownOf(annotation.extra), "kept");
            const Json canonical = relationOf(from->second, to->second, relation->type);
            Json result = extension::withKept(canonical, kept, {"from_id", "to_id"});
            const Json &labels = member(result, "labels");
            const QString said = labels.is_array() && !labels.empty() ? base::toQString(labels[0]) : QString();
            if (said != relation->type)
                result["labels"] = relation->type.isEmpty() ? Json::array() : Json::array({base::toJson(relation->type)});
            results.emplace_back(placeIn(ownOf(annotation.extra)), std::move(result));
            ++written;
        }
    const Json &odd = member(own, "odd");
    for (std::size_t i = 0; odd.is_array() && i < odd.size(); ++i)
        results.emplace_back(placeIn(odd[i]), member(odd[i], "result"));
    std::stable_sort(results.begin(), results.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    Json list = Json::array();
    for (auto &[at, result] : results)
        list.push_back(std::move(result));
    return list;
}

Json Writer::taskEntry(const model::Item &item, const Picture &picture, const std::vector<model::Annotation> &annotations,
                       std::int64_t &written) const
{
    const Json &own = ownOf(item.extra);
    const Json canonical = taskOf(picture.name);
    Json task = extension::withKept(canonical, member(own, "task"), {"annotations", "predictions"});
    if (picture.renamed)
        task["data"] = canonical["data"];
    const Json results = resultsOf(own, extension::pictureSize(m_source, item), annotations, written);
    const auto model =
        std::find_if(annotations.begin(), annotations.end(), [](const auto &a) { return model::isModelLayer(a.layer); });
    const bool predicted = member(own, "read") == "predictions" || (!own.is_object() && model != annotations.end());
    const std::string read = predicted ? "predictions" : "annotations";
    // A layer may hold the labels of another annotator than the first import of the task did.
    const auto carrier = std::find_if(annotations.begin(), annotations.end(),
                                      [](const auto &a) { return member(ownOf(a.extra), "by").is_string(); });
    const QString owner = carrier == annotations.end() ? QString() : base::toQString(ownOf(carrier->extra)["by"]);
    const bool first = owner.isEmpty() || ownersOf(member(own, "labels")).contains(owner);
    Json list = Json::array();
    bool placed = false;
    const auto addOthers = [&](const Json &others) {
        for (std::size_t i = 0; others.is_array() && i < others.size(); ++i) {
            list.push_back(others[i]);
            if (!first && !placed && ownersOf(others[i]).contains(owner)) {
                list.back()["result"] = results;
                placed = true;
            }
        }
    };
    addOthers(member(own, "before"));
    const bool known = own.is_object() && own.contains("labels");
    if (first && (own.is_object() ? known || !results.empty() : !annotations.empty())) {
        Json labels = known       ? own["labels"]
                      : predicted ? predictionOf(model != annotations.end() ? model->layer.mid(6) : QString())
                                  : annotationOf();
        if (!labels.is_object())
            labels = Json::object();
        labels["result"] = results;
        list.push_back(std::move(labels));
        placed = true;
    }
    addOthers(member(own, "after"));
    if (!first && !placed) {
        list.push_back(annotationOf());
        list.back()["result"] = results;
    }
    task[read] = std::move(list);
    const char *other = predicted ? "annotations" : "predictions";
    if (own.is_object() && own.contains(other))
        task[other] = own[other];
    return task;
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
    base::AtomicFile file(folder.filePath(tasksFile));
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.whyNotWritten());
    Config config;
    std::size_t next = 0;
    bool first = true;
    std::int64_t items = 0;
    std::int64_t labels = 0;
    file.write("[");
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Picture &picture = m_pictures[next++];
        m_control.report(static_cast<std::int64_t>(next), m_source.itemCount(), tr("Writing annotations"));
        if (picture.listed) {
            ++items;
            const Json task = taskEntry(item, picture, annotations, labels);
            for (const char *list : {"annotations", "predictions"})
                for (const Json &labels : member(task, list))
                    for (const Json &result : member(labels, "result"))
                        config.add(result);
            file.write((std::exchange(first, false) ? "\n  " : ",\n  ") + base::toJsonLine(task));
        }
        return extension::placeMedium(m_media == extension::MediaHandling::None ? QString() : m_source.mediaPath(item),
                                      folder.filePath(QStringLiteral("images/") + picture.name), m_media);
    });
    if (!visited)
        return fail(visited.error());
    file.write("\n]\n");
    if (auto finished = file.finish(); !finished)
        return fail(finished.error());
    if (auto written = base::writeFileAtomically(folder.filePath(configFile), config.xml()); !written)
        return fail(written.error());
    m_source.wrote(items, labels);
    return m_outputs;
}

void Writer::tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, QSize size) const
{
    const QString shapes = extension::shapesName(annotation.geometry);
    switch (isTag(annotation) ? Fate::Exact : fateOf(annotation.geometry, size)) {
    case Fate::Exact: break;
    case Fate::SeveralParts: tally.add(tr("polygons of several parts"), tr("They are written as several polygons.")); break;
    case Fate::Rasterised: tally.add(tr("polygons with holes"), tr("They are written as brushes of whole pixels.")); break;
    case Fate::HolesFilled:
        tally.add(tr("polygons with holes"), tr("Their holes are filled, because the picture is too large."));
        break;
    case Fate::OneByOne:
        tally.add(shapes, tr("They are written as single points; those that are not labeled are left out."));
        break;
    case Fate::VisibilityLost: tally.add(shapes, tr("Which joint a point is and whether it is hidden are left out.")); break;
    case Fate::OtherSize: return tally.add(shapes, tr("Masks of another size than the picture are left out."));
    case Fate::NoPicture: return tally.add(shapes, tr("They are left out, because the size of the picture is not known."));
    case Fate::LeftOut: return tally.add(shapes, tr("They are left out."));
    }
    extension::CarriedFacts facts;
    facts.score = facts.attributes = true;
    facts.space = "labelstudio";
    // What a model said goes out under the model's name.
    model::Annotation known = annotation;
    if (model::isModelLayer(annotation.layer))
        known.origin = {};
    extension::tallyFacts(tally, known, facts);
    const auto lost = std::count_if(annotation.attributes.begin(), annotation.attributes.end(),
                                    [](const auto &entry) { return !carries(entry.second); });
    if (lost > 0)
        tally.add(tr("attributes"), tr("Values that are unset or “cannot tell” are left out."), lost);
    if (annotation.zOrder != 0)
        tally.add(tr("labels with a drawing order"), tr("The order is left out."));
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
        std::set<AnnotationId> single;
        for (const model::Annotation &annotation : annotations)
            if (const Fate fate = fateOf(annotation.geometry, size);
                fate == Fate::Exact || fate == Fate::Rasterised || fate == Fate::VisibilityLost)
                single.insert(annotation.id);
        for (const model::Annotation &annotation : annotations) {
            if (const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry)) {
                if (!single.contains(relation->from) || !single.contains(relation->to))
                    tally.add(extension::shapesName(annotation.geometry), tr("They are left out."));
                continue;
            }
            const bool says = std::any_of(annotation.attributes.begin(), annotation.attributes.end(),
                                          [](const auto &entry) { return carries(entry.second); });
            if (isTag(annotation) && !says && extension::tallyMissingClass(tally, annotation, m_source.schema()))
                continue;
            tallyLabel(tally, annotation, size);
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::labelstudio
