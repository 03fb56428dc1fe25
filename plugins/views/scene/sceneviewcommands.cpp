// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneactions.h"
#include "plugins/views/scene/sceneview.h"
#include "plugins/views/scene/tracks.h"

#include <QSplitter>

#include <algorithm>
#include <cmath>

/// What actions do in the view of scenes, and its state.
namespace plumbline::sceneview {

namespace {

const QString selectTool = QStringLiteral("scene.tool.select");
const QString cuboidTool = QStringLiteral("scene.tool.cuboid");
const QString lineTool = QStringLiteral("scene.tool.line");

}  // namespace

std::vector<extension::ViewAction> SceneView::actions() const
{
    return sceneActions(m_editing.schema());
}

QString SceneView::firstStep() const
{
    return tr("Drag the footprint of an object from above with {scene.tool.cuboid}, or press {label.prelabel} to let the program propose.");
}

QString SceneView::currentTool() const
{
    if (!m_points->tool().isEmpty())
        return m_points->tool();
    return m_drawing ? cuboidTool : m_lining ? lineTool : selectTool;
}

SceneInput *SceneView::input()
{
    if (SceneInput *points = m_points->input())
        return points;
    return m_drawing ? static_cast<SceneInput *>(m_cuboid.get()) : m_line.get();
}

void SceneView::setTool(const QString &id)
{
    if (id == currentTool())
        return;
    m_select->cancel();
    m_cuboid->cancel();
    const bool points = m_points->setTool(id);
    m_drawing = id == cuboidTool;
    m_lining = id == lineTool;
    m_line->setDrawing(m_lining);
    if (!m_item.id.isNull())
        m_surface->setInput(input());
    m_surface->setCursor(m_drawing || m_lining || points ? Qt::CrossCursor : Qt::ArrowCursor);
    if (m_toolChanged)
        m_toolChanged();
}

void SceneView::trigger(const QString &actionId)
{
    if (triggerTrack(actionId))
        return;
    if (actionId.startsWith(QLatin1String("scene.tool.")))
        setTool(actionId);
    else if (actionId.startsWith(QLatin1String("scene.class.")))
        chooseClass(actionId.mid(12));
    else if (actionId == QLatin1String("scene.cancel")) {
        const bool points = m_points->cancel();
        const bool drawn = m_cuboid->cancel() || points;
        const bool busy = m_line->cancel() || drawn;
        m_select->cancel();
        setPreview(std::nullopt, nullptr);
        if (busy)
            return;
        if (m_drawing || m_lining || m_points->input())
            setTool(selectTool);
        else
            m_editing.select({});
    } else if (m_item.id.isNull() || triggerView(actionId) || m_points->trigger(actionId)) {
        return;
    } else if (const int step = frameStepOf(actionId)) {
        stepFrame(step);
    } else if (!triggerExtra(actionId)) {
        triggerEdit(actionId);
    }
}

bool SceneView::triggerView(const QString &actionId)
{
    ViewCamera camera = m_surface->camera();
    const QPointF middle(m_surface->width() / 2.0, m_surface->height() / 2.0);
    constexpr double zoomStep = 1.25;
    if (actionId == QLatin1String("scene.view.fit")) {
        fit();
    } else if (actionId == QLatin1String("scene.view.selection")) {
        if (const auto box = selectedBox())
            goTo(box->cuboid, true);
        else
            m_context.showHint(tr("Select a box to go to it."));
    } else if (actionId == QLatin1String("scene.view.top")) {
        setPreset(ViewCamera::Preset::Top);
    } else if (actionId == QLatin1String("scene.view.side")) {
        setPreset(ViewCamera::Preset::Side);
    } else if (actionId == QLatin1String("scene.view.front")) {
        setPreset(ViewCamera::Preset::Front);
    } else if (actionId == QLatin1String("scene.view.free")) {
        setPreset(ViewCamera::Preset::Free);
    } else if (actionId == QLatin1String("scene.view.zoomIn")) {
        camera.zoom(zoomStep, middle, m_surface->size());
        m_surface->setCamera(camera);
    } else if (actionId == QLatin1String("scene.view.zoomOut")) {
        camera.zoom(1 / zoomStep, middle, m_surface->size());
        m_surface->setCamera(camera);
    } else if (actionId == QLatin1String("scene.view.hide")) {
        bool &shown = m_surface->overlay().content().boxesShown;
        shown = !shown;
        refreshBoxes();
    } else if (actionId == QLatin1String("scene.view.colour")) {
        const auto &modes = m_bar->modes();
        const auto at = std::find(modes.begin(), modes.end(), m_bar->display().mode);
        setMode(at == modes.end() || std::next(at) == modes.end() ? modes.front() : *std::next(at));
    } else if (actionId == QLatin1String("scene.view.edges")) {
        toggle(&SceneDisplay::edges);
    } else if (actionId == QLatin1String("scene.view.sweeps")) {
        m_cloudBar->nextSweeps();
    } else if (actionId == QLatin1String("scene.view.clipBox")) {
        toggleClip(CloudChoice::Clip::Box);
    } else if (actionId == QLatin1String("scene.view.clipSlice")) {
        toggleClip(CloudChoice::Clip::Slice);
    } else if (actionId == QLatin1String("scene.view.calibration")) {
        m_calibration->setOpen(!m_calibration->isOpen());
    } else if (actionId == QLatin1String("scene.view.nextCamera")) {
        m_cameras->enlargeNext();
    } else if (actionId == QLatin1String("scene.view.sides")) {
        toggle(&SceneDisplay::sides);
    } else if (actionId == QLatin1String("scene.view.cameras")) {
        toggle(&SceneDisplay::cameras);
    } else if (actionId == QLatin1String("scene.view.cameraPoints")) {
        toggle(&SceneDisplay::cameraPoints);
    } else {
        return false;
    }
    return true;
}

bool SceneView::triggerEdit(const QString &actionId)
{
    if (const auto step = stepOf(actionId)) {
        const bool turns = step->freedom == Freedom::Yaw || step->freedom == Freedom::Pitch || step->freedom == Freedom::Roll;
        const bool moves = step->freedom == Freedom::Forward || step->freedom == Freedom::Left || step->freedom == Freedom::Up;
        m_edits.changeSelected([&](const geometry::Cuboid &cuboid) { return changed(cuboid, step->freedom, step->amount); },
                               turns   ? SceneEdits::Verb::Turn
                               : moves ? SceneEdits::Verb::Move
                                       : SceneEdits::Verb::Resize);
    } else if (actionId == QLatin1String("scene.frame.nextKey")) {
        goToKeyframe(1);
    } else if (actionId == QLatin1String("scene.frame.previousKey")) {
        goToKeyframe(-1);
    } else if (actionId == QLatin1String("scene.copyNext")) {
        m_edits.copySelected(1);
        followSelected();
    } else if (actionId == QLatin1String("scene.copyPrevious")) {
        m_edits.copySelected(-1);
        followSelected();
    } else if (actionId == QLatin1String("scene.keyHere")) {
        m_edits.keyHere();
        followSelected();
    } else if (actionId == QLatin1String("scene.autofit")) {
        autofit();
    } else if (actionId == QLatin1String("scene.flip")) {
        m_edits.changeSelected(flipped, SceneEdits::Verb::Turn);
    } else if (actionId == QLatin1String("scene.ground")) {
        standOnGround();
    } else if (actionId == QLatin1String("scene.delete")) {
        m_edits.removeSelected();
    } else if (actionId == QLatin1String("scene.next")) {
        selectNext(1);
    } else if (actionId == QLatin1String("scene.previous")) {
        selectNext(-1);
    } else if (actionId == QLatin1String("scene.unsure")) {
        m_edits.toggleUnsure();
    } else if (actionId == QLatin1String("scene.ignore")) {
        m_edits.toggleIgnore();
    } else if (actionId == QLatin1String("scene.accept")) {
        m_edits.acceptSelected();
    } else if (actionId == QLatin1String("scene.reject")) {
        m_edits.rejectSelected();
    } else if (actionId == QLatin1String("scene.acceptTrack")) {
        m_edits.acceptTrack();
    } else if (actionId == QLatin1String("scene.rejectTrack")) {
        m_edits.rejectTrack();
    } else {
        return false;
    }
    return true;
}

void SceneView::setMode(const ColourMode &mode)
{
    SceneDisplay display = m_bar->display();
    display.mode = mode;
    m_bar->setDisplay(display);
    showDisplay();
}

void SceneView::toggle(bool SceneDisplay::*member)
{
    SceneDisplay display = m_bar->display();
    display.*member = !(display.*member);
    m_bar->setDisplay(display);
    showDisplay();
}

void SceneView::setPreset(ViewCamera::Preset preset)
{
    ViewCamera camera = m_surface->camera();
    // A selected box is looked at along its own axes.
    const auto box = selectedBox();
    camera.set(preset, box && preset != ViewCamera::Preset::Top ? geometry::yawOf(box->cuboid.rotation) : 0);
    if (box)
        camera.target = box->cuboid.centre;
    m_surface->setCamera(camera);
}

// A cloud without a sensor in its middle, such as a survey from the air, is looked at as a whole.
bool SceneView::isSensorWithin() const
{
    const auto bounds = m_clouds.bounds();
    return bounds && m_sensor[0] >= bounds->first[0] && m_sensor[0] <= bounds->second[0] && m_sensor[1] >= bounds->first[1]
        && m_sensor[1] <= bounds->second[1];
}

void SceneView::fit()
{
    const auto bounds = m_clouds.bounds();
    if (!bounds)
        return;
    ViewCamera camera = m_surface->camera();
    camera.reach = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        camera.reach = std::max(camera.reach, bounds->second[axis] - bounds->first[axis]);
    camera.reach = std::max(camera.reach, 0.1);
    // Of a sweep the middle is what is worked on: a few points lie far out.
    Vector3 least = bounds->first;
    Vector3 most = bounds->second;
    constexpr double usualRange = 30;
    if (isSensorWithin()) {
        for (std::size_t axis = 0; axis < 2; ++axis) {
            least[axis] = std::max(least[axis], m_sensor[axis] - usualRange);
            most[axis] = std::min(most[axis], m_sensor[axis] + usualRange);
        }
        most[2] = std::min(most[2], std::max(m_groundHeight + 6, least[2] + 1));
    }
    camera.fit(least, most, m_surface->size());
    m_surface->setCamera(camera);
}

void SceneView::goTo(const geometry::Cuboid &cuboid, bool always)
{
    ViewCamera camera = m_surface->camera();
    const QSizeF size = m_surface->size();
    const auto at = camera.project(cuboid.centre, size);
    const QRectF inner =
        QRectF(QPointF(), size).adjusted(size.width() * 0.1, size.height() * 0.1, -size.width() * 0.1, -size.height() * 0.1);
    const double length = std::hypot(cuboid.size[0], cuboid.size[1], cuboid.size[2]);
    const double pixels =
        at ? length * camera.pixelsPerMetre(size) * (camera.parallel ? 1 : camera.distance / std::max(at->depth, 0.1)) : 0;
    constexpr double tooSmall = 24;
    const auto corners = geometry::cornersOf(cuboid);
    const bool whole = pixels > std::min(size.width(), size.height())
                       || std::all_of(corners.begin(), corners.end(), [&](const Vector3 &corner) {
                              const auto seen = camera.project(corner, size);
                              return seen && QRectF(QPointF(), size).contains(seen->at);
                          });
    if (!always && at && whole && inner.contains(at->at) && pixels >= tooSmall)
        return;
    camera.target = cuboid.centre;
    if (always || pixels < tooSmall)
        camera.distance = std::max(length * 3, 0.5);
    m_surface->setCamera(camera);
}

void SceneView::reveal(AnnotationId id)
{
    const model::Annotation *annotation = m_editing.annotation(id);
    if (annotation && annotation->frame && std::holds_alternative<geometry::PointLabels>(annotation->geometry)) {
        m_editing.setFrame(annotation->frame->index);
        return;
    }
    const auto *cuboid = annotation ? std::get_if<geometry::Cuboid>(&annotation->geometry) : nullptr;
    const auto around = cuboid || !annotation ? std::nullopt : placeOf(*annotation);
    if (annotation && !cuboid && !around && annotation->frame)
        m_editing.setFrame(annotation->frame->index);
    if (!cuboid && !around)
        return;
    const geometry::Cuboid place = cuboid ? *cuboid : *around;
    if (annotation->frame)
        m_editing.setFrame(annotation->frame->index);
    m_surface->overlay().content().boxesShown = true;
    goTo(place, false);
    const auto box = std::find_if(m_boxes.begin(), m_boxes.end(), [id](const SceneBox &candidate) { return candidate.id == id; });
    m_surface->overlay().content().flashed = box == m_boxes.end() ? -1 : int(box - m_boxes.begin());
    m_surface->overlay().update();
    m_flash.start();
}

void SceneView::selectNext(int step)
{
    std::vector<AnnotationId> ids;
    for (const SceneBox &box : m_boxes)
        if (!box.ghost)
            ids.push_back(box.id);
    for (const SceneLine &line : m_surface->overlay().content().lines)
        ids.push_back(line.id);
    if (ids.empty()) {
        m_context.showHint(tr("This frame has no labels yet."));
        return;
    }
    const auto count = std::ptrdiff_t(ids.size());
    std::ptrdiff_t index = step > 0 ? 0 : count - 1;
    const QSet<AnnotationId> selection = m_editing.selection();
    const auto current = std::find_if(ids.begin(), ids.end(), [&](const AnnotationId &id) { return selection.contains(id); });
    if (current != ids.end())
        index = (current - ids.begin() + step + count) % count;
    const AnnotationId next = ids[std::size_t(index)];
    m_editing.select({next});
    followSelected();
}

// What is worked on stays in sight.
void SceneView::followSelected()
{
    if (const auto box = selectedBox())
        goTo(box->cuboid, false);
    else if (m_editing.selection().size() == 1)
        if (const model::Annotation *annotation = m_editing.annotation(*m_editing.selection().cbegin()))
            if (const auto around = placeOf(*annotation))
                goTo(*around, false);
}

void SceneView::autofit()
{
    const auto box = selectedBox();
    if (!box || !box->changeable) {
        m_context.showHint(tr("Select a box first."));
        return;
    }
    const model::Annotation *annotation = m_editing.annotation(box->id);
    auto fitted = refitted(box->cuboid, m_clouds.pieces(), ground(), m_groundHeight,
                                 hintsFor(m_editing.schema(), annotation ? annotation->labelClass : ClassId(), m_sensor));
    if (const auto whole = trackOf(m_editing, box->track); whole && fitted && !box->dashed)
        fitted = fittedSize(*whole, box->cuboid, *fitted, m_sensor);
    if (fitted)
        m_edits.setCuboid(*box, *fitted, SceneEdits::Verb::Fit);
    else
        m_context.showHint(tr("Too few points lie in this box."));
}

void SceneView::standOnGround()
{
    m_edits.changeSelected(
        [this](const geometry::Cuboid &cuboid) {
            return standingAt(cuboid, ground().heightAt(cuboid.centre[0], cuboid.centre[1]).value_or(m_groundHeight));
        },
        SceneEdits::Verb::Move);
}

void SceneView::chooseClass(const QString &key)
{
    for (const model::LabelClass &labelClass : m_editing.schema().classes) {
        if (labelClass.hotKey != key || labelClass.deprecated)
            continue;
        if (!m_points->input()) {
            m_edits.setClass(labelClass.id);
        } else {
            m_editing.setCurrentClass(labelClass.id);
            m_context.showHint(tr("New labels are “%1”.").arg(labelClass.name));
        }
        return;
    }
    m_context.showHint(tr("No class has the key %1.").arg(key));
}

void SceneView::stepFrame(int by)
{
    const std::int64_t before = m_editing.frame();
    // The track stays selected where it goes on.
    const TrackId track = selectedTrack();
    m_editing.setFrame(before + by);
    if (m_editing.frame() == before) {
        m_context.showHint(by > 0 ? tr("This is the last frame.") : tr("This is the first frame."));
        return;
    }
    if (track.isNull())
        return;
    const auto other = std::find_if(m_boxes.begin(), m_boxes.end(), [&](const SceneBox &box) { return box.track == track; });
    if (other == m_boxes.end())
        return;
    const SceneBox there = *other;
    if (!there.id.isNull() && !there.ghost)
        m_editing.select({there.id});
    goTo(there.cuboid, false);
}

void SceneView::goToKeyframe(int step)
{
    const TrackId track = selectedTrack();
    const std::int64_t frame = keyframeFrom(m_editing, track, m_editing.frame(), step);
    if (frame < 0) {
        m_context.showHint(track.isNull() ? tr("Select a box of a track first.")
                                          : tr("There is no other key frame of this track there."));
        return;
    }
    stepFrame(int(frame - m_editing.frame()));
}

QVariantMap SceneView::saveState() const
{
    const ViewCamera &camera = m_surface->camera();
    const SceneDisplay &display = m_bar->display();
    return {{QStringLiteral("tool"), currentTool()},
            {QStringLiteral("item"), m_item.id.toString()},
            {QStringLiteral("target"), QVariantList{camera.target[0], camera.target[1], camera.target[2]}},
            {QStringLiteral("yaw"), camera.yaw},
            {QStringLiteral("pitch"), camera.pitch},
            {QStringLiteral("distance"), camera.distance},
            {QStringLiteral("parallel"), camera.parallel},
            {QStringLiteral("colour"), idOf(display.mode)},
            {QStringLiteral("pointSize"), display.pointSize},
            {QStringLiteral("edges"), display.edges},
            {QStringLiteral("grid"), display.grid},
            {QStringLiteral("rings"), display.rings},
            {QStringLiteral("cameras"), display.cameras},
            {QStringLiteral("sides"), display.sides},
            {QStringLiteral("cameraPoints"), display.cameraPoints},
            {QStringLiteral("points"), m_points->saveState()},
            {QStringLiteral("clouds"), choiceState()},
            {QStringLiteral("across"), m_across->saveState()},
            {QStringLiteral("down"), m_down->saveState()}};
}

void SceneView::restoreState(const QVariantMap &state)
{
    const auto on = [&](const char *key, bool usual) { return state.value(QLatin1String(key), usual).toBool(); };
    SceneDisplay display;
    display.mode = colourModeFromId(state.value(QStringLiteral("colour")).toString());
    constexpr double largest = 4;
    const double size = state.value(QStringLiteral("pointSize"), 1.0).toDouble();
    display.pointSize = std::isfinite(size) ? std::clamp(size, 1 / largest, largest) : 1;
    display.edges = on("edges", true);
    display.grid = on("grid", true);
    display.rings = on("rings", true);
    display.cameras = on("cameras", true);
    display.sides = on("sides", true);
    display.cameraPoints = on("cameraPoints", false);
    m_bar->setDisplay(display);
    restoreChoice(state.value(QStringLiteral("clouds")).toMap());
    showDisplay();
    m_points->restoreState(state.value(QStringLiteral("points")).toMap());
    setTool(state.value(QStringLiteral("tool"), selectTool).toString());
    m_acrossChosen = m_across->restoreState(state.value(QStringLiteral("across")).toByteArray()) || m_acrossChosen;
    m_down->restoreState(state.value(QStringLiteral("down")).toByteArray());
    if (!m_fitted) {
        // A place means something once the points it lies in are there.
        m_toRestore = state;
        return;
    }
    if (state.value(QStringLiteral("item")).toString() != m_item.id.toString())
        return;
    ViewCamera camera = m_surface->camera();
    const QVariantList target = state.value(QStringLiteral("target")).toList();
    bool finite = target.size() == 3;
    for (qsizetype axis = 0; axis < target.size() && axis < 3; ++axis) {
        camera.target[std::size_t(axis)] = target[axis].toDouble();
        finite = finite && std::isfinite(camera.target[std::size_t(axis)]);
    }
    camera.yaw = state.value(QStringLiteral("yaw")).toDouble();
    camera.pitch = state.value(QStringLiteral("pitch")).toDouble();
    camera.distance = state.value(QStringLiteral("distance")).toDouble();
    camera.parallel = on("parallel", false);
    constexpr double straight = 1.5708;
    if (finite && std::isfinite(camera.yaw) && std::abs(camera.pitch) <= straight && camera.distance > 0.01
        && camera.distance < 1e5)
        m_surface->setCamera(camera);
}

}  // namespace plumbline::sceneview
