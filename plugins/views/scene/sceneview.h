// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/boxcolours.h"
#include "plugins/views/scene/calibrationwork.h"
#include "plugins/views/scene/cameracolours.h"
#include "plugins/views/scene/camerastrip.h"
#include "plugins/views/scene/cloudbar.h"
#include "plugins/views/scene/linetool.h"
#include "plugins/views/scene/pointlabeling.h"
#include "plugins/views/scene/pointpick.h"
#include "plugins/views/scene/scenebar.h"
#include "plugins/views/scene/scenechecks.h"
#include "plugins/views/scene/scenetools.h"
#include "plugins/views/scene/sideview.h"
#include "plugins/views/scene/timeline.h"
#include "plugins/views/scene/tracksheet.h"
#include "widgets/extension/remarksurface.h"
#include "widgets/extension/uiplugin.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QSplitter;

namespace plumbline::sceneview {

/// The view of scenes: the points of a frame's sweep with the boxes in them, three sides of the selected box below, the cameras
/// beside and the frames under it. Reads the medium itself. Keys are made by the host, as for the view of images. Main thread only.
class SceneView final : public QObject, public extension::AnnotationView, public extension::RemarkSurface
{
    Q_OBJECT

public:
    explicit SceneView(extension::ViewContext &context, CloudLimits limits = {});
    ~SceneView() override;

    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] bool readsMedium() const override { return true; }
    void showFrame(const model::Item &item, const Result<extension::LoadedFrame> &frame) override;
    void showLoading(const model::Item &item) override;
    void clear() override;
    void reveal(AnnotationId id) override;
    [[nodiscard]] std::vector<extension::ViewAction> actions() const override;
    void trigger(const QString &actionId) override;
    [[nodiscard]] QString currentTool() const override;
    [[nodiscard]] QString firstStep() const override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void onToolChanged(std::function<void()> listener) override { m_toolChanged = std::move(listener); }

    [[nodiscard]] QWidget *remarkSurface() override;
    [[nodiscard]] std::optional<QPointF> signPlace(AnnotationId id) const override;

    // For tests, which have no other way to what a person sees.
    [[nodiscard]] SceneSurface &surface() { return *m_surface; }
    [[nodiscard]] CloudSource &source() { return m_source; }
    [[nodiscard]] SceneClouds &clouds() { return m_clouds; }
    [[nodiscard]] CloudBar &cloudBar() { return *m_cloudBar; }
    [[nodiscard]] const std::vector<SceneBox> &boxes() const { return m_boxes; }
    [[nodiscard]] CameraStrip &cameras() { return *m_cameras; }
    [[nodiscard]] SidePanel &sides() { return *m_sides; }
    [[nodiscard]] TrackSheet &sheet() { return *m_sheet; }
    [[nodiscard]] Timeline &timeline() { return *m_timeline; }
    [[nodiscard]] PointLabeling &points() { return *m_points; }
    [[nodiscard]] SceneChecks &checks() { return *m_checks; }
    [[nodiscard]] CalibrationWork &calibration() { return *m_calibration; }

private:
    void setUpParts();
    void setUpTools();
    void setUpTracks();
    bool eventFilter(QObject *watched, QEvent *event) override;
    void documentChanged(const document::DocumentEvent &event);
    void loadFrame();
    void sourceChanged();
    void sourceStateChanged();
    void prefetch();
    [[nodiscard]] QString folder() const;
    void sendView();
    /// Of the first lidar that is on.
    [[nodiscard]] std::optional<SweepRequest> sweepOf(std::int64_t frame) const;
    void applyChoice();
    void updateClip();
    void toggleClip(CloudChoice::Clip clip);
    void refreshColours();
    /// Of a box while it is changed, otherwise of the selected one.
    void refreshCount(const std::optional<geometry::Cuboid> &preview);
    void setUpCalibration();
    void showTrial();
    void fitCameras();
    [[nodiscard]] QVariantMap choiceState() const;
    void restoreChoice(const QVariantMap &state);
    void refreshBoxes();
    void refreshSides();
    void refreshLook(bool range);
    void refreshStatus();
    void refreshMarks();
    void showDisplay();
    void setHovered(int box);
    void setPreview(const std::optional<geometry::Cuboid> &cuboid, const SceneBox *box);
    void pickPoint(QPointF at);
    [[nodiscard]] QString whereFrom(const PickedPoint &point) const;
    void clickBox(int index);
    [[nodiscard]] std::optional<SceneBox> selectedBox() const;
    /// Of what is selected, in whatever frame it lies; null for none and for several.
    [[nodiscard]] TrackId selectedTrack() const;
    [[nodiscard]] const GroundMap &ground();
    [[nodiscard]] double groundHeight() const { return m_groundHeight; }
    void setTool(const QString &id);
    /// Of the tool in use.
    [[nodiscard]] SceneInput *input();
    void setPreset(ViewCamera::Preset preset);
    void fit();
    [[nodiscard]] bool isSensorWithin() const;
    void goTo(const geometry::Cuboid &cuboid, bool always);
    void selectNext(int step);
    void followSelected();
    void autofit();
    void standOnGround();
    void setMode(const ColourMode &mode);
    void toggle(bool SceneDisplay::*member);
    void chooseClass(const QString &key);
    void stepFrame(int by);
    void goToKeyframe(int step);
    bool triggerView(const QString &actionId);
    bool triggerEdit(const QString &actionId);
    bool triggerTrack(const QString &actionId);
    void showSheet(bool on);
    void openFrame(std::int64_t frame);
    void overlay(bool on);
    bool triggerExtra(const QString &actionId);
    /// Around what is no cuboid; nothing for what lies nowhere in the scene.
    [[nodiscard]] std::optional<geometry::Cuboid> placeOf(const model::Annotation &annotation) const;

    extension::ViewContext &m_context;
    document::Editing &m_editing;
    SceneEdits m_edits;
    TrackCommands m_tracks;
    Exposure m_exposure;
    PictureBoxEdits m_pictureEdits;
    SceneClouds m_clouds;
    CloudSource &m_source;  // of the first lidar, in m_clouds
    CameraColouring m_cameraColours;
    QPointer<QWidget> m_widget;
    SceneBar *m_bar;  // all owned by m_widget
    CloudBar *m_cloudBar;
    SceneSurface *m_surface;
    SidePanel *m_sides;
    CameraStrip *m_cameras;
    Timeline *m_timeline;
    TrackSheet *m_sheet;
    QSplitter *m_across;
    QSplitter *m_down;
    std::unique_ptr<SceneChecks> m_checks;
    std::unique_ptr<ToolContext> m_toolContext;
    std::unique_ptr<SelectTool> m_select;
    std::unique_ptr<CuboidTool> m_cuboid;
    std::unique_ptr<PointLabeling> m_points;
    std::unique_ptr<LineTool> m_line;  // before m_select
    bool m_drawing = false;  // with the cuboid tool
    bool m_lining = false;   // with the line tool
    std::function<void()> m_toolChanged;
    model::Item m_item;
    std::vector<SceneBox> m_boxes;
    bool m_fitted = false;  // the shown item has been fitted into the view
    bool m_rangeKnown = false;  // colours mean the same in all frames of an item
    double m_groundHeight = 0;
    std::optional<GroundMap> m_ground;
    BoxColouring m_boxColours;
    std::unique_ptr<CalibrationWork> m_calibration;
    bool m_trialShown = false;  // the pictures show what is tried
    bool m_acrossChosen = false;  // how wide the cameras are was chosen, now or before
    std::optional<SceneBox> m_clipped;  // the box that is cut around
    std::int64_t m_clippedFrame = -1;
    Vector3 m_sensor{};
    std::int64_t m_lastFrame = 0;
    QTimer m_loading;
    QTimer m_flash;
    QString m_countWords;  // points in the selected box
    QString m_noPoints;  // why no points are drawn
    QVariantMap m_toRestore;
};

}  // namespace plumbline::sceneview
