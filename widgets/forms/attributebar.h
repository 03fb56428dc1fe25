// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/attributesteps.h"
#include "widgets/export.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace plumbline::forms {

/// Attribute mode: lies over the view and takes the keys. Digits choose, 0 is "cannot tell", Backspace takes an answer back,
/// Tab and Shift+Tab go through the questions, Enter and Shift+Enter through the labels, U and I mark, Esc leaves. Numbers
/// and texts are typed. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT AttributeBar final : public QFrame
{
    Q_OBJECT

public:
    /// Lies at the bottom of `host`, which it follows.
    explicit AttributeBar(QWidget *host);

    /// False when nothing is asked of the labels here.
    bool begin(document::Editing *editing);
    void end() { m_steps.end(); }
    [[nodiscard]] itemmodels::AttributeSteps &steps() { return m_steps; }

signals:
    /// Zoom there.
    void revealRequested(plumbline::AnnotationId id);
    void ended();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void place();
    [[nodiscard]] bool handle(QKeyEvent *event, bool typing);
    /// Answers with what is typed; false when it is no number.
    bool takeTyped();

    itemmodels::AttributeSteps m_steps;
    QLabel *m_where;
    QLabel *m_question;
    QListWidget *m_options;
    QLineEdit *m_typed;
    QLabel *m_keys;
    AnnotationId m_shown;
    QString m_shownKey;
};

}  // namespace plumbline::forms
