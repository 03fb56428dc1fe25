// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/guidelinereading.h"

#include "core/base/logging.h"
#include "core/workflow/guidelinediff.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <spdlog/spdlog.h>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr int linesAround = 2;
constexpr int mostLines = 12;  // more are scrolled
constexpr double readable = 4.5;  // contrast, WCAG 2.1 AA

// Signs as well as colours, for those who do not see the colours.
QString changesAsHtml(const QString &before, const QString &after, const QPalette &palette)
{
    const theme::Theme &theme = theme::themeOf(palette);
    const QColor ground = palette.color(QPalette::Base);
    const QString added = theme::legible(theme.colour(theme::Token::Good), ground, readable).name();
    const QString removed = theme::legible(theme.colour(theme::Token::Bad), ground, readable).name();
    QString html;
    for (const workflow::DiffLine &line : workflow::shortened(workflow::lineDiff(before, after), linesAround)) {
        const QString text = line.text.toHtmlEscaped();
        if (line.kind == workflow::DiffLine::Kind::Added)
            html += QStringLiteral("<div style=\"color:%1\">+ %2</div>").arg(added, text);
        else if (line.kind == workflow::DiffLine::Kind::Removed)
            html += QStringLiteral("<div style=\"color:%1\">− <s>%2</s></div>").arg(removed, text);
        else
            html += QStringLiteral("<div>%1&nbsp;</div>").arg(text);
    }
    return html;
}

}  // namespace

GuidelineReading::GuidelineReading(QWidget *parent)
    : QFrame(parent), m_words(new QLabel), m_changes(new QTextBrowser), m_show(new QPushButton(tr("What has changed"))),
      m_confirm(new QPushButton(tr("I have read this")))
{
    setObjectName(QStringLiteral("guidelineReading"));
    setAccessibleName(tr("The guideline has changed"));
    setFrameShape(QFrame::StyledPanel);
    m_words->setObjectName(QStringLiteral("guidelineReadingWords"));
    m_words->setWordWrap(true);
    m_changes->setObjectName(QStringLiteral("guidelineChanges"));
    m_changes->setAccessibleName(tr("Lines of the guideline that have changed"));
    m_changes->setOpenLinks(false);
    m_show->setObjectName(QStringLiteral("guidelineShowChanges"));
    m_show->setCheckable(true);
    m_confirm->setObjectName(QStringLiteral("guidelineConfirm"));
    m_confirm->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_show);
    buttons->addStretch();
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_words);
    layout->addWidget(m_changes);
    layout->addLayout(buttons);
    connect(m_show, &QPushButton::toggled, this, &GuidelineReading::setChangesShown);
    connect(m_confirm, &QPushButton::clicked, this, &GuidelineReading::confirm);
    setChangesShown(false);
    hide();
}

void GuidelineReading::setDocument(document::Document *document)
{
    m_document = document;
    const QString last = m_unread ? m_unread->version.sha256 : QString();
    m_unread.reset();
    if (m_document && !m_document->project().store().readOnly()) {
        const auto unread = workflow::unreadGuideline(m_document->project().store(), m_document->person());
        if (!unread)
            base::log().warn("guideline: {}", unread.error().text.toStdString());
        else
            m_unread = *unread;
    }
    setVisible(m_unread.has_value());
    if (!m_unread || m_unread->version.sha256 == last)
        return;
    const workflow::GuidelineVersion &version = m_unread->version;
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(version.microseconds / 1000), QLocale::ShortFormat);
    m_words->setText(m_unread->before.isEmpty()
                         ? tr("Please read this guideline (version %1, by %2, %3).").arg(version.number).arg(version.author, when)
                         : tr("The guideline has changed: version %1, by %2, %3.").arg(version.number).arg(version.author, when));
    m_show->setVisible(!m_unread->before.isEmpty());
    m_changes->setHtml(changesAsHtml(m_unread->before, version.text, palette()));
    const auto lines = static_cast<int>(m_changes->document()->blockCount());
    m_changes->setFixedHeight(std::min(lines, mostLines) * m_changes->fontMetrics().lineSpacing() + 16);
    m_show->setChecked(!m_unread->before.isEmpty());
    setChangesShown(m_show->isChecked());
}

void GuidelineReading::setChangesShown(bool shown)
{
    m_changes->setVisible(shown);
}

void GuidelineReading::confirm()
{
    if (!m_document || !m_unread)
        return;
    m_document->push(workflow::confirmationOf(m_document->project().store(), m_document->person(), m_unread->version));
    m_unread.reset();
    hide();
    emit said(tr("Thank you. The guideline is noted as read."));
}

}  // namespace plumbline::workstation
