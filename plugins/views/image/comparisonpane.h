// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/imagecanvas.h"
#include "widgets/extension/uiplugin.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace plumbline::imageview {

class TagBar;

/// A picture with one or several people's labels, to look at: the left button or the middle one moves it, the wheel zooms. Its
/// place is the image point in the middle, the scale, and whether all is fitted ("fitted": true alone fits it). A mark that has to
/// be brought into sight before there is a picture waits for it; then the place is told as if the person had gone there. Main
/// thread only.
class ComparisonPane final : public QObject, public extension::ComparisonPane
{
    Q_OBJECT

public:
    explicit ComparisonPane(extension::MediaContext &context);
    ~ComparisonPane() override;

    [[nodiscard]] QWidget *widget() override;
    void showItem(const model::Item &item, const std::optional<model::Scene> &scene, const QString &mediaPath) override;
    void setSources(const std::vector<extension::ComparedLabels> &sources, const model::Schema &schema) override;
    void setMarked(const std::vector<AnnotationId> &labels, bool go) override;
    [[nodiscard]] QVariantMap place() const override;
    void setPlace(const QVariantMap &place) override;
    void onPlaceChanged(std::function<void()> listener) override { m_placeChanged = std::move(listener); }

    [[nodiscard]] canvas::ImageCanvas &canvas() const { return *m_canvas; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void deliver(const model::Item &item, const Result<extension::LoadedFrame> &frame);
    void refreshShapes();
    void refreshTags();
    /// False while there is nothing to go about in.
    bool go();
    void resized();

    extension::MediaContext &m_context;
    QPointer<canvas::ImageCanvas> m_canvas;
    TagBar *m_tags;  // of the canvas
    std::vector<extension::ComparedLabels> m_sources;
    model::Schema m_schema;
    QSet<AnnotationId> m_marked;
    std::function<void()> m_placeChanged;
    model::Item m_item;
    QString m_path;
    bool m_shown = false;  // the picture is there
    bool m_wantsToGo = false;  // to the marked labels, as soon as that is possible
    bool m_wentThere = false;  // and nobody has moved it since
    std::optional<QVariantMap> m_wantedPlace;
    int m_quiet = 0;  // the view changes, but not by the person
    QTimer m_waiting;
    jobs::Generation m_generation;
    jobs::JobId m_loading = 0;
};

}  // namespace plumbline::imageview
