// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QObject>
#include <QPointF>
#include <QRect>
#include <QVariantMap>

#include <optional>

class QLabel;

namespace plumbline::canvas {

class DisplayPanel;
class ImageCanvas;
class Minimap;

/// What can lie over the corners of a canvas: minimap, display panel, the numbers under the cursor. Also lets the window be
/// dragged with Shift and the middle button (across: how wide, along: how bright). Child of the canvas, which owns it. Main
/// thread only.
class PLUMBLINE_WIDGETS_EXPORT CanvasOverlays final : public QObject
{
    Q_OBJECT

public:
    explicit CanvasOverlays(ImageCanvas &canvas);

    void toggleMinimap();
    void toggleDisplay();
    void toggleReadout();
    void toggleGuides();
    [[nodiscard]] bool minimapShown() const { return m_minimapWanted; }
    [[nodiscard]] bool displayShown() const { return m_displayWanted; }
    [[nodiscard]] bool readoutShown() const { return m_readoutWanted; }
    /// Where controls of somebody else lie on the canvas, or nothing: the numbers go above them.
    void setTaken(const QRect &place);
    /// "1204, 88 · R 12 G 200 B 7", or empty.
    [[nodiscard]] QString readout() const;

    [[nodiscard]] QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pictureChanged();
    void place();
    void showNumbers();
    void placeReadout();
    bool dragWindow(QEvent *event);

    ImageCanvas &m_canvas;
    Minimap *m_minimap;
    DisplayPanel *m_display;
    QLabel *m_readout;
    QRect m_taken;
    bool m_minimapWanted = false;
    bool m_displayWanted = false;
    bool m_readoutWanted = true;
    std::optional<QPointF> m_cursor;
    std::optional<QPointF> m_dragged;
};

}  // namespace plumbline::canvas
