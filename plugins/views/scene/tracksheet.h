// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/exposure.h"
#include "plugins/views/scene/trackcommands.h"
#include "plugins/views/scene/trackgrid.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace plumbline::sceneview {

/// What the sheet is given by the view. The functions outlive it.
struct SheetContext {
    document::Editing &editing;
    TrackCommands &commands;
    Exposure &exposure;
    jobs::JobRunner &jobs;
    extension::ViewContext::FrameLoader loader;
    std::function<std::optional<SweepRequest>(std::int64_t frame)> sweepOf;
    std::function<QString()> folder;
    SceneEdits::Hint hint;
};

/// One track in all of its sweeps at once: a line of what there is to know about it over the grid of its frames. Also lays the points
/// of all sweeps over each other, seen or not, when that is switched on. Main thread only.
class TrackSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit TrackSheet(SheetContext context, QWidget *parent = nullptr);

    /// Null: none.
    void setTrack(TrackId track);
    [[nodiscard]] TrackId track() const { return m_track; }
    /// Reads the track anew from the document. Costs nothing while nobody sees anything of it.
    void refresh();
    /// Points of all sweeps in the box's own frame, in the tiles and for whoever else shows the box.
    void setOverlaid(bool on);
    [[nodiscard]] bool isOverlaid() const { return m_overlaid; }
    /// What the view's actions do here; false for those that are none of the sheet's.
    bool trigger(const QString &actionId);
    /// Of the current tile, or else `otherwise`.
    [[nodiscard]] std::int64_t frame(std::int64_t otherwise) const;

    [[nodiscard]] TrackGrid &grid() const { return *m_grid; }
    [[nodiscard]] SweepCrops &crops() { return m_crops; }
    [[nodiscard]] QString facts() const;
    [[nodiscard]] OverlaidPoints overlaidPoints() const { return m_points; }

signals:
    void frameOpened(std::int64_t frame);
    void closed();
    void overlaidChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void updateWants();
    void updateHead();
    void gatherPoints();
    void fit();
    void standOnGround();
    void changeCurrent(const std::function<geometry::Cuboid(const geometry::Cuboid &)> &change, SceneEdits::Verb verb);

    struct Piece {
        geometry::Cuboid cuboid;
        CloudPointer of;
        std::vector<std::array<float, 3>> points;
    };
    SheetContext m_context;
    SweepCrops m_crops;
    TrackGrid *m_grid;  // all owned by this
    QLabel *m_title;
    QLabel *m_facts;
    QToolButton *m_size;
    QToolButton *m_all;
    TrackId m_track;
    bool m_overlaid = false;
    QTimer m_gather;
    std::map<std::int64_t, Piece> m_pieces;
    OverlaidPoints m_points;
};

/// Those of the points that lie in a cuboid or at most `margin` metres around it, in its own axes; at most `most`.
[[nodiscard]] std::vector<std::array<float, 3>> pointsInAxes(const CloudData &points, const geometry::Cuboid &cuboid,
                                                             double margin, std::size_t most);

}  // namespace plumbline::sceneview
