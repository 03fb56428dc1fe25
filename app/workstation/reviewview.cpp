// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/reviewview.h"

#include "app/workstation/services.h"
#include "core/itemmodels/words.h"
#include "core/overlap/likeness.h"
#include "core/review/planteddefectwork.h"
#include "core/review/reviewrisklabels.h"
#include "core/review/undrawn.h"
#include "core/store/reader.h"
#include "core/workflow/consensuslayer.h"
#include "widgets/panels/emptystate.h"
#include "widgets/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::workstation {

using model::DecisionKind;

namespace {

constexpr int listWidth = 300;
constexpr QSize usualSize(1280, 820);
constexpr int placeRole = Qt::UserRole + 1;  // of a row: its place in the queue

QString severityWord(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Minor: return ReviewView::tr("minor");
    case model::Severity::Major: return ReviewView::tr("major");
    case model::Severity::Critical: return ReviewView::tr("critical");
    }
    return {};
}

double sizeOf(const geometry::Geometry &geometry)
{
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&geometry))
        return *std::max_element(cuboid->size.begin(), cuboid->size.end());
    const auto bounds = geometry::boundsOf(geometry);
    return bounds ? std::sqrt(bounds->w * bounds->h) : 0;
}

}  // namespace

ReviewView::ReviewView(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project))
{
    setObjectName(QStringLiteral("reviewView"));
    setWindowTitle(tr("Review"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *across = new QSplitter(this);
    across->setChildrenCollapsible(false);
    across->addWidget(makeWorkList());
    auto *right = new QWidget;
    auto *down = new QVBoxLayout(right);
    down->setContentsMargins(8, 8, 8, 8);
    down->setSpacing(8);
    down->addWidget(makeSheet(), 1);
    down->addWidget(makeDecisions());
    across->addWidget(right);
    across->setSizes({listWidth, usualSize.width() - listWidth});
    across->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(across);
    m_cutter = new CropCutter(services.mediaOpener(), m_crops, *m_sheet, this);
    makeKeys();
    resize(usualSize.boundedTo(screen()->availableGeometry().size() - QSize(16, 48)));
    reload();
}

ReviewView::~ReviewView() = default;

void ReviewView::reload()
{
    ++m_jobs;
    m_services.jobs().run(
        tr("Read what waits for a review"),
        [project = m_project, person = m_services.person()](jobs::JobControl &control) -> Result<Loaded> {
            const auto reader = project->store().reader();
            if (!reader)
                return fail(reader.error());
            auto queue = review::reviewQueue(*project, person);
            auto schema = (*reader)->schema();
            auto plan = review::reviewPlan(**reader);
            if (!queue)
                return fail(queue.error());
            if (!schema)
                return fail(schema.error());
            if (!plan)
                return fail(plan.error());
            Loaded loaded{std::move(*queue), {}, {}, {}, {}, std::move(*schema), std::move(*plan)};
            std::vector<std::pair<ItemId, QString>> mine;
            for (const review::QueueEntry &entry : loaded.queue)
                if (entry.reviewer == person.name)
                    mine.emplace_back(entry.task.item, entry.submission.annotator);
            auto taken = review::reviewWorks(*project, mine, person);
            if (!taken)
                return fail(taken.error());
            loaded.taken = std::move(*taken);
            for (const review::ReviewWork &work : loaded.taken) {
                auto scene = (*reader)->scene(work.item.id);
                if (!scene)
                    return fail(scene.error());
                loaded.scenes.push_back(std::move(*scene));
                if (control.cancelled())
                    return jobs::JobControl::cancelledError();
            }
            fillCrops(loaded, *project, **reader);
            return loaded;
        },
        this,
        [this](Result<Loaded> loaded) {
            --m_jobs;
            if (loaded)
                take(std::move(*loaded));
            else
                showProblem(loaded.error());
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void ReviewView::take(Loaded loaded)
{
    m_problem->hide();
    m_loaded = std::move(loaded);
    const QString wrong = m_error->currentData().toString();
    m_error->clear();
    for (const model::ErrorType &type : m_loaded.schema.errorTypes) {
        const int number = m_error->count() + 1;
        m_error->addItem(
            tr("%1  %2 (%3)").arg(number).arg(type.title.isEmpty() ? type.code : type.title, severityWord(type.severity)),
            type.code);
    }
    m_error->setCurrentIndex(std::max(0, m_error->findData(wrong)));
    refreshList();
    refreshSheet();
}

void ReviewView::fillCrops(Loaded &loaded, const store::Project &project, const store::Reader &reader)
{
    // What models and a consensus say of the same items.
    struct Compared {
        std::vector<model::Annotation> model;
        std::vector<model::Annotation> consensus;
    };
    std::vector<Compared> compared(loaded.taken.size());
    std::vector<review::LabelFacts> facts;
    for (std::size_t w = 0; w < loaded.taken.size(); ++w) {
        const review::ReviewWork &work = loaded.taken[w];
        if (auto all = reader.annotations({work.item.id, std::nullopt}))
            for (model::Annotation &label : *all) {
                if (model::isModelLayer(label.layer))
                    compared[w].model.push_back(std::move(label));
                else if (label.layer == workflow::consensusLayer())
                    compared[w].consensus.push_back(std::move(label));
            }
        const double tolerance = overlap::tolerancePixels(static_cast<std::uint32_t>(std::max(0, work.item.width)),
                                                          static_cast<std::uint32_t>(std::max(0, work.item.height)));
        for (const model::Annotation &label : work.labels)
            facts.push_back(
                {&label, work.changed.contains(label.id), compared[w].model, compared[w].consensus, tolerance});
    }
    const std::vector<review::Suspicion> suspicions = review::suspicions(facts);
    std::size_t at = 0;
    for (std::size_t w = 0; w < loaded.taken.size(); ++w) {
        const review::ReviewWork &work = loaded.taken[w];
        const model::Scene *scene = loaded.scenes[w] ? &*loaded.scenes[w] : nullptr;
        for (const model::Annotation &label : work.labels) {
            review::Crop crop;
            crop.id = label.id;
            crop.item = label.item;
            crop.work = w;
            crop.labelClass = label.labelClass;
            crop.title = itemmodels::labelTitle(loaded.schema, label);
            const model::LabelClass *labelClass = loaded.schema.find(label.labelClass);
            crop.colour = labelClass ? labelClass->colour : QColor(Qt::gray);
            crop.itemName = work.item.name;
            crop.size = sizeOf(label.geometry);
            crop.score = label.score;
            crop.changed = work.changed.contains(label.id);
            crop.settled = work.settled.contains(label.id);
            crop.suspicion = suspicions[at].value;
            crop.suspicionWhy = suspicions[at].why(facts[at]);
            ++at;
            if (const auto decided = work.decided.find(label.id); decided != work.decided.end()) {
                crop.decision = decided->second.kind;
                crop.errorCode = decided->second.errorCode;
            }
            loaded.places.emplace(label.id, cropPlace(project, work.item, scene, label));
            loaded.crops.push_back(std::move(crop));
        }
    }
}

void ReviewView::refreshList()
{
    m_list->clear();
    int waiting = 0;
    for (std::size_t i = 0; i < m_loaded.queue.size(); ++i) {
        const review::QueueEntry &entry = m_loaded.queue[i];
        const bool mine = entry.reviewer == m_services.person().name;
        if (!entry.reviewer.isEmpty() && !mine)
            continue;
        QStringList parts{entry.itemName};
        if (!m_loaded.plan.blind)
            parts.append(entry.submission.annotator);
        if (entry.task.round > 1)
            parts.append(tr("round %1").arg(entry.task.round));
        if (mine)
            parts.append(tr("in review"));
        else if (!entry.drawn)
            parts.append(tr("not drawn"));
        waiting += mine ? 0 : 1;
        auto *row = new QListWidgetItem(parts.join(QStringLiteral("  ·  ")));
        row->setData(placeRole, static_cast<int>(i));
        row->setToolTip(row->text());
        m_list->addItem(row);
    }
    const auto undrawn = std::count_if(m_loaded.queue.begin(), m_loaded.queue.end(), [](const review::QueueEntry &entry) {
        return !entry.drawn && entry.reviewer.isEmpty();
    });
    m_acceptUndrawn->setText(tr("Accept %n that were not drawn", nullptr, static_cast<int>(undrawn)));
    m_acceptUndrawn->setVisible(undrawn > 0);
    QString summary = tr("%n piece(s) of work wait.", nullptr, waiting);
    if (!m_loaded.taken.empty())
        summary += QLatin1Char(' ') + tr("You are reviewing %n.", nullptr, static_cast<int>(m_loaded.taken.size()));
    m_summary->setText(summary);
}

void ReviewView::refreshSheet()
{
    std::map<QString, ClassId> classes;
    bool wide = false;
    for (const review::Crop &crop : m_loaded.crops) {
        classes.emplace(crop.title, crop.labelClass);
        wide = wide || !m_loaded.places[crop.id].cloud.isEmpty();
    }
    const QString wanted = m_class->currentData().toString();
    m_class->clear();
    m_class->addItem(tr("All classes"), QString());
    for (const auto &[title, id] : classes)
        m_class->addItem(title, id.toString());
    m_class->setCurrentIndex(std::max(0, m_class->findData(wanted)));
    m_crops.setClass(ClassId::fromString(m_class->currentData().toString()).value_or(ClassId{}));
    const bool any = !m_loaded.crops.empty();
    m_sheet->setWide(wide);
    m_crops.setCrops(std::move(m_loaded.crops));
    m_cutter->setPlaces(std::move(m_loaded.places));
    const int settled = static_cast<int>(m_crops.settled());
    m_settled->setText(tr("also %n that stayed as they were", nullptr, settled));
    m_settled->setVisible(settled > 0);
    if (!any)
        m_empty->setWords(QStringLiteral("submit"),
                          m_loaded.queue.empty() ? tr("Nothing waits for a review") : tr("Nothing is being reviewed"),
                          m_loaded.queue.empty() ? tr("What annotators hand in appears here.")
                                                 : tr("Choose work at the left and begin its review: its labels appear here."));
    m_stack->setCurrentIndex(any ? 1 : 0);
    if (!any && m_list->count() > 0) {
        m_list->setCurrentRow(0);  // Enter begins its review
        m_list->setFocus();
    }
    if (any && !m_sheet->currentIndex().isValid()) {
        m_sheet->setCurrentIndex(m_crops.index(std::max(0, m_crops.nextUndecided(-1))));
        m_sheet->setFocus();
    }
}

void ReviewView::refreshState()
{
    const int settled = static_cast<int>(m_crops.settled());
    const int total = static_cast<int>(m_crops.crops().size()) - settled;
    const int decided = total - static_cast<int>(m_crops.undecided());
    m_progress->setText(total == 0 ? QString() : tr("%1 of %n label(s) decided", nullptr, total).arg(decided));
    bool waiting = false;
    bool mine = false;
    for (const QListWidgetItem *row : m_list->selectedItems()) {
        const review::QueueEntry &entry = m_loaded.queue[static_cast<std::size_t>(row->data(placeRole).toInt())];
        (entry.reviewer.isEmpty() ? waiting : mine) = true;
    }
    const bool free = idle();
    m_take->setEnabled(free && waiting);
    m_giveBack->setEnabled(free && mine);
    for (QPushButton *button : m_verdicts)
        button->setEnabled(free && !m_sheet->chosen().empty());
    m_acceptRest->setEnabled(free && decided < total);
    m_acceptUndrawn->setEnabled(free);
    m_finish->setEnabled(free && decided + settled > 0);
}

void ReviewView::change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work)
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
            if (!done)
                showProblem(done.error());
            else if (!done->isEmpty())
                emit said(*done);
            if (done) {
                emit projectChanged();
                reload();
            }
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void ReviewView::takeChosen()
{
    std::vector<std::pair<ItemId, QString>> works;
    for (const QListWidgetItem *row : m_list->selectedItems()) {
        const review::QueueEntry &entry = m_loaded.queue[static_cast<std::size_t>(row->data(placeRole).toInt())];
        if (entry.reviewer.isEmpty())
            works.emplace_back(entry.task.item, entry.submission.annotator);
    }
    if (works.empty())
        return;
    change(tr("Begin review"), [works](store::Project &project, const store::Person &person) -> Result<QString> {
        for (const auto &[item, author] : works)
            if (const auto taken = review::takeForReview(project, item, author, person); !taken)
                return fail(taken.error());
        return QString();
    });
}

void ReviewView::giveBack()
{
    std::vector<std::pair<ItemId, QString>> works;
    for (const QListWidgetItem *row : m_list->selectedItems()) {
        const review::QueueEntry &entry = m_loaded.queue[static_cast<std::size_t>(row->data(placeRole).toInt())];
        if (entry.reviewer == m_services.person().name)
            works.emplace_back(entry.task.item, entry.submission.annotator);
    }
    change(tr("Give back"), [works](store::Project &project, const store::Person &person) -> Result<QString> {
        for (const auto &[item, author] : works)
            if (const auto given = review::giveBack(project, item, author, person); !given)
                return fail(given.error());
        return QString();
    });
}

void ReviewView::acceptUndrawn()
{
    change(tr("Accept what was not drawn"), [](store::Project &project, const store::Person &person) -> Result<QString> {
        const auto report = review::acceptUndrawn(project, person);
        return report ? Result<QString>(tr("%n accepted without a look", nullptr, static_cast<int>(report->accepted)))
                      : fail(report.error());
    });
}

void ReviewView::decide(DecisionKind kind)
{
    if (!idle())
        return;
    const std::vector<AnnotationId> ids = m_sheet->chosen();
    if (ids.empty())
        return;
    const QString code = kind == DecisionKind::Accept ? QString() : m_error->currentData().toString();
    std::map<std::pair<ItemId, QString>, std::vector<review::DecisionDraft>> drafts;
    for (const AnnotationId id : ids) {
        const review::Crop *crop = m_crops.find(id);
        const review::ReviewWork &work = m_loaded.taken[crop->work];
        review::DecisionDraft draft;
        draft.annotation = id;
        draft.kind = kind;
        draft.errorCode = code;
        draft.comment = kind == DecisionKind::Accept ? QString() : m_comment->text().trimmed();
        drafts[{work.item.id, work.submission.annotator}].push_back(std::move(draft));
    }
    ++m_jobs;
    m_services.jobs().run(
        tr("Record decisions"),
        [project = m_project, person = m_services.person(), drafts](jobs::JobControl &) -> Result<int> {
            for (const auto &[work, list] : drafts)
                if (const auto done = review::decide(*project, work.first, work.second, list, person); !done)
                    return fail(done.error());
            return 0;
        },
        this,
        [this, ids, kind, code](const Result<int> &done) {
            --m_jobs;
            if (!done) {
                showProblem(done.error());
                reload();
                return;
            }
            m_problem->hide();
            for (const AnnotationId id : ids)
                m_crops.setDecision(id, kind, code);
            m_comment->clear();
            m_sheet->goOn();
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void ReviewView::undo()
{
    change(tr("Undo"), [](store::Project &project, const store::Person &person) -> Result<QString> {
        const auto done = review::undoDecision(project, person);
        return done ? Result<QString>(tr("Undone: %1").arg(*done)) : fail(done.error());
    });
}

void ReviewView::finish(bool acceptRest)
{
    std::vector<std::pair<ItemId, QString>> works;
    std::vector<bool> complete(m_loaded.taken.size(), true);
    for (const review::Crop &crop : m_crops.crops())
        if (!crop.decision && !crop.settled)
            complete[crop.work] = false;
    for (std::size_t i = 0; i < m_loaded.taken.size(); ++i)
        if (acceptRest || complete[i])
            works.emplace_back(m_loaded.taken[i].item.id, m_loaded.taken[i].submission.annotator);
    if (works.empty())
        return;
    change(tr("End review"), [works, acceptRest](store::Project &project, const store::Person &person) -> Result<QString> {
        int accepted = 0;
        int back = 0;
        int adjudicate = 0;
        for (const auto &[item, author] : works) {
            const auto report = review::finishReview(project, item, author, {acceptRest}, person);
            if (!report)
                return fail(report.error());
            ++(report->adjudicate ? adjudicate : report->state == model::TaskState::Accepted ? accepted : back);
        }
        QStringList parts;
        if (accepted > 0)
            parts.append(tr("%n accepted", nullptr, accepted));
        if (back > 0)
            parts.append(tr("%n back to their authors", nullptr, back));
        if (adjudicate > 0)
            parts.append(tr("%n to adjudication", nullptr, adjudicate));
        return tr("Review ended: %1").arg(parts.join(QStringLiteral(", ")));
    });
}

void ReviewView::showProblem(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_problem->setText(error.text);
    m_problem->show();
}

}  // namespace plumbline::workstation
