// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelcloud/labelcloudwriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/labelcloud/labelcloudfiles.h"

#include <QFileInfo>

#include <algorithm>
#include <set>

namespace plumbline::labelcloud {

namespace {

const Json &kept(const Json &extra, const char *key)
{
    return extension::memberOf(extension::foreignData(extra, "labelcloud"), key);
}

Json recordOf(const extension::CuboidLabel &label, Form form)
{
    const Json &given = kept(label.annotation->extra, "record");
    Json record = given.is_object() ? given : Json::object();
    const auto before = formNamed(base::toQString(kept(label.annotation->extra, "form")));
    Json named = Json::object();
    named["name"] = base::toJson(label.className);
    for (const auto &[key, value] : record.items())
        if (key != "name")
            named[key] = value;
    const auto same = before ? cuboidFrom(named, *before, label.cuboid->coordinateFrame) : fail(ErrorCode::Malformed, {});
    return before == form && same && extension::sameCuboid(*same, *label.cuboid)
               ? named
               : withCuboid(std::move(named), *label.cuboid, form);
}

/// The list of classes with those of the schema that it lacks.
Json classesWith(const Json &given, const model::Schema &schema, Form form)
{
    Json classes = given.is_object() ? given : Json::object();
    Json list = extension::memberOf(classes, "classes");
    if (!list.is_array())
        list = Json::array();
    std::int64_t next = 0;
    std::set<QString> known;
    for (const Json &entry : list) {
        known.insert(base::toQString(extension::memberOf(entry, "name")));
        if (const Json &id = extension::memberOf(entry, "id"); id.is_number_integer() && id.get<double>() < 1e15)
            next = std::max(next, id.get<std::int64_t>() + 1);
    }
    for (const model::LabelClass &labelClass : schema.classes)
        if (known.insert(labelClass.name).second)
            list.push_back(
                {{"name", base::toJson(labelClass.name)},
                 {"id", next++},
                 {"color", base::toJson(labelClass.colour.isValid() ? labelClass.colour.name() : QStringLiteral("#9da2ab"))}});
    classes["classes"] = std::move(list);
    if (!classes.contains("default"))
        classes["default"] = 0;
    if (!classes.contains("type"))
        classes["type"] = "object_detection";
    classes["format"] = base::toJson(formName(form));
    return classes;
}

/// The files of one scene.
struct Placed {
    Placed(const model::Item &item, const std::optional<model::Scene> &scene)
        : frames(scene ? &*scene : nullptr, lidarFrame()), labelFrame(scene ? scene->labelFrame : lidarFrame()),
          header(kept(item.extra, "header")), stem(base::toQString(kept(item.extra, "file"))), sequence(frames.count() > 1)
    {
        const QString name = base::safeRelativePath(item.name).value_or(QStringLiteral("cloud"));
        const QString above = sequence ? name : QFileInfo(name).path();
        folder = (above == QLatin1String(".") ? QString() : above + QLatin1Char('/')) + QStringLiteral("labels/");
        cloud = QFileInfo(name).fileName();
        if (stem.isEmpty() || stem.contains(QLatin1Char('/')) || !base::safeRelativePath(stem))
            stem = extension::withoutEnding(cloud);
        if (scene && !scene->frames.empty())
            for (const model::SceneFrame &frame : scene->frames)
                files.append(frame.files.empty() ? QString() : QFileInfo(frame.files.front().path).fileName());
    }

    [[nodiscard]] QString fileOf(std::int64_t index) const { return sequence ? extension::sweepName(frames, index) : stem; }
    [[nodiscard]] Json headerOf(std::int64_t index) const
    {
        if (!sequence && header.is_object())
            return header;
        const QString name = sequence && index < files.size() && !files[index].isEmpty() ? files[index] : cloud;
        return {{"folder", "pointclouds"},
                {"filename", base::toJson(name)},
                {"path", base::toJson(QStringLiteral("pointclouds/") + name)}};
    }

    extension::SceneFrames frames;
    QString labelFrame;
    Json header;
    QString stem;
    bool sequence;
    QString folder;
    QString cloud;
    QStringList files;
};

}  // namespace

Result<QStringList> Writer::run(bool writing)
{
    const auto asked = extension::optionValue(m_request.options, options()[0]);
    if (!asked)
        return fail(asked.error());
    const Json classes = extension::memberOf(m_source.datasetExtra(QStringLiteral("labelcloud")), "classes");
    const auto came = formNamed(base::toQString(extension::memberOf(classes, "format")));
    const Form form = formNamed(*asked).value_or(came.value_or(Form::Absolute));
    extension::NameAllotter names;
    QStringList outputs;
    std::set<QString> folders;
    const auto put = [&](const QString &name, const Json &content) -> Result<> {
        outputs.append(name);
        return writing ? extension::writeFileBelow(m_request.folder, name, base::toJsonText(content)) : Result<>();
    };
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const Placed placed(item, scene);
            std::map<std::int64_t, Json> lists;
            if (placed.header.is_object() && !placed.sequence)
                lists[0] = Json::array();
            const auto labels = extension::cuboidLabels(annotations, m_source.schema(), placed.frames, placed.labelFrame);
            for (const extension::CuboidLabel &label : labels) {
                Json &list = lists[placed.sequence ? label.frame : 0];
                if (list.is_null())
                    list = Json::array();
                list.push_back(recordOf(label, form));
            }
            if (!lists.empty() && folders.insert(placed.folder).second)
                if (const auto done =
                        put(names.take(placed.folder + classesFile(), false), classesWith(classes, m_source.schema(), form));
                    !done)
                    return done;
            for (auto &[index, list] : lists) {
                Json content = placed.headerOf(index);
                content["objects"] = std::move(list);
                const QString name = names.take(placed.folder + placed.fileOf(index) + QStringLiteral(".json"), false);
                if (const auto done = put(name, content); !done)
                    return done;
            }
            if (writing)
                m_source.wrote(lists.empty() ? 0 : 1, static_cast<std::int64_t>(labels.size()));
            return {};
        });
    if (!visited)
        return fail(visited.error());
    return outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (const auto asked = extension::optionValue(m_request.options, options()[0]); !asked)
        return fail(asked.error());
    extension::CuboidCarrier carrier;
    carrier.carried.space = "labelcloud";
    carrier.sequences = false;
    carrier.stream = lidarFrame();
    return extension::cuboidLosses(m_source, carrier);
}

}  // namespace plumbline::labelcloud
