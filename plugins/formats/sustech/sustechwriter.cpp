// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/sustech/sustechwriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/sustech/sustechbox.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline::sustech {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::sustech", text);
}

/// What a scene is written with.
struct Names {
    Names(const model::Item &item, const std::optional<model::Scene> &scene)
        : frames(scene ? &*scene : nullptr, lidarFrame()), labelFrame(scene ? scene->labelFrame : lidarFrame())
    {
        const Json &list = extension::memberOf(extension::foreignData(item.extra, "sustech"), "files");
        if (list.is_array())
            for (const Json &name : list)
                files.append(base::toQString(name));
    }

    /// Without a scene the files are what numbers the frames.
    [[nodiscard]] QString fileOf(std::int64_t index) const
    {
        const QString name = !frames.known() && index < files.size() ? files[index] : frames.name(index);
        const bool plain = base::safeRelativePath(name).has_value() && !name.contains(QLatin1Char('/'));
        return plain ? name : QStringLiteral("%1").arg(index, 6, 10, QLatin1Char('0'));
    }

    extension::SceneFrames frames;
    QString labelFrame;
    QStringList files;
};

}  // namespace

Result<QStringList> Writer::run(bool writing)
{
    extension::NameAllotter folders;
    QStringList outputs;
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const Names names(item, scene);
            QString wanted = QFileInfo(item.name).fileName();
            if (!base::safeRelativePath(wanted))
                wanted = QStringLiteral("scene");
            const QString folder = folders.take(wanted, false) + QStringLiteral("/label/");
            std::map<std::int64_t, Json> lists;
            for (qsizetype i = 0; i < names.files.size(); ++i)
                if (const auto index =
                        names.frames.known() ? names.frames.indexNamed(names.files[i]) : std::optional<std::int64_t>(i))
                    lists[*index] = Json::array();
            extension::TrackNames tracks;
            for (const model::Annotation &annotation : annotations)
                tracks.keep(annotation.track, trackNameOf(keptRecord(annotation)));
            std::int64_t written = 0;
            for (const model::Annotation &annotation : annotations) {
                const model::LabelClass *labelClass = m_source.schema().find(annotation.labelClass);
                const auto index = names.frames.indexOf(annotation);
                if (!labelClass || !index)
                    continue;
                auto record = recordOf(annotation, labelClass->name, names.labelFrame,
                                       annotation.track.isNull() ? QString() : tracks.of(annotation.track));
                if (!record)
                    continue;
                Json &list = lists[*index];
                if (list.is_null())
                    list = Json::array();
                list.push_back(std::move(*record));
                ++written;
            }
            extension::NameAllotter files;
            for (const auto &[index, list] : lists) {
                const QString name = folder + files.take(names.fileOf(index) + QStringLiteral(".json"), false);
                outputs.append(name);
                if (writing)
                    if (const auto put = extension::writeFileBelow(m_request.folder, name, base::toJsonText(list)); !put)
                        return put;
            }
            if (writing)
                m_source.wrote(1, written);
            return {};
        });
    if (!visited)
        return fail(visited.error());
    return outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    extension::CuboidCarrier carrier;
    carrier.carried.attributeKeys = QStringList{attributeKey()};
    carrier.carried.space = "sustech";
    carrier.tracks = true;
    carrier.stream = lidarFrame();
    carrier.more = [](extension::LossTally &tally, const std::vector<extension::CuboidLabel> &labels,
                      const extension::SceneFrames &) {
        for (const extension::CuboidLabel &label : labels)
            if (const auto it = label.annotation->attributes.find(attributeKey());
                it != label.annotation->attributes.end() && !std::holds_alternative<QString>(it->second))
                tally.add(tr("attributes"), tr("They are left out."));
    };
    return extension::cuboidLosses(m_source, carrier);
}

}  // namespace plumbline::sustech
