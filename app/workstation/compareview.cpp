// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/compareview.h"

#include "app/workstation/compareedit.h"
#include "app/workstation/services.h"
#include "core/store/reader.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QScreen>
#include <QShowEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

using adjudication::Case;
using adjudication::RulingDraft;
using adjudication::SourceKind;

namespace {

constexpr int itemsWidth = 248;
constexpr int decisionsWidth = 320;
constexpr QSize usualSize(1280, 820);
constexpr std::int64_t undoneAtMost = 1000;  // gestures that are looked at

}  // namespace

CompareView::CompareView(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project)), m_media(services, m_project)
{
    setObjectName(QStringLiteral("compareView"));
    setWindowTitle(tr("Compare"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *across = new QSplitter(this);
    across->setChildrenCollapsible(false);
    across->addWidget(makeItemList());
    across->addWidget(makeMiddle());
    across->addWidget(makeDecisions());
    across->setSizes({itemsWidth, usualSize.width() - itemsWidth - decisionsWidth, decisionsWidth});
    across->setStretchFactor(0, 0);
    across->setStretchFactor(1, 1);
    across->setStretchFactor(2, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(across);
    makeKeys();
    resize(usualSize.boundedTo(screen()->availableGeometry().size() - QSize(16, 48)));
    clear(QStringLiteral("image"), tr("Reading what can be compared…"), {});
    reload();
}

CompareView::~CompareView()
{
    // Panes tell this about their places until the end.
    delete m_panes;
}

const Case *CompareView::current() const
{
    return m_cases.at(m_cases.rowOf(m_current));
}

void CompareView::clear(const QString &icon, const QString &title, const QString &text)
{
    endEdit(false);
    m_generation.next();
    m_item = {};
    m_comparison.reset();
    m_waiting.clear();
    m_saving.clear();
    m_current = {};
    m_cases.setComparison(nullptr, m_schema);
    m_title->clear();
    m_panes->showWords(icon, title, text);
    refreshCase();
    refreshState();
}

void CompareView::reload()
{
    ++m_jobs;
    m_services.jobs().run(
        tr("Read what can be compared"),
        [project = m_project, person = m_services.person()](jobs::JobControl &control) {
            return adjudication::compareQueue(*project, person, control);
        },
        this,
        [this](Result<std::vector<adjudication::CompareEntry>> queue) {
            --m_jobs;
            if (queue)
                takeQueue(std::move(*queue));
            else
                showProblem(queue.error().text);
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void CompareView::takeQueue(std::vector<adjudication::CompareEntry> queue)
{
    m_queue = std::move(queue);
    refreshItems();
    const bool leave = std::exchange(m_leave, false);
    const bool there = std::any_of(m_queue.begin(), m_queue.end(), [this](const auto &entry) { return entry.item == m_item; });
    if (there && !leave) {
        open(m_item);
        return;
    }
    const auto next = std::find_if(m_queue.begin(), m_queue.end(), [](const auto &entry) { return !entry.adjudicated; });
    if (next != m_queue.end())
        open(next->item);
    else if (m_queue.empty())
        clear(QStringLiteral("submit"), tr("Nothing to compare yet"),
              tr("Items that two or more people have handed in appear here."));
    else if (!there)
        clear(QStringLiteral("accept"), tr("Everything has been compared"),
              tr("Choose an item at the left to look at it again."));
    else
        open(m_item);
}

void CompareView::open(ItemId item)
{
    // What is read while decisions are being written may not know them.
    if (m_writing || !m_waiting.empty()) {
        m_openWanted = item;
        return;
    }
    m_openWanted = {};
    if (m_reading)
        m_services.jobs().cancel(std::exchange(m_reading, 0));
    endEdit(false);
    if (item != m_item) {
        m_made.clear();
        m_current = {};
        m_endWanted = false;
    }
    m_item = item;
    ++m_jobs;
    refreshItems();
    refreshState();
    m_reading = m_services.jobs().run(
        tr("Compare"),
        [project = m_project, person = m_services.person(), item](jobs::JobControl &control) -> Result<Loaded> {
            const auto reader = project->store().reader();
            if (!reader)
                return fail(reader.error());
            auto schema = (*reader)->schema();
            if (!schema)
                return fail(schema.error());
            auto comparison = adjudication::compare(*project, item, {}, person, control);
            if (!comparison)
                return fail(comparison.error());
            return Loaded{std::make_shared<const adjudication::Comparison>(std::move(*comparison)), std::move(*schema)};
        },
        this,
        [this, item](Result<Loaded> loaded) {
            --m_jobs;
            if (item == m_item) {
                m_reading = 0;
                if (loaded)
                    take(std::move(*loaded));
                else if (loaded.error().code != ErrorCode::Cancelled)
                    clear(QStringLiteral("issues"), tr("This item cannot be compared"), loaded.error().text);
                send();
            }
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void CompareView::take(Loaded loaded)
{
    m_problem->hide();
    m_schema = std::move(loaded.schema);
    const model::Item item = loaded.comparison->item;
    const auto factories = m_services.views();
    const auto factory = std::find_if(factories.begin(), factories.end(),
                                      [&](const extension::ViewFactory *candidate) { return candidate->kind() == item.kind; });
    const bool missing = factory == factories.end();
    m_title->setText(item.name);
    m_title->setToolTip(item.name);
    const bool active = isActiveWindow();
    m_panes->showItem(missing ? nullptr : *factory, item, loaded.comparison->scene, m_project->mediaPath(item),
                      missing ? m_services.whyMissing(QStringLiteral("view:") + model::itemKindName(item.kind)) : QString());
    showComparison(std::move(loaded.comparison));
    if (m_cases.rowOf(m_current) < 0) {
        const int open = m_cases.nextOpen(-1);
        select(open >= 0 ? open : 0, true);
    }
    if (!m_items->hasFocus())
        m_caseList->setFocus();
    // The first pane with OpenGL makes the window anew, without the keys.
    if (active)
        activateWindow();
}

void CompareView::showComparison(std::shared_ptr<const adjudication::Comparison> comparison)
{
    m_comparison = std::move(comparison);
    const Uuid current = m_current;
    m_cases.setComparison(m_comparison, m_schema);
    m_cases.setSaving(m_saving);
    const auto entry = std::find_if(m_queue.begin(), m_queue.end(), [this](const auto &one) { return one.item == m_item; });
    if (entry != m_queue.end())
        entry->open = m_cases.counts().open;
    refreshItem();
    refreshSources();
    if (const int row = m_cases.rowOf(current); row >= 0)
        select(row, false);
    refreshCase();
}

void CompareView::select(int row, bool go)
{
    const Case *found = m_cases.at(row);
    m_current = found ? found->id : Uuid();
    const QModelIndex index = m_cases.index(row);
    m_selecting = true;
    m_caseList->setCurrentIndex(index);
    m_selecting = false;
    m_panes->setMarked(found ? labelsOf(*found, *m_comparison) : std::vector<AnnotationId>(), go);
    refreshCase();
}

void CompareView::step(int direction)
{
    m_problem->hide();
    const int row = m_cases.nextDifference(m_cases.rowOf(m_current), direction);
    if (row >= 0)
        select(row, true);
}

void CompareView::goOn()
{
    const int row = m_cases.nextOpen(m_cases.rowOf(m_current));
    if (row >= 0)
        select(row, true);
    else
        refreshCase();
}

void CompareView::choose(std::size_t source)
{
    const Case *found = current();
    if (!found || editing() || source >= m_comparison->sources.size())
        return;
    const Case::Version *version = versionOf(*found, source);
    RulingDraft draft;
    draft.caseId = found->id;
    if (m_comparison->sources[source].kind == SourceKind::Person) {
        const bool saw = std::find(found->absent.begin(), found->absent.end(), source) != found->absent.end();
        if (!version && !saw) {
            showProblem(tr("%1 did not see this part of the item.").arg(sourceShort(m_comparison->sources[source])));
            return;
        }
        draft.kind = version ? RulingDraft::Kind::Choose : RulingDraft::Kind::None;
        if (version)
            draft.sources = {source};
    } else if (version) {
        // No version, but a proposal: what it says is taken as the decision's own.
        draft.kind = RulingDraft::Kind::Edit;
        draft.result = version->label;
    } else {
        draft.kind = RulingDraft::Kind::None;
    }
    decide(std::move(draft));
}

void CompareView::merge()
{
    const Case *found = current();
    if (!found || editing())
        return;
    if (found->versions.size() < 2) {
        showProblem(tr("Only one person has this object: there is nothing to merge."));
        return;
    }
    RulingDraft draft;
    draft.caseId = found->id;
    draft.kind = RulingDraft::Kind::Merge;
    for (const Case::Version &version : found->versions)
        draft.sources.push_back(version.source);
    decide(std::move(draft));
}

void CompareView::none()
{
    const Case *found = current();
    if (!found || editing())
        return;
    RulingDraft draft;
    draft.caseId = found->id;
    draft.kind = RulingDraft::Kind::None;
    decide(std::move(draft));
}

void CompareView::decide(RulingDraft draft)
{
    m_problem->hide();
    draft.note = m_note->text().trimmed();
    m_note->clear();
    std::erase_if(m_waiting, [&](const RulingDraft &other) { return other.caseId == draft.caseId; });
    m_saving.insert(draft.caseId);
    m_waiting.push_back(std::move(draft));
    m_cases.setSaving(m_saving);
    goOn();
    send();
    refreshState();
}

void CompareView::send()
{
    if (m_writing || m_reading || m_waiting.empty() || !m_comparison)
        return;
    m_writing = true;
    ++m_jobs;
    m_services.jobs().run(
        tr("Record decisions"),
        [project = m_project, person = m_services.person(), comparison = m_comparison,
         drafts = std::exchange(m_waiting, {})](jobs::JobControl &control) -> Result<Ruled> {
            Ruled ruled;
            // Each is a step of its own, and one that cannot be done does not keep the others from being done.
            for (const RulingDraft &draft : drafts) {
                const auto done = adjudication::rule(*project, *comparison, {draft}, person);
                if (done)
                    ruled.gestures.insert(done->gesture);
                else
                    ruled.problem = done.error();
                if (!done && done.error().code == ErrorCode::Conflict)
                    break;
            }
            auto now = adjudication::compare(*project, comparison->item.id, {}, person, control);
            if (!now)
                return fail(ruled.problem ? *ruled.problem : now.error());
            ruled.comparison = std::make_shared<const adjudication::Comparison>(std::move(*now));
            return ruled;
        },
        this,
        [this](Result<Ruled> ruled) {
            --m_jobs;
            m_writing = false;
            const bool wrong = !ruled || ruled->problem;
            const bool any = ruled && !ruled->gestures.empty();
            // Those made meanwhile were made looking at the same list.
            std::set<Uuid> waiting;
            if (!ruled || (wrong && ruled->problem->code == ErrorCode::Conflict))
                m_waiting.clear();
            for (const RulingDraft &draft : m_waiting)
                waiting.insert(draft.caseId);
            m_saving = std::move(waiting);
            if (ruled) {
                m_made.merge(ruled->gestures);
                showComparison(std::move(ruled->comparison));
                if (m_cases.rowOf(m_current) < 0)
                    select(std::max(0, m_cases.nextOpen(-1)), true);
            } else {
                m_cases.setSaving(m_saving);
                refreshCase();
            }
            if (any)
                emit projectChanged();
            if (wrong) {
                m_endWanted = false;
                const Error &error = ruled ? *ruled->problem : ruled.error();
                showProblem(error.code == ErrorCode::Conflict
                                ? error.text + QLatin1Char(' ') + tr("The list has been read again.")
                                : error.text);
            }
            send();
            if (!m_writing && !m_openWanted.isNull())
                open(m_openWanted);
            else if (m_endWanted && idle())
                endItem();
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void CompareView::undo()
{
    if (!idle() || editing())
        return;
    if (m_made.empty()) {
        showProblem(tr("There is no decision of this item to take back."));
        return;
    }
    ++m_jobs;
    refreshState();
    m_services.jobs().run(
        tr("Undo"),
        [project = m_project, person = m_services.person(), made = m_made](jobs::JobControl &) -> Result<store::Ack> {
            const auto reader = project->store().reader();
            if (!reader)
                return fail(reader.error());
            const auto steps = (*reader)->undoSteps(person.name, undoneAtMost);
            if (!steps)
                return fail(steps.error());
            const auto gestures = (*reader)->gestures(undoneAtMost, person.name);
            if (!gestures)
                return fail(gestures.error());
            // Undo walks over everything that the person did: what was not done here is not taken back from here.
            const auto last = std::find_if(gestures->begin(), gestures->end(), [&](const store::GestureRecord &gesture) {
                return !steps->done.empty() && gesture.number == steps->done.back();
            });
            if (last == gestures->end() || !made.contains(last->id))
                return fail(ErrorCode::NotFound, tr("Something else was done since; take that back first."));
            return store::wait(project->store().undo(person.name));
        },
        this,
        [this](const Result<store::Ack> &done) {
            --m_jobs;
            if (done) {
                m_problem->hide();
                emit said(tr("Undone: %1").arg(done->label));
                emit projectChanged();
                open(m_item);
            } else {
                showProblem(done.error().text);
            }
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void CompareView::finish()
{
    if (editing() || !m_comparison)
        return;
    m_endWanted = true;
    if (idle())
        endItem();
}

void CompareView::endItem()
{
    m_endWanted = false;
    const int open = m_cases.counts().open;
    if (open > 0) {
        select(m_cases.nextOpen(-1), true);
        showProblem(tr("%n difference(s) still need a decision.", nullptr, open));
        return;
    }
    ++m_jobs;
    refreshState();
    m_services.jobs().run(
        tr("End the comparison"),
        [project = m_project, person = m_services.person(), item = m_item](jobs::JobControl &control) {
            return adjudication::finishAdjudication(*project, item, {}, person, control);
        },
        this,
        [this, item = m_item](const Result<adjudication::AdjudicationReport> &report) {
            --m_jobs;
            if (report) {
                m_problem->hide();
                m_made.clear();
                m_leave = true;
                emit said(tr("Accepted: %1 agreed, %2 decided").arg(report->agreed).arg(report->ruled));
                emit projectChanged();
                reload();
            } else {
                if (item == m_item)
                    this->open(item);
                showProblem(report.error().text);
            }
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void CompareView::showEvent(QShowEvent *event)
{
    ProjectWindow::showEvent(event);
    // Other work may have come since it was looked at last.
    if (!event->spontaneous() && std::exchange(m_shownBefore, true) && idle())
        reload();
}

void CompareView::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

}  // namespace plumbline::workstation
