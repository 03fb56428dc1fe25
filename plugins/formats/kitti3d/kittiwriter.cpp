// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kitti3d/kittiwriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/model/picturelinks.h"
#include "plugins/formats/kitti3d/kittilabels.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace plumbline::kitti3d {

namespace {

constexpr double visibleTilt = 1e-4;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::kitti3d", text);
}

const model::Scene *pointerTo(const std::optional<model::Scene> &scene)
{
    return scene ? &*scene : nullptr;
}

struct Line {
    std::int64_t frame = 0;
    QByteArray text;
};

/// What becomes of one label.
struct Written {
    std::optional<Row> row;
    std::optional<std::int64_t> index;  ///< of the frame
    double tilt = 0;
    bool withCuboid = false;   ///< a box in the picture that goes out in the row of its cuboid
    bool otherCamera = false;  ///< a box in a picture that the rows say nothing of
};

Written written(const model::Annotation &annotation, const model::Schema &schema, const model::Scene *scene,
                const Rectified &rectified, const extension::SceneFrames &frames, const model::PictureLinks &links)
{
    Written result;
    // Only what names its cuboid: rows of one track in one frame stay two rows.
    const model::Sensor *camera = labelCamera(scene);
    const auto isOwn = [&](const model::Annotation *box, const model::Annotation *cuboid) {
        return camera && box && cuboid && box->parent == cuboid->id;
    };
    const model::Annotation *cuboid = links.cuboidOf(annotation);
    if (isOwn(&annotation, cuboid)) {
        result.withCuboid = annotation.frame->stream == camera->name && links.boxOf(*cuboid, camera->name) == &annotation;
        result.otherCamera = !result.withCuboid;
        return result;
    }
    const model::Annotation *box = camera ? links.boxOf(annotation, camera->name) : nullptr;
    const model::LabelClass *labelClass = schema.find(annotation.labelClass);
    if (!labelClass)
        return result;
    result.index = frames.indexOf(annotation);
    result.row = rowOf(annotation, labelClass->name, rectified, scene, result.tilt,
                       isOwn(box, &annotation) ? &std::get<geometry::Box>(box->geometry) : nullptr);
    return result;
}

}  // namespace

extension::FormatOption labelsOption()
{
    return {QStringLiteral("labels"),
            tr("Files"),
            {QStringLiteral("auto"), QStringLiteral("object"), QStringLiteral("tracking")},
            QStringLiteral("auto")};
}

std::vector<Writer::Plan> Writer::plansOf(const model::Item &item, const extension::SceneFrames &frames, bool tracking)
{
    const Json &kept = extension::foreignData(item.extra, "kitti");
    const QString known = base::toQString(extension::memberOf(kept, "file"));
    const bool wasTracking = base::toQString(extension::memberOf(kept, "labels")) == QLatin1String("tracking");
    const QString safeKnown = base::safeRelativePath(known).value_or(QString());
    const QString name = base::safeRelativePath(item.name).value_or(
        base::safeRelativePath(QFileInfo(item.name).fileName()).value_or(QStringLiteral("scene")));
    const qsizetype slash = name.lastIndexOf(QLatin1Char('/')) + 1;
    const QString folder = name.first(slash) + (tracking ? QStringLiteral("label_02/") : QStringLiteral("label_2/"));
    std::vector<Plan> plans;
    if (tracking || frames.count() <= 1) {
        const bool keep = safeKnown.endsWith(QLatin1String(".txt")) && wasTracking == tracking;
        plans.push_back({m_names.take(keep ? safeKnown : folder + name.mid(slash) + QStringLiteral(".txt"), false), tracking, 0});
    } else {
        for (std::int64_t i = 0; i < frames.count(); ++i)
            plans.push_back(
                {m_names.take(folder + name.mid(slash) + QLatin1Char('_') + frames.name(i) + QStringLiteral(".txt"), false),
                 false, i});
    }
    return plans;
}

Result<> Writer::survey()
{
    const auto labels = extension::optionValue(m_request.options, labelsOption());
    if (!labels)
        return fail(labels.error());
    return extension::visitScenes(
        m_source,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const extension::SceneFrames frames(pointerTo(scene), rectifiedFrame());
            const Json &kept = extension::foreignData(item.extra, "kitti");
            const bool several = scene ? frames.count() > 1
                                       : std::any_of(annotations.begin(), annotations.end(),
                                                     [](const auto &a) { return a.frame && a.frame->index > 0; });
            bool tracking = several || base::toQString(extension::memberOf(kept, "labels")) == QLatin1String("tracking");
            if (*labels != QLatin1String("auto"))
                tracking = *labels == QLatin1String("tracking");
            m_plans.push_back(plansOf(item, frames, tracking));
            for (const Plan &plan : m_plans.back())
                m_outputs.append(plan.file);
            return {};
        });
}

Result<QStringList> Writer::plannedOutputs()
{
    if (const auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    return m_outputs;
}

Result<QStringList> Writer::write()
{
    if (const auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    std::size_t next = 0;
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const std::vector<Plan> &plans = m_plans[next++];
            const extension::SceneFrames frames(pointerTo(scene), rectifiedFrame());
            const Rectified rectified = rectifiedOf(pointerTo(scene));
            extension::TrackNames tracks;
            for (const model::Annotation &annotation : annotations) {
                const auto kept = keptRow(annotation);
                tracks.keep(annotation.track, kept && kept->track >= 0 ? QString::number(kept->track) : QString());
            }
            std::vector<Line> lines;
            const model::PictureLinks links(annotations);
            for (const model::Annotation &annotation : annotations) {
                Written one = written(annotation, m_source.schema(), pointerTo(scene), rectified, frames, links);
                if (!one.row || !one.index)
                    continue;
                if (plans.front().tracking) {
                    one.row->frame = frames.numberOf(*one.index);
                    one.row->track = annotation.track.isNull() ? -1 : tracks.of(annotation.track).toLongLong();
                }
                lines.push_back({*one.index, lineOf(*one.row)});
            }
            std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.frame < b.frame; });
            auto line = lines.cbegin();
            for (const Plan &plan : plans) {
                QByteArray text;
                for (; line != lines.cend() && (plans.size() == 1 || line->frame == plan.number); ++line)
                    text += line->text + '\n';
                if (const auto put = extension::writeFileBelow(m_request.folder, plan.file, text); !put)
                    return put;
            }
            m_source.wrote(1, static_cast<std::int64_t>(lines.size()));
            return {};
        });
    if (!visited)
        return fail(visited.error());
    return m_outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (const auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally tally;
    if (const auto others = extension::tallyOtherItems(m_source, tally); !others)
        return fail(others.error());
    extension::CarriedFacts carried;
    carried.ignore = carried.score = true;
    carried.attributeKeys = carriedAttributes();
    carried.space = "kitti";
    std::size_t next = 0;
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const bool tracking = m_plans[next++].front().tracking;
            const extension::SceneFrames frames(pointerTo(scene), rectifiedFrame());
            const Rectified rectified = rectifiedOf(pointerTo(scene));
            if (tracking)
                extension::tallyBetweenKeyframes(tally, frames, annotations);
            const model::PictureLinks links(annotations);
            for (const model::Annotation &annotation : annotations) {
                if (extension::tallyMissingClass(tally, annotation, m_source.schema()))
                    continue;
                const Written one = written(annotation, m_source.schema(), pointerTo(scene), rectified, frames, links);
                if (one.withCuboid)
                    continue;
                if (one.otherCamera) {
                    tally.add(tr("boxes of cuboids in the pictures of other cameras"), tr("They are left out."));
                    continue;
                }
                if (!one.row) {
                    const bool cuboid = std::holds_alternative<geometry::Cuboid>(annotation.geometry);
                    tally.add(extension::shapesName(annotation.geometry),
                              cuboid ? tr("Their place in the camera's frame is not known; they are left out.")
                                     : tr("They are left out."));
                    continue;
                }
                if (!one.index) {
                    tally.add(tr("labels without a frame of their scene"), tr("They are left out."));
                    continue;
                }
                if (one.tilt > visibleTilt)
                    tally.add(tr("cuboids that are not upright for the camera"), tr("They are written upright."));
                const QString name = m_source.schema().find(annotation.labelClass)->name;
                if (fileClassName(name) != name)
                    tally.add(tr("labels whose class has blanks in its name"), tr("The blanks are written as underscores."));
                if (annotation.role == model::Role::Ignore && !isDontCare(name))
                    tally.add(tr("ignore regions"), tr("They are written as ordinary objects."));
                for (const QString &key : carriedAttributes())
                    if (const auto it = annotation.attributes.find(key);
                        it != annotation.attributes.end() && !std::holds_alternative<double>(it->second))
                        tally.add(tr("attributes"), tr("They are left out."));
                if (tracking)
                    extension::tallyTrackedFacts(tally, annotation, carried);
                else
                    extension::tallyFacts(tally, annotation, carried);
            }
            return {};
        });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::kitti3d
