// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/guidelineview.h"

#include "core/base/atomicfile.h"

#include <QFileInfo>
#include <QImageReader>
#include <QTextDocument>

#include <algorithm>

namespace plumbline::panels {

namespace {

constexpr qint64 largestFile = 32 << 20;
constexpr qint64 mostPixels = 50'000'000;

// Qt opens a file by itself when it is given nothing.
QVariant refused()
{
    QImage nothing(1, 1, QImage::Format_ARGB32);
    nothing.fill(Qt::transparent);
    return nothing;
}

}  // namespace

GuidelineView::GuidelineView(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(12);
}

void GuidelineView::show(const QString &markdown, const QString &folder)
{
    if (markdown == m_markdown && folder == m_folder)
        return;
    m_markdown = markdown;
    m_folder = folder;
    render();
}

void GuidelineView::render()
{
    m_renderedWidth = viewport()->width();
    document()->clear();
    document()->setMarkdown(m_markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
}

QVariant GuidelineView::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return {};
    if (m_folder.isEmpty())
        return refused();
    // A plain relative name: no scheme, no host, nothing above the folder.
    const QString text = QUrl::fromPercentEncoding(name.toString().toUtf8());
    const auto relative = base::safeRelativePath(text);
    if (!relative)
        return refused();
    const QString path = m_folder + QLatin1Char('/') + *relative;
    const QFileInfo info(path);
    if (!info.isFile() || info.size() > largestFile || !base::isInside(m_folder, path))
        return refused();
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > mostPixels)
        return refused();
    const int room = std::max(80, viewport()->width() - 32);
    if (size.width() > room)
        reader.setScaledSize(size.scaled(room, size.height(), Qt::KeepAspectRatio));
    const QImage image = reader.read();
    return image.isNull() ? refused() : QVariant(image);
}

void GuidelineView::doSetSource(const QUrl &name, QTextDocument::ResourceType)
{
    if (name.toString().startsWith(QLatin1Char('#')))
        scrollToAnchor(name.fragment());
}

void GuidelineView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    // Pictures fit the panel.
    if (m_markdown.contains(QLatin1String("![")) && viewport()->width() != m_renderedWidth)
        render();
}

void GuidelineView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        render();
}

}  // namespace plumbline::panels
