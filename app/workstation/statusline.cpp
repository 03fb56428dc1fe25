// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/statusline.h"

#include "core/itemmodels/jobmodel.h"
#include "core/itemmodels/words.h"
#include "widgets/charts/calibrationgauge.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace plumbline::workstation {

namespace {

constexpr int showJobAfterMilliseconds = jobs::JobRunner::slowMilliseconds;
constexpr int hintMilliseconds = 5000;

}  // namespace

StatusLine::StatusLine(jobs::JobRunner &jobs, const itemmodels::QueueModel &queue, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_queue(queue), m_saveIcon(new QLabel), m_save(new QLabel), m_jobTitle(new QToolButton),
      m_bar(new QProgressBar), m_left(new QLabel), m_cancel(new QToolButton), m_device(new QToolButton),
      m_gauge(new charts::CalibrationGauge), m_counts(new QLabel)
{
    setObjectName(QStringLiteral("statusLine"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 12, 2);
    layout->setSpacing(8);
    layout->addWidget(m_saveIcon);
    layout->addWidget(m_save, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_jobTitle, m_bar, m_left, m_cancel})
        layout->addWidget(widget);
    layout->addSpacing(8);
    layout->addWidget(m_device);
    layout->addSpacing(8);
    layout->addWidget(m_gauge);
    layout->addSpacing(8);
    layout->addWidget(m_counts);
    m_save->setMinimumWidth(120);
    m_bar->setFixedSize(140, 8);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_gauge->setObjectName(QStringLiteral("gauge"));
    for (QToolButton *button : {m_jobTitle, m_cancel, m_device}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_jobTitle->setAccessibleName(tr("Running job"));
    m_cancel->setIcon(theme::themedIcon(QStringLiteral("reject")));
    m_cancel->setToolTip(tr("Stop this job"));
    m_cancel->setAccessibleName(tr("Stop this job"));
    m_device->setIcon(theme::themedIcon(QStringLiteral("models")));
    m_device->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_device->setObjectName(QStringLiteral("deviceButton"));
    m_counts->setObjectName(QStringLiteral("counts"));
    connect(m_jobTitle, &QToolButton::clicked, this, &StatusLine::jobsRequested);
    connect(m_device, &QToolButton::clicked, this, &StatusLine::deviceRequested);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_jobs.cancel(m_shownJob); });
    connect(m_gauge, &charts::CalibrationGauge::activated, this, &StatusLine::gaugeRequested);
    connect(&m_queue, &itemmodels::QueueModel::countsChanged, this, &StatusLine::refreshCounts);
    for (const auto signal : {&jobs::JobRunner::started, &jobs::JobRunner::progressed, &jobs::JobRunner::finished})
        connect(&m_jobs, signal, this, &StatusLine::refreshJobs);
    // Ages, and jobs that become worth showing.
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        refreshSave();
        refreshJobs();
    });
    m_tick.start();
    m_hint.setSingleShot(true);
    m_hint.setInterval(hintMilliseconds);
    connect(&m_hint, &QTimer::timeout, this, [this] {
        m_hintText.clear();
        refreshSave();
    });
    setDevice(tr("auto"), tr("Device for pre-labeling"));
    refreshJobs();
    setDocument(nullptr);
}

void StatusLine::setDocument(document::Document *document)
{
    disconnect(m_connection);
    m_document = document;
    if (m_document) {
        m_connection = connect(m_document, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
            if (std::holds_alternative<document::SaveStateChanged>(event))
                refreshSave();
        });
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_device, m_counts})
        widget->setVisible(m_document);
    m_gauge->setVisible(m_document && m_gaugeShown);
    refreshSave();
    refreshCounts();
}

void StatusLine::setReading(const quality::GaugeReading &reading)
{
    if (m_gauge->reading() == reading)
        return;
    m_gauge->setReading(reading);
    QAccessibleEvent event(m_gauge, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void StatusLine::setDevice(const QString &text, const QString &tip)
{
    m_device->setText(text);
    m_device->setToolTip(tip);
    m_device->setAccessibleName(tr("Device for pre-labeling: %1").arg(text));
}

void StatusLine::setGaugeShown(bool shown)
{
    m_gaugeShown = shown;
    m_gauge->setVisible(m_document && m_gaugeShown);
}

void StatusLine::hint(const QString &text)
{
    m_hintText = text;
    m_hint.start();
    refreshSave();
}

QString StatusLine::saveWords() const
{
    if (!m_document)
        return tr("Nothing is open");
    if (m_document->saveState() != document::SaveState::Saved)
        return m_document->saveStateText();
    if (m_document->lastSavedMicroseconds() == 0)
        return tr("Everything is saved");
    const auto age = (m_document->project().store().clock().nowMicroseconds() - m_document->lastSavedMicroseconds()) / 1000;
    return tr("Everything is saved, %1 ago").arg(itemmodels::shortDuration(std::max<std::int64_t>(age, 0)));
}

void StatusLine::refreshSave()
{
    const bool hinted = !m_hintText.isEmpty();
    QString text = hinted ? m_hintText : QString();
    const auto state = m_document ? m_document->saveState() : document::SaveState::Saved;
    const bool trouble = state == document::SaveState::Failed || state == document::SaveState::ReadOnly;
    if (m_document && (trouble || !hinted))
        text = trouble ? m_document->saveStateText() : state == document::SaveState::Saving ? tr("Saving…") : tr("Saved");
    if (text == m_save->text() && !m_saveIcon->pixmap().isNull())
        return;
    m_save->setText(text);
    m_save->setToolTip(saveWords());
    const theme::Theme &colours = theme::themeOf(palette());
    const theme::Token token = state == document::SaveState::Failed     ? theme::Token::Bad
                               : state == document::SaveState::ReadOnly ? theme::Token::Warn
                                                                        : theme::Token::Good;
    const QString icon = state == document::SaveState::Failed     ? QStringLiteral("issues")
                         : state == document::SaveState::ReadOnly ? QStringLiteral("lock")
                                                                  : QStringLiteral("accept");
    m_saveIcon->setVisible(m_document && (trouble || !hinted));
    m_saveIcon->setPixmap(theme::themedIcon(icon, colours.colour(token)).pixmap(QSize(14, 14), devicePixelRatioF()));
}

void StatusLine::refreshCounts()
{
    const QLocale locale;
    // A number that is still being counted would be read as the result.
    const QString finished = m_queue.indexed() || m_queue.total() == 0 ? locale.toString(qlonglong(m_queue.finished())) : QStringLiteral("…");
    m_counts->setText(tr("%1 of %2").arg(finished, locale.toString(qlonglong(m_queue.total()))));
    m_counts->setToolTip(tr("Items that you have finished"));
}

void StatusLine::refreshJobs()
{
    std::optional<jobs::JobInfo> shown;
    for (const jobs::JobInfo &job : m_jobs.jobs()) {
        if (job.listed && job.elapsedMilliseconds >= showJobAfterMilliseconds)
            shown = job;
    }
    m_shownJob = shown ? shown->id : 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_jobTitle, m_bar, m_left, m_cancel})
        widget->setVisible(shown.has_value());
    if (!shown)
        return;
    m_jobTitle->setText(shown->title);
    m_jobTitle->setToolTip(shown->progress.what);
    const auto share = itemmodels::JobModel::fraction(*shown);
    m_bar->setRange(0, share ? 1000 : 0);
    if (share)
        m_bar->setValue(static_cast<int>(*share * 1000));
    const auto left = itemmodels::JobModel::millisecondsLeft(*shown);
    m_left->setText(shown->cancelling ? tr("Stopping…") : left ? tr("%1 left").arg(itemmodels::shortDuration(*left)) : QString());
    m_cancel->setEnabled(!shown->cancelling);
}

}  // namespace plumbline::workstation
