// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/supervisely/superviselyreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelintake.h"
#include "plugins/formats/supervisely/superviselyfiles.h"
#include "plugins/formats/supervisely/superviselyobject.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline::supervisely {

namespace {

constexpr qsizetype mostKept = 1 << 20;
constexpr qsizetype mostOfObject = 64 << 10;
constexpr std::int64_t mostFrames = 1'000'000'000;
constexpr qsizetype mostShown = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::supervisely", text);
}

QString textOf(const Json &object, std::string_view key)
{
    return base::toQString(extension::memberOf(object, key));
}

struct Object {
    QString className;
    Json record;
};

/// A label file by its parts: what is long is not parsed.
struct Parts {
    QByteArrayView objects;
    QByteArrayView figures;
    QByteArrayView frames;
    Json rest = Json::object();
    bool whole = false;
};

Parts partsOf(QByteArrayView text)
{
    // Some exports put the one episode into a list.
    if (extension::jsonOpening(text) == '[') {
        QByteArrayView first;
        extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
            first = part.text;
            return false;
        });
        text = first;
    }
    Parts parts;
    parts.whole = extension::jsonOpening(text) == '{' && extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
                      if (part.key == "objects")
                          parts.objects = part.text;
                      else if (part.key == "figures")
                          parts.figures = part.text;
                      else if (part.key == "frames")
                          parts.frames = part.text;
                      else if (part.text.size() <= mostKept && parts.rest.size() < extension::maximumKeys)
                          if (auto value = extension::parsedJsonPart(part.text))
                              parts.rest[part.key.toStdString()] = std::move(*value);
                      return true;
                  });
    return parts;
}

class Reader
{
public:
    Reader(const Layout &layout, extension::AnnotationSink &sink) : m_layout(layout), m_sink(sink), m_intake(sink) {}

    Result<> read()
    {
        readProject();
        std::int64_t done = 0;
        std::int64_t total = 0;
        for (const Dataset &dataset : m_layout.datasets)
            total += dataset.files.size();
        for (const Dataset &dataset : m_layout.datasets)
            for (const QString &file : dataset.files) {
                if (m_sink.control().cancelled())
                    return jobs::JobControl::cancelledError();
                const QString path = dataset.path + (dataset.episode ? QStringLiteral("/") : QStringLiteral("/ann/")) + file;
                if (const auto read = readFile(dataset, path); !read)
                    return read;
                m_sink.control().report(++done, total, tr("Reading annotations"));
            }
        if (!m_good)
            return fail(m_firstError.value_or(
                Error{ErrorCode::Malformed,
                      tr("There are no annotations of Supervisely's point clouds in %1.").arg(m_layout.root),
                      {}}));
        m_sink.declareDataset(QStringLiteral("supervisely"), m_dataset);
        return m_intake.finish();
    }

private:
    QString relative(const QString &path) const { return QDir(m_layout.root).relativeFilePath(path); }

    std::optional<Json> metaFile()
    {
        const QString path = m_layout.root + QStringLiteral("/meta.json");
        const QFileInfo info(path);
        m_intake.beginFile(relative(path));
        if (!info.isFile() || info.isSymLink()) {
            m_intake.warning({}, tr("The file is not there."));
            return std::nullopt;
        }
        constexpr qint64 most = 16 << 20;
        const auto text = base::readTextFile(path, most);
        auto json = text ? extension::parsedJsonPart(*text) : fail(text.error());
        if (json && json->is_object())
            return std::move(*json);
        m_intake.problem({}, json ? tr("It is no object.") : json.error().text);
        return std::nullopt;
    }

    void readProject()
    {
        const auto meta = metaFile();
        m_dataset = Json::object();
        if (meta) {
            const Json &classes = extension::memberOf(*meta, "classes");
            for (std::size_t i = 0; classes.is_array() && i < classes.size(); ++i) {
                const QString title = textOf(classes[i], "title");
                if (title.isEmpty())
                    m_intake.left(QStringLiteral("classes[%1]").arg(i), tr("The class has no title."));
                else if (const QString shape = textOf(classes[i], "shape");
                         shape == QLatin1String("cuboid_3d") || shape == QLatin1String("any"))
                    static_cast<void>(m_sink.declareClass({title, Json{{"supervisely", classes[i]}}}));
            }
            m_dataset["meta"] = *meta;
        }
        // Has a line for each figure: kept where it is small.
        const QFileInfo ids(m_layout.root + QStringLiteral("/key_id_map.json"));
        if (!ids.isFile() || ids.isSymLink())
            return;
        m_intake.beginFile(ids.fileName());
        const auto text = base::readTextFile(ids.absoluteFilePath(), mostKept);
        auto json = text ? extension::parsedJsonPart(*text) : fail(text.error());
        if (json && json->is_object())
            m_dataset["ids"] = std::move(*json);
        else
            m_intake.warning({}, tr("It is too large to be kept, or broken; an export writes an empty one."));
    }

    /// File of each frame by its number; told when it is not there.
    std::map<std::int64_t, QString> readFrameMap(const Dataset &dataset)
    {
        std::map<std::int64_t, QString> map;
        if (!dataset.episode)
            return map;
        const QFileInfo info(dataset.path + QLatin1Char('/') + frameMapFile());
        m_intake.beginFile(relative(info.absoluteFilePath()));
        const auto text = info.isSymLink() ? fail(ErrorCode::NotFound, tr("The file is not there."))
                                           : base::readTextFile(info.absoluteFilePath(), maximumFile);
        if (!text) {
            m_intake.warning({}, text.error().text);
            return map;
        }
        const bool whole =
            extension::jsonOpening(*text) == '{' && extension::visitJsonParts(*text, [&](const extension::JsonPart &part) {
                bool good = false;
                const qlonglong number = part.key.toLongLong(&good);
                const auto name = extension::parsedJsonPart(part.text);
                if (good && number >= 0 && number < mostFrames && name && name->is_string())
                    map.emplace(number, base::toQString(*name));
                else
                    m_intake.left(QString::fromUtf8(part.key.left(mostShown)), tr("It is no frame with the name of a file."));
                return true;
            });
        if (!whole)
            m_intake.problem({}, tr("It is no object, or it breaks off."));
        return map;
    }

    Result<> readFile(const Dataset &dataset, const QString &path)
    {
        const auto map = readFrameMap(dataset);
        m_intake.beginFile(relative(path));
        const auto data = base::readTextFile(path, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            m_intake.problem({}, data.error().text);
            return {};
        }
        const Parts parts = partsOf(*data);
        if (parts.objects.isNull() && parts.figures.isNull() && parts.frames.isNull()) {
            m_intake.problem({}, tr("It has no objects and no figures; the file was left out."));
            return {};
        }
        if (!parts.whole)
            m_intake.problem({}, tr("The file breaks off; what came before was read."));
        m_good = true;
        m_episode = dataset.episode;
        declare(dataset, QFileInfo(path).completeBaseName(), parts.rest, map);
        const model::Scene *scene = m_sink.scene(m_ref);
        m_frames = extension::SceneFrames(scene, lidarFrame());
        m_labelFrame = scene ? scene->labelFrame : lidarFrame();
        readObjects(parts.objects);
        return dataset.episode ? readFrames(parts.frames, map) : readCloud(parts.figures, dataset, path);
    }

    void declare(const Dataset &dataset, const QString &cloud, const Json &rest, const std::map<std::int64_t, QString> &map)
    {
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        const QString wanted = dataset.episode ? dataset.name : dataset.name + QLatin1Char('/') + cloud;
        item.name = m_item = base::safeRelativePath(wanted).value_or(QStringLiteral("scene"));
        item.path = dataset.path;
        Json own = {{"episode", dataset.episode}, {"rest", rest}};
        if (!map.empty() && map.size() <= extension::maximumKeys)
            for (const auto &[number, file] : map)
                own["map"][std::to_string(number)] = base::toJson(file);
        item.extra = Json{{"supervisely", std::move(own)}};
        m_ref = m_sink.declareItem(std::move(item));
    }

    void readObjects(QByteArrayView text)
    {
        m_objects.clear();
        std::int64_t number = 0;
        extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
            const QString place = QStringLiteral("objects[%1]").arg(number++);
            auto record = part.text.size() > mostOfObject ? fail(ErrorCode::TooLarge, tr("The object is too large."))
                                                          : extension::parsedJsonPart(part.text);
            const QString key = record ? plainKey(textOf(*record, "key")) : QString();
            const QString className = record ? textOf(*record, "classTitle") : QString();
            if (key.isEmpty() || className.isEmpty())
                m_intake.left(place, record ? tr("It has no key or no classTitle.") : record.error().text);
            else if (m_objects.contains(key))
                m_intake.left(place, tr("Another object has its key."));
            else
                m_objects.insert(key, {className, std::move(*record)});
            return true;
        });
    }

    Result<> readCloud(QByteArrayView figures, const Dataset &dataset, const QString &path)
    {
        const QString stem = extension::withoutEnding(QFileInfo(path).completeBaseName());
        const auto index = m_frames.count() > 1 ? m_frames.indexNamed(stem) : std::optional<std::int64_t>(0);
        if (!index) {
            m_intake.problem({}, tr("The scene of %1 has no sweep of this name; its labels were left out.").arg(dataset.name));
            return {};
        }
        return readFigures(figures, QStringLiteral("figures"), *index, std::nullopt);
    }

    /// By the name of the sweep where the file and the scene have one, else by position.
    std::optional<std::int64_t> indexOf(std::int64_t number, const std::map<std::int64_t, QString> &map) const
    {
        if (!m_frames.known())
            return number;
        if (const auto file = map.find(number); file != map.end())
            return m_frames.indexNamed(extension::withoutEnding(QFileInfo(file->second).fileName()));
        return number < m_frames.count() ? std::optional(number) : std::nullopt;
    }

    Result<> readFrames(QByteArrayView frames, const std::map<std::int64_t, QString> &map)
    {
        std::int64_t position = 0;
        Result<> done;
        extension::visitJsonParts(frames, [&](const extension::JsonPart &part) {
            const QString place = QStringLiteral("frames[%1]").arg(position++);
            QByteArrayView figures;
            std::optional<std::int64_t> number;
            extension::visitJsonParts(part.text, [&](const extension::JsonPart &member) {
                bool good = false;
                if (member.key == "figures")
                    figures = member.text;
                else if (member.key == "index")
                    if (const qlonglong read = member.text.toLongLong(&good); good && read >= 0 && read < mostFrames)
                        number = read;
                return true;
            });
            const auto index = number ? indexOf(*number, map) : std::nullopt;
            if (!index)
                m_intake.left(place, number ? tr("The scene has no frame %1.").arg(*number) : tr("The frame has no index."));
            else
                done = readFigures(figures, place + QStringLiteral(".figures"), *index, *number);
            return done.has_value();
        });
        return done;
    }

    Result<> readFigures(QByteArrayView text, const QString &place, std::int64_t index, std::optional<std::int64_t> number)
    {
        std::int64_t position = 0;
        Result<> done;
        extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
            done = take(part, place + QStringLiteral("[%1]").arg(position++), index, number);
            return done.has_value();
        });
        return done;
    }

    Result<> take(const extension::JsonPart &part, const QString &place, std::int64_t index, std::optional<std::int64_t> number)
    {
        const auto left = [&](const QString &why) {
            m_intake.left(place, why);
            return Result<>();
        };
        auto figure =
            part.complete ? extension::parsedJsonPart(part.text) : fail(ErrorCode::Malformed, tr("The file ends inside it."));
        if (!figure)
            return left(figure.error().text);
        const QString type = textOf(*figure, "geometryType");
        if (!type.isEmpty() && type != QLatin1String("cuboid_3d"))
            return m_intake.leftKind(type), Result<>();
        const auto object = m_objects.constFind(plainKey(textOf(*figure, "objectKey")));
        if (object == m_objects.constEnd())
            return left(tr("“objects” does not have its object."));
        const auto cuboid = cuboidFrom(extension::memberOf(*figure, "geometry"), m_labelFrame);
        if (!cuboid)
            return left(cuboid.error().text);
        extension::ForeignAnnotation label;
        label.item = m_ref;
        label.labelClass = m_sink.declareClass({object->className, {}});
        label.annotation.geometry = *cuboid;
        label.annotation.frame = m_frames.ref(index);
        label.annotation.attributes = answersIn(extension::memberOf(object->record, "tags"), number);
        if (m_episode)
            label.annotation.track = extension::trackNamed(m_item, object.key());
        label.annotation.extra = Json{{"supervisely", {{"figure", std::move(*figure)}, {"object", object->record}}}};
        return m_intake.add(std::move(label));
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    extension::LabelIntake m_intake;
    Json m_dataset;
    QString m_item;
    QString m_labelFrame;
    bool m_episode = false;
    extension::ItemRef m_ref = 0;
    extension::SceneFrames m_frames{nullptr, {}};
    QHash<QString, Object> m_objects;
    bool m_good = false;
    std::optional<Error> m_firstError;
};

bool looksLikeFigures(const QString &path)
{
    constexpr qint64 head = 65536;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".json")) || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.read(head);
    return text.contains("\"cuboid_3d\"") && text.contains("\"objectKey\"") && text.contains("\"geometryType\"");
}

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request.path);
    return Reader(layout, sink).read();
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    const QString why = tr("figures and objects of Supervisely's point clouds");
    if (!QFileInfo(path).isDir())
        return extension::probeAmong({path}, looksLikeFigures, why);
    const Layout layout = explore(path);
    if (layout.datasets.empty())
        return {};
    const auto meta = base::readTextFile(layout.root + QStringLiteral("/meta.json"), mostKept);
    if (meta && (meta->contains("\"point_clouds\"") || meta->contains("\"point_cloud_episodes\"")))
        return {ProbeResult::Certain, tr("meta.json is that of a point cloud project of Supervisely")};
    QStringList files;
    for (const Dataset &dataset : layout.datasets)
        for (const QString &file : dataset.files.mid(0, 10))
            files.append(dataset.path + (dataset.episode ? QStringLiteral("/") : QStringLiteral("/ann/")) + file);
    return extension::probeAmong(files, looksLikeFigures, why);
}

}  // namespace plumbline::supervisely
