// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/actionregistry.h"

#include <QDialog>

namespace plumbline::actions {

/// All keys on one sheet, by group. Does not block the window. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT KeySheet final : public QDialog
{
    Q_OBJECT

public:
    /// Shows the keys as they are now; made anew each time.
    KeySheet(const ActionRegistry &registry, QWidget *window);
};

}  // namespace plumbline::actions
