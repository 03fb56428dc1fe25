// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/contestwindow.h"

#include "app/workstation/packetwords.h"
#include "app/workstation/services.h"
#include "app/workstation/teamforms.h"
#include "widgets/panels/emptystate.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

using workflow::ContestAnswer;

namespace {

constexpr int placeRole = Qt::UserRole;
constexpr int layerRole = Qt::UserRole + 1;    // of an answer: whose labels become the key
constexpr int anotherRole = Qt::UserRole + 2;  // of an answer: beside what the key says

}  // namespace

ContestWindow::ContestWindow(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project)), m_stack(new QStackedWidget),
      m_empty(new panels::EmptyState), m_list(new QListWidget), m_about(forms::words("contestAbout")), m_table(new QTreeWidget),
      m_key(new QLabel), m_keyWords(forms::words("contestKeyWords")), m_work(new QLabel),
      m_workWords(forms::words("contestWorkWords")), m_what(new QComboBox), m_words(new QPlainTextEdit),
      m_note(forms::words("contestNote")), m_said(forms::words("contestAnswerSaid")), m_answer(new QPushButton(tr("Answer")))
{
    setObjectName(QStringLiteral("contestWindow"));
    setWindowTitle(tr("Contested scores"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_list->setObjectName(QStringLiteral("contestsList"));
    m_list->setAccessibleName(tr("Contested scores"));
    auto *across = new QSplitter;
    across->setChildrenCollapsible(false);
    across->addWidget(m_list);
    across->addWidget(makeContest());
    constexpr int listWidth = 280;
    constexpr QSize usual(1180, 780);
    across->setSizes({listWidth, usual.width() - listWidth});
    across->setStretchFactor(1, 1);
    m_empty->setWords(QStringLiteral("gauge"), tr("Nothing is contested"),
                      tr("Who thinks that a score of theirs is wrong says so in the panel behind the gauge; it appears here."));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(across);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_stack);
    resize(usual);
    connect(m_list, &QListWidget::currentRowChanged, this, &ContestWindow::showContest);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &ContestWindow::showPictures);
    connect(m_table, &QTreeWidget::itemActivated, this, [this] {
        if (const ItemId item = chosenItem(); !item.isNull())
            emit itemRequested(item);
    });
    connect(m_what, &QComboBox::currentIndexChanged, this, &ContestWindow::refreshState);
    connect(m_words, &QPlainTextEdit::textChanged, this, &ContestWindow::refreshState);
    connect(m_answer, &QPushButton::clicked, this, &ContestWindow::answer);
    refreshState();
    reload();
}

QWidget *ContestWindow::makeContest()
{
    m_table->setObjectName(QStringLiteral("contestResults"));
    m_table->setAccessibleName(tr("Results"));
    m_table->setHeaderLabels({tr("Item"), tr("Kind"), tr("Right"), tr("Wrong"), tr("Handed in")});
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    constexpr int tableHeight = 150;
    m_table->setMaximumHeight(tableHeight);
    m_words->setObjectName(QStringLiteral("contestAnswerWords"));
    m_words->setAccessibleName(tr("Words for the person"));
    m_words->setPlaceholderText(tr("Words for the person"));
    m_words->setTabChangesFocus(true);
    constexpr int wordsHeight = 70;
    m_words->setMaximumHeight(wordsHeight);
    m_what->setObjectName(QStringLiteral("contestAnswerWhat"));
    m_what->setAccessibleName(tr("What is done"));
    m_answer->setObjectName(QStringLiteral("contestAnswer"));
    m_answer->setAutoDefault(false);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(12, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_about);
    column->addWidget(m_table);
    auto *both = new QGridLayout;
    both->addWidget(forms::heading(tr("Known answer")), 0, 0);
    both->addWidget(forms::heading(tr("Handed in")), 0, 1);
    both->addWidget(m_keyWords, 1, 0);
    both->addWidget(m_workWords, 1, 1);
    for (const auto &[label, place] : {std::pair{m_key, 0}, {m_work, 1}}) {
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->setMinimumSize(1, 1);
        both->addWidget(label, 2, place);
        both->setColumnStretch(place, 1);
    }
    m_key->setObjectName(QStringLiteral("contestKey"));
    m_work->setObjectName(QStringLiteral("contestWork"));
    both->setRowStretch(2, 1);
    column->addLayout(both, 1);
    column->addWidget(m_what);
    column->addWidget(m_words);
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->addWidget(m_said, 1);
    row->addWidget(m_answer);
    column->addLayout(row);
    return part;
}

void ContestWindow::reload()
{
    ++m_jobs;
    m_services.jobs().run(
        tr("Read what was contested"),
        [project = m_project, person = m_services.person()](jobs::JobControl &) { return workflow::contests(*project, person); },
        this,
        [this](Result<std::vector<workflow::Contest>> contests) {
            --m_jobs;
            if (contests)
                take(std::move(*contests));
            else if (contests.error().code != ErrorCode::Cancelled)
                m_said->setText(contests.error().text);
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void ContestWindow::take(std::vector<workflow::Contest> contests)
{
    const Uuid before = shown() ? shown()->id : Uuid();
    const QSignalBlocker quiet(m_list);
    m_contests = std::move(contests);
    m_list->clear();
    int row = 0;
    for (std::size_t i = 0; i < m_contests.size(); ++i) {
        const workflow::Contest &contest = m_contests[i];
        const QString about = contest.aboutFigure() ? tr("figure") : tr("practice item");
        m_list->addItem(contest.answer ? tr("✓ %1  ·  %2").arg(contest.by, about) : tr("%1  ·  %2").arg(contest.by, about));
        m_list->item(static_cast<int>(i))->setToolTip(contest.words);
        if (contest.id == before)
            row = static_cast<int>(i);
    }
    m_stack->setCurrentIndex(m_contests.empty() ? 0 : 1);
    if (!m_contests.empty()) {
        m_list->setCurrentRow(row);
        showContest();
    }
}

const workflow::Contest *ContestWindow::shown() const
{
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    return row < m_contests.size() ? &m_contests[row] : nullptr;
}

ItemId ContestWindow::chosenItem() const
{
    const QTreeWidgetItem *row = m_table->currentItem();
    const auto place = row ? static_cast<std::size_t>(row->data(0, placeRole).toInt()) : m_results.size();
    return place < m_results.size() ? m_results[place].item : ItemId();
}

void ContestWindow::showContest()
{
    const workflow::Contest *contest = shown();
    if (!contest)
        return;
    QStringList lines;
    if (contest->aboutFigure())
        lines << (contest->fromMicroseconds == 0
                      ? tr("%1 says of their figure up to %2: “%3”")
                            .arg(contest->by, packets::timeWords(contest->toMicroseconds), contest->words)
                      : tr("%1 says of their figure from %2 to %3: “%4”")
                            .arg(contest->by, packets::timeWords(contest->fromMicroseconds),
                                 packets::timeWords(contest->toMicroseconds), contest->words));
    else
        lines << tr("%1 says of a practice item: “%2”").arg(contest->by, contest->words);
    if (!contest->authenticated)
        lines << tr("Nothing proves that it was them.");
    if (contest->answer)
        lines << tr("%1 answered: “%2”").arg(contest->answer->by, contest->answer->words);
    m_about->setText(lines.join(QLatin1Char('\n')));
    m_note->setText(
        contest->aboutFigure()
            ? tr("Which items are checked stays secret: name none in your words. Of what you do here nothing but these words "
                 "is shown to %1; a changed answer reaches their figure with its next change.")
                  .arg(contest->by)
            : tr("%1 reads your words and what was done.").arg(contest->by));
    m_words->clear();
    m_said->clear();
    refreshChoices();
    ++m_jobs;
    m_services.jobs().run(
        tr("Read the results"),
        [project = m_project, contest = *contest, person = m_services.person()](jobs::JobControl &) {
            return workflow::contestedResults(*project, contest, person);
        },
        this,
        [this, id = contest->id](const Result<std::vector<workflow::ContestedResult>> &results) {
            --m_jobs;
            if (shown() && shown()->id == id) {
                if (results)
                    showResults(*results);
                else
                    m_said->setText(results.error().text);
            }
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
    refreshState();
}

void ContestWindow::showResults(const std::vector<workflow::ContestedResult> &results)
{
    const QSignalBlocker quiet(m_table);
    m_results = results;
    m_table->clear();
    for (std::size_t i = 0; i < results.size(); ++i) {
        const workflow::ContestedResult &result = results[i];
        auto *row = new QTreeWidgetItem({result.name, result.kind == workflow::GoldKind::Practice ? tr("practice") : tr("blind"),
                                         result.outcome ? QString::number(result.outcome->right) : tr("withdrawn"),
                                         result.outcome ? QString::number(result.outcome->wrong) : QString(),
                                         packets::timeWords(result.timeMicroseconds)});
        row->setData(0, placeRole, static_cast<int>(i));
        m_table->addTopLevelItem(row);
    }
    constexpr int nameWidth = 320;
    m_table->setColumnWidth(0, nameWidth);
    if (m_table->topLevelItemCount() > 0)
        m_table->setCurrentItem(m_table->topLevelItem(0));
    showPictures();
}

void ContestWindow::showPictures()
{
    for (QLabel *label : {m_key, m_work, m_keyWords, m_workWords})
        label->clear();
    const ItemId item = chosenItem();
    if (item.isNull() || !shown())
        return;
    ++m_jobs;
    m_services.jobs().run(
        tr("Read the known answer"),
        [project = m_project, item, by = shown()->by, person = m_services.person(), opener = m_services.mediaOpener()](
            jobs::JobControl &control) { return contestPictures(*project, item, by, person, opener, control); },
        this,
        [this, item](const Result<ContestPictures> &pictures) {
            --m_jobs;
            if (pictures && item == chosenItem()) {
                m_key->setPixmap(QPixmap::fromImage(pictures->key));
                m_work->setPixmap(QPixmap::fromImage(pictures->work));
                m_keyWords->setText(pictures->keyWords);
                m_workWords->setText(pictures->workWords);
            } else if (!pictures) {
                m_said->setText(pictures.error().text);
            }
            refreshState();
        },
        jobs::JobRunner::Visibility::Quiet);
}

void ContestWindow::refreshChoices()
{
    const QSignalBlocker quiet(m_what);
    const workflow::Contest &contest = *shown();
    m_what->clear();
    const auto add = [this](const QString &text, ContestAnswer what, const QString &layer = {}, bool another = false) {
        m_what->addItem(text, static_cast<int>(what));
        m_what->setItemData(m_what->count() - 1, layer, layerRole);
        m_what->setItemData(m_what->count() - 1, another, anotherRole);
    };
    add(tr("The known answer stays"), ContestAnswer::KeyStays);
    add(tr("The known answer stays, and what %1 has drawn is right too").arg(contest.by), ContestAnswer::KeyChanged, contest.by,
        true);
    add(tr("What %1 has drawn becomes the known answer").arg(contest.by), ContestAnswer::KeyChanged, contest.by);
    add(tr("The accepted labels become the known answer"), ContestAnswer::KeyChanged, model::acceptedLayer());
    add(tr("The known answer is withdrawn: nobody is scored on this item"), ContestAnswer::KeyWithdrawn);
    add(tr("This result counts no more"), ContestAnswer::ResultWithdrawn);
    if (!contest.aboutFigure())
        add(tr("Others are to choose: adjudication"), ContestAnswer::ToAdjudication);
}

void ContestWindow::refreshState()
{
    const bool acts = static_cast<ContestAnswer>(m_what->currentData().toInt()) != ContestAnswer::KeyStays;
    m_answer->setEnabled(idle() && shown() && (!acts || !chosenItem().isNull()) && !m_words->toPlainText().trimmed().isEmpty());
}

void ContestWindow::answer()
{
    if (!idle() || !shown())
        return;
    workflow::ContestReply reply;
    reply.contest = shown()->id;
    reply.what = static_cast<ContestAnswer>(m_what->currentData().toInt());
    reply.item = chosenItem();
    reply.layer = m_what->currentData(layerRole).toString();
    reply.another = m_what->currentData(anotherRole).toBool();
    reply.words = m_words->toPlainText();
    ++m_jobs;
    refreshState();
    m_services.jobs().run(
        tr("Answer a contest"),
        [project = m_project, reply, person = m_services.person()](jobs::JobControl &control) {
            return workflow::answerContest(*project, reply, person, control);
        },
        this,
        [this](const Result<workflow::KeyReport> &report) {
            --m_jobs;
            if (!report) {
                m_said->setText(QStringLiteral("✗ ") + report.error().text);
                refreshState();
                return;
            }
            const auto other = static_cast<int>(report->scored + report->rescored + report->unscored);
            emit said(tr("Answered; %n result(s) are other than before.", nullptr, other));
            emit projectChanged();
            reload();
        });
}

}  // namespace plumbline::workstation
