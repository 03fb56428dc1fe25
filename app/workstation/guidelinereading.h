// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/workflow/guideline.h"

#include <QFrame>
#include <QPointer>

#include <optional>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace plumbline::workstation {

/// Over the text of the guideline while the person has still to read the present one: who changed it and when, the lines that
/// changed, and "I have read this". Labeling goes on beside it. Main thread only.
class GuidelineReading final : public QFrame
{
    Q_OBJECT

public:
    explicit GuidelineReading(QWidget *parent = nullptr);

    /// Null = nothing is open. Asks the project: to be called again when the text has changed.
    void setDocument(document::Document *document);
    [[nodiscard]] bool pending() const { return m_unread.has_value(); }
    void confirm();

signals:
    void said(const QString &words);

private:
    void setChangesShown(bool shown);

    QPointer<document::Document> m_document;
    std::optional<workflow::UnreadGuideline> m_unread;
    QLabel *m_words;
    QTextBrowser *m_changes;
    QPushButton *m_show;
    QPushButton *m_confirm;
};

}  // namespace plumbline::workstation
