// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;
class QWidget;

/// Parts of the team view's pages that have a form beside their chart. Widgets are owned by whoever puts them into a layout.
namespace plumbline::workstation::forms {

/// "12 %", "4.5 %", "below 0.1 %".
[[nodiscard]] QString percent(double share);
/// A share that is typed as per cent.
[[nodiscard]] QDoubleSpinBox *shareBox(const char *name, const QString &title, double from, double to, double value, int decimals = 0);
[[nodiscard]] QSpinBox *countBox(const char *name, const QString &title, int from, int to, int value);
/// Words that may be selected, over several lines.
[[nodiscard]] QLabel *words(const char *name);
[[nodiscard]] QLabel *heading(const QString &text);
/// Form at the left in a column that scrolls, chart at the right; returns the column.
[[nodiscard]] QVBoxLayout *twoColumns(QWidget *page, QWidget *chart);

}  // namespace plumbline::workstation::forms
