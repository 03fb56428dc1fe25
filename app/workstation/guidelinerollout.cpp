// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/guidelinerollout.h"

#include "app/workstation/services.h"
#include "core/itemmodels/words.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr int questionRole = Qt::UserRole;

QTableWidget *makeTable(const char *name, const QString &title, const QStringList &columns)
{
    auto *table = new QTableWidget;
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(title);
    table->setColumnCount(static_cast<int>(columns.size()));
    table->setHorizontalHeaderLabels(columns);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    return table;
}

void fillRow(QTableWidget *table, int row, const QStringList &texts, ItemId item = {})
{
    for (int column = 0; column < texts.size(); ++column)
        table->setItem(row, column, new QTableWidgetItem(texts[column]));
    table->item(row, 0)->setData(Qt::UserRole, item.toString());
}

QString whenText(std::int64_t microseconds)
{
    return microseconds > 0 ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(microseconds / 1000), QLocale::ShortFormat)
                            : QString();
}

}  // namespace

GuidelineRollout::GuidelineRollout(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project)), m_summary(new QLabel), m_tabs(new QTabWidget),
      m_people(makeTable("rolloutPeople", tr("Who has read the guideline"), {tr("Person"), tr("Has read"), tr("When")})),
      m_old(makeTable("rolloutOld", tr("Labels made under an earlier text"),
                      {tr("Item"), tr("Whose"), tr("Labels"), tr("Version"), tr("State")})),
      m_keys(makeTable("rolloutKeys", tr("Known answers"), {tr("Item"), tr("Kind"), tr("Version"), tr("By"), tr("When")})),
      m_scores(makeTable("rolloutScores", tr("Results on known answers by version"),
                         {tr("Person"), tr("Version"), tr("Right"), tr("Decisions"), tr("95 % interval"), tr("On earlier keys")}))
{
    setObjectName(QStringLiteral("guidelineRollout"));
    setWindowTitle(tr("Guideline"));
    resize(900, 620);
    m_summary->setObjectName(QStringLiteral("rolloutSummary"));
    m_summary->setWordWrap(true);
    m_tabs->setObjectName(QStringLiteral("rolloutTabs"));
    m_tabs->addTab(m_people, tr("Readers"));
    m_tabs->addTab(m_old, tr("Earlier labels"));
    m_tabs->addTab(makeKeys(), tr("Known answers"));
    m_tabs->addTab(m_scores, tr("Results"));
    m_tabs->addTab(makeQuestions(), tr("Questions"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_tabs, 1);
    for (QTableWidget *table : {m_old, m_keys})
        connect(table, &QTableWidget::cellActivated, this, [this, table] { showItemOf(table); });
}

GuidelineRollout::~GuidelineRollout() = default;

QWidget *GuidelineRollout::makeKeys()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *confirm = new QPushButton(tr("Still &right under the present text"));
    confirm->setObjectName(QStringLiteral("rolloutConfirmKeys"));
    confirm->setAutoDefault(false);
    connect(confirm, &QPushButton::clicked, this, &GuidelineRollout::confirmChosenKeys);
    layout->addWidget(m_keys, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(confirm);
    layout->addLayout(buttons);
    return page;
}

QWidget *GuidelineRollout::makeQuestions()
{
    m_questions = new QTreeWidget;
    m_questions->setObjectName(QStringLiteral("rolloutQuestions"));
    m_questions->setAccessibleName(tr("Questions"));
    m_questions->setHeaderLabels({tr("Question"), tr("Item"), tr("Answers")});
    m_questions->header()->setStretchLastSection(false);
    m_questions->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_questions->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_grouping = new QComboBox;
    m_grouping->setObjectName(QStringLiteral("rolloutGrouping"));
    m_grouping->setAccessibleName(tr("What questions are put together by"));
    m_grouping->addItem(tr("by words"), int(review::QuestionGrouping::Words));
    m_grouping->addItem(tr("by class"), int(review::QuestionGrouping::Class));
    m_grouping->addItem(tr("by error"), int(review::QuestionGrouping::Code));
    m_draft = new QPlainTextEdit;
    m_draft->setObjectName(QStringLiteral("rolloutDraft"));
    m_draft->setAccessibleName(tr("New part of the guideline, in Markdown"));
    m_draft->setPlaceholderText(tr("Check questions, make a draft of them, and write what holds from now on."));
    m_draft->setTabChangesFocus(true);
    auto *make = new QPushButton(tr("&Draft from the checked ones"));
    make->setObjectName(QStringLiteral("rolloutMakeDraft"));
    m_add = new QPushButton(tr("&Add to the guideline and answer them"));
    m_add->setObjectName(QStringLiteral("rolloutAdd"));
    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(m_grouping);
    leftLayout->addWidget(m_questions, 1);
    leftLayout->addWidget(make);
    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_draft, 1);
    rightLayout->addWidget(m_add);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setSizes({500, 400});
    // Enter is for what the keys are on.
    for (QPushButton *button : {make, m_add})
        button->setAutoDefault(false);
    m_add->setEnabled(false);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &GuidelineRollout::refreshQuestions);
    connect(make, &QPushButton::clicked, this, &GuidelineRollout::draft);
    connect(m_add, &QPushButton::clicked, this, &GuidelineRollout::addToGuideline);
    connect(m_draft, &QPlainTextEdit::textChanged, this,
            [this] { m_add->setEnabled(!m_draft->toPlainText().trimmed().isEmpty()); });
    connect(m_questions, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *row) {
        const int place = row->data(0, questionRole).toInt();
        if (row->parent() && place < static_cast<int>(m_loaded.questions.size()))
            emit itemRequested(m_loaded.questions[static_cast<std::size_t>(place)].thread.item);
    });
    return splitter;
}

void GuidelineRollout::showEvent(QShowEvent *event)
{
    ProjectWindow::showEvent(event);
    reload();
}

Result<GuidelineRollout::Loaded> GuidelineRollout::read(const store::Project &project, const store::Person &person)
{
    auto versions = workflow::guidelineVersions(project.store());
    auto people = workflow::guidelineStatus(project.store());
    auto old = workflow::oldLabels(project.store());
    auto keys = workflow::keyVersions(project, person);
    auto scores = workflow::versionScores(project, person);
    auto questions = review::guidelineQuestions(project.store());
    if (!versions)
        return fail(versions.error());
    if (!people)
        return fail(people.error());
    if (!old)
        return fail(old.error());
    if (!keys)
        return fail(keys.error());
    if (!scores)
        return fail(scores.error());
    if (!questions)
        return fail(questions.error());
    return Loaded{std::move(*versions), std::move(*people), std::move(*old),
                  std::move(*keys),     std::move(*scores), std::move(*questions)};
}

void GuidelineRollout::reload()
{
    ++m_jobs;
    m_services.jobs().run(
        tr("Look at the guideline"),
        [project = m_project, person = m_services.person()](jobs::JobControl &) { return read(*project, person); }, this,
        [this](const Result<Loaded> &loaded) {
            --m_jobs;
            if (!loaded) {
                m_summary->setText(loaded.error().text);
                return;
            }
            m_loaded = *loaded;
            refresh();
        },
        jobs::JobRunner::Visibility::Quiet);
}

void GuidelineRollout::refresh()
{
    const int present = static_cast<int>(m_loaded.versions.size());
    const auto versionText = [](int version) { return version > 0 ? QString::number(version) : tr("before any"); };
    if (m_loaded.versions.empty())
        m_summary->setText(tr("There is no guideline yet. It is written in the panel “Guideline”."));
    else
        m_summary->setText(tr("Version %1, by %2, %3.")
                               .arg(present)
                               .arg(m_loaded.versions.back().author, whenText(m_loaded.versions.back().microseconds)));
    m_people->setRowCount(static_cast<int>(m_loaded.people.size()));
    for (int row = 0; row < m_people->rowCount(); ++row) {
        const workflow::GuidelineStatus &status = m_loaded.people[static_cast<std::size_t>(row)];
        fillRow(m_people, row,
                {status.person,
                 m_loaded.versions.empty() ? QStringLiteral("–")
                 : status.current          ? tr("the present text")
                 : status.version > 0      ? tr("version %1").arg(status.version)
                                           : tr("not yet"),
                 whenText(status.microseconds)});
    }
    m_old->setRowCount(static_cast<int>(m_loaded.old.size()));
    for (int row = 0; row < m_old->rowCount(); ++row) {
        const workflow::OldLabels &old = m_loaded.old[static_cast<std::size_t>(row)];
        fillRow(
            m_old, row,
            {old.name, old.layer, QString::number(old.labels), versionText(old.version), itemmodels::taskStateWord(old.state)},
            old.item);
    }
    m_keys->setRowCount(static_cast<int>(m_loaded.keys.size()));
    int again = 0;
    for (int row = 0; row < m_keys->rowCount(); ++row) {
        const workflow::KeyVersion &key = m_loaded.keys[static_cast<std::size_t>(row)];
        const bool old = present > 1 && key.version < present;
        again += old;
        fillRow(m_keys, row,
                {key.name, key.kind == workflow::GoldKind::Practice ? tr("practice") : tr("hidden"),
                 (key.version > 0 ? QString::number(key.version) : tr("not noted")) + (old ? tr(" – look again") : QString()),
                 key.who, whenText(key.microseconds)},
                key.item);
    }
    m_scores->setRowCount(static_cast<int>(m_loaded.scores.size()));
    for (int row = 0; row < m_scores->rowCount(); ++row) {
        const workflow::VersionScore &score = m_loaded.scores[static_cast<std::size_t>(row)];
        const quality::Interval interval = score.score.posterior().interval();
        fillRow(m_scores, row,
                {score.person, versionText(score.version), QString::number(score.score.right()), QString::number(score.score.n()),
                 tr("%1 to %2 %").arg(100 * interval.low, 0, 'f', 1).arg(100 * interval.high, 0, 'f', 1),
                 QString::number(score.onOlderKeys)});
    }
    const auto title = [this](int tab, const QString &words, int count) {
        m_tabs->setTabText(tab, count > 0 ? tr("%1 (%2)").arg(words).arg(count) : words);
    };
    title(0, tr("Readers"), 0);
    title(1, tr("Earlier labels"), m_old->rowCount());
    title(2, tr("Known answers"), again);
    refreshQuestions();
}

void GuidelineRollout::refreshQuestions()
{
    m_questions->clear();
    const auto by = static_cast<review::QuestionGrouping>(m_grouping->currentData().toInt());
    int open = 0;
    for (const review::QuestionGroup &group : review::grouped(m_loaded.questions, by)) {
        const auto count = static_cast<int>(group.questions.size());
        auto *head =
            new QTreeWidgetItem(m_questions, {tr("%1 (%2)").arg(group.title.isEmpty() ? tr("others") : group.title).arg(count)});
        for (const std::size_t place : group.questions) {
            const review::Question &question = m_loaded.questions[place];
            const bool waiting = !question.inGuideline && !question.thread.resolved;
            open += waiting;
            auto *row =
                new QTreeWidgetItem(head, {question.text.simplified(), question.itemName,
                                           question.inGuideline ? tr("in the guideline") : QString::number(question.answers)});
            row->setData(0, questionRole, static_cast<int>(place));
            row->setToolTip(0, question.text);
            row->setFlags(row->flags() | Qt::ItemIsUserCheckable);
            row->setCheckState(0, Qt::Unchecked);
        }
        head->setExpanded(true);
    }
    m_tabs->setTabText(m_tabs->count() - 1, open > 0 ? tr("Questions (%1)").arg(open) : tr("Questions"));
}

std::vector<review::Question> GuidelineRollout::checkedQuestions() const
{
    std::vector<review::Question> list;
    for (int group = 0; group < m_questions->topLevelItemCount(); ++group) {
        const QTreeWidgetItem *head = m_questions->topLevelItem(group);
        for (int row = 0; row < head->childCount(); ++row)
            if (head->child(row)->checkState(0) == Qt::Checked)
                list.push_back(m_loaded.questions[static_cast<std::size_t>(head->child(row)->data(0, questionRole).toInt())]);
    }
    return list;
}

void GuidelineRollout::draft()
{
    const std::vector<review::Question> questions = checkedQuestions();
    if (questions.empty()) {
        m_summary->setText(tr("Check the questions first that the draft is to answer."));
        return;
    }
    // A class that all of them are about is the heading: it is then shown first for that class.
    QString heading = questions.front().labelClass;
    for (const review::Question &question : questions)
        if (question.labelClass != heading)
            heading.clear();
    m_draft->setPlainText(review::draftFor(questions, heading));
    QTextCursor cursor = m_draft->textCursor();
    cursor.setPosition(static_cast<int>(m_draft->toPlainText().indexOf(QLatin1Char('\n'))) + 2);
    m_draft->setTextCursor(cursor);
    m_draft->setFocus();
}

void GuidelineRollout::addToGuideline()
{
    change(
        tr("Add to the guideline"),
        [before = m_loaded.versions.empty() ? QString() : m_loaded.versions.back().text, part = m_draft->toPlainText(),
         questions = checkedQuestions()](store::Project &project, const store::Person &person) -> Result<QString> {
            const auto version = review::addToGuideline(project, before, part, questions, person);
            return version ? Result<QString>(tr("The guideline is version %1; everybody is asked to read it.").arg(*version))
                           : fail(version.error());
        },
        [this] { m_draft->clear(); });
}

void GuidelineRollout::confirmChosenKeys()
{
    std::vector<ItemId> items;
    for (const QModelIndex &row : m_keys->selectionModel()->selectedRows())
        if (const auto id = ItemId::fromString(row.data(Qt::UserRole).toString()))
            items.push_back(*id);
    if (items.empty()) {
        m_summary->setText(tr("Choose the known answers first that are right."));
        return;
    }
    change(tr("Confirm known answers"), [items](store::Project &project, const store::Person &person) -> Result<QString> {
        const auto done = workflow::confirmKeys(project, items, person);
        return done ? Result<QString>(tr("%n known answer(s) confirmed", nullptr, static_cast<int>(items.size())))
                    : fail(done.error());
    });
}

void GuidelineRollout::change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work,
                              std::function<void()> then)
{
    ++m_jobs;
    m_services.jobs().run(
        title,
        [project = m_project, person = m_services.person(), work = std::move(work)](jobs::JobControl &) {
            return work(*project, person);
        },
        this,
        [this, then = std::move(then)](const Result<QString> &done) {
            --m_jobs;
            if (!done) {
                m_summary->setText(done.error().text);
                return;
            }
            if (then)
                then();
            emit said(*done);
            emit projectChanged();
            reload();
        },
        jobs::JobRunner::Visibility::Quiet);
}

void GuidelineRollout::showItemOf(QTableWidget *table)
{
    const auto id = ItemId::fromString(table->item(table->currentRow(), 0)->data(Qt::UserRole).toString());
    if (id && !id->isNull())
        emit itemRequested(*id);
}

}  // namespace plumbline::workstation
