// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QWidget>

class QDockWidget;

namespace plumbline::panels {

/// Quiet title bar of a dock: its name and a small cross. Dragging it moves the dock. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT DockTitle final : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget *dock);

protected:
    void paintEvent(QPaintEvent *event) override;
};

}  // namespace plumbline::panels
