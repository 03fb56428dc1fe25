// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/segments/segmentswriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "core/geometry/cuboids.h"
#include "plugins/formats/segments/segmentspoints.h"
#include "plugins/formats/segments/segmentssample.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <set>

namespace plumbline::segments {

namespace {

constexpr std::int64_t mostFrames = 100'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::segments", text);
}

QString fileName()
{
    return QStringLiteral("release.json");
}

const Json &keptOfItem(const model::Item &item, const char *key)
{
    return extension::memberOf(extension::foreignData(item.extra, "segments"), key);
}

const QString &frameOf(const geometry::Geometry &geometry)
{
    static const QString none;
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&geometry))
        return cuboid->coordinateFrame;
    if (const auto *points = std::get_if<geometry::PointLabels>(&geometry))
        return points->coordinateFrame;
    const auto *line = std::get_if<geometry::Polyline3>(&geometry);
    return line ? line->coordinateFrame : none;
}

/// Ids of classes: those that came, then new ones.
class Categories
{
public:
    Categories(const Json &given, const model::Schema &schema)
    {
        std::int64_t next = 1;
        for (std::size_t i = 0; given.is_array() && i < given.size(); ++i) {
            const Json &id = extension::memberOf(given[i], "id");
            const QString name = base::toQString(extension::memberOf(given[i], "name"));
            if (!id.is_number_integer() || name.isEmpty() || id.get<double>() > 1e15 || !m_ids.emplace(name, id).second)
                continue;
            m_list.push_back(given[i]);
            next = std::max(next, id.get<std::int64_t>() + 1);
        }
        for (const model::LabelClass &labelClass : schema.classes)
            // Points of no object have no category.
            if (labelClass.name != unlabeled() && m_ids.emplace(labelClass.name, next).second) {
                const QColor colour = labelClass.colour.isValid() ? labelClass.colour : QColor(157, 162, 171);
                m_list.push_back({{"id", next++},
                                  {"name", base::toJson(labelClass.name)},
                                  {"color", {colour.red(), colour.green(), colour.blue()}}});
            }
    }
    /// Points may have classes that the schema lacks.
    [[nodiscard]] Json idOf(const QString &name) const
    {
        const auto known = m_ids.find(name);
        return known == m_ids.end() ? Json() : known->second;
    }
    [[nodiscard]] const Json &list() const { return m_list; }

private:
    std::map<QString, Json> m_ids;
    Json m_list = Json::array();
};

/// How a scene is written.
struct Placed {
    Placed(const model::Item &given, const std::optional<model::Scene> &known)
        : item(given), scene(known ? &*known : nullptr), frames(scene, lidarFrame()),
          labelFrame(scene ? scene->labelFrame : lidarFrame()), sample(keptOfItem(given, "sample"))
    {
        const Json &attributes = extension::memberOf(sample, "attributes");
        std::int64_t others = 0;
        const QByteArray text = base::toJsonLine(attributes);
        const QByteArrayView own = lidarPart(text, others);
        sequence = extension::memberOf(extension::foreignData(item.extra, "segments"), "sequence") == true || frames.count() > 1;
        came = attributes.is_object();
        if (came)
            clouds = cloudsIn(own);
        severalSensors = attributes.contains("sensors");
        for (std::size_t i = 0; i < clouds.size(); ++i)
            for (const QString &name : {extension::withoutEnding(clouds[i].file), clouds[i].name})
                if (!name.isEmpty() && !numbers.contains(name))
                    numbers.insert(name, static_cast<std::int64_t>(i));
    }

    /// Number of the sample's frame that has a sweep.
    [[nodiscard]] std::int64_t numberOf(std::int64_t index) const
    {
        if (scene && came)
            return numbers.value(frames.name(index), index);
        return index;
    }
    [[nodiscard]] geometry::Pose worldFromLabel(std::int64_t index) const
    {
        const geometry::Pose lidar_from_label = geometry::inverted(extension::labelFromLidar(scene));
        const auto at = static_cast<std::size_t>(numberOf(index));
        if (came)
            return at < clouds.size() && clouds[at].world_from_sensor
                       ? geometry::composed(*clouds[at].world_from_sensor, lidar_from_label)
                       : lidar_from_label;
        const auto pose = worldFromLidar(index);
        return pose ? geometry::composed(*pose, lidar_from_label) : lidar_from_label;
    }
    [[nodiscard]] std::optional<geometry::Pose> worldFromLidar(std::int64_t index) const
    {
        if (!scene || index < 0 || index >= frames.count())
            return std::nullopt;
        const auto &world_from_ego = scene->frames[static_cast<std::size_t>(index)].world_from_ego;
        const std::int32_t lidar = model::firstSensor(*scene, model::SensorKind::Lidar);
        if (!world_from_ego || lidar < 0)
            return std::nullopt;
        return geometry::composed(*world_from_ego, scene->sensors[static_cast<std::size_t>(lidar)].ego_from_sensor);
    }
    /// A frame of a sample that was not read: the name of its cloud and its pose.
    [[nodiscard]] Json cloudJson(std::int64_t index) const
    {
        QString file = QFileInfo(item.name).fileName();
        if (scene && index < frames.count())
            for (const model::SensorFile &one : scene->frames[static_cast<std::size_t>(index)].files)
                if (scene->sensors[static_cast<std::size_t>(one.sensor)].kind == model::SensorKind::Lidar)
                    file = QFileInfo(one.path).fileName();
        const QString ending = QFileInfo(file).suffix().toLower();
        Json cloud = {
            {"pcd",
             {{"url", base::toJson(file)},
              {"type", ending == QLatin1String("bin") ? Json("kitti")
                                                      : base::toJson(ending.isEmpty() ? QStringLiteral("pcd") : ending)}}}};
        if (const auto pose = worldFromLidar(index))
            cloud["ego_pose"] = egoPoseOf(*pose);
        if (sequence)
            cloud["name"] = base::toJson(extension::sweepName(frames, index));
        return cloud;
    }

    const model::Item &item;
    const model::Scene *scene;
    extension::SceneFrames frames;
    QString labelFrame;
    Json sample;
    bool sequence = false;
    bool came = false;
    bool severalSensors = false;
    std::vector<Cloud> clouds;
    QHash<QString, std::int64_t> numbers;  ///< of the sample's frames, by their file and name
};

bool writes(Task task, const model::Annotation &annotation, const Placed &placed, const model::Schema &schema)
{
    return isOf(task, annotation.geometry) && frameOf(annotation.geometry) == placed.labelFrame
           && placed.frames.indexOf(annotation) && (task == Task::Segmentation || schema.find(annotation.labelClass));
}

Json objectOf(const model::Annotation &annotation, const Placed &placed, const Json &category, std::int64_t number,
              std::int64_t track, std::int64_t index)
{
    const Json &given = kept(annotation, "record");
    Json record = given.is_object() ? given : Json{{"id", number}};
    record["category_id"] = category;
    const geometry::Pose world_from_label = placed.worldFromLabel(index);
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&annotation.geometry)) {
        const auto inWorld = geometry::transformed(world_from_label, *cuboid, lidarFrame());
        const auto before = cuboidFrom(given, lidarFrame());
        record["type"] = "cuboid";
        if (!before || !extension::sameCuboid(*before, inWorld))
            setCuboid(record, inWorld);
    } else if (const auto *line = std::get_if<geometry::Polyline3>(&annotation.geometry)) {
        const auto inWorld = transformed(world_from_label, *line, lidarFrame());
        const auto before = lineFrom(given, lidarFrame());
        record["type"] = "polyline";
        bool same = before && before->points.size() == inWorld.points.size();
        for (std::size_t i = 0; same && i < inWorld.points.size(); ++i)
            for (std::size_t k = 0; k < 3; ++k)
                same = same && std::abs(before->points[i][k] - inWorld.points[i][k]) <= 1e-7;
        if (!same)
            record["points"] = pointsOf(inWorld);
    }
    if (track >= 0)
        record["track_id"] = track;
    else
        record.erase("track_id");
    if (placed.sequence && !record.contains("is_keyframe"))
        record["is_keyframe"] = true;
    if (answersIn(record) != annotation.attributes) {
        Json attributes = Json::object();
        const Json &before = extension::memberOf(given, "attributes");
        if (before.is_object())
            for (const auto &[key, value] : before.items())
                if (!extension::answerFrom(value))
                    attributes[key] = value;
        for (const auto &[key, value] : annotation.attributes)
            if (const auto answer = extension::answerJson(value))
                attributes[key.toStdString()] = *answer;
        record["attributes"] = std::move(attributes);
    }
    return record;
}

/// "annotations" and "point_annotations" of one cloud, as text: the points may be many.
Result<QByteArray> pointsJson(const model::Annotation &annotation, const Categories &categories)
{
    const auto objects = pointObjectsOf(std::get<geometry::PointLabels>(annotation.geometry));
    if (!objects)
        return fail(objects.error());
    const Json &given = kept(annotation, "objects");
    Json list = Json::array();
    for (const auto &[key, number] : objects->numbers) {
        Json record = Json::object();
        for (std::size_t i = 0; given.is_array() && i < given.size(); ++i)
            if (extension::memberOf(given[i], "id") == number)
                record = given[i];
        record["id"] = number;
        record["category_id"] = categories.idOf(key.first);
        list.push_back(std::move(record));
    }
    return "\"annotations\": " + base::toJsonLine(list).trimmed() + ", \"point_annotations\": " + objects->list;
}

class Document
{
public:
    Document(const extension::AnnotationSource &source, Task task, bool sequence, const QString &labelset)
        : m_schema(source.schema()), m_task(task), m_sequence(sequence), m_labelset(labelset),
          m_dataset(source.datasetExtra(QStringLiteral("segments"))),
          m_categories(extension::memberOf(extension::memberOf(extension::memberOf(m_dataset, "dataset"), "task_attributes"),
                                           "categories"),
                       m_schema)
    {}

    [[nodiscard]] QByteArray head() const
    {
        Json release = extension::memberOf(m_dataset, "release");
        if (!release.is_object())
            release = {{"name", "v1"}, {"description", ""}};
        Json dataset = extension::memberOf(m_dataset, "dataset");
        if (!dataset.is_object())
            dataset = {{"name", "plumbline"}, {"owner", ""}};
        dataset["task_type"] = base::toJson(taskType(m_task, m_sequence));
        if (!extension::memberOf(dataset, "task_attributes").is_object())
            dataset["task_attributes"] = {{"format_version", "0.1"}};
        dataset["task_attributes"]["categories"] = m_categories.list();
        if (!extension::memberOf(dataset, "labelsets").is_array())
            dataset["labelsets"] = Json::array({{{"name", base::toJson(m_labelset)}, {"description", ""}}});
        release.erase("dataset");
        dataset.erase("samples");
        const QByteArray outer = base::toJsonLine(release).trimmed();
        const QByteArray inner = base::toJsonLine(dataset).trimmed();
        return outer.chopped(1) + (outer.size() > 2 ? ", " : "") + "\"dataset\": " + inner.chopped(1) + ", \"samples\": [\n";
    }

    /// One sample; its labels in the order they came, frame by frame.
    Result<QByteArray> sample(const Placed &placed, const std::vector<model::Annotation> &annotations, std::int64_t &written)
    {
        std::map<std::int64_t, std::vector<const model::Annotation *>> byFrame;
        extension::TrackNames names;
        for (const model::Annotation &annotation : annotations)
            if (writes(m_task, annotation, placed, m_schema)) {
                byFrame[placed.numberOf(*placed.frames.indexOf(annotation))].push_back(&annotation);
                const Json &track = extension::memberOf(kept(annotation, "record"), "track_id");
                names.keep(annotation.track, track.is_number_integer() ? QString::fromStdString(track.dump()) : QString());
            }
        const bool nothing = byFrame.empty();
        std::int64_t frames = placed.came ? static_cast<std::int64_t>(placed.clouds.size()) : placed.frames.count();
        if (!byFrame.empty())
            frames = std::max(frames, std::min(byFrame.rbegin()->first + 1, mostFrames));
        QByteArray attributes;
        if (placed.sequence)
            attributes = "{\"format_version\": \"0.2\", \"frames\": [";
        for (std::int64_t frame = 0; frame < (placed.sequence ? frames : 1); ++frame) {
            const auto content = frameText(placed, byFrame[frame], names, written);
            if (!content)
                return fail(content.error());
            attributes += (frame > 0 ? ", " : "") + *content;
        }
        attributes += placed.sequence ? "]}" : "";
        Json head = placed.sample.is_object() ? placed.sample : Json::object();
        if (!head.contains("name"))
            head["name"] = base::toJson(placed.item.name);
        if (!head.contains("uuid"))
            head["uuid"] = base::toJson(placed.item.id.toString());
        if (!head.contains("metadata"))
            head["metadata"] = Json::object();
        if (!placed.came) {
            head["attributes"] = Json::object();
            if (placed.sequence)
                for (std::int64_t i = 0; i < std::min(frames, mostFrames); ++i)
                    head["attributes"]["frames"].push_back(placed.cloudJson(i));
            else
                head["attributes"] = placed.cloudJson(0);
        }
        head.erase("labels");
        const QByteArray start = base::toJsonLine(head).trimmed().chopped(1) + ", \"labels\": {"
                                 + base::toJsonLine(base::toJson(m_labelset)).trimmed() + ": ";
        Json label = keptOfItem(placed.item, "label");
        // Nobody has labeled it yet.
        if (label.is_null() && placed.came && nothing)
            return start + "null}}";
        if (!label.is_object() || label.empty())
            label = {{"label_status", "LABELED"}};
        label.erase("attributes");
        return start + base::toJsonLine(label).trimmed().chopped(1) + (label.empty() ? "" : ", ")
               + "\"attributes\": " + attributes + "}}}";
    }

private:
    Result<QByteArray> frameText(const Placed &placed, const std::vector<const model::Annotation *> &labels,
                                 extension::TrackNames &names, std::int64_t &written) const
    {
        QByteArray text = m_task == Task::Cuboid ? "{\"format_version\": \"0.2\", " : "{\"format_version\": \"0.1\", ";
        if (m_task == Task::Segmentation) {
            if (labels.empty())
                return text + "\"annotations\": [], \"point_annotations\": []}";
            // One cloud has one list; the last says what is so.
            auto points = pointsJson(*labels.back(), m_categories);
            if (!points)
                return fail(points.error());
            ++written;
            return text + *points + "}";
        }
        text += "\"annotations\": [";
        std::int64_t number = 0;
        for (const model::Annotation *label : labels)
            number = std::max(number, idOf(*label));
        bool first = true;
        std::set<std::int64_t> taken;
        for (const model::Annotation *label : labels) {
            const std::int64_t track = label->track.isNull() ? -1 : names.of(label->track).toLongLong();
            Json record = objectOf(*label, placed, m_categories.idOf(m_schema.find(label->labelClass)->name), number + 1, track,
                                   *placed.frames.indexOf(*label));
            if (const std::int64_t id = idOf(*label); id <= 0 || !taken.insert(id).second)
                record["id"] = ++number;
            text += (first ? "" : ", ") + base::toJsonLine(record).trimmed();
            first = false;
            ++written;
        }
        return text + "]}";
    }

    static std::int64_t idOf(const model::Annotation &label)
    {
        const Json &id = extension::memberOf(kept(label, "record"), "id");
        return id.is_number_integer() && id > 0 && id <= 1'000'000'000'000 ? id.get<std::int64_t>() : 0;
    }

    const model::Schema &m_schema;
    Task m_task;
    bool m_sequence;
    QString m_labelset;
    Json m_dataset;
    Categories m_categories;
};

struct Plan {
    Task task = Task::Cuboid;
    bool sequence = false;
    QString labelset;
};

/// What the options say, else what there is most of.
Result<Plan> planOf(const extension::AnnotationSource &source, const extension::ExportRequest &request)
{
    const auto asked = extension::optionValue(request.options, options()[1]);
    const auto labelset = extension::optionValue(request.options, options()[0]);
    if (!asked || !labelset)
        return fail(asked ? labelset.error() : asked.error());
    Plan plan;
    plan.labelset = labelset->isEmpty() ? options()[0].defaultValue : *labelset;
    std::map<Task, std::int64_t> counts;
    const auto visited = extension::visitScenes(source,
                                                [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
                                                    const std::optional<model::Scene> &scene) -> Result<> {
                                                    plan.sequence = plan.sequence || Placed(item, scene).sequence;
                                                    for (const model::Annotation &annotation : annotations)
                                                        for (const Task task : {Task::Cuboid, Task::Segmentation, Task::Vector})
                                                            counts[task] += isOf(task, annotation.geometry) ? 1 : 0;
                                                    return {};
                                                });
    if (!visited)
        return fail(visited.error());
    for (const Task task : {Task::Segmentation, Task::Vector})
        if (counts[task] > counts[plan.task])
            plan.task = task;
    plan.task = taskNamed(*asked).value_or(plan.task);
    return plan;
}

void tallyPoints(extension::LossTally &tally, const model::Annotation &annotation)
{
    if (!annotation.attributes.empty())
        tally.add(tr("attributes"), tr("They are left out."), static_cast<std::int64_t>(annotation.attributes.size()));
    const auto objects = pointObjectsOf(std::get<geometry::PointLabels>(annotation.geometry));
    if (!objects)
        return;
    const auto without = std::count_if(objects->numbers.begin(), objects->numbers.end(),
                                       [](const auto &entry) { return entry.first.second == 0; });
    if (without > 0)
        tally.add(tr("classes of points that are no instances"), tr("The points of each become one object."), without);
}

}  // namespace

Result<QStringList> Writer::run(bool writing)
{
    const auto plan = planOf(m_source, m_request);
    if (!plan)
        return fail(plan.error());
    if (!writing)
        return QStringList{fileName()};
    base::AtomicFile file(QDir(m_request.folder).filePath(fileName()));
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.whyNotWritten());
    Document document(m_source, plan->task, plan->sequence, plan->labelset);
    file.write(document.head());
    bool first = true;
    const auto visited = extension::visitScenes(m_source,
                                                [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
                                                    const std::optional<model::Scene> &scene) -> Result<> {
                                                    Placed placed(item, scene);
                                                    std::int64_t written = 0;
                                                    const auto sample = document.sample(placed, annotations, written);
                                                    if (!sample)
                                                        return fail(sample.error());
                                                    file.write((first ? "" : ",\n") + *sample);
                                                    first = false;
                                                    m_source.wrote(1, written);
                                                    return {};
                                                });
    if (!visited)
        return fail(visited.error());
    file.write("\n]}}\n");
    if (const auto finished = file.finish(); !finished)
        return fail(finished.error());
    return QStringList{fileName()};
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    const auto plan = planOf(m_source, m_request);
    if (!plan)
        return fail(plan.error());
    extension::LossTally tally;
    if (const auto others = extension::tallyOtherItems(m_source, tally); !others)
        return fail(others.error());
    extension::CarriedFacts carried;
    carried.attributes = true;
    carried.space = "segments";
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const Placed placed(item, scene);
            extension::tallyBetweenKeyframes(tally, placed.frames, annotations);
            if (placed.severalSensors)
                tally.add(tr("samples of several sensors"), tr("Only the labels of the LiDAR are written."));
            std::set<std::int64_t> labeled;
            for (const model::Annotation &annotation : annotations) {
                const auto index = placed.frames.indexOf(annotation);
                const bool segmentation = plan->task == Task::Segmentation;
                if (!isOf(plan->task, annotation.geometry) || frameOf(annotation.geometry) != placed.labelFrame)
                    tally.add(extension::shapesName(annotation.geometry),
                              tr("A release has labels of one kind, in the frame of the LiDAR; they are left out."));
                else if (!segmentation && extension::tallyMissingClass(tally, annotation, m_source.schema()))
                    continue;
                else if (!index)
                    tally.add(tr("labels without a frame of their scene"), tr("They are left out."));
                else if (segmentation && !labeled.insert(*index).second)
                    tally.add(tr("lists of point labels beside another of their sweep"), tr("Only the last is written."));
                else if (extension::tallyTrackedFacts(tally, annotation, carried); segmentation)
                    tallyPoints(tally, annotation);
                else
                    for (const auto &[key, value] : annotation.attributes)
                        if (!extension::answerJson(value))
                            tally.add(tr("answers that nobody could give"), tr("They are left out."));
            }
            return {};
        });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::segments
