// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/comparisonboxes.h"

#include "core/itemmodels/words.h"
#include "core/model/trackpath.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::sceneview {

namespace {

QColor pale(const QColor &colour)
{
    constexpr double kept = 0.3;
    constexpr double grey = 118;
    const auto mixed = [](int part) { return int(part * kept + grey * (1 - kept)); };
    return {mixed(colour.red()), mixed(colour.green()), mixed(colour.blue())};
}

struct Look {
    QColor colour;
    QString title;
};

Look lookOf(const model::Annotation &label, const extension::ComparedLabels &source, bool several, const model::Schema &schema,
            const QSet<AnnotationId> &marked)
{
    const model::LabelClass *labelClass = schema.find(label.labelClass);
    Look look{labelClass && labelClass->colour.isValid() ? labelClass->colour : QColor(200, 200, 200),
              itemmodels::labelTitle(schema, label)};
    if (label.score && source.dashed)
        look.title += QStringLiteral(" %1").arg(*label.score, 0, 'f', 2);
    if (several)
        look = {source.colour, source.title + QStringLiteral(" · ") + look.title};
    if (!marked.isEmpty() && !marked.contains(label.id))
        look = {pale(look.colour), QString()};
    return look;
}

bool isFinite(const geometry::Cuboid &cuboid)
{
    double sum = 0;
    for (const double value : cuboid.centre)
        sum += value;
    for (const double value : cuboid.size)
        sum += value;
    for (const double value : cuboid.rotation)
        sum += value;
    return std::isfinite(sum);
}

struct Neighbours {
    const model::Annotation *before = nullptr;
    const model::Annotation *after = nullptr;
    bool here = false;
};

}  // namespace

std::vector<SceneBox> comparedBoxes(const ComparedSources &sources, const model::Schema &schema, const model::Scene &scene,
                                    std::int64_t frame, const QSet<AnnotationId> &marked)
{
    const auto frames = std::int64_t(scene.frames.size());
    std::vector<SceneBox> boxes;
    for (const extension::ComparedLabels &source : sources) {
        std::map<TrackId, Neighbours> tracks;
        const auto add = [&](const model::Annotation &label, const geometry::Cuboid &cuboid, bool ghost) {
            const Look look = lookOf(label, source, sources.size() > 1, schema, marked);
            SceneBox box;
            box.id = ghost ? AnnotationId() : label.id;
            box.track = label.track;
            box.cuboid = cuboid;
            box.colour = look.colour;
            box.title = look.title;
            box.dashed = source.dashed;
            box.ghost = ghost;
            box.selected = marked.contains(label.id);
            boxes.push_back(std::move(box));
        };
        for (const model::Annotation &label : source.labels) {
            const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
            if (!cuboid || !isFinite(*cuboid))
                continue;
            const bool here = isOfFrame(label, frame);
            if (here)
                add(label, *cuboid, false);
            if (label.track.isNull() || !label.frame || label.frame->index < 0 || label.frame->index >= frames)
                continue;
            Neighbours &of = tracks[label.track];
            const std::int64_t index = label.frame->index;
            of.here = of.here || here;
            if (index < frame && (!of.before || of.before->frame->index < index))
                of.before = &label;
            if (index > frame && (!of.after || of.after->frame->index > index))
                of.after = &label;
        }
        if (frame < 0 || frame >= frames)
            continue;
        for (const auto &[track, of] : tracks) {
            if (of.here || !of.before || !of.after)
                continue;
            const auto placed = [](const model::Annotation &label) {
                return model::PlacedCuboid{std::size_t(label.frame->index), std::get<geometry::Cuboid>(label.geometry)};
            };
            add(*of.before, model::cuboidBetween(scene, std::size_t(frame), placed(*of.before), placed(*of.after)), true);
        }
    }
    return boxes;
}

std::vector<SceneLine> comparedLines(const ComparedSources &sources, const model::Schema &schema, std::int64_t frame,
                                     const QSet<AnnotationId> &marked)
{
    std::vector<SceneLine> lines;
    for (const extension::ComparedLabels &source : sources) {
        for (const model::Annotation &label : source.labels) {
            const auto *line = std::get_if<geometry::Polyline3>(&label.geometry);
            if (!line || !isOfFrame(label, frame))
                continue;
            const Look look = lookOf(label, source, sources.size() > 1, schema, marked);
            SceneLine drawn;
            drawn.id = label.id;
            drawn.points = line->points;
            drawn.colour = look.colour;
            drawn.title = look.title;
            drawn.dashed = source.dashed;
            drawn.selected = marked.contains(label.id);
            lines.push_back(std::move(drawn));
        }
    }
    return lines;
}

std::vector<PictureBox> comparedPictureBoxes(const ComparedSources &sources, const model::Schema &schema, std::int64_t frame,
                                             const QSet<AnnotationId> &marked)
{
    std::vector<PictureBox> boxes;
    for (const extension::ComparedLabels &source : sources) {
        for (const model::Annotation &label : source.labels) {
            const auto *shape = std::get_if<geometry::Box>(&label.geometry);
            if (!shape || !label.frame || !isOfFrame(label, frame))
                continue;
            const Look look = lookOf(label, source, sources.size() > 1, schema, marked);
            PictureBox box;
            box.id = label.id;
            box.camera = label.frame->stream;
            box.box = *shape;
            box.colour = look.colour;
            box.title = look.title;
            box.dashed = source.dashed;
            box.selected = marked.contains(label.id);
            boxes.push_back(std::move(box));
        }
    }
    return boxes;
}

const geometry::PointLabels *comparedPoints(const ComparedSources &sources, std::int64_t frame)
{
    if (sources.size() != 1)
        return nullptr;
    for (const model::Annotation &label : sources.front().labels)
        if (const auto *points = std::get_if<geometry::PointLabels>(&label.geometry); points && isOfFrame(label, frame))
            return points;
    return nullptr;
}

std::optional<std::pair<Vector3, Vector3>> boundsOfSelected(const std::vector<SceneBox> &boxes,
                                                            const std::vector<SceneLine> &lines)
{
    std::optional<std::pair<Vector3, Vector3>> bounds;
    const auto take = [&](const Vector3 &least, const Vector3 &most) {
        if (!bounds)
            bounds = std::pair(least, most);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            bounds->first[axis] = std::min(bounds->first[axis], least[axis]);
            bounds->second[axis] = std::max(bounds->second[axis], most[axis]);
        }
    };
    for (const SceneBox &box : boxes) {
        if (!box.selected)
            continue;
        const auto [least, most] = boundsOf(box.cuboid);
        take(least, most);
    }
    for (const SceneLine &line : lines)
        for (const Vector3 &point : line.points)
            if (line.selected && std::isfinite(point[0] + point[1] + point[2]))
                take(point, point);
    return bounds;
}

std::optional<std::int64_t> frameOfFirst(const ComparedSources &sources, std::size_t frames,
                                         const std::vector<AnnotationId> &labels)
{
    for (const AnnotationId &id : labels)
        for (const extension::ComparedLabels &source : sources)
            for (const model::Annotation &label : source.labels)
                if (label.id == id && label.frame && label.frame->index >= 0 && label.frame->index < std::int64_t(frames))
                    return label.frame->index;
    return std::nullopt;
}

}  // namespace plumbline::sceneview
