// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the view that belongs to the crosshair of the keyboard.
#include "plugins/views/image/imageactions.h"
#include "plugins/views/image/imageview.h"

#include <cmath>

namespace plumbline::imageview {

namespace {

constexpr double keyZoom = 1.25;

}  // namespace

void ImageView::setUpCursor()
{
    m_cursor = new KeyCursor(*m_canvas, [this] { m_tool->cancel(); });
    // Once: whoever knows it needs no reminder.
    connect(
        m_cursor, &KeyCursor::began, this,
        [this] {
            m_context.showHint(tr("Arrows move the crosshair, Shift far, Ctrl by a pixel. Space clicks; held, it drags. The "
                                  "mouse takes over when it moves."));
        },
        Qt::SingleShotConnection);
}

bool ImageView::moveCursor(const QString &actionId)
{
    const auto step = cursorStepOf(actionId);
    if (!step || m_shown.isNull())
        return false;
    const QPointF by(step->x, step->y);
    if (m_tool->id() == QLatin1String("image.tool.pan") && !m_cursorAlways) {
        m_canvas->panBy(-by);
        return true;
    }
    // Where labels are chosen, arrows belong to what is chosen.
    const bool chooses =
        m_tool->id() == QLatin1String("image.tool.select") || m_tool->id() == QLatin1String("image.tool.transform");
    if (chooses && !m_cursorAlways && !m_editing.selection().isEmpty() && !m_cursor->isButtonDown()) {
        if (nudgeOf(actionId))
            return false;
        m_context.showHint(tr("The arrows move what is selected; F4 gives them to the crosshair."));
        return true;
    }
    m_cursor->moveBy(by);
    return true;
}

void ImageView::toggleCursor()
{
    m_cursorAlways = !m_cursorAlways;
    if (m_cursorAlways)
        m_cursor->begin();
    else
        m_cursor->end();
    m_context.showHint(m_cursorAlways ? tr("Arrows move the crosshair with every tool; Space is the mouse button.")
                                      : tr("Arrows move what is selected; with a drawing tool they move the crosshair."));
}

void ImageView::zoomByKey(int steps)
{
    const QPointF middle(m_canvas->width() / 2.0, m_canvas->height() / 2.0);
    m_canvas->zoomAbout(m_cursor->isVisible() ? m_cursor->place() : middle, std::pow(keyZoom, steps));
}

}  // namespace plumbline::imageview
