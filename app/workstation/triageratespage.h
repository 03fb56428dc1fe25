// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/triagerates.h"

#include <QWidget>

class QTreeWidget;

namespace plumbline::workstation {

/// How often work could not be labeled, per reason, class and person in the order of their names. Main thread only.
class TriageRatesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TriageRatesPage(QWidget *parent = nullptr);
    void setRates(const triage::Rates &rates);

private:
    QTreeWidget *m_rates;
};

}  // namespace plumbline::workstation
