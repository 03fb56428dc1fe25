// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/cloudpainter.h"
#include "plugins/views/scene/cloudsource.h"
#include "plugins/views/scene/pointbar.h"
#include "plugins/views/scene/pointpick.h"
#include "plugins/views/scene/sweeplabeler.h"
#include "widgets/extension/uiplugin.h"

namespace plumbline::sceneview {

/// Labeling the points of sweeps in the view: the tools, their bar, the colours of labels, and the work behind a gesture. Each
/// gesture is one undoable step, in one sweep or in all. Main thread only; the files of sweeps are read in the background.
class PointLabeling final : public QObject
{
    Q_OBJECT

public:
    /// What the view gives. It outlives this.
    struct View {
        extension::ViewContext &context;
        ToolContext &tools;
        CloudSource &source;
        std::function<std::optional<SweepRequest>(std::int64_t)> sweepOf;
        std::function<ColourMode()> mode;
        std::function<void(const ColourMode &)> setMode;
        std::function<void()> lookChanged;  ///< decorate() says something else
    };

    explicit PointLabeling(View view);
    ~PointLabeling() override;

    /// For the view's layout, which owns it; shown while a tool for points is in use.
    [[nodiscard]] PointBar *bar() const { return m_bar; }
    /// Takes up the tool of this name, or puts away any for others. True for those of points.
    bool setTool(const QString &id);
    [[nodiscard]] QString tool() const { return m_tool; }  ///< empty: none of these
    [[nodiscard]] SceneInput *input() { return m_tool.isEmpty() ? nullptr : &m_input; }
    /// False for actions of others.
    bool trigger(const QString &actionId);
    /// Drops what is being chosen, or stops what is being labeled; false when there is neither.
    bool cancel();
    /// Drops only what is being chosen.
    void dropGesture() { m_input.cancel(); }

    /// The points shown are others.
    void sweepChanged();
    /// Labels, the frame, or (`classes`) the schema are others.
    void labelsChanged(bool classes = false);
    /// Adds the colours of labels and what a gesture has chosen.
    void decorate(CloudLook &look);
    /// " · car · instance 7" for the line about a point; empty without a label.
    [[nodiscard]] QString wordsAt(const PickedPoint &point) const;
    [[nodiscard]] bool isWorking() const { return m_job != 0; }

    [[nodiscard]] QVariantMap saveState() const { return m_bar->options().toMap(); }
    void restoreState(const QVariantMap &state);

private:
    [[nodiscard]] PointToolContext toolContext();
    [[nodiscard]] bool begin(bool erases);
    void mark(const geometry::PointSet *points, bool erases);
    void choose(PointChoice choice, bool erases);
    void labelBoxes();
    void takeFromPoint();
    void newInstance();
    void resize(double factor);
    void apply(std::vector<PointStep> steps, const QString &label);
    void applyFromFiles(std::vector<PointStep> steps, const QString &label);
    [[nodiscard]] geometry::PointEdit editFor(const QString &className, std::uint32_t instance) const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] QString currentClass() const;
    [[nodiscard]] QString labelFrame() const;
    [[nodiscard]] const geometry::SurfaceVolume *ground();
    void refreshBar();

    View m_view;
    document::Editing &m_editing;
    PointLabelEdits m_edits;
    PointBar *m_bar;
    PointTool m_input;
    QString m_tool;
    std::optional<ColourMode> m_modeBefore;  // of the tool
    std::shared_ptr<const PointColours> m_colours;
    std::shared_ptr<const PointColourer> m_colourer;  // that the look has from here
    std::shared_ptr<const PointMarks> m_marks;
    bool m_dark = true;
    std::optional<geometry::SurfaceVolume> m_ground;
    bool m_groundKnown = false;
    jobs::JobId m_job = 0;
};

}  // namespace plumbline::sceneview
