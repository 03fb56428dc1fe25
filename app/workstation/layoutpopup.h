// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/choicepopup.h"

namespace plumbline::workstation {

class Docks;
class Layouts;

/// Chooses a saved layout, or saves the present one by typing a name. Main thread only.
class LayoutPopup final : public actions::ChoicePopup
{
    Q_OBJECT

public:
    /// Both must outlive the popup.
    LayoutPopup(Layouts &layouts, Docks &docks, QWidget *window);

    void open();

signals:
    /// What was done, in words, or why it was not.
    void said(const QString &words);

private:
    Layouts &m_layouts;
    Docks &m_docks;
};

}  // namespace plumbline::workstation
