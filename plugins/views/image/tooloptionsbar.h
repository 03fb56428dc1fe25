// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/toolsettings.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace plumbline::imageview {

/// The thin bar with the options of the current tool, at the bottom of its parent; hidden while there are none. By keyboard:
/// focusFirst(), Tab goes round, Enter or Esc gives the keys back to the parent. Main thread only.
class ToolOptionsBar final : public QWidget
{
    Q_OBJECT

public:
    /// The parent owns the bar.
    explicit ToolOptionsBar(QWidget &parent);

    /// Replaces all controls; their functions are called until the next call.
    void setOptions(std::vector<ToolOption> options);
    /// Shows the values as they are now, and a line of text behind them.
    void refresh(const QString &status);
    /// False when there is nothing to set.
    bool focusFirst();
    /// Puts the bar at its place; call when the parent's size changed.
    void place();
    /// Pixels at the parent's lower edge that the bar needs, with space around it: the same whether it is shown or not, so that
    /// a picture fitted above it does not jump from tool to tool.
    [[nodiscard]] int roomBelow() const { return m_room; }
    /// Is told where the bar lies, in the parent, each time it is placed; an empty rectangle when it is hidden.
    void onPlaced(std::function<void(const QRect &)> listener) { m_placed = std::move(listener); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeControl(std::size_t index);
    void go(int step, QWidget *from);

    std::vector<ToolOption> m_options;
    std::vector<QWidget *> m_controls;  // one for each option
    QWidget *m_row = nullptr;
    QLabel *m_status = nullptr;
    bool m_refreshing = false;
    int m_room = 0;
    std::function<void(const QRect &)> m_placed = [](const QRect &) {};
};

}  // namespace plumbline::imageview
