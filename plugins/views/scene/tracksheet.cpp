// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tracksheet.h"

#include "plugins/views/scene/sceneactions.h"
#include "plugins/views/scene/scenetools.h"
#include "widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

using Kind = model::TrackFrame::Kind;

constexpr double overlayMargin = 0.4;            // metres
constexpr std::size_t mostOverlaid = 80'000;     // points of all sweeps together
constexpr int gatherMilliseconds = 80;

}  // namespace

std::vector<std::array<float, 3>> pointsInAxes(const CloudData &points, const geometry::Cuboid &cuboid, double margin,
                                               std::size_t most)
{
    std::vector<std::array<float, 3>> found;
    const geometry::Pose back = geometry::inverted(geometry::poseOf(cuboid));
    for (const auto &p : points.positions) {
        if (found.size() == most)
            break;
        const Vector3 local = geometry::transformed(
            back, {points.origin[0] + double(p[0]), points.origin[1] + double(p[1]), points.origin[2] + double(p[2])});
        bool within = true;
        for (std::size_t axis = 0; axis < 3; ++axis)
            within = within && std::abs(local[axis]) <= cuboid.size[axis] / 2 + margin;
        // The ground under the object would hide where its bottom ends.
        if (within && local[2] >= -cuboid.size[2] / 2)
            found.push_back({float(local[0]), float(local[1]), float(local[2])});
    }
    return found;
}

TrackSheet::TrackSheet(SheetContext context, QWidget *parent)
    : QWidget(parent), m_context(std::move(context)), m_crops(m_context.jobs, m_context.loader), m_grid(new TrackGrid(m_crops)),
      m_title(new QLabel), m_facts(new QLabel), m_size(new QToolButton), m_all(new QToolButton)
{
    setObjectName(QStringLiteral("trackSheet"));
    setAccessibleName(tr("One track in all frames"));
    m_grid->setAccessibleName(tr("Frames of the track"));
    setFocusProxy(m_grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 5, 8, 5);
    head->setSpacing(10);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    const auto setUp = [&](QToolButton *button, const QString &name, const QString &text, const QString &tip) {
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(text);
        button->setAccessibleDescription(tip);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    };
    setUp(m_size, QStringLiteral("trackSheetSize"), tr("One size"), tr("A change of size in one key frame changes all of them"));
    setUp(m_all, QStringLiteral("trackSheetAll"), tr("Points of all sweeps"),
          tr("Lay the object's points of all frames over each other, to see its whole shape"));
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("trackSheetClose"));
    close->setText(tr("Back to the scene"));
    close->setToolTip(tr("Enter goes to the frame that is chosen here, Esc to the one before"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    head->addWidget(m_title);
    head->addWidget(m_facts, 1);
    head->addWidget(m_size);
    head->addWidget(m_all);
    head->addWidget(close);
    layout->addLayout(head);
    layout->addWidget(m_grid, 1);
    connect(close, &QToolButton::clicked, this, &TrackSheet::closed);
    connect(m_size, &QToolButton::clicked, this, [this] {
        m_context.commands.toggleSizeLock(m_track);
        updateHead();
    });
    connect(m_all, &QToolButton::clicked, this, &TrackSheet::setOverlaid);
    connect(m_grid, &TrackGrid::opened, this, &TrackSheet::frameOpened);
    connect(m_grid, &TrackGrid::viewChanged, this, &TrackSheet::updateWants);
    connect(m_grid, &TrackGrid::released, this,
            [this](std::int64_t frame, const geometry::Cuboid &cuboid, SceneEdits::Verb verb) {
                m_context.commands.place(m_track, frame, cuboid, verb);
            });
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMilliseconds);
    connect(&m_gather, &QTimer::timeout, this, &TrackSheet::gatherPoints);
    connect(&m_crops, &SweepCrops::changed, this, [this] {
        if (!m_gather.isActive())
            m_gather.start();
    });
}

void TrackSheet::setTrack(TrackId track)
{
    if (track == m_track)
        return;
    m_track = track;
    m_crops.clear();
    m_pieces.clear();
    m_grid->setFrames({});
    refresh();
}

void TrackSheet::refresh()
{
    if (isHidden() && !m_overlaid)
        return;
    std::vector<SheetFrame> frames;
    const model::TrackPath *path = m_context.exposure.pathOf(m_track);
    const document::Editing &editing = m_context.editing;
    if (path && !path->isEmpty())
        for (std::int64_t at = path->first(); at <= path->last(); ++at) {
            const model::TrackFrame &known = path->frames()[std::size_t(at)];
            const model::Annotation *label = editing.annotation(known.label);
            if (!label || !known.cuboid)
                continue;
            SheetFrame frame;
            frame.frame = at;
            frame.kind = known.kind;
            frame.box.id = known.kind == Kind::Key ? known.label : AnnotationId();
            frame.box.track = m_track;
            frame.box.cuboid = *known.cuboid;
            const model::LabelClass *labelClass = editing.schema().find(label->labelClass);
            frame.box.colour = labelClass ? labelClass->colour : QColor(200, 200, 200);
            frame.box.ghost = known.kind != Kind::Key;
            frame.box.dashed = isOpenPrediction(*label);
            frame.box.changeable = editing.editable(*label) && editing.canCreate();
            frames.push_back(std::move(frame));
        }
    m_grid->setFrames(std::move(frames));
    updateWants();
    updateHead();
    if (m_overlaid)
        gatherPoints();
}

void TrackSheet::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TrackSheet::updateWants()
{
    const model::Scene *scene = m_context.editing.scene();
    if (!scene)
        return;
    std::vector<SweepCrops::Want> wants;
    QSet<std::int64_t> taken;
    const auto add = [&](SheetFrame &frame, bool picture) {
        SweepCrops::Want want;
        want.frame = frame.frame;
        want.around = frame.box.cuboid;
        want.sweep = m_context.sweepOf(frame.frame);
        frame.noSweep = !want.sweep;
        if (picture) {
            const auto at = [&](std::int64_t microseconds) {
                return m_context.exposure.at(m_track, frame.frame, frame.box.cuboid, microseconds);
            };
            if (!frame.cameraKnown) {
                frame.camera = bestCamera(*scene, std::size_t(frame.frame), at);
                frame.exposed = frame.camera ? at(frame.camera->microseconds) : frame.box.cuboid;
                frame.cameraKnown = true;
            }
            want.camera = frame.camera;
            if (frame.camera)
                want.picturePath = m_context.folder() + QLatin1Char('/') + frame.camera->path;
        }
        taken.insert(frame.frame);
        wants.push_back(std::move(want));
    };
    if (isVisible())
        for (const std::int64_t number : m_grid->urgent())
            if (SheetFrame *frame = m_grid->find(number))
                add(*frame, true);
    if (m_overlaid)
        for (const SheetFrame &frame : m_grid->frames())
            if (!taken.contains(frame.frame) && frame.kind != Kind::Gap)
                add(*m_grid->find(frame.frame), false);
    m_crops.want(std::move(wants));
}

QString TrackSheet::facts() const
{
    const auto &frames = m_grid->frames();
    const auto count = [&](Kind kind) {
        return int(std::count_if(frames.begin(), frames.end(), [kind](const SheetFrame &frame) { return frame.kind == kind; }));
    };
    const auto empty = int(std::count_if(frames.begin(), frames.end(), [this](const SheetFrame &frame) {
        return frame.kind != Kind::Gap && m_grid->pointsIn(frame.frame) == std::optional<std::size_t>(0);
    }));
    QStringList parts{tr("%n frame(s)", nullptr, int(frames.size())), tr("%n key frame(s)", nullptr, count(Kind::Key))};
    if (const int hidden = count(Kind::Gap))
        parts.append(tr("%n in gaps", nullptr, hidden));
    if (empty > 0)
        parts.append(tr("%n without points", nullptr, empty));
    if (const SheetFrame *frame = m_grid->current()) {
        const auto &size = frame->box.cuboid.size;
        parts.append(tr("%1 × %2 × %3 m").arg(size[0], 0, 'f', 2).arg(size[1], 0, 'f', 2).arg(size[2], 0, 'f', 2));
    }
    return parts.join(QStringLiteral(" · "));
}

void TrackSheet::updateHead()
{
    const auto whole = trackOf(m_context.editing, m_track);
    const model::LabelClass *labelClass = whole ? m_context.editing.schema().find(whole->track.labelClass) : nullptr;
    m_title->setText(!whole ? tr("No track is selected") : labelClass ? labelClass->name : tr("Track"));
    m_facts->setText(whole ? facts() : QString());
    m_size->setEnabled(whole.has_value());
    m_size->setChecked(whole && model::isSizeLocked(whole->track));
    m_all->setChecked(m_overlaid);
}

void TrackSheet::setOverlaid(bool on)
{
    m_overlaid = on;
    m_all->setChecked(on);
    if (!on)
        m_pieces.clear();
    refresh();
    gatherPoints();
}

void TrackSheet::gatherPoints()
{
    updateHead();
    if (!m_overlaid) {
        if (m_points) {
            m_points.reset();
            m_grid->setOverlaid(m_points);
            emit overlaidChanged();
        }
        return;
    }
    const auto &frames = m_grid->frames();
    const std::size_t most = std::max<std::size_t>(100, mostOverlaid / std::max<std::size_t>(1, frames.size()));
    auto all = std::make_shared<std::vector<std::array<float, 3>>>();
    for (const SheetFrame &frame : frames) {
        const SweepCrop *crop = m_crops.sweep(frame.frame);
        if (!crop || !crop->points || frame.kind == Kind::Gap || frame.kind == Kind::Nothing)
            continue;
        Piece &piece = m_pieces[frame.frame];
        if (piece.of != crop->points || !(piece.cuboid == frame.box.cuboid))
            piece = {frame.box.cuboid, crop->points, pointsInAxes(*crop->points, frame.box.cuboid, overlayMargin, most)};
        all->insert(all->end(), piece.points.begin(), piece.points.end());
    }
    m_points = all->empty() ? nullptr : OverlaidPoints(all);
    m_grid->setOverlaid(m_points);
    emit overlaidChanged();
}

std::int64_t TrackSheet::frame(std::int64_t otherwise) const
{
    return isVisible() && m_grid->current() ? m_grid->current()->frame : otherwise;
}

void TrackSheet::changeCurrent(const std::function<geometry::Cuboid(const geometry::Cuboid &)> &change, SceneEdits::Verb verb)
{
    if (const SheetFrame *frame = m_grid->current())
        m_context.commands.place(m_track, frame->frame, change(frame->box.cuboid), verb);
}

void TrackSheet::fit()
{
    const SheetFrame *frame = m_grid->current();
    const SweepCrop *crop = frame ? m_crops.sweep(frame->frame) : nullptr;
    const auto whole = trackOf(m_context.editing, m_track);
    if (!crop || !crop->points || !whole || !m_context.editing.scene()) {
        m_context.hint(tr("The points of this frame are still being read."));
        return;
    }
    const Vector3 sensor = sensorOf(*m_context.editing.scene(), frame->frame);
    const geometry::Cuboid &was = frame->box.cuboid;
    const std::vector<CloudPointer> pieces{crop->points};
    auto fitted = refitted(was, pieces, GroundMap(pieces), was.centre[2] - was.size[2] / 2,
                           hintsFor(m_context.editing.schema(), whole->track.labelClass, sensor));
    if (!fitted) {
        m_context.hint(tr("Too few points lie in this box."));
        return;
    }
    m_context.commands.place(m_track, frame->frame, fittedSize(*whole, was, *fitted, sensor), SceneEdits::Verb::Fit);
}

void TrackSheet::standOnGround()
{
    const SheetFrame *frame = m_grid->current();
    const SweepCrop *crop = frame ? m_crops.sweep(frame->frame) : nullptr;
    if (!crop || !crop->points)
        return;
    const Vector3 at = frame->box.cuboid.centre;
    if (const auto height = GroundMap({crop->points}).heightAt(at[0], at[1]))
        changeCurrent([&](const geometry::Cuboid &cuboid) { return standingAt(cuboid, *height); }, SceneEdits::Verb::Move);
}

bool TrackSheet::trigger(const QString &actionId)
{
    constexpr double zoomStep = 1.25;
    if (const int by = frameStepOf(actionId)) {
        m_grid->step(by);
    } else if (const auto step = stepOf(actionId)) {
        const bool turns = step->freedom == Freedom::Yaw || step->freedom == Freedom::Pitch || step->freedom == Freedom::Roll;
        const bool moves = step->freedom == Freedom::Forward || step->freedom == Freedom::Left || step->freedom == Freedom::Up;
        changeCurrent([&](const geometry::Cuboid &cuboid) { return changed(cuboid, step->freedom, step->amount); },
                      turns   ? SceneEdits::Verb::Turn
                      : moves ? SceneEdits::Verb::Move
                              : SceneEdits::Verb::Resize);
    } else if (actionId == QLatin1String("scene.frame.nextKey") || actionId == QLatin1String("scene.frame.previousKey")) {
        if (!m_grid->stepToKey(actionId == QLatin1String("scene.frame.nextKey") ? 1 : -1))
            m_context.hint(tr("There is no other key frame of this track there."));
    } else if (actionId == QLatin1String("scene.keyHere")) {
        m_context.commands.keyFrame(m_track, frame(-1));
    } else if (actionId == QLatin1String("scene.delete")) {
        m_context.commands.removeKeyFrame(m_track, frame(-1));
    } else if (actionId == QLatin1String("scene.autofit")) {
        fit();
    } else if (actionId == QLatin1String("scene.flip")) {
        changeCurrent(flipped, SceneEdits::Verb::Turn);
    } else if (actionId == QLatin1String("scene.ground")) {
        standOnGround();
    } else if (actionId == QLatin1String("scene.view.zoomIn")) {
        m_grid->setTileSize(int(std::lround(m_grid->tileSize() * zoomStep)));
    } else if (actionId == QLatin1String("scene.view.zoomOut")) {
        m_grid->setTileSize(int(std::lround(m_grid->tileSize() / zoomStep)));
    } else if (actionId == QLatin1String("scene.cancel")) {
        if (!m_grid->cancelDrag())
            emit closed();
    } else {
        return false;
    }
    return true;
}

}  // namespace plumbline::sceneview
