// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QWidget>

class QDockWidget;

namespace plumbline::panels {

/// Quiet title bar of a dock: its name, a button that lifts it out of the window, and a small cross. Dragging it moves the dock. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT DockTitle final : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget *dock);
    /// A tab says its name already: then there is no title.
    void setTabbed(bool tabbed);

    [[nodiscard]] bool tabbed() const { return m_tabbed; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_tabbed = false;
};

}  // namespace plumbline::panels
