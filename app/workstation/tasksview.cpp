// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/tasksview.h"

#include "app/workstation/services.h"
#include "core/itemmodels/words.h"
#include "core/store/reader.h"
#include "core/workflow/roles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

using model::TaskState;

namespace {

constexpr QSize usualSize(900, 620);
constexpr int rowHeight = 24;

QString noteOf(const review::TaskRow &row)
{
    QStringList parts;
    if (!row.isMember)
        parts.append(TasksView::tr("is no member any more"));
    if (!row.reviewer.isEmpty())
        parts.append(TasksView::tr("in review by %1").arg(row.reviewer));
    if (row.task.reason == review::reassignedReason())
        parts.append(TasksView::tr("handed on to %1").arg(row.task.comment));
    if (row.task.round > 1)
        parts.append(TasksView::tr("round %1").arg(row.task.round));
    return parts.join(QStringLiteral(", "));
}

}  // namespace

void TaskTableModel::setRows(std::vector<review::TaskRow> rows)
{
    m_rows = std::move(rows);
    filter();
}

void TaskTableModel::setFilter(const QString &person, std::optional<TaskState> state)
{
    m_person = person;
    m_state = state;
    filter();
}

void TaskTableModel::filter()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if ((m_person.isEmpty() || m_rows[i].task.assignee == m_person) && (!m_state || m_rows[i].task.state == *m_state))
            m_shown.push_back(i);
    endResetModel();
}

int TaskTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TaskTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskTableModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const review::TaskRow &row = at(index.row());
    switch (static_cast<Column>(index.column())) {
    case Person: return row.task.assignee;
    case Item: return row.itemName;
    case State: return itemmodels::taskStateWord(row.task.state);
    case Part: return row.part;
    case Note: return noteOf(row);
    case ColumnCount: break;
    }
    return {};
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Person: return tr("Person");
    case Item: return tr("Item");
    case State: return tr("State");
    case Part: return tr("Part");
    case Note: return tr("Note");
    case ColumnCount: break;
    }
    return {};
}

TasksView::TasksView(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project))
{
    setObjectName(QStringLiteral("tasksView"));
    setWindowTitle(tr("Tasks"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("tasksTable"));
    m_table->setAccessibleName(tr("Who does what"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("tasksProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(makeFilters());
    layout->addWidget(m_problem);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeActions());
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TasksView::refreshState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TasksView::refreshState);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit itemRequested(m_model.at(index.row()).task.item); });
    resize(usualSize.boundedTo(screen()->availableGeometry().size() - QSize(16, 48)));
    reload();
}

TasksView::~TasksView() = default;

QWidget *TasksView::makeFilters()
{
    auto *part = new QWidget;
    auto *bar = new QHBoxLayout(part);
    bar->setContentsMargins(0, 0, 0, 0);
    m_person = new QComboBox;
    m_person->setObjectName(QStringLiteral("tasksPerson"));
    m_person->setAccessibleName(tr("Person"));
    m_person->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_person->addItem(tr("Everybody"), QString());
    m_state = new QComboBox;
    m_state->setObjectName(QStringLiteral("tasksState"));
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("All states"), -1);
    for (const TaskState state :
         {TaskState::ToDo, TaskState::InProgress, TaskState::Submitted, TaskState::CannotLabel, TaskState::InReview,
          TaskState::Fix, TaskState::Rejected, TaskState::Accepted, TaskState::Adjudicated, TaskState::Done})
        m_state->addItem(itemmodels::taskStateWord(state), static_cast<int>(state));
    bar->addWidget(m_person);
    bar->addWidget(m_state);
    bar->addStretch(1);
    const auto filtered = [this] {
        const int state = m_state->currentData().toInt();
        m_model.setFilter(m_person->currentData().toString(),
                          state < 0 ? std::nullopt : std::optional(static_cast<TaskState>(state)));
    };
    connect(m_person, &QComboBox::activated, this, filtered);
    connect(m_state, &QComboBox::activated, this, filtered);
    return part;
}

QWidget *TasksView::makeActions()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto button = [](const QString &text, const char *name, const QString &tip) {
        auto *made = new QPushButton(text);
        made->setObjectName(QLatin1String(name));
        made->setToolTip(tip);
        made->setAutoDefault(false);
        return made;
    };
    m_to = new QComboBox;
    m_to->setObjectName(QStringLiteral("tasksTo"));
    m_to->setAccessibleName(tr("To whom"));
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_copy = new QCheckBox(tr("begin with copies of the labels"));
    m_copy->setObjectName(QStringLiteral("tasksCopy"));
    m_copy->setToolTip(tr("Nothing of the former author's labels is changed. What begins with copies is not scored."));
    m_handOn = button(tr("Hand on"), "tasksHandOn", tr("What is chosen goes to this person; who did what stays visible"));
    m_release = button(tr("Release review"), "tasksRelease", tr("The work waits for a review again; decisions made so far stay"));
    m_item = new QLineEdit;
    m_item->setObjectName(QStringLiteral("tasksItem"));
    m_item->setPlaceholderText(tr("Name of an item"));
    m_assign =
        button(tr("Assign"), "tasksAssign", tr("The item goes to this person; parts of items are assigned on the command line"));
    auto *moving = new QHBoxLayout;
    moving->addWidget(new QLabel(tr("To")));
    moving->addWidget(m_to);
    moving->addWidget(m_handOn);
    moving->addWidget(m_copy);
    moving->addStretch(1);
    moving->addWidget(m_release);
    auto *giving = new QHBoxLayout;
    giving->addWidget(m_item, 1);
    giving->addWidget(m_assign);
    layout->addLayout(moving);
    layout->addLayout(giving);
    connect(m_handOn, &QPushButton::clicked, this, &TasksView::handOn);
    connect(m_release, &QPushButton::clicked, this, &TasksView::release);
    connect(m_assign, &QPushButton::clicked, this, &TasksView::assign);
    connect(m_item, &QLineEdit::returnPressed, this, &TasksView::assign);
    connect(m_item, &QLineEdit::textChanged, this, &TasksView::refreshState);
    return part;
}

void TasksView::reload()
{
    ++m_jobs;
    m_services.jobs().run(
        tr("Read the tasks"),
        [project = m_project, person = m_services.person()](jobs::JobControl &) -> Result<Loaded> {
            auto rows = review::tasksOf(*project, {}, person);
            const auto reader = project->store().reader();
            if (!rows)
                return fail(rows.error());
            if (!reader)
                return fail(reader.error());
            const auto members = (*reader)->members();
            if (!members)
                return fail(members.error());
            Loaded loaded{std::move(*rows), {}};
            for (const model::Member &member : *members)
                if (const auto role = workflow::roleFromName(member.role); role && workflow::allows(*role, workflow::Act::Label))
                    loaded.people.append(member.name);
            loaded.people.sort();
            return loaded;
        },
        this,
        [this](Result<Loaded> loaded) {
            --m_jobs;
            if (loaded) {
                take(std::move(*loaded));
            } else if (loaded.error().code != ErrorCode::Cancelled) {
                m_problem->setText(loaded.error().text);
                m_problem->show();
            }
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void TasksView::take(Loaded loaded)
{
    const auto refill = [](QComboBox *box, const QStringList &names, int from) {
        const QString before = box->currentData().toString();
        while (box->count() > from)
            box->removeItem(from);
        for (const QString &name : names)
            box->addItem(name, name);
        box->setCurrentIndex(std::max(0, box->findData(before)));
    };
    QStringList people = loaded.people;
    for (const review::TaskRow &row : loaded.rows)
        if (!row.task.assignee.isEmpty())
            people.append(row.task.assignee);
    people.sort();
    people.removeDuplicates();
    refill(m_person, people, 1);
    refill(m_to, loaded.people, 0);
    m_model.setRows(std::move(loaded.rows));
    m_table->resizeColumnsToContents();
}

std::vector<review::TaskRow> TasksView::chosen() const
{
    std::vector<review::TaskRow> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_model.at(index.row()));
    return rows;
}

void TasksView::refreshState()
{
    const bool writable = idle() && !m_project->store().readOnly();
    const auto rows = chosen();
    m_handOn->setEnabled(writable && !rows.empty() && m_to->count() > 0);
    m_release->setEnabled(writable && std::any_of(rows.begin(), rows.end(), [](const review::TaskRow &row) {
                              return row.task.state == TaskState::InReview;
                          }));
    m_assign->setEnabled(writable && !m_item->text().trimmed().isEmpty() && m_to->count() > 0);
}

void TasksView::handOn()
{
    change(tr("Hand on"),
           [rows = chosen(), to = m_to->currentData().toString(),
            copy = m_copy->isChecked()](store::Project &project, const store::Person &person) -> Result<QString> {
               int done = 0;
               for (const review::TaskRow &row : rows) {
                   const auto moved = review::reassign(project, row.task.item, row.task.assignee, to, copy, person);
                   if (!moved)
                       return fail(moved.error().code, done > 0 ? tr("%1 handed on, then: %2").arg(done).arg(moved.error().text)
                                                                : moved.error().text);
                   ++done;
               }
               return tr("%n handed on to %1", nullptr, done).arg(to);
           });
}

void TasksView::release()
{
    change(tr("Release review"), [rows = chosen()](store::Project &project, const store::Person &person) -> Result<QString> {
        int done = 0;
        for (const review::TaskRow &row : rows) {
            if (row.task.state != TaskState::InReview)
                continue;
            if (const auto freed = review::releaseReview(project, row.task.item, row.task.assignee, person); !freed)
                return fail(freed.error());
            ++done;
        }
        return tr("%n wait(s) for a review again", nullptr, done);
    });
}

void TasksView::assign()
{
    if (!m_assign->isEnabled())
        return;
    change(tr("Assign"),
           [name = m_item->text().trimmed(),
            to = m_to->currentData().toString()](store::Project &project, const store::Person &person) -> Result<QString> {
               const auto reader = project.store().reader();
               if (!reader)
                   return fail(reader.error());
               auto items = (*reader)->itemsByName(name);
               if (items && items->empty())
                   items = (*reader)->itemsByFileName(name);
               if (!items)
                   return fail(items.error());
               if (items->size() != 1)
                   return fail(ErrorCode::NotFound, items->empty()
                                                        ? tr("There is no item “%1”.").arg(name)
                                                        : tr("Several items are called “%1”; write the whole name.").arg(name));
        // A part that was given stays what it is.
               const auto there = review::tasksOf(project, {items->front().id, to, {}}, person);
               if (!there)
                   return fail(there.error());
               const auto done = review::assign(project, items->front().id, to,
                                                there->empty() ? model::TaskScope{} : there->front().task.scope, person);
               return done ? Result<QString>(tr("%1 is assigned to %2").arg(items->front().name, to)) : fail(done.error());
           });
}

void TasksView::change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work)
{
    if (!idle())
        return;
    ++m_jobs;
    refreshState();
    m_services.jobs().run(
        title,
        [project = m_project, person = m_services.person(), work = std::move(work)](jobs::JobControl &) {
            return work(*project, person);
        },
        this,
        [this](const Result<QString> &done) {
            --m_jobs;
            m_problem->setVisible(!done && done.error().code != ErrorCode::Cancelled);
            if (done) {
                m_item->clear();
                emit said(*done);
            } else {
                m_problem->setText(done.error().text);
            }
            emit projectChanged();
            reload();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

}  // namespace plumbline::workstation
