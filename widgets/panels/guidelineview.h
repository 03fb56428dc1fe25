// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QTextBrowser>

namespace plumbline::panels {

/// Shows Markdown with pictures of one folder. Untrusted: no HTML, nothing outside the folder is read, nothing is fetched,
/// links lead nowhere but to headings. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT GuidelineView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuidelineView(QWidget *parent = nullptr);

    /// `folder` holds the pictures that the text names by file name; may be empty.
    void show(const QString &markdown, const QString &folder);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();

    QString m_markdown;
    QString m_folder;
    int m_renderedWidth = 0;
};

}  // namespace plumbline::panels
