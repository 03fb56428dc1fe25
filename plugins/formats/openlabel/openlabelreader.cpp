// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openlabel/openlabelreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/openlabel/openlabelboxes.h"
#include "plugins/formats/openlabel/openlabellines.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline::openlabel {

namespace {

constexpr qint64 maximumFile = qint64(1) << 30;
constexpr qsizetype mostKeptBytes = 4 << 20;
constexpr std::size_t batchSize = 4096;
constexpr int mostTold = 50;
constexpr std::int64_t mostFrames = 1'000'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openlabel", text);
}

/// The value of a key of an object that is not parsed.
QByteArrayView partOf(QByteArrayView object, QByteArrayView key)
{
    QByteArrayView found;
    extension::visitJsonParts(object, [&](const extension::JsonPart &part) {
        if (part.key == key)
            found = part.text;
        return found.isNull();
    });
    return found;
}

/// What the head of a file says it is: "1.0.0"; empty when it is none.
QByteArray versionIn(QByteArrayView text)
{
    const QByteArrayView root = partOf(text, "openlabel");
    const QByteArrayView metadata = root.isNull() ? root : partOf(root, "metadata");
    const QByteArrayView version = metadata.isNull() ? metadata : partOf(metadata, "schema_version");
    return version.startsWith('"') ? version.sliced(1).chopped(1).toByteArray() : QByteArray();
}

struct Object {
    QString name;
    QString type;
    QString system;
    Json record;  ///< without its data, to keep
    TrackId track;
};

class Reader
{
public:
    Reader(const QString &path, extension::AnnotationSink &sink) : m_path(path), m_file(QFileInfo(path).fileName()), m_sink(sink)
    {}

    Result<> read()
    {
        const auto data = base::readTextFile(m_path, maximumFile);
        if (!data)
            return fail(data.error());
        const QByteArrayView root = partOf(*data, "openlabel");
        if (root.isNull())
            return fail(ErrorCode::Malformed, tr("%1 has no “openlabel”.").arg(m_file));
        QHash<QByteArray, QByteArrayView> sections;
        const bool whole = extension::visitJsonParts(root, [&](const extension::JsonPart &part) {
            sections.insert(part.key, part.text);
            return true;
        });
        if (!whole)
            say({}, tr("The file breaks off; what came before was read."));
        Json kept = Json::object();
        for (auto it = sections.cbegin(); it != sections.cend(); ++it)
            if (it.key() != "objects" && it.key() != "frames" && it.key() != "frame_intervals")
                keep(kept, it.key(), it.value());
        keepFrameProperties(kept, sections.value("frames"));
        declare(kept);
        const model::Scene *scene = m_sink.scene(m_ref);
        const extension::SceneFrames frames(scene, QString());
        const Systems systems(extension::memberOf(kept, "coordinate_systems"), extension::memberOf(kept, "streams"), scene);
        m_frames = &frames;
        m_systems = &systems;
        if (const auto taken = readObjects(sections.value("objects")); !taken)
            return taken;
        if (const auto taken = readFrames(sections.value("frames")); !taken)
            return taken;
        tellLeftOut();
        return flush();
    }

private:
    void keep(Json &kept, const QByteArray &key, QByteArrayView text)
    {
        auto parsed = text.size() > mostKeptBytes ? fail(ErrorCode::TooLarge, tr("It is too large to be kept."))
                                                  : extension::parsedJsonPart(text);
        if (parsed)
            kept[key.toStdString()] = std::move(*parsed);
        else
            say(QString::fromUtf8(key), parsed.error().text);
    }

    /// Poses and time stamps go out again as they came, as long as they are few.
    void keepFrameProperties(Json &kept, QByteArrayView frames)
    {
        if (frames.isNull())
            return;
        Json all = Json::object();
        qsizetype bytes = 0;
        extension::visitJsonParts(frames, [&](const extension::JsonPart &part) {
            const QByteArrayView text = partOf(part.text, "frame_properties");
            bytes += text.size();
            if (!text.isNull() && bytes <= mostKeptBytes)
                if (auto parsed = extension::parsedJsonPart(text))
                    all[part.key.toStdString()] = std::move(*parsed);
            // Json looks a key up by going through all of them.
            return bytes <= mostKeptBytes && all.size() < extension::maximumKeys;
        });
        if (bytes > mostKeptBytes || all.size() >= extension::maximumKeys)
            m_sink.issue({IssueSeverity::Warning, m_file, QStringLiteral("frames"),
                          tr("The properties of the frames are too large to be kept; an export writes those of the scene.")});
        else if (!all.empty())
            kept["frame_properties"] = std::move(all);
    }

    void declare(const Json &kept)
    {
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        const QString named = base::toQString(extension::memberOf(extension::memberOf(kept, "metadata"), "name"));
        const auto safe = base::safeRelativePath(named);
        item.name = m_item = safe && !named.isEmpty() ? *safe : extension::withoutEnding(m_file);
        item.path = QFileInfo(m_path).absolutePath();
        item.extra = Json{{"openlabel", kept}};
        m_ref = m_sink.declareItem(std::move(item));
    }

    Result<> readObjects(QByteArrayView text)
    {
        Result<> done;
        if (text.isNull())
            return done;
        extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
            const QString uid = QString::fromUtf8(part.key);
            const QString place = QStringLiteral("objects.") + uid;
            auto record = extension::parsedJsonPart(part.text);
            if (!record || !record->is_object()) {
                left(place, record ? tr("The object is none.") : record.error().text);
                return true;
            }
            Object object;
            object.name = base::toQString(extension::memberOf(*record, "name"));
            object.type = base::toQString(extension::memberOf(*record, "type"));
            object.system = systemOf(*record, {});
            object.track = extension::trackNamed(m_item, uid);
            const Json data = extension::memberOf(*record, "object_data");
            const std::int64_t first = firstFrame(*record);
            for (const char *key : {"object_data", "object_data_pointers", "frame_intervals"})
                record->erase(key);
            object.record = std::move(*record);
            if (data.is_object())
                take(uid, object, data, first, true, place);
            m_objects.insert(uid, std::move(object));
            done = flushWhenFull();
            return done.has_value();
        });
        return done;
    }

    static std::int64_t firstFrame(const Json &record)
    {
        const Json &intervals = extension::memberOf(record, "frame_intervals");
        const Json &start =
            intervals.is_array() && !intervals.empty() ? extension::memberOf(intervals[0], "frame_start") : Json();
        return start.is_number_unsigned()
                   ? static_cast<std::int64_t>(std::min<std::uint64_t>(start.get<std::uint64_t>(), mostFrames))
                   : 0;
    }

    Result<> readFrames(QByteArrayView text)
    {
        Result<> done;
        if (text.isNull())
            return done;
        extension::visitJsonParts(text, [&](const extension::JsonPart &frame) {
            bool good = false;
            const qlonglong number = frame.key.toLongLong(&good);
            if (!good || number < 0 || number >= mostFrames) {
                left(QStringLiteral("frames.") + QString::fromUtf8(frame.key), tr("The frame has no number."));
                return true;
            }
            const QByteArrayView objects = partOf(frame.text, "objects");
            if (objects.isNull())
                return true;
            extension::visitJsonParts(objects, [&](const extension::JsonPart &part) {
                const QString uid = QString::fromUtf8(part.key);
                const QString place = QStringLiteral("frames.%1.objects.%2").arg(number).arg(uid);
                const auto record = extension::parsedJsonPart(part.text);
                const auto object = m_objects.constFind(uid);
                if (!record || object == m_objects.constEnd()) {
                    left(place, record ? tr("“objects” does not have it.") : record.error().text);
                    return true;
                }
                take(uid, *object, extension::memberOf(*record, "object_data"), number, false, place);
                done = m_sink.control().cancelled() ? jobs::JobControl::cancelledError() : flushWhenFull();
                return done.has_value();
            });
            return done.has_value();
        });
        return done;
    }

    void take(const QString &uid, const Object &object, const Json &data, std::int64_t number, bool isStatic,
              const QString &place)
    {
        if (!data.is_object())
            return;
        if (object.type.isEmpty())
            return left(place, tr("The object has no type."));
        const auto index = m_frames->indexNumbered(number);
        if (!index)
            return left(place, tr("The scene has no frame %1.").arg(number));
        const std::size_t before = m_batch.size();
        for (const auto &[kind, entries] : data.items()) {
            if (!entries.is_array())
                continue;
            if (kind == "cuboid" || kind == "bbox" || kind == "poly3d")
                for (const Json &entry : entries)
                    takeShape(uid, object, kind, entry, *index, isStatic, place);
            else if (kind != "num" && kind != "text" && kind != "boolean")
                m_leftOut[QString::fromStdString(kind)] += static_cast<std::int64_t>(entries.size());
        }
        const model::Attributes answers = answersIn(data);
        if (m_batch.size() > before)
            // Cuboids come first where an object has both.
            m_batch[firstCuboid(before)].annotation.attributes = answers;
        else
            m_leftOut[tr("answers of objects without a shape")] += static_cast<std::int64_t>(answers.size());
    }

    std::size_t firstCuboid(std::size_t from) const
    {
        for (std::size_t i = from; i < m_batch.size(); ++i)
            if (std::holds_alternative<geometry::Cuboid>(m_batch[i].annotation.geometry))
                return i;
        return from;
    }

    static model::Attributes answersIn(const Json &data)
    {
        model::Attributes answers;
        for (const char *kind : {"num", "text", "boolean"}) {
            const Json &entries = extension::memberOf(data, kind);
            if (!entries.is_array())
                continue;
            for (const Json &entry : entries) {
                const QString name = base::toQString(extension::memberOf(entry, "name"));
                const Json &value = extension::memberOf(entry, "val");
                if (name.isEmpty())
                    continue;
                if (value.is_number())
                    answers[name] = value.get<double>();
                else if (value.is_boolean())
                    answers[name] = value.get<bool>();
                else if (value.is_string())
                    answers[name] = base::toQString(value);
            }
        }
        return answers;
    }

    void takeShape(const QString &uid, const Object &object, const std::string &kind, const Json &entry, std::int64_t index,
                   bool isStatic, const QString &place)
    {
        extension::ForeignAnnotation label;
        if (kind == "cuboid") {
            const auto cuboid = cuboidFrom(entry, object.system, *m_systems, index);
            // No values, or sizes of -1000, are how data sets say that there is no cuboid.
            if (!cuboid && saysNoCuboid(entry)) {
                ++m_leftOut[tr("cuboids that say there is none")];
                return;
            }
            if (!cuboid)
                return left(place, cuboid.error().text);
            label.annotation.geometry = *cuboid;
            label.annotation.frame = m_frames->ref(index);
            label.annotation.frame->stream = cuboid->coordinateFrame;
        } else if (kind == "poly3d") {
            const auto line = lineFrom(entry, object.system, *m_systems, index);
            if (!line)
                return left(place, line.error().text);
            label.annotation.geometry = *line;
            label.annotation.frame = m_frames->ref(index);
            label.annotation.frame->stream = line->coordinateFrame;
        } else {
            const auto box = boxFrom(entry);
            if (!box)
                return left(place, box.error().text);
            label.annotation.geometry = *box;
            label.annotation.frame = m_frames->ref(index, systemOf(entry, object.system));
        }
        label.item = m_ref;
        label.labelClass = m_sink.declareClass({object.type, {}});
        label.annotation.track = object.track;
        if (object.type == QLatin1String("DontCare"))
            label.annotation.role = model::Role::Ignore;
        label.annotation.extra =
            Json{{"openlabel", {{"uid", uid.toStdString()}, {"object", object.record}, {"entry", entry}, {"static", isStatic}}}};
        m_batch.push_back(std::move(label));
    }

    static bool saysNoCuboid(const Json &entry)
    {
        const Json &values = extension::memberOf(entry, "val");
        return values.is_null() || (values.is_array() && !values.empty() && values.back() == -1000.0);
    }

    void tellLeftOut()
    {
        for (const auto &[what, count] : m_leftOut)
            if (count > 0)
                m_sink.issue({IssueSeverity::Warning, m_file, what, tr("%1 of these were left out.").arg(count)});
        if (m_told > mostTold)
            say({}, tr("%1 more were left out.").arg(m_told - mostTold));
    }

    void left(const QString &place, const QString &why)
    {
        if (++m_told <= mostTold)
            say(place, tr("%1 It was left out.").arg(why));
    }
    void say(const QString &place, const QString &text) { m_sink.issue({IssueSeverity::Problem, m_file, place, text}); }
    Result<> flushWhenFull() { return m_batch.size() < batchSize ? Result<>() : flush(); }
    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }

    QString m_path;
    QString m_file;
    QString m_item;
    extension::AnnotationSink &m_sink;
    extension::ItemRef m_ref = 0;
    const extension::SceneFrames *m_frames = nullptr;
    const Systems *m_systems = nullptr;
    QHash<QString, Object> m_objects;
    std::map<QString, std::int64_t> m_leftOut;
    std::vector<extension::ForeignAnnotation> m_batch;
    int m_told = 0;
};

QStringList filesAt(const QString &path)
{
    const QFileInfo given(path);
    if (!given.isDir())
        return given.exists() ? QStringList{given.absoluteFilePath()} : QStringList();
    QStringList files;
    constexpr qsizetype most = 100'000;
    for (const QString &name :
         QDir(path).entryList({QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks, QDir::Name).mid(0, most))
        files.append(QDir(path).absoluteFilePath(name));
    return files;
}

bool looksLikeOpenLabel(const QString &path)
{
    QFile file(path);
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return false;
    constexpr qint64 head = 256;
    if (!file.peek(head).contains("\"openlabel\""))
        return false;
    const uchar *mapped = file.map(0, file.size());
    return mapped && versionIn(QByteArrayView(mapped, file.size())).startsWith("1.");
}

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    const QStringList files = filesAt(request.path);
    std::optional<Error> first;
    bool good = false;
    for (const QString &file : files) {
        if (files.size() > 1 && !looksLikeOpenLabel(file))
            continue;
        const auto read = Reader(file, sink).read();
        good = good || read.has_value();
        if (read)
            continue;
        if (read.error().code == ErrorCode::Cancelled || files.size() == 1)
            return read;
        sink.issue({IssueSeverity::Problem, QFileInfo(file).fileName(), {}, read.error().text});
        first = first ? first : read.error();
    }
    if (good)
        return {};
    return fail(first.value_or(Error{ErrorCode::NotFound, tr("There is no file of OpenLABEL at %1.").arg(request.path), {}}));
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    constexpr qsizetype looks = 5;
    for (const QString &file : filesAt(path).mid(0, looks))
        if (looksLikeOpenLabel(file))
            return {ProbeResult::Certain, QFileInfo(file).fileName() + QLatin1String(": ") + tr("“openlabel” of version 1")};
    return {};
}

}  // namespace plumbline::openlabel
