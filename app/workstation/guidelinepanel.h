// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace plumbline::panels {
class EmptyState;
class GuidelineView;
}

namespace plumbline::workstation {

class GuidelineReading;

/// How to label, beside the picture: what is said of the current class first, then the project's guideline, which can be
/// written here. The text is a setting of the project, so it can be undone; its pictures lie in the project's folder
/// "guideline". Main thread only.
class GuidelinePanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr const char *settingKey = "guideline";

    explicit GuidelinePanel(QWidget *parent = nullptr);

    /// Null = nothing is open.
    void setDocument(document::Document *document);
    /// The keys go to the text.
    void focusText();
    /// Copies a picture into the project and names it where the text cursor is.
    void addPicture(const QString &path);
    [[nodiscard]] QString shownText() const;
    /// The part of a text under the heading that is the name of the class, heading included; empty when there is none.
    [[nodiscard]] static QString sectionOf(const QString &markdown, const QString &className);

signals:
    void said(const QString &words);

private:
    void refresh();
    void read();
    void beginEditing();
    void save();
    void endEditing();
    void askToRead();
    void follow(const QUrl &link);
    [[nodiscard]] QString pictureFolder() const;

    document::Document *m_document = nullptr;
    QMetaObject::Connection m_connection;
    GuidelineReading *m_reading;
    bool m_mayEdit = false;
    QString m_text;  // of the project
    panels::GuidelineView *m_view;
    panels::EmptyState *m_empty;
    QPlainTextEdit *m_editor;
    QStackedWidget *m_stack;
    QPushButton *m_edit;
    QPushButton *m_picture;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

}  // namespace plumbline::workstation
