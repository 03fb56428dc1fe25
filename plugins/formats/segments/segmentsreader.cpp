// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/segments/segmentsreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelintake.h"
#include "core/geometry/cuboids.h"
#include "plugins/formats/segments/segmentspoints.h"
#include "plugins/formats/segments/segmentssample.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline::segments {

namespace {

constexpr qint64 maximumFile = qint64(4) << 30;
constexpr qsizetype mostKept = 1 << 20;
constexpr qsizetype mostFiles = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::segments", text);
}

QString textOf(const Json &object, std::string_view key)
{
    return base::toQString(extension::memberOf(object, key));
}

/// What of an object is not in `except`, where it is small enough to be kept.
Json restOf(QByteArrayView object, std::initializer_list<const char *> except)
{
    Json rest = Json::object();
    extension::visitJsonParts(object, [&](const extension::JsonPart &part) {
        const bool taken = std::any_of(except.begin(), except.end(), [&](const char *key) { return part.key == key; });
        if (!taken && part.text.size() <= mostKept && rest.size() < extension::maximumKeys)
            if (auto value = extension::parsedJsonPart(part.text))
                rest[part.key.toStdString()] = std::move(*value);
        return true;
    });
    return rest;
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const QString &folder, QStringList files, extension::AnnotationSink &sink)
        : m_folder(folder), m_files(std::move(files)), m_sink(sink), m_intake(sink),
          m_place(request.mediaPath.isEmpty() ? folder : request.mediaPath),
          m_media(request, {request.mediaPath, folder + QStringLiteral("/pointclouds"), folder})
    {
        if (const auto wanted = request.options.find(options()[0].key); wanted != request.options.end())
            m_labelset = wanted->second;
        else
            m_labelset = options()[0].defaultValue;
    }

    Result<> read()
    {
        for (const QString &file : m_files) {
            m_intake.beginFile(QDir(m_folder).relativeFilePath(file));
            if (const auto done = readFile(file); !done)
                return done;
            if (m_remote > 0)
                m_intake.warning({}, tr("%1 clouds are named by addresses on the network, which are never fetched. Put the files "
                                        "beside the release or name their folder with --media.")
                                         .arg(std::exchange(m_remote, 0)));
        }
        if (const auto refused = m_media.refusedLinks())
            m_sink.issue(*refused);
        if (!m_good)
            return fail(m_firstError.value_or(
                Error{ErrorCode::Malformed, tr("There is no release of Segments.ai in %1.").arg(m_folder), {}}));
        m_sink.declareDataset(QStringLiteral("segments"), m_dataset);
        return m_intake.finish();
    }

private:
    Result<> readFile(const QString &path)
    {
        const auto data = base::readTextFile(path, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            m_intake.problem({}, data.error().text);
            return {};
        }
        const QByteArrayView dataset = partOf(*data, "dataset");
        const QByteArrayView samples = partOf(dataset, "samples");
        if (!samples.startsWith('[')) {
            m_intake.problem({}, tr("It has no dataset with samples; it was left out."));
            return {};
        }
        m_good = true;
        const Json rest = restOf(dataset, {"samples"});
        m_task = textOf(rest, "task_type");
        takeCategories(extension::memberOf(extension::memberOf(rest, "task_attributes"), "categories"));
        if (m_dataset.empty())
            m_dataset = Json{{"release", restOf(*data, {"dataset"})}, {"dataset", rest}};
        std::int64_t number = 0;
        Result<> done;
        const bool whole = extension::visitJsonParts(samples, [&](const extension::JsonPart &part) {
            if (m_sink.control().cancelled()) {
                done = jobs::JobControl::cancelledError();
                return false;
            }
            m_sink.control().report(part.begin, samples.size(), tr("Reading annotations"));
            done = readSample(part.text, QStringLiteral("samples[%1]").arg(number++));
            return done.has_value();
        });
        if (done && !whole)
            m_intake.problem({}, tr("The file breaks off; what came before was read."));
        return done;
    }

    void takeCategories(const Json &categories)
    {
        m_classes.clear();
        for (std::size_t i = 0; categories.is_array() && i < categories.size(); ++i) {
            const Json &id = extension::memberOf(categories[i], "id");
            const QString name = textOf(categories[i], "name");
            if (!id.is_number_integer() || name.isEmpty())
                m_intake.left(QStringLiteral("task_attributes.categories[%1]").arg(i), tr("The category has no id or no name."));
            else {
                m_classes[id.get<std::int64_t>()] = name;
                static_cast<void>(m_sink.declareClass({name, {}}));
            }
        }
    }

    QString classOf(const Json &number)
    {
        const std::int64_t id = number.is_number_integer() ? number.get<std::int64_t>() : -1;
        if (const auto known = m_classes.find(id); known != m_classes.end())
            return known->second;
        return number.is_number_integer() ? QStringLiteral("category %1").arg(id) : QString();
    }

    Result<> readSample(QByteArrayView text, const QString &place)
    {
        if (!text.startsWith('{'))
            return m_intake.left(place, tr("It is no object.")), Result<>();
        const QByteArrayView attributes = partOf(text, "attributes");
        const QByteArrayView labels = partOf(text, "labels");
        const Json rest = restOf(text, {"labels"});
        std::int64_t others = 0;
        const auto clouds = cloudsIn(lidarPart(attributes, others));
        const QByteArrayView label = partOf(labels, m_labelset.toUtf8());
        extension::visitJsonParts(labels, [&](const extension::JsonPart &part) {
            if (part.key != m_labelset.toUtf8() && part.text.startsWith('{'))
                m_intake.leftKind(tr("labels of the label set “%1”").arg(QString::fromUtf8(part.key.left(100))));
            return true;
        });
        const QByteArrayView all = partOf(label, "attributes");
        if (!taskOf(m_task) && partOf(all, "sensors").isNull() && !m_task.isEmpty()) {
            m_intake.leftKind(tr("samples of the task %1").arg(m_task));
            return {};
        }
        declare(rest, label.startsWith('{') ? restOf(label, {"attributes"}) : Json(), clouds,
                partOf(lidarPart(attributes, others), "frames").isNull(), place);
        others = 0;
        const QByteArrayView own = lidarPart(all, others);
        if (others > 0)
            m_intake.leftKind(tr("labels of other sensors"), others);
        const QByteArrayView frames = partOf(own, "frames");
        if (frames.isNull())
            return own.isNull() ? Result<>() : readFrame(own, place + QStringLiteral(".annotations"), 0);
        std::int64_t index = 0;
        Result<> done;
        extension::visitJsonParts(frames, [&](const extension::JsonPart &part) {
            done = readFrame(part.text, place + QStringLiteral(".frames[%1].annotations").arg(index), index);
            ++index;
            return done.has_value();
        });
        return done;
    }

    void declare(const Json &rest, const Json &label, const std::vector<Cloud> &clouds, bool single, const QString &place)
    {
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        const QString name = textOf(rest, "name");
        auto safe = base::safeRelativePath(name);
        if (!safe && !name.isEmpty())
            m_intake.warning(place + QStringLiteral(".name"),
                             tr("The name leads out of the data set; the sample is called by its uuid or its number."));
        if (!safe)
            safe = base::safeRelativePath(textOf(rest, "uuid"));
        item.name = m_item = safe ? *safe : QString(place).remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        for (const Cloud &cloud : clouds) {
            const QString found =
                cloud.file.isEmpty() || !base::safeRelativePath(cloud.file) ? QString() : m_media.find(cloud.file);
            m_remote += cloud.remote && found.isEmpty() ? 1 : 0;
            if (single)
                item.path = found;
        }
        if (!single)
            item.path = m_place;
        item.extra = Json{{"segments", {{"sample", rest}, {"label", label}, {"sequence", !single}}}};
        m_ref = m_sink.declareItem(std::move(item));
        m_scene = m_sink.scene(m_ref);
        m_frames = extension::SceneFrames(m_scene, lidarFrame());
        m_labelFrame = m_scene ? m_scene->labelFrame : lidarFrame();
        m_clouds = clouds;
    }

    std::optional<std::int64_t> indexOf(std::int64_t frame) const
    {
        if (!m_frames.known())
            return frame;
        const auto at = static_cast<std::size_t>(frame);
        if (m_frames.count() > 1 && at < m_clouds.size())
            for (const QString &name : {extension::withoutEnding(m_clouds[at].file), m_clouds[at].name})
                if (const auto found = m_frames.indexNamed(name); found && !name.isEmpty())
                    return found;
        return frame < m_frames.count() ? std::optional(frame) : std::nullopt;
    }

    /// label_from_world of a frame: cuboids are where the sensor's pose puts them.
    geometry::Pose labelFromWorld(std::int64_t frame) const
    {
        const auto at = static_cast<std::size_t>(frame);
        const auto pose = at < m_clouds.size() ? m_clouds[at].world_from_sensor : std::nullopt;
        const geometry::Pose label_from_lidar = extension::labelFromLidar(m_scene);
        return pose ? geometry::composed(label_from_lidar, geometry::inverted(*pose)) : label_from_lidar;
    }

    Result<> readFrame(QByteArrayView frame, const QString &place, std::int64_t number)
    {
        const auto index = indexOf(number);
        if (!index)
            return m_intake.left(place, tr("The scene has no frame %1.").arg(number)), Result<>();
        const QByteArrayView points = partOf(frame, "point_annotations");
        const QByteArrayView annotations = partOf(frame, "annotations");
        if (!points.isNull())
            return readPoints(points, annotations, place, *index);
        const geometry::Pose label_from_world = labelFromWorld(number);
        std::int64_t position = 0;
        Result<> done;
        extension::visitJsonParts(annotations, [&](const extension::JsonPart &part) {
            done = take(part, place + QStringLiteral("[%1]").arg(position++), *index, label_from_world);
            return done.has_value();
        });
        return done;
    }

    Result<> take(const extension::JsonPart &part, const QString &place, std::int64_t index,
                  const geometry::Pose &label_from_world)
    {
        auto record =
            part.complete ? extension::parsedJsonPart(part.text) : fail(ErrorCode::Malformed, tr("The file ends inside it."));
        if (!record)
            return m_intake.left(place, record.error().text), Result<>();
        const QString type = textOf(*record, "type");
        extension::ForeignAnnotation label;
        Result<> shaped;
        if (type == QLatin1String("polyline")) {
            const auto line = lineFrom(*record, lidarFrame());
            if (line)
                label.annotation.geometry = transformed(label_from_world, *line, m_labelFrame);
            else
                shaped = fail(line.error());
        } else if (type.isEmpty() || type == QLatin1String("cuboid")) {
            const auto cuboid = cuboidFrom(*record, lidarFrame());
            if (cuboid)
                label.annotation.geometry = geometry::transformed(label_from_world, *cuboid, m_labelFrame);
            else
                shaped = fail(cuboid.error());
        } else {
            return m_intake.leftKind(type), Result<>();
        }
        const QString className = classOf(extension::memberOf(*record, "category_id"));
        if (!shaped || className.isEmpty())
            return m_intake.left(place, shaped ? tr("It has no category_id.") : shaped.error().text), Result<>();
        label.item = m_ref;
        label.labelClass = m_sink.declareClass({className, {}});
        label.annotation.frame = m_frames.ref(index);
        label.annotation.attributes = answersIn(*record);
        if (const Json &track = extension::memberOf(*record, "track_id"); track.is_number_integer())
            label.annotation.track = extension::trackNamed(m_item, QString::fromStdString(track.dump()));
        label.annotation.extra = Json{{"segments", {{"record", std::move(*record)}}}};
        return m_intake.add(std::move(label));
    }

    Result<> readPoints(QByteArrayView points, QByteArrayView annotations, const QString &place, std::int64_t index)
    {
        std::map<std::uint32_t, QString> classes;
        std::int64_t position = 0;
        extension::visitJsonParts(annotations, [&](const extension::JsonPart &part) {
            const QString at = place + QStringLiteral("[%1]").arg(position++);
            const auto record = extension::parsedJsonPart(part.text);
            const Json &id = record ? extension::memberOf(*record, "id") : Json();
            const QString name = record ? classOf(extension::memberOf(*record, "category_id")) : QString();
            if (!id.is_number_unsigned() || id == 0 || id > 0xffffffffU || name.isEmpty())
                m_intake.left(at, tr("The object has no id above 0 or no category_id."));
            else
                classes[id.get<std::uint32_t>()] = name;
            return true;
        });
        if (!points.startsWith('['))
            return m_intake.left(place, tr("Its points are in a file of their own, which is not fetched.")), Result<>();
        std::int64_t strangers = 0;
        auto labels = pointLabelsFrom(points, classes, m_labelFrame, strangers);
        if (!labels)
            return m_intake.left(place, labels.error().text), Result<>();
        if (strangers > 0)
            m_intake.problem(place, tr("%1 points belong to objects that are not listed; they have no class.").arg(strangers));
        for (const QString &name : labels->classes)
            static_cast<void>(m_sink.declareClass({name, {}}));
        extension::ForeignAnnotation label;
        label.item = m_ref;
        label.annotation.geometry = std::move(*labels);
        label.annotation.frame = m_frames.ref(index);
        if (annotations.size() <= mostKept)
            if (auto objects = extension::parsedJsonPart(annotations))
                label.annotation.extra = Json{{"segments", {{"objects", std::move(*objects)}}}};
        return m_intake.add(std::move(label));
    }

    QString m_folder;
    QStringList m_files;
    extension::AnnotationSink &m_sink;
    extension::LabelIntake m_intake;
    QString m_place;
    extension::MediaFinder m_media;
    QString m_labelset;
    QString m_task;
    std::map<std::int64_t, QString> m_classes;
    Json m_dataset = Json::object();
    QString m_item;
    QString m_labelFrame;
    const model::Scene *m_scene = nullptr;
    std::vector<Cloud> m_clouds;
    extension::ItemRef m_ref = 0;
    extension::SceneFrames m_frames{nullptr, {}};
    std::int64_t m_remote = 0;
    bool m_good = false;
    std::optional<Error> m_firstError;
};

/// The first 64 KiB tell: categories stand before the samples.
QString whyRelease(const QString &path)
{
    constexpr qint64 head = 64 << 10;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.read(head);
    const QByteArrayView dataset = partOf(text, "dataset");
    if (dataset.isNull() || !dataset.contains("\"task_type\"") || !dataset.contains("\"task_attributes\""))
        return {};
    const QByteArrayView task = partOf(dataset, "task_type");
    const bool clouds =
        task.contains("pointcloud-") || (task.isNull() && dataset.contains("\"pointcloud-")) || task.contains("multisensor");
    return clouds ? tr("a release of Segments.ai with point clouds") : QString();
}

QStringList filesAt(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {QFileInfo(path).absoluteFilePath()};
    QStringList files;
    for (const QFileInfo &info :
         QDir(path).entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks, QDir::Name).mid(0, mostFiles))
        if (!whyRelease(info.absoluteFilePath()).isEmpty())
            files.append(info.absoluteFilePath());
    return files;
}

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    const QFileInfo given(request.path);
    if (!given.exists())
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const QString folder = given.isDir() ? given.absoluteFilePath() : given.absolutePath();
    return Reader(request, QDir::cleanPath(folder), filesAt(request.path), sink).read();
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    for (const QString &file : filesAt(path))
        if (const QString why = whyRelease(file); !why.isEmpty())
            return {ProbeResult::Certain, QFileInfo(file).fileName() + QLatin1String(": ") + why};
    return {};
}

}  // namespace plumbline::segments
