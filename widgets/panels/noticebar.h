// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace plumbline::panels {

/// One line over the view that says something or asks: it never blocks and goes away by itself, by its cross or by an
/// answer. A new notice replaces the old one. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    struct Answer {
        QString text;
        std::function<void()> run;
        bool preferred = false;  ///< gets the focus and the accent
    };
    enum class Tone { Info, Good, Problem };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// `seconds` = 0: stays until it is closed.
    void show(Tone tone, const QString &text, std::vector<Answer> answers = {}, int seconds = 0);
    void dismiss();
    [[nodiscard]] QString text() const;
    /// Answers now shown, for tests and for keys.
    [[nodiscard]] const std::vector<Answer> &answers() const { return m_answers; }

signals:
    /// Its text is new; the host gives it a place.
    void shown();
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QHBoxLayout *m_layout;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
    std::vector<QWidget *> m_buttons;
    std::vector<Answer> m_answers;
    int m_number = 0;
};

}  // namespace plumbline::panels
