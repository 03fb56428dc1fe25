// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/actionregistry.h"
#include "widgets/actions/choicepopup.h"

namespace plumbline::actions {

/// Lists every action with its key; Enter runs it. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT CommandPalette final : public ChoicePopup
{
    Q_OBJECT

public:
    /// The registry must outlive the palette.
    CommandPalette(ActionRegistry &registry, QWidget *window);

    /// Opens under the top edge of the window.
    void open();

private:
    ActionRegistry &m_registry;
};

}  // namespace plumbline::actions
