// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openlabel/openlabelwriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/model/picturelinks.h"
#include "plugins/formats/openlabel/openlabelboxes.h"
#include "plugins/formats/openlabel/openlabellines.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <set>

namespace plumbline::openlabel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openlabel", text);
}

const model::Scene *pointerTo(const std::optional<model::Scene> &scene)
{
    return scene ? &*scene : nullptr;
}

QString fileNameOf(const model::Item &item, extension::NameAllotter &names)
{
    const QString name = base::safeRelativePath(item.name).value_or(QStringLiteral("scene"));
    return names.take(name + QStringLiteral(".json"), false);
}

/// A kept section under the schema's rule that it is an object.
const Json &section(const Json &kept, const char *key)
{
    static const Json none;
    const Json &found = extension::memberOf(kept, key);
    return found.is_object() ? found : none;
}

/// Adds what `more` has and `have` has not.
Json joined(const Json &have, const Json &more)
{
    Json all = have.is_object() ? have : Json::object();
    for (const auto &[key, value] : more.items())
        if (!all.contains(key))
            all[key] = value;
    return all;
}

bool isUid(const QString &text)
{
    bool number = false;
    static_cast<void>(text.toLongLong(&number));
    return number || (text.size() == 36 && Uuid::fromString(text));
}

bool carries(const geometry::Geometry &shape)
{
    return std::holds_alternative<geometry::Cuboid>(shape) || std::holds_alternative<geometry::Box>(shape)
           || std::holds_alternative<geometry::Polyline3>(shape);
}

const char *kindOf(const geometry::Geometry &shape)
{
    return std::holds_alternative<geometry::Cuboid>(shape)      ? "cuboid"
           : std::holds_alternative<geometry::Polyline3>(shape) ? "poly3d"
                                                                : "bbox";
}

/// The entry that a label came with while it still says what the label says, else a new one.
Json entryOf(const model::Annotation &annotation, std::int64_t index, const Systems &systems, const std::string &suffix)
{
    const Json &kept = extension::memberOf(keptData(annotation), "entry");
    const QString system = systemOf(extension::memberOf(keptData(annotation), "object"), {});
    const bool hasName = extension::memberOf(kept, "name").is_string();
    Json entry;
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&annotation.geometry)) {
        const auto before = cuboidFrom(kept, system, systems, index);
        if (before && hasName && extension::sameCuboid(*before, *cuboid))
            return kept;
        entry = cuboidEntry(*cuboid);
    } else if (const auto *box = std::get_if<geometry::Box>(&annotation.geometry)) {
        const auto before = boxFrom(kept);
        constexpr double little = 1e-7;
        if (before && hasName && std::abs(before->x - box->x) + std::abs(before->y - box->y) <= little
            && std::abs(before->w - box->w) + std::abs(before->h - box->h) <= little)
            return kept;
        entry = boxEntry(*box, annotation.frame ? annotation.frame->stream : QString());
    } else if (const auto *line = std::get_if<geometry::Polyline3>(&annotation.geometry)) {
        const auto before = lineFrom(kept, system, systems, index);
        if (before && hasName && sameLine(*before, *line))
            return kept;
        entry = lineEntry(*line);
    }
    const QString name = base::toQString(extension::memberOf(kept, "name"));
    entry["name"] = name.isEmpty() ? entry["name"].get<std::string>() + suffix : name.toStdString();
    return entry;
}

void addAnswers(Json &data, const model::Attributes &answers)
{
    for (const auto &[name, value] : answers) {
        const auto add = [&](const char *kind, Json said) {
            Json &list = data[kind];
            const bool known = list.is_array() && std::any_of(list.begin(), list.end(), [&](const Json &entry) {
                                   return entry["name"] == base::toJson(name);
                               });
            if (!known)
                list.push_back({{"name", base::toJson(name)}, {"val", std::move(said)}});
        };
        if (const auto *number = std::get_if<double>(&value); number && std::isfinite(*number))
            add("num", *number);
        else if (const auto *text = std::get_if<QString>(&value))
            add("text", base::toJson(*text));
        else if (const auto *yes = std::get_if<bool>(&value))
            add("boolean", *yes);
    }
}

/// Frames as closed intervals.
Json intervalsOf(const std::set<std::int64_t> &frames)
{
    Json intervals = Json::array();
    for (auto it = frames.begin(); it != frames.end();) {
        const std::int64_t start = *it;
        std::int64_t end = start;
        while (it != frames.end() && *it <= end + 1)
            end = *it++;
        intervals.push_back({{"frame_start", start}, {"frame_end", end}});
    }
    return intervals;
}

struct Element {
    QString uid;
    QString type;
    Json record;  ///< kept facts of the object
    Json staticData = Json::object();
    std::set<std::int64_t> frames;
    std::map<std::string, std::pair<std::string, std::set<std::int64_t>>> pointers;  // name: kind, frames
};

/// Data of the objects of one frame, in the order they came.
struct FrameData {
    std::vector<std::pair<QString, Json>> objects;
    QHash<QString, std::size_t> places;

    Json &of(const QString &uid)
    {
        if (!places.contains(uid)) {
            places.insert(uid, objects.size());
            objects.emplace_back(uid, Json::object());
        }
        return objects[places.value(uid)].second;
    }
};

/// The file of one scene.
class Document
{
public:
    Document(const model::Item &item, const std::optional<model::Scene> &scene, const model::Schema &schema)
        : m_item(item), m_scene(pointerTo(scene)), m_schema(schema), m_kept(extension::foreignData(item.extra, "openlabel")),
          m_frames(m_scene, QString()),
          m_coordinates(joined(section(m_kept, "coordinate_systems"), m_scene ? systemsOf(*m_scene) : Json::object())),
          m_streams(joined(section(m_kept, "streams"), m_scene ? streamsOf(*m_scene) : Json::object())),
          m_systems(section(m_kept, "coordinate_systems"), section(m_kept, "streams"), m_scene)
    {}

    void add(const std::vector<model::Annotation> &annotations)
    {
        // Objects by track; a label without a track is an object of its own, but a box in a picture is one with its cuboid.
        const model::PictureLinks links(annotations);
        m_links = &links;
        extension::TrackNames names;
        for (const model::Annotation &annotation : annotations) {
            const QString uid = base::toQString(extension::memberOf(keptData(annotation), "uid"));
            names.keep(objectOf(annotation), isUid(uid) ? uid : QString());
        }
        for (const model::Annotation &annotation : annotations) {
            const model::LabelClass *labelClass = m_schema.find(annotation.labelClass);
            const auto index = m_frames.indexOf(annotation);
            if (!labelClass || !index || !carries(annotation.geometry))
                continue;
            Element &element = elementOf(objectOf(annotation), annotation, names, labelClass->name);
            const std::int64_t number = m_frames.numberOf(*index);
            const bool isStatic = extension::memberOf(keptData(annotation), "static") == true;
            Json &data = isStatic ? element.staticData : m_data[number].of(element.uid);
            const char *kind = kindOf(annotation.geometry);
            Json &list = data[kind];
            Json entry = entryOf(annotation, *index, m_systems, list.empty() ? "" : std::to_string(list.size() + 1));
            declareSystem(entry);
            if (!isStatic) {
                element.frames.insert(number);
                auto &pointer = element.pointers[entry["name"].get<std::string>()];
                pointer.first = kind;
                pointer.second.insert(number);
            }
            list.push_back(std::move(entry));
            addAnswers(data, annotation.attributes);
            ++m_written;
        }
        m_links = nullptr;
    }

    [[nodiscard]] std::int64_t written() const { return m_written; }

    Result<> write(const QString &path)
    {
        base::AtomicFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return fail(file.whyNotWritten());
        file.write("{\"openlabel\": {\n");
        Json metadata = section(m_kept, "metadata").is_object() ? section(m_kept, "metadata") : Json::object();
        metadata["schema_version"] = "1.0.0";
        // Without a name the file's own is taken.
        if (metadata.contains("name") || QFileInfo(path).completeBaseName() != m_item.name)
            metadata["name"] = base::toJson(m_item.name);
        member(file, "metadata", metadata, true);
        for (const char *key : {"ontologies", "resources", "actions", "events", "contexts", "relations", "tags"})
            if (section(m_kept, key).is_object())
                member(file, key, section(m_kept, key));
        if (!m_coordinates.empty())
            member(file, "coordinate_systems", m_coordinates);
        if (!m_streams.empty())
            member(file, "streams", m_streams);
        writeObjects(file);
        writeFrames(file);
        file.write("\n}}\n");
        return file.finish();
    }

private:
    [[nodiscard]] TrackId objectOf(const model::Annotation &annotation) const
    {
        const model::Annotation *cuboid = annotation.track.isNull() ? m_links->cuboidOf(annotation) : nullptr;
        const model::Annotation &object = cuboid ? *cuboid : annotation;
        return object.track.isNull() ? TrackId{object.id.uuid} : object.track;
    }

    static void member(base::AtomicFile &file, const std::string &key, const Json &value, bool first = false)
    {
        file.write(first ? "" : ",\n");
        file.write(base::toJsonLine(Json(key)) + ": " + base::toJsonLine(value));
    }

    Element &elementOf(TrackId object, const model::Annotation &annotation, extension::TrackNames &names, const QString &type)
    {
        const auto [known, isNew] = m_places.emplace(object, m_elements.size());
        if (isNew) {
            Element element;
            element.uid = names.of(object);
            element.type = type;
            const Json &record = extension::memberOf(keptData(annotation), "object");
            element.record = record.is_object() ? record : Json::object();
            m_elements.push_back(std::move(element));
        }
        return m_elements[known->second];
    }

    void declareSystem(const Json &entry)
    {
        const Json &name = extension::memberOf(entry, "coordinate_system");
        if (name.is_string() && !m_coordinates.contains(name.get<std::string>()))
            m_coordinates[name.get<std::string>()] = {{"type", "custom_cs"}, {"parent", ""}, {"children", Json::array()}};
    }

    void writeObjects(base::AtomicFile &file)
    {
        file.write(",\n\"objects\": {");
        bool first = true;
        for (const Element &element : m_elements) {
            // Only what the schema knows goes out again.
            Json object = Json::object();
            for (const char *key : {"name", "type", "coordinate_system", "ontology_uid", "resource_uid"})
                if (const Json &value = extension::memberOf(element.record, key);
                    key == std::string("resource_uid") ? value.is_object() : value.is_string())
                    object[key] = value;
            if (!object.contains("name"))
                object["name"] = base::toJson(element.type + element.uid);
            object["type"] = base::toJson(element.type);
            if (!element.frames.empty())
                object["frame_intervals"] = intervalsOf(element.frames);
            if (!element.staticData.empty())
                object["object_data"] = element.staticData;
            Json pointers = Json::object();
            for (const auto &[name, pointer] : element.pointers)
                pointers[name] = {{"type", pointer.first}, {"frame_intervals", intervalsOf(pointer.second)}};
            if (!pointers.empty())
                object["object_data_pointers"] = std::move(pointers);
            file.write(first ? "\n" : ",\n");
            file.write(base::toJsonLine(base::toJson(element.uid)) + ": " + base::toJsonLine(object));
            first = false;
        }
        file.write("\n}");
    }

    /// As a list of members: looking a key up would go through all of them.
    static void addObjects(Json &frame, const FrameData &data)
    {
        Json::object_t objects;
        for (const auto &[uid, object] : data.objects)
            objects.Container::emplace_back(uid.toStdString(), Json{{"object_data", object}});
        frame["objects"] = std::move(objects);
    }

    void writeFrames(base::AtomicFile &file)
    {
        const Json &kept = section(m_kept, "frame_properties");
        std::set<std::int64_t> numbers;
        for (const auto &[number, data] : m_data)
            numbers.insert(number);
        std::map<std::int64_t, Json> properties;
        if (kept.is_object())
            for (const auto &[key, value] : kept.items())
                if (bool good = false; value.is_object()) {
                    const qlonglong number = QByteArray::fromStdString(key).toLongLong(&good);
                    if (good && number >= 0)
                        properties[number] = value;
                }
        for (std::int64_t i = 0; i < m_frames.count(); ++i)
            if (const std::int64_t number = m_frames.numberOf(i); !properties.contains(number))
                properties[number] = frameProperties(*m_scene, static_cast<std::size_t>(i));
        for (const auto &[number, value] : properties)
            numbers.insert(number);
        if (numbers.empty())
            return;
        member(file, "frame_intervals", intervalsOf(numbers));
        file.write(",\n\"frames\": {");
        bool first = true;
        for (const std::int64_t number : numbers) {
            Json frame = Json::object();
            if (const auto it = properties.find(number); it != properties.end())
                frame["frame_properties"] = it->second;
            if (const auto it = m_data.find(number); it != m_data.end())
                addObjects(frame, it->second);
            file.write(first ? "\n" : ",\n");
            file.write('"' + QByteArray::number(qlonglong(number)) + "\": " + base::toJsonLine(frame));
            first = false;
        }
        file.write("\n}");
    }

    const model::Item &m_item;
    const model::Scene *m_scene;
    const model::Schema &m_schema;
    const Json m_kept;
    extension::SceneFrames m_frames;
    Json m_coordinates;
    Json m_streams;
    Systems m_systems;
    std::vector<Element> m_elements;
    std::map<TrackId, std::size_t> m_places;
    std::map<std::int64_t, FrameData> m_data;  // by frame
    const model::PictureLinks *m_links = nullptr;  // while labels are added
    std::int64_t m_written = 0;
};

}  // namespace

Result<QStringList> Writer::plannedOutputs()
{
    QStringList outputs;
    extension::NameAllotter names;
    const auto visited = extension::visitScenes(m_source, [&](const model::Item &item, const auto &, const auto &) -> Result<> {
        outputs.append(fileNameOf(item, names));
        return {};
    });
    return visited ? Result<QStringList>(std::move(outputs)) : fail(visited.error());
}

Result<QStringList> Writer::write()
{
    QStringList outputs;
    extension::NameAllotter names;
    const auto visited =
        extension::visitScenes(m_source,
                               [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
                                   const std::optional<model::Scene> &scene) -> Result<> {
                                   outputs.append(fileNameOf(item, names));
                                   const QString path = m_request.folder + QLatin1Char('/') + outputs.last();
                                   if (!QDir().mkpath(QFileInfo(path).absolutePath()))
                                       return fail(ErrorCode::PermissionDenied, tr("The folder of %1 cannot be made.").arg(path));
                                   Document document(item, scene, m_source.schema());
                                   document.add(annotations);
                                   if (const auto written = document.write(path); !written)
                                       return written;
                                   m_source.wrote(1, document.written());
                                   return {};
                               });
    return visited ? Result<QStringList>(std::move(outputs)) : fail(visited.error());
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    extension::LossTally tally;
    if (const auto others = extension::tallyOtherItems(m_source, tally); !others)
        return fail(others.error());
    extension::CarriedFacts carried;
    carried.attributes = true;
    carried.space = "openlabel";
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const extension::SceneFrames frames(pointerTo(scene), QString());
            extension::tallyBetweenKeyframes(tally, frames, annotations);
            for (const model::Annotation &annotation : annotations) {
                if (extension::tallyMissingClass(tally, annotation, m_source.schema()))
                    continue;
                if (!carries(annotation.geometry)) {
                    tally.add(extension::shapesName(annotation.geometry), tr("They are left out."));
                    continue;
                }
                if (!frames.indexOf(annotation)) {
                    tally.add(tr("labels without a frame of their scene"), tr("They are left out."));
                    continue;
                }
                const auto lost = std::count_if(annotation.attributes.begin(), annotation.attributes.end(), [](const auto &said) {
                    return std::holds_alternative<std::monostate>(said.second)
                           || std::holds_alternative<model::CannotTell>(said.second);
                });
                if (lost > 0)
                    tally.add(tr("answers that nobody could give"), tr("They are left out."), lost);
                model::Annotation facts = annotation;
                if (m_source.schema().find(annotation.labelClass)->name == QLatin1String("DontCare"))
                    facts.role = model::Role::Object;
                extension::tallyTrackedFacts(tally, facts, carried);
            }
            return {};
        });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::openlabel
