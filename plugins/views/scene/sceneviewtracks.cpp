// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneview.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

/// What the view of scenes does with the tracks of its boxes.
namespace plumbline::sceneview {

void SceneView::setUpTracks()
{
    auto *layout = static_cast<QVBoxLayout *>(m_widget->layout());
    layout->insertWidget(layout->indexOf(m_timeline), m_sheet, 1);
    m_sheet->hide();
    m_cameras->setMover([this](TrackId track, const geometry::Cuboid &cuboid, std::int64_t microseconds) {
        return m_exposure.at(track, m_editing.frame(), cuboid, microseconds);
    });
    connect(m_sheet, &TrackSheet::closed, this, [this] { showSheet(false); });
    connect(m_sheet, &TrackSheet::frameOpened, this, &SceneView::openFrame);
    connect(m_sheet, &TrackSheet::overlaidChanged, this,
            [this] { m_sides->setOverlaid(m_sheet->track() == selectedTrack() ? m_sheet->overlaidPoints() : nullptr); });
    connect(&m_editing, &document::Editing::changed, m_sheet, [this](const document::DocumentEvent &event) {
        if (const auto *shown = std::get_if<document::FrameShown>(&event); shown && m_sheet->isVisible())
            m_sheet->grid().setCurrent(shown->index);
    });
}

TrackId SceneView::selectedTrack() const
{
    TrackId track;
    for (const model::Annotation &annotation : m_editing.annotations()) {
        if (!m_editing.selection().contains(annotation.id))
            continue;
        if (annotation.track.isNull() || (!track.isNull() && annotation.track != track))
            return {};
        track = annotation.track;
    }
    return track;
}

void SceneView::refreshMarks()
{
    const TrackId track = m_item.id.isNull() ? TrackId() : selectedTrack();
    std::vector<std::int64_t> marks;
    std::vector<std::int64_t> hidden;
    if (!track.isNull())
        for (const model::Annotation &annotation : m_editing.annotations())
            if (annotation.track == track && annotation.frame && !model::isModelLayer(annotation.layer))
                marks.push_back(annotation.frame->index);
    if (const model::TrackPath *path = m_exposure.pathOf(track))
        hidden = model::hiddenFrames(*path);
    m_timeline->setMarks(std::move(marks));
    m_timeline->setHidden(std::move(hidden));
    // The sheet keeps its track while nothing else is selected.
    if (!track.isNull() && (m_sheet->isVisible() || m_sheet->isOverlaid()))
        m_sheet->setTrack(track);
    m_sheet->refresh();
    m_sides->setOverlaid(!track.isNull() && track == m_sheet->track() ? m_sheet->overlaidPoints() : nullptr);
}

void SceneView::showSheet(bool on)
{
    if (on == !m_sheet->isHidden())
        return;
    if (!on) {
        const bool focused = m_sheet->isAncestorOf(m_widget->window()->focusWidget());
        m_sheet->hide();
        m_bar->show();
        m_cloudBar->show();
        m_across->show();
        if (focused)
            m_widget->setFocus();
        return;
    }
    const TrackId track = selectedTrack();
    if (track.isNull()) {
        m_context.showHint(tr("Select a box of a track first."));
        return;
    }
    m_select->cancel();
    m_cuboid->cancel();
    setPreview(std::nullopt, nullptr);
    // Nothing of what these offer is seen here.
    setTool(QStringLiteral("scene.tool.select"));
    m_calibration->setOpen(false);
    m_bar->hide();
    m_cloudBar->hide();
    m_across->hide();
    m_sheet->setTrack(track);
    m_sheet->show();
    m_sheet->grid().setCurrent(m_editing.frame());
    m_sheet->setFocus();
}

void SceneView::overlay(bool on)
{
    if (on && m_sheet->isHidden()) {
        const TrackId track = selectedTrack();
        if (track.isNull()) {
            m_context.showHint(tr("Select a box of a track first."));
            return;
        }
        m_sheet->setTrack(track);
    }
    m_sheet->setOverlaid(on);
}

void SceneView::openFrame(std::int64_t frame)
{
    const TrackId track = m_sheet->track();
    showSheet(false);
    m_editing.setFrame(frame);
    const auto box = std::find_if(m_boxes.begin(), m_boxes.end(), [track](const SceneBox &of) { return of.track == track; });
    if (box == m_boxes.end())
        return;
    const SceneBox there = *box;
    if (!there.ghost)
        m_editing.select({there.id});
    goTo(there.cuboid, false);
}

bool SceneView::triggerTrack(const QString &actionId)
{
    if (m_item.id.isNull())
        return false;
    const std::int64_t frame = m_sheet->frame(m_editing.frame());
    const TrackId track = m_sheet->isHidden() ? selectedTrack() : m_sheet->track();
    if (actionId == QLatin1String("scene.track.sheet"))
        showSheet(m_sheet->isHidden());
    else if (actionId == QLatin1String("scene.track.gap"))
        m_tracks.toggleGap(track, frame);
    else if (actionId == QLatin1String("scene.track.size"))
        m_tracks.toggleSizeLock(track);
    else if (actionId == QLatin1String("scene.track.all"))
        overlay(!m_sheet->isOverlaid());
    else if (actionId == QLatin1String("scene.track.split"))
        m_tracks.split(track, frame);
    else if (actionId == QLatin1String("scene.track.merge"))
        m_tracks.mergeSelected();
    else if (actionId == QLatin1String("scene.track.into"))
        m_tracks.moveIntoOther();
    else if (actionId == QLatin1String("scene.track.own"))
        m_tracks.separate();
    else
        return !m_sheet->isHidden() && m_sheet->trigger(actionId);
    return true;
}

}  // namespace plumbline::sceneview
