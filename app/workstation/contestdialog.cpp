// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/contestdialog.h"

#include "app/workstation/packetwords.h"
#include "app/workstation/services.h"
#include "app/workstation/teamforms.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

namespace {

QString answerWords(workflow::ContestAnswer answer)
{
    switch (answer) {
    case workflow::ContestAnswer::KeyStays: return ContestDialog::tr("the known answer stays");
    case workflow::ContestAnswer::KeyChanged: return ContestDialog::tr("the known answer was changed");
    case workflow::ContestAnswer::KeyWithdrawn: return ContestDialog::tr("the known answer was withdrawn");
    case workflow::ContestAnswer::ResultWithdrawn: return ContestDialog::tr("this result counts no more");
    case workflow::ContestAnswer::ToAdjudication: return ContestDialog::tr("others look at it");
    }
    return {};
}

}  // namespace

QString contestWords(const workflow::Contest &contest, const QString &itemName)
{
    const QString about = contest.aboutFigure() ? ContestDialog::tr("your figure") : itemName;
    QString text = ContestDialog::tr("%1, %2: “%3”").arg(packets::timeWords(contest.createdMicroseconds), about, contest.words);
    if (!contest.answer)
        return text + QLatin1Char('\n') + ContestDialog::tr("Not answered yet.");
    const QString what = contest.answer->what
                             ? ContestDialog::tr("%1 answers, %2").arg(contest.answer->by, answerWords(*contest.answer->what))
                             : ContestDialog::tr("%1 answers").arg(contest.answer->by);
    return text + QLatin1Char('\n') + ContestDialog::tr("%1: “%2”").arg(what, contest.answer->words);
}

ContestDialog::ContestDialog(Services &services, std::shared_ptr<store::Project> project, store::Person person, QWidget *window)
    : QDialog(window), m_services(services), m_project(std::move(project)), m_person(std::move(person)), m_what(new QComboBox),
      m_period(new QCheckBox(tr("Only of the days"))), m_from(new QDateEdit(QDate::currentDate().addDays(-7))),
      m_to(new QDateEdit(QDate::currentDate())), m_words(new QPlainTextEdit), m_said(forms::words("contestSaid")),
      m_send(new QPushButton(tr("Send"))), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("contestDialog"));
    setWindowTitle(tr("This is wrong"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *why = forms::words("contestWhy");
    why->setText(
        tr("A lead looks at what you say with the known answer and your work side by side. A practice item can be named. Which "
           "other items were checked is told to nobody, so of those the figure as a whole is contested: the lead then looks at "
           "all that is behind it. When an answer was wrong, it is corrected and the figure follows with its next change."));
    m_what->setObjectName(QStringLiteral("contestWhat"));
    m_what->setAccessibleName(tr("What is wrong"));
    m_period->setObjectName(QStringLiteral("contestPeriod"));
    m_from->setObjectName(QStringLiteral("contestFrom"));
    m_from->setAccessibleName(tr("First day"));
    m_to->setObjectName(QStringLiteral("contestTo"));
    m_to->setAccessibleName(tr("Last day"));
    m_words->setObjectName(QStringLiteral("contestWords"));
    m_words->setAccessibleName(tr("Your words"));
    m_words->setPlaceholderText(tr("What is wrong with it?"));
    m_words->setTabChangesFocus(true);
    constexpr int wordsHeight = 90;
    m_words->setMaximumHeight(wordsHeight);
    m_send->setObjectName(QStringLiteral("contestSend"));
    m_send->setAutoDefault(false);
    m_list->setObjectName(QStringLiteral("contestList"));
    m_list->setAccessibleName(tr("What you contested"));
    m_list->setWordWrap(true);
    auto *days = new QHBoxLayout;
    days->addWidget(m_period);
    days->addWidget(m_from);
    days->addWidget(m_to);
    days->addStretch(1);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("What"), m_what);
    form->addRow(QString(), days);
    form->addRow(tr("Your words"), m_words);
    auto *row = new QHBoxLayout;
    row->addWidget(m_said, 1);
    row->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(why);
    layout->addLayout(form);
    layout->addLayout(row);
    layout->addWidget(forms::heading(tr("What you contested")));
    layout->addWidget(m_list, 1);
    constexpr QSize usual(620, 600);
    resize(usual);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ContestDialog::refresh);
    connect(m_period, &QCheckBox::toggled, this, &ContestDialog::refresh);
    connect(m_words, &QPlainTextEdit::textChanged, this, &ContestDialog::refresh);
    connect(m_send, &QPushButton::clicked, this, &ContestDialog::send);
    reload();
}

void ContestDialog::reload()
{
    ++m_jobs;
    m_services.jobs().run(
        tr("Read what was contested"),
        [project = m_project, person = m_person](jobs::JobControl &) -> Result<Loaded> {
            auto items = workflow::contestable(*project, person);
            auto contests = workflow::contests(*project, person);
            if (!items || !contests)
                return fail(items ? contests.error() : items.error());
            // A lead sees everybody's elsewhere.
            std::erase_if(*contests, [&](const workflow::Contest &c) { return c.by != person.name; });
            return Loaded{std::move(*items), std::move(*contests)};
        },
        this,
        [this](const Result<Loaded> &loaded) {
            --m_jobs;
            if (loaded)
                take(*loaded);
            else
                m_said->setText(loaded.error().text);
            refresh();
        },
        jobs::JobRunner::Visibility::WhenSlow);
    refresh();
}

void ContestDialog::take(const Loaded &loaded)
{
    const QSignalBlocker quiet(m_what);
    m_what->clear();
    m_what->addItem(tr("My figure as a whole"), QString());
    for (const workflow::Contestable &item : loaded.items)
        m_what->addItem(tr("Practice item %1").arg(item.name), item.item.toString());
    m_list->clear();
    for (const workflow::Contest &contest : loaded.contests) {
        const auto named = std::find_if(loaded.items.begin(), loaded.items.end(),
                                        [&](const workflow::Contestable &c) { return c.item == contest.item; });
        m_list->addItem(contestWords(contest, named == loaded.items.end() ? tr("a practice item") : named->name));
    }
}

void ContestDialog::refresh()
{
    const bool figure = m_what->currentData().toString().isEmpty();
    m_period->setVisible(figure);
    m_from->setVisible(figure);
    m_to->setVisible(figure);
    m_from->setEnabled(m_period->isChecked());
    m_to->setEnabled(m_period->isChecked());
    m_send->setEnabled(idle() && m_what->count() > 0 && !m_words->toPlainText().trimmed().isEmpty());
}

void ContestDialog::send()
{
    workflow::ContestDraft draft;
    draft.words = m_words->toPlainText();
    if (const auto item = ItemId::fromString(m_what->currentData().toString()))
        draft.item = *item;
    else if (m_period->isChecked()) {
        draft.fromMicroseconds = m_from->date().startOfDay().toMSecsSinceEpoch() * 1000;
        draft.toMicroseconds = m_to->date().endOfDay().toMSecsSinceEpoch() * 1000;
    }
    ++m_jobs;
    refresh();
    m_services.jobs().run(
        tr("Contest a score"),
        [project = m_project, person = m_person, draft](jobs::JobControl &) {
            return workflow::openContest(*project, draft, person);
        },
        this,
        [this](const Result<workflow::Contest> &contest) {
            --m_jobs;
            if (!contest) {
                m_said->setText(contest.error().text);
                refresh();
                return;
            }
            m_said->setText(tr("✓ Sent. The answer appears here and beside the gauge."));
            m_words->clear();
            emit sent();
            reload();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

}  // namespace plumbline::workstation
