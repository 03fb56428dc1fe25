// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/labelstudioreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/labelstudio/labelstudiofiles.h"
#include "plugins/formats/labelstudio/labelstudioresult.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QUrl>

namespace plumbline::labelstudio {

namespace {

constexpr qint64 maximumFile = qint64(4) << 30;
constexpr qsizetype headBytes = 64 * 1024;
constexpr std::size_t batchSize = 4096;
constexpr qsizetype listedPeople = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelstudio", text);
}

QString textOf(const Json &value)
{
    if (value.is_number_integer())
        return QString::number(value.get<std::int64_t>());
    return base::toQString(value);
}

double scoreIn(const Json &result)
{
    const Json &score = member(result, "score");
    return score.is_number() && score.get<double>() >= 0 && score.get<double>() <= 1 ? score.get<double>() : -1;
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink, QString annotator,
           bool predictions)
        : m_layout(layout), m_sink(sink), m_control(sink.control()), m_media(request, layout.pictureFolders),
          m_annotator(std::move(annotator)), m_list(predictions ? "predictions" : "annotations")
    {}

    Result<> read()
    {
        for (const QString &path : m_layout.files)
            if (auto done = readFile(path); !done)
                return done;
        if (const auto refused = m_media.refusedLinks())
            m_sink.issue(*refused);
        if (m_good == 0)
            return m_firstError ? tl::unexpected(*m_firstError)
                                : fail(ErrorCode::Malformed, tr("None of the JSON files holds tasks of Label Studio."));
        if (m_several > 0)
            problem(
                {},
                tr("%1 tasks have labels of several people or models; one of each was read, the others are kept. Name one with "
                   "the option “annotator”: %2.")
                    .arg(m_several)
                    .arg(m_people.join(QStringLiteral(", "))),
                base::IssueSeverity::Warning);
        return flush();
    }

private:
    struct Region {
        std::size_t label = 0;  ///< in m_labels
        bool hasClass = false;
    };

    Result<> readFile(const QString &path)
    {
        m_file = QDir(m_layout.root).relativeFilePath(path);
        const auto data = base::readFile(path, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            problem({}, data.error().text);
            return {};
        }
        if (isShortExport(QByteArrayView(*data).first(std::min(data->size(), headBytes)))) {
            m_firstError =
                Error{ErrorCode::Unsupported,
                      tr("%1 is Label Studio's JSON-MIN, which leaves out who said what and how labels belong together. "
                         "Export the project as JSON.")
                          .arg(m_file),
                      {}};
            problem({}, m_firstError->text);
            return {};
        }
        Result<> result;
        qsizetype index = 0;
        const auto take = [&](const extension::JsonPart &part) {
            const QString place = QStringLiteral("[%1]").arg(index++);
            if (m_control.cancelled())
                result = jobs::JobControl::cancelledError();
            else if (part.complete)
                takeTask(part.text, place);
            m_control.report(part.begin, data->size(), tr("Reading annotations"));
            if (result && m_batch.size() >= batchSize)
                result = flush();
            return result.has_value();
        };
        bool whole = true;
        if (extension::jsonOpening(*data) == '{')
            take({{}, QByteArrayView(*data), 0, true});
        else
            whole = extension::visitJsonParts(*data, take);
        if (!whole || (index == 0 && extension::jsonOpening(*data) != '['))
            problem({}, tr("The file is cut off or broken; what came before was read."));
        return result;
    }

    void takeTask(QByteArrayView text, const QString &place)
    {
        auto parsed = extension::parsedJsonPart(text);
        if (!parsed || !parsed->is_object())
            return problem(place, parsed ? tr("It is no object; the task was left out.")
                                         : tr("%1 The task was left out.").arg(parsed.error().text));
        Json task = std::move(*parsed);
        if (!member(task, "data").is_object())
            return problem(place + QStringLiteral(".data"), tr("The task has no data; it was left out."));
        extension::ForeignItem item;
        if (!nameItem(task["data"], place, item))
            return;
        ++m_good;
        Json own = Json::object();
        const Json results = chooseResults(task, place, own);
        if (Json kept = extension::keptOf(task, taskOf(item.name)); !kept.is_null())
            own["task"] = std::move(kept);
        takeSize(task["data"], results, item);
        m_labels.clear();
        takeResults(results, place, QSize(item.width, item.height), own);
        item.extra = Json::object();
        item.extra["labelstudio"] = std::move(own);
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        for (extension::ForeignAnnotation &label : m_labels) {
            label.item = ref;
            m_batch.push_back(std::move(label));
        }
    }

    // The picture is data.image, else the first value that names a picture.
    bool nameItem(const Json &data, const QString &place, extension::ForeignItem &item)
    {
        QString address = base::toQString(member(data, "image"));
        for (auto it = data.begin(); address.isEmpty() && it != data.end(); ++it) {
            const QStringList names = namesOf(base::toQString(*it));
            if (!names.isEmpty() && extension::isPictureName(names.front()))
                address = base::toQString(*it);
        }
        const QStringList names = namesOf(address);
        if (names.isEmpty()) {
            problem(place + QStringLiteral(".data"), tr("The task names no picture; it was left out."),
                    base::IssueSeverity::Warning);
            return false;
        }
        for (const QString &name : names) {
            item.name = name;
            if (!m_addresses.contains(name) || m_addresses.value(name) == address)
                break;
        }
        if (m_addresses.contains(item.name))
            problem(place, tr("Another task is about “%1” too; the labels of both were kept.").arg(item.name),
                    base::IssueSeverity::Warning);
        m_addresses.insert(item.name, address);
        for (const QString &name : names)
            for (const QString &candidate : {name, withoutUploadPrefix(name)})
                if (item.path.isEmpty())
                    item.path = m_media.find(candidate);
        return true;
    }

    // Takes the lists out of the task and keeps all but the results that are read.
    Json chooseResults(Json &task, const QString &place, Json &own)
    {
        const char *other = m_list == "annotations" ? "predictions" : "annotations";
        if (task.contains(other))
            own[other] = std::exchange(task[other], Json());
        Json list = task.contains(m_list) ? std::exchange(task[m_list], Json()) : Json();
        task.erase(other);
        task.erase(m_list);
        own["read"] = m_list;
        if (!list.is_array()) {
            if (!list.is_null())
                problem(place + QLatin1Char('.') + QString::fromStdString(m_list), tr("It is no list; the task has no labels."));
            return Json::array();
        }
        m_owner.clear();
        std::optional<std::size_t> chosen;
        int usable = 0;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const QStringList owners = ownersOf(list[i]);
            const bool fits = m_annotator.isEmpty() ? member(list[i], "was_cancelled") != true : owners.contains(m_annotator);
            if (!owners.isEmpty() && !m_people.contains(owners.front()) && m_people.size() < listedPeople)
                m_people.append(owners.front());
            if (!fits || !member(list[i], "result").is_array())
                continue;
            ++usable;
            if (!chosen
                || (m_annotator.isEmpty() && member(list[i], "ground_truth") == true
                    && member(list[*chosen], "ground_truth") != true))
                chosen = i;
        }
        if (usable > 1)
            ++m_several;
        if (!chosen) {
            own["before"] = std::move(list);
            return Json::array();
        }
        Json results = std::exchange(list[*chosen]["result"], Json());
        list[*chosen].erase("result");
        m_owner = ownersOf(list[*chosen]).value(0);
        own["labels"] = std::move(list[*chosen]);
        for (std::size_t i = 0; i < list.size(); ++i)
            if (i != *chosen)
                own[i < *chosen ? "before" : "after"].push_back(std::move(list[i]));
        m_place = QStringLiteral(".%1[%2].result").arg(QString::fromStdString(m_list)).arg(*chosen);
        return results;
    }

    void takeSize(const Json &data, const Json &results, extension::ForeignItem &item)
    {
        QSize size;
        for (auto it = results.begin(); size.isEmpty() && it != results.end(); ++it)
            size = sizeOf(*it, {});
        if (size.isEmpty())
            size = sizeOf({{"original_width", member(data, "width")}, {"original_height", member(data, "height")}}, {});
        if (size.isEmpty())
            size = extension::uprightPictureSize(item.path);
        item.width = std::max(0, size.width());
        item.height = std::max(0, size.height());
    }

    void takeResults(const Json &results, const QString &task, QSize picture, Json &own)
    {
        QHash<QString, Region> regions;
        QSet<QString> lost;
        const auto placeOf = [&](std::size_t i) { return task + m_place + QStringLiteral("[%1]").arg(i); };
        for (std::size_t i = 0; i < results.size(); ++i)
            if (!results[i].is_object())
                problem(placeOf(i), tr("It is no object; it was left out."));
            else if (const QString kind = shapeKind(base::toQString(member(results[i], "type"))); !kind.isEmpty())
                takeShape(results[i], kind, i, placeOf(i), picture, regions, lost);
        for (std::size_t i = 0; i < results.size(); ++i) {
            const Json &result = results[i];
            const QString type = base::toQString(member(result, "type"));
            if (!result.is_object() || !shapeKind(type).isEmpty() || type == QLatin1String("relation"))
                continue;
            const QString id = textOf(member(result, "id"));
            if (lost.contains(id))
                continue;
            if (const auto region = regions.find(id); region != regions.end())
                takeBeside(result, i, *region);
            else if (const std::size_t first = m_labels.size(); takeWhole(result, i, picture)) {
                // Further answers of this id belong to the same label.
                if (!id.isEmpty())
                    regions.insert(id, {first, true});
            } else {
                own["odd"].push_back({{"at", i}, {"result", result}});
                problem(placeOf(i) + QStringLiteral(".type"),
                        tr("Results of type “%1” are kept but not shown.").arg(type.left(80)), base::IssueSeverity::Warning);
            }
        }
        for (std::size_t i = 0; i < results.size(); ++i)
            if (member(results[i], "type") == "relation")
                takeRelation(results[i], i, placeOf(i), task, regions);
    }

    extension::ForeignAnnotation &add(std::size_t at, geometry::Geometry geometry)
    {
        extension::ForeignAnnotation label;
        label.annotation.geometry = std::move(geometry);
        label.annotation.origin.kind = model::OriginKind::Import;
        label.annotation.extra["labelstudio"]["at"] = at;
        if (!m_owner.isEmpty())
            label.annotation.extra["labelstudio"]["by"] = base::toJson(m_owner);
        m_labels.push_back(std::move(label));
        return m_labels.back();
    }

    void takeShape(const Json &result, const QString &kind, std::size_t at, const QString &place, QSize picture,
                   QHash<QString, Region> &regions, QSet<QString> &lost)
    {
        const QString id = textOf(member(result, "id"));
        const QSize size = sizeOf(result, picture);
        auto geometry = !member(result, "value").is_object() || size.isEmpty()
                            ? tl::expected<geometry::Geometry, ResultProblem>(tl::unexpected(ResultProblem{
                                QStringLiteral(".value"), tr("It has no value or no picture size; it was left out.")}))
                            : geometryOf(kind, result["value"], size);
        if (!geometry) {
            lost.insert(id);
            return problem(place + geometry.error().place, geometry.error().text);
        }
        if (const Json &turned = member(result, "image_rotation"); turned.is_number() && turned.get<double>() != 0)
            problem(place + QStringLiteral(".image_rotation"),
                    tr("The picture was turned when it was labeled; the label may not fit."), base::IssueSeverity::Warning);
        const std::vector<ShapeValue> shapes = shapeValues(*geometry, size);
        extension::ForeignAnnotation &label = add(at, std::move(*geometry));
        const QString type = base::toQString(member(result, "type"));
        const Json &labels = member(result["value"], type.toStdString().c_str());
        const QString name = labels.is_array() && !labels.empty() ? base::toQString(labels[0]) : QString();
        if (!name.isEmpty())
            label.labelClass = m_sink.declareClass({name, {}});
        if (scoreIn(result) >= 0)
            label.annotation.score = scoreIn(result);
        const Json written = shapes.size() == 1 ? resultOf(label.annotation, name, shapes.front(), picture) : Json::object();
        if (Json kept = beyond(result, written); !kept.is_null())
            label.annotation.extra["labelstudio"]["kept"] = std::move(kept);
        if (!id.isEmpty() && !regions.contains(id))
            regions.insert(id, {m_labels.size() - 1, !name.isEmpty()});
    }

    // A result beside a region: its class when the region has none, an attribute, or something to keep.
    void takeBeside(const Json &result, std::size_t at, Region &region)
    {
        extension::ForeignAnnotation &label = m_labels[region.label];
        const Json &labels = member(member(result, "value"), "labels");
        if (member(result, "type") == "labels" && !region.hasClass && labels.is_array() && !labels.empty()
            && labels[0].is_string()) {
            label.labelClass = m_sink.declareClass({base::toQString(labels[0]), {}});
            region.hasClass = true;
            label.annotation.extra["labelstudio"]["beside"].push_back({{"at", at}, {"result", result}, {"class", true}});
            return;
        }
        if (const auto answer = answerOf(result))
            label.annotation.attributes.emplace(answer->key, answer->value);
        label.annotation.extra["labelstudio"]["beside"].push_back({{"at", at}, {"result", result}});
    }

    bool takeWhole(const Json &result, std::size_t at, QSize picture)
    {
        const Json &choices = member(member(result, "value"), "choices");
        if (member(result, "type") == "choices" && choices.is_array() && !choices.empty()) {
            if (!std::all_of(choices.begin(), choices.end(), [](const Json &c) { return c.is_string() && c != ""; }))
                return false;
            for (const Json &choice : choices) {
                extension::ForeignAnnotation &label = add(at, geometry::ItemLabel{});
                label.labelClass = m_sink.declareClass({base::toQString(choice), {}});
                if (scoreIn(result) >= 0)
                    label.annotation.score = scoreIn(result);
                Json given = result;
                given["value"]["choices"] = Json::array({choice});
                if (Json kept = beyond(given, choiceOf(label.annotation, base::toQString(choice), picture)); !kept.is_null())
                    label.annotation.extra["labelstudio"]["kept"] = std::move(kept);
            }
            return true;
        }
        const auto answer = answerOf(result);
        if (!answer)
            return false;
        extension::ForeignAnnotation &label = add(at, geometry::ItemLabel{});
        label.annotation.attributes.emplace(answer->key, answer->value);
        label.annotation.extra["labelstudio"]["beside"].push_back({{"at", at}, {"result", result}});
        return true;
    }

    void takeRelation(const Json &result, std::size_t at, const QString &place, const QString &task,
                      const QHash<QString, Region> &regions)
    {
        const auto idOf = [&](const char *key) {
            const QString id = textOf(member(result, key));
            const auto region = regions.find(id);
            if (region == regions.end())
                return AnnotationId();
            AnnotationId &end = m_labels[region->label].annotation.id;
            end = AnnotationId{Uuid::fromName("labelstudio", (m_file + task + QLatin1Char('/') + id).toUtf8())};
            return end;
        };
        const AnnotationId from = idOf("from_id");
        const AnnotationId to = idOf("to_id");
        if (from.isNull() || to.isNull())
            return problem(place, tr("The relation joins labels that are not there; it was left out."));
        const Json &labels = member(result, "labels");
        const QString type = labels.is_array() && !labels.empty() ? base::toQString(labels[0]) : QString();
        extension::ForeignAnnotation &relation = add(at, geometry::Relation{from, to, type});
        Json written = relationOf(base::toQString(member(result, "from_id")), base::toQString(member(result, "to_id")), type);
        if (Json kept = extension::keptOf(result, written); !kept.is_null())
            relation.annotation.extra["labelstudio"]["kept"] = std::move(kept);
    }

    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }
    void problem(const QString &place, const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem)
    {
        m_sink.issue({severity, m_file, place, text});
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    extension::MediaFinder m_media;
    QString m_annotator;
    std::string m_list;  // the list of a task that is read
    QString m_file;
    QString m_owner;  // of the results that are read
    QString m_place;  // of the results in the task
    QHash<QString, QString> m_addresses;  // item name → address of its picture
    QStringList m_people;
    std::int64_t m_several = 0;
    std::vector<extension::ForeignAnnotation> m_labels;  // of the task being read
    std::vector<extension::ForeignAnnotation> m_batch;
    std::int64_t m_good = 0;
    std::optional<Error> m_firstError;
};

}  // namespace

QStringList ownersOf(const Json &labels)
{
    QStringList owners;
    const Json &person = member(labels, "completed_by");
    for (const Json &name : {person, member(person, "email"), member(person, "id"), member(labels, "model_version")})
        if (const QString text = textOf(name); !text.isEmpty() && !owners.contains(text))
            owners.append(text);
    return owners;
}

extension::FormatOption annotatorOption()
{
    return {QStringLiteral("annotator"), tr("Whose labels to read"), {}, {}};
}

extension::FormatOption predictionsOption()
{
    return {QStringLiteral("predictions"),
            tr("Read what models said"),
            {QStringLiteral("no"), QStringLiteral("yes")},
            QStringLiteral("no")};
}

Json taskOf(const QString &itemName)
{
    const QByteArray path = QUrl::toPercentEncoding(QStringLiteral("images/") + itemName, "/");
    return {{"data", {{"image", "/data/local-files/?d=" + path.toStdString()}}}};
}

Json annotationOf()
{
    return {{"was_cancelled", false}, {"ground_truth", false}};
}

Json predictionOf(const QString &model)
{
    return {{"model_version", base::toJson(model)}};
}

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const auto annotator = extension::optionValue(request.options, annotatorOption());
    const auto predictions = extension::optionValue(request.options, predictionsOption());
    if (!annotator || !predictions)
        return fail(annotator ? predictions.error() : annotator.error());
    const Layout layout = explore(request);
    if (layout.files.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 has no files of Label Studio.").arg(request.path));
    return Reader(request, layout, sink, *annotator, *predictions == QLatin1String("yes")).read();
}

}  // namespace plumbline::labelstudio
