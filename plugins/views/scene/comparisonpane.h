// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/comparisonboxes.h"
#include "plugins/views/scene/comparisoncamera.h"
#include "plugins/views/scene/sceneclouds.h"
#include "plugins/views/scene/scenesurface.h"
#include "widgets/extension/uiplugin.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

class QLabel;
class QSlider;

namespace plumbline::sceneview {

/// A scene with one or several people's cuboids and lines, to look at: points of one sweep, a slider where there are several, and
/// buttons for the view from above and the free one. Labels of points colour them where there is one source; what is marked is shown in a camera, too. Its place is the frame
/// and the camera ("fitted": true alone shows the surroundings of the sensor). Clouds too large for the memory are shown as a sample:
/// beside each other there is room for no more. Main thread only.
class ComparisonPane final : public QObject, public extension::ComparisonPane
{
    Q_OBJECT

public:
    explicit ComparisonPane(extension::MediaContext &context, CloudLimits limits = usualLimits());
    ~ComparisonPane() override;

    [[nodiscard]] QWidget *widget() override;
    void showItem(const model::Item &item, const std::optional<model::Scene> &scene, const QString &mediaPath) override;
    void setSources(const std::vector<extension::ComparedLabels> &sources, const model::Schema &schema) override;
    void setMarked(const std::vector<AnnotationId> &labels, bool go) override;
    [[nodiscard]] QVariantMap place() const override;
    void setPlace(const QVariantMap &place) override;
    void onPlaceChanged(std::function<void()> listener) override { m_placeChanged = std::move(listener); }

    [[nodiscard]] SceneSurface &surface() const { return *m_surface; }
    [[nodiscard]] std::int64_t frame() const { return m_frame; }
    /// Several panes beside each other share what one view takes.
    [[nodiscard]] static CloudLimits usualLimits();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setFrame(std::int64_t frame);
    void loadFrame();
    void cloudsChanged();
    void refreshState();
    void refreshLabels();
    void refreshLook();
    void refreshSlider();
    void fit();
    void go();
    void setCamera(const ViewCamera &camera);
    void lookFrom(ViewCamera::Preset preset);
    void tell();
    [[nodiscard]] bool sensorIsWithin() const;

    extension::MediaContext &m_context;
    SceneClouds m_clouds;
    QPointer<QWidget> m_widget;
    SceneSurface *m_surface;  // all owned by m_widget
    QSlider *m_slider;
    QLabel *m_where;  // frame in words
    ComparisonCamera *m_camera;
    QWidget *m_bar;
    std::vector<extension::ComparedLabels> m_sources;
    model::Schema m_schema;
    QSet<AnnotationId> m_marked;
    std::vector<AnnotationId> m_order;  // of the marked ones
    std::function<void()> m_placeChanged;
    model::Item m_item;
    std::optional<model::Scene> m_scene;
    QString m_folder;
    std::int64_t m_frame = 0;
    bool m_placed = false;  // the camera stands where something wants it
    bool m_rangeKnown = false;  // colours mean the same in all frames
    double m_groundHeight = 0;
    std::shared_ptr<const PointColours> m_pointColours;
    QString m_noPoints;  // why no points are drawn
    int m_quiet = 0;  // the camera changes, but not by the person
    ViewCamera m_told;
};

}  // namespace plumbline::sceneview
