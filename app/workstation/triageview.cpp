// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/triageview.h"

#include "app/workstation/placepicture.h"
#include "app/workstation/services.h"
#include "app/workstation/triageratespage.h"
#include "app/workstation/triagereading.h"
#include "core/base/atomicfile.h"
#include "core/itemmodels/words.h"
#include "core/store/reader.h"
#include "core/triage/wording.h"
#include "widgets/panels/emptystate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace plumbline::workstation {

using triage::Ruling;

namespace {

constexpr int listWidth = 340;
constexpr int eventsHeight = 130;
constexpr QSize usualSize(1180, 780);
constexpr int caseRole = Qt::UserRole + 1;        // place in Overview::cases
constexpr int leftOutRole = Qt::UserRole + 2;     // place in Overview::leftOut

QString dayText(std::int64_t microseconds)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(microseconds / 1000), QLocale::ShortFormat);
}

QString rulingTip(Ruling ruling)
{
    switch (ruling) {
    case Ruling::FixMedia: return TriageView::tr("The work waits until the file is another one");
    case Ruling::Answer: return TriageView::tr("The words go to the author as a remark; the work is to do again");
    case Ruling::NewClass: return TriageView::tr("The work waits until the schema has the class");
    case Ruling::Exclude: return TriageView::tr("The item leaves everybody's queue and all exports");
    case Ruling::HandBack: return TriageView::tr("The work is to do again as it is");
    case Ruling::Include: return TriageView::tr("The item comes back into everybody's queue");
    }
    return {};
}

}  // namespace

TriageView::TriageView(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project))
{
    setObjectName(QStringLiteral("triageView"));
    setWindowTitle(tr("Triage"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("triageTabs"));
    tabs->setDocumentMode(true);
    tabs->addTab(makeCases(), tr("Cannot be labeled"));
    m_rates = new TriageRatesPage;
    tabs->addTab(m_rates, tr("How often"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tabs);
    makeKeys();
    resize(usualSize.boundedTo(screen()->availableGeometry().size() - QSize(16, 48)));
    reload();
}

TriageView::~TriageView() = default;

QWidget *TriageView::makeCases()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("triageSummary"));
    m_summary->setWordWrap(true);
    m_list = new QTreeWidget;
    m_list->setObjectName(QStringLiteral("triageList"));
    m_list->setAccessibleName(tr("What could not be labeled, by reason"));
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &TriageView::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] {
        if (const triage::Case *found = current())
            emit itemRequested(found->item.id);
    });

    auto *right = new QWidget;
    auto *down = new QVBoxLayout(right);
    down->setContentsMargins(8, 8, 8, 8);
    down->setSpacing(8);
    m_said = new QLabel;
    m_said->setObjectName(QStringLiteral("triageSaid"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_picture = new PlacePicture;
    m_picture->setObjectName(QStringLiteral("triagePicture"));
    m_events = new QTreeWidget;
    m_events->setObjectName(QStringLiteral("triageEvents"));
    m_events->setAccessibleName(tr("What has happened to the item"));
    m_events->setHeaderHidden(true);
    m_events->setRootIsDecorated(false);
    m_events->setColumnCount(3);
    m_events->setFocusPolicy(Qt::ClickFocus);
    m_events->setFixedHeight(eventsHeight);
    m_empty = new panels::EmptyState;
    auto *shown = new QWidget;
    auto *rows = new QVBoxLayout(shown);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(m_said);
    rows->addWidget(m_picture, 1);
    rows->addWidget(m_events);
    rows->addWidget(makeDecisions());
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("triageProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    down->addWidget(m_problem);
    down->addWidget(m_stack, 1);

    auto *across = new QSplitter;
    across->setChildrenCollapsible(false);
    across->addWidget(left);
    across->addWidget(right);
    across->setSizes({listWidth, usualSize.width() - listWidth});
    across->setStretchFactor(1, 1);
    return across;
}

QWidget *TriageView::makeDecisions()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("triageWords"));
    m_words->setMaxLength(10'000);
    m_words->setPlaceholderText(tr("Words for the author"));
    m_guideline = new QCheckBox(tr("Add an answer to the guideline"));
    m_guideline->setObjectName(QStringLiteral("triageGuideline"));
    m_class = new QComboBox;
    m_class->setObjectName(QStringLiteral("triageClass"));
    m_class->setAccessibleName(tr("Class that is missing"));
    m_class->setEditable(true);
    m_class->setMinimumContentsLength(14);
    m_class->lineEdit()->setPlaceholderText(tr("New class"));
    auto *asking = new QHBoxLayout;
    asking->addWidget(m_words, 1);
    asking->addWidget(m_guideline);
    asking->addWidget(m_class);
    layout->addLayout(asking);
    auto *bar = new QHBoxLayout;
    int number = 0;
    for (const Ruling ruling :
         {Ruling::FixMedia, Ruling::Answer, Ruling::NewClass, Ruling::Exclude, Ruling::HandBack, Ruling::Include}) {
        auto *button = new QPushButton(tr("%1  %2").arg(++number).arg(triage::rulingTitle(ruling)));
        button->setObjectName(QStringLiteral("triage-") + triage::rulingName(ruling));
        button->setToolTip(rulingTip(ruling));
        button->setFocusPolicy(Qt::NoFocus);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, ruling] { decide(ruling); });
        m_decisions.emplace_back(ruling, button);
        bar->addWidget(button);
    }
    m_takeBack = new QPushButton(tr("Take back"));
    m_takeBack->setObjectName(QStringLiteral("triageTakeBack"));
    m_takeBack->setToolTip(tr("Your last decision, while nothing has followed from it (%1)")
                               .arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    m_takeBack->setFocusPolicy(Qt::NoFocus);
    m_takeBack->setAutoDefault(false);
    bar->addStretch(1);
    bar->addWidget(m_takeBack);
    layout->addLayout(bar);
    connect(m_takeBack, &QPushButton::clicked, this, &TriageView::takeBack);
    // With the words the decision that asked for them is made.
    const auto answered = [this] {
        if (m_asked)
            decide(*m_asked);
    };
    connect(m_words, &QLineEdit::returnPressed, this, answered);
    connect(m_class->lineEdit(), &QLineEdit::returnPressed, this, answered);
    return part;
}

void TriageView::makeKeys()
{
    // Of the list alone: in the line for words digits are digits.
    const auto key = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    for (std::size_t i = 0; i < m_decisions.size(); ++i)
        key(QKeySequence(Qt::Key_1 + static_cast<int>(i)), [this, i] {
            if (m_decisions[i].second->isEnabled())
                decide(m_decisions[i].first);
        });
    key(QKeySequence::Undo, [this] { takeBack(); });
    key(Qt::Key_W, [this] { m_words->setFocus(Qt::ShortcutFocusReason); });
}

void TriageView::reload()
{
    ++m_jobs;
    m_services.jobs().run(
        tr("Read what could not be labeled"),
        [project = m_project, opener = m_services.mediaOpener(), person = m_services.person()](
            jobs::JobControl &) -> Result<TriageReading> { return readTriage(*project, opener, person); },
        this,
        [this](Result<TriageReading> loaded) {
            --m_jobs;
            if (loaded)
                take(std::move(*loaded));
            else if (loaded.error().code != ErrorCode::Cancelled)
                showProblem(loaded.error().text);
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void TriageView::take(TriageReading loaded)
{
    m_loaded = std::move(loaded);
    if (!m_loaded.went.list.empty()) {
        QStringList names;
        for (const triage::WentOn &went : m_loaded.went.list)
            names.append(went.itemName);
        emit said(tr("To do again: %1").arg(names.join(QStringLiteral(", "))));
        emit projectChanged();
    }
    if (!m_loaded.went.issues.issues.empty())
        showProblem(tr("%1: %2").arg(m_loaded.went.issues.issues.front().file, m_loaded.went.issues.issues.front().text));
    const QString typed = m_class->currentText();
    m_class->clear();
    m_class->addItems(m_loaded.classes);
    m_class->setCurrentIndex(-1);
    m_class->setEditText(typed);
    refreshList();
    m_rates->setRates(m_loaded.rates);
}

void TriageView::refreshList()
{
    const QTreeWidgetItem *before = m_list->currentItem();
    const int row = before && before->parent() ? m_list->indexOfTopLevelItem(before->parent()) * 1000
                                                     + before->parent()->indexOfChild(const_cast<QTreeWidgetItem *>(before))
                                               : 0;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto group = [this](const QString &title) {
        auto *top = new QTreeWidgetItem(m_list, {title});
        QFont bold = m_list->font();
        bold.setBold(true);
        top->setFont(0, bold);
        top->setFlags(Qt::ItemIsEnabled);
        return top;
    };
    QTreeWidgetItem *top = nullptr;
    QString reason;
    for (std::size_t i = 0; i < m_loaded.overview.cases.size(); ++i) {
        const triage::Case &found = m_loaded.overview.cases[i];
        if (!top || reason != found.task.reason) {
            reason = found.task.reason;
            const QString word = itemmodels::cannotLabelReasonWord(reason);
            top = group(found.reasonKnown ? word : tr("%1 (no longer a reason)").arg(word));
        }
        QStringList parts{found.item.name, found.task.assignee};
        if (found.waiting)
            parts.append(tr("waits"));
        auto *line = new QTreeWidgetItem(top, {parts.join(QStringLiteral("  ·  "))});
        line->setData(0, caseRole, static_cast<int>(i));
        line->setToolTip(0, found.waiting ? triage::wordsOf(*found.waiting) : line->text(0));
    }
    if (!m_loaded.overview.leftOut.empty())
        top = group(tr("Left out"));
    for (std::size_t i = 0; i < m_loaded.overview.leftOut.size(); ++i) {
        auto *line = new QTreeWidgetItem(top, {m_loaded.overview.leftOut[i].name});
        line->setData(0, leftOutRole, static_cast<int>(i));
    }
    m_list->expandAll();
    QTreeWidgetItem *next = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        for (int k = 0; k < m_list->topLevelItem(i)->childCount(); ++k)
            if (!next || i * 1000 + k <= row)
                next = m_list->topLevelItem(i)->child(k);
    m_list->setCurrentItem(next);
    const auto waiting = std::count_if(m_loaded.overview.cases.begin(), m_loaded.overview.cases.end(),
                                       [](const triage::Case &found) { return found.waiting.has_value(); });
    const auto open = static_cast<int>(m_loaded.overview.cases.size()) - static_cast<int>(waiting);
    m_summary->setText(tr("%n to decide about.", nullptr, open)
                       + (waiting > 0
                              ? QLatin1Char(' ') + tr("%n wait(s) for a medium or a class.", nullptr, static_cast<int>(waiting))
                              : QString()));
    showCurrent();
}

const triage::Case *TriageView::current() const
{
    const QTreeWidgetItem *line = m_list->currentItem();
    const QVariant place = line ? line->data(0, caseRole) : QVariant();
    return place.isValid() ? &m_loaded.overview.cases[static_cast<std::size_t>(place.toInt())] : nullptr;
}

const model::Item *TriageView::currentLeftOut() const
{
    const QTreeWidgetItem *line = m_list->currentItem();
    const QVariant place = line ? line->data(0, leftOutRole) : QVariant();
    return place.isValid() ? &m_loaded.overview.leftOut[static_cast<std::size_t>(place.toInt())] : nullptr;
}

void TriageView::showCurrent()
{
    const triage::Case *found = current();
    const model::Item *item = found ? &found->item : currentLeftOut();
    m_stack->setCurrentIndex(item ? 1 : 0);
    if (m_asked) {
        m_asked.reset();
        m_problem->hide();
    }
    refreshState();
    if (!item) {
        m_empty->setWords(QStringLiteral("cannot-label"), tr("Nothing to decide about"),
                          tr("What annotators hand in as “cannot label” appears here."));
        return;
    }
    if (!found) {
        m_said->setText(tr("%1 is left out: in nobody's queue and in no export.").arg(item->name));
    } else {
        QString text = tr("%1 says about %2: %3")
                           .arg(found->task.assignee, item->name, itemmodels::cannotLabelReasonWord(found->task.reason));
        if (!found->task.comment.isEmpty())
            text += QLatin1Char('\n') + tr("“%1”").arg(found->task.comment);
        if (found->waiting)
            text += QLatin1Char('\n') + tr("Waits: %1").arg(triage::wordsOf(*found->waiting));
        m_said->setText(text);
    }
    m_events->clear();
    m_picture->setWords(tr("Reading…"));
    ++m_jobs;
    m_services.jobs().run(
        tr("Show %1").arg(item->name),
        [project = m_project, opener = m_services.mediaOpener(), person = m_services.person(), item = *item](
            jobs::JobControl &control) -> Result<CaseReading> { return readCase(*project, opener, person, item, control); },
        this,
        [this, id = item->id](const Result<CaseReading> &shown) {
            --m_jobs;
            const triage::Case *now = current();
            const model::Item *other = now ? &now->item : currentLeftOut();
            if (shown && other && other->id == id)
                take(*shown);
            else if (!shown && shown.error().code != ErrorCode::Cancelled)
                m_picture->setWords(shown.error().text);
            refreshState();
        },
        jobs::JobRunner::Visibility::Quiet, m_pictures.next());
}

void TriageView::take(const CaseReading &shown)
{
    const triage::Case *found = current();
    // A place in a scene is one of another sensor's.
    if (shown.picture.isNull())
        m_picture->setWords(shown.why);
    else
        m_picture->setPicture(shown.picture, shown.scale,
                              found && found->item.kind != model::ItemKind::Scene ? found->task.place : std::nullopt);
    m_events->clear();
    for (const triage::Event &event : shown.events) {
        auto *line = new QTreeWidgetItem(m_events, {dayText(event.microseconds), event.who, event.text});
        line->setToolTip(2, event.text);
    }
    m_events->resizeColumnToContents(0);
    m_events->resizeColumnToContents(1);
    m_events->scrollToBottom();
}

void TriageView::refreshState()
{
    const bool writable = m_jobs == 0 && !m_project->store().readOnly();
    for (const auto &[ruling, button] : m_decisions) {
        const bool takesIn = ruling == Ruling::Include;
        button->setVisible(takesIn == (currentLeftOut() != nullptr));
        button->setEnabled(writable && (takesIn ? currentLeftOut() != nullptr : current() != nullptr));
    }
    m_guideline->setVisible(!currentLeftOut());
    m_class->setVisible(!currentLeftOut());
    m_takeBack->setEnabled(writable);
}

void TriageView::decide(Ruling ruling)
{
    if (m_jobs > 0)
        return;
    if (ruling == Ruling::Include) {
        if (const model::Item *item = currentLeftOut())
            change(triage::rulingTitle(ruling),
                   [id = item->id, name = item->name, words = m_words->text()](store::Project &project,
                                                                               const store::Person &person) -> Result<QString> {
                       const auto done = triage::include(project, id, words, person);
                       return done ? Result<QString>(tr("%1 is taken in again").arg(name)) : fail(done.error());
                   });
        return;
    }
    const triage::Case *found = current();
    if (!found)
        return;
    triage::Draft draft;
    draft.ruling = ruling;
    draft.words = m_words->text();
    draft.className = ruling == Ruling::NewClass ? m_class->currentText() : QString();
    draft.guidelineText = ruling == Ruling::Answer && m_guideline->isChecked() ? draft.words : QString();
    draft.submission = found->submission.id;
    draft.waiting = found->waiting ? found->waiting->id : Uuid();
    if (ruling == Ruling::Answer && draft.words.trimmed().isEmpty()) {
        showProblem(tr("Write the answer and press Enter."));
        m_asked = ruling;
        m_words->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (ruling == Ruling::NewClass && draft.className.trimmed().isEmpty()) {
        showProblem(tr("Name the class that is to come and press Enter."));
        m_asked = ruling;
        m_class->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    change(triage::rulingTitle(ruling),
           [id = found->item.id, name = found->item.name, author = found->task.assignee,
            draft](store::Project &project, const store::Person &person) -> Result<QString> {
               const auto done = triage::decide(project, id, author, draft, person);
               if (!done)
                   return fail(done.error());
               return done->waits ? tr("%1: %2; it waits").arg(name, triage::rulingTitle(draft.ruling))
                                  : tr("%1: %2").arg(name, triage::rulingTitle(draft.ruling));
           });
}

void TriageView::takeBack()
{
    change(tr("Take back"), [](store::Project &project, const store::Person &person) -> Result<QString> {
        const auto done = triage::takeBack(project, person);
        return done ? Result<QString>(tr("Taken back: %1").arg(*done)) : fail(done.error());
    });
}

void TriageView::change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work)
{
    if (m_jobs > 0)
        return;
    m_asked.reset();
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
            if (done) {
                m_problem->hide();
                m_words->clear();
                m_guideline->setChecked(false);
                m_class->setEditText({});
                m_list->setFocus();
                emit said(*done);
                emit projectChanged();
            } else if (done.error().code != ErrorCode::Cancelled) {
                showProblem(done.error().text);
            }
            // Also after a conflict: what came in between is shown.
            reload();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void TriageView::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

}  // namespace plumbline::workstation
