// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace plumbline::panels {

/// A few lines of plain text. Ctrl+Enter sends, Escape leaves, Tab goes on; after an "@" names are offered. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT MentionEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MentionEdit(QWidget *parent = nullptr);

    /// What may follow an "@".
    void setNames(const QStringList &names);
    /// Names that fit what was typed after the last "@"; empty when nothing is offered.
    [[nodiscard]] QStringList offered() const;

signals:
    void sent();
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// The "@" that the text cursor stands behind, in the document; -1 = none.
    [[nodiscard]] int mentionBegin() const;
    void offer();
    void insertName(const QString &name);

    QStringListModel *m_names;
    QCompleter *m_completer;
};

}  // namespace plumbline::panels
