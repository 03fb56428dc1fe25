// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/reviewview.h"

#include "app/workstation/services.h"
#include "core/itemmodels/words.h"
#include "core/overlap/likeness.h"
#include "core/review/planteddefectwork.h"
#include "core/review/reviewrisklabels.h"
#include "core/store/reader.h"
#include "core/workflow/consensuslayer.h"
#include "widgets/panels/emptystate.h"
#include "widgets/theme/icons.h"

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

QWidget *ReviewView::makeWorkList()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("reviewSummary"));
    m_summary->setWordWrap(true);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("reviewWork"));
    m_list->setAccessibleName(tr("Work that was handed in"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_take = new QPushButton(tr("Begin review"));
    m_take->setObjectName(QStringLiteral("reviewTake"));
    m_take->setToolTip(tr("The authors cannot edit what is being reviewed"));
    m_giveBack = new QPushButton(tr("Give back"));
    m_giveBack->setObjectName(QStringLiteral("reviewGiveBack"));
    m_giveBack->setToolTip(tr("End the review of the selected work undecided; decisions that were made stay"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_take, 1);
    buttons->addWidget(m_giveBack);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_take, &QPushButton::clicked, this, &ReviewView::takeChosen);
    connect(m_giveBack, &QPushButton::clicked, this, &ReviewView::giveBack);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ReviewView::refreshState);
    return column;
}

QWidget *ReviewView::makeSheet()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *bar = new QHBoxLayout;
    m_order = new QComboBox;
    m_order->setObjectName(QStringLiteral("reviewOrder"));
    m_order->setAccessibleName(tr("Order"));
    const std::pair<review::CropOrder, QString> orders[] = {{review::CropOrder::ByClass, tr("By class")},
                                                            {review::CropOrder::SuspiciousFirst, tr("Most suspicious first")},
                                                            {review::CropOrder::SmallestFirst, tr("Smallest first")},
                                                            {review::CropOrder::LowestScoreFirst, tr("Lowest score first")},
                                                            {review::CropOrder::UndecidedFirst, tr("Undecided first")},
                                                            {review::CropOrder::AsLabeled, tr("As labeled")}};
    for (const auto &[order, title] : orders)
        m_order->addItem(title, static_cast<int>(order));
    m_class = new QComboBox;
    m_class->setObjectName(QStringLiteral("reviewClass"));
    m_class->setAccessibleName(tr("Class"));
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_progress = new QLabel;
    m_progress->setObjectName(QStringLiteral("reviewProgress"));
    bar->addWidget(m_order);
    bar->addWidget(m_class);
    bar->addStretch(1);
    bar->addWidget(m_progress);
    m_sheet = new review::ContactSheet(m_crops);
    m_empty = new panels::EmptyState;
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_sheet);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    connect(m_order, &QComboBox::activated, this,
            [this] { m_crops.setOrder(static_cast<review::CropOrder>(m_order->currentData().toInt())); });
    connect(m_class, &QComboBox::activated, this,
            [this] { m_crops.setClass(ClassId::fromString(m_class->currentData().toString()).value_or(ClassId{})); });
    connect(m_sheet->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReviewView::refreshState);
    return part;
}

QWidget *ReviewView::makeDecisions()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("reviewProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_error = new QComboBox;
    m_error->setObjectName(QStringLiteral("reviewError"));
    m_error->setAccessibleName(tr("What is wrong"));
    m_error->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_error->setToolTip(tr("What is wrong, for “fix” and “reject”; digits choose"));
    m_comment = new QLineEdit;
    m_comment->setObjectName(QStringLiteral("reviewComment"));
    m_comment->setPlaceholderText(tr("Words for the author (optional)"));
    const struct {
        DecisionKind kind;
        QString title;
        const char *icon;
        const char *name;
    } verdicts[] = {{DecisionKind::Accept, tr("Accept  Y"), "accept", "reviewAccept"},
                    {DecisionKind::Fix, tr("Fix  F"), "issues", "reviewFix"},
                    {DecisionKind::Reject, tr("Reject  X"), "reject", "reviewReject"}};
    auto *bar = new QHBoxLayout;
    for (const auto &verdict : verdicts) {
        auto *button = new QPushButton(theme::themedIcon(QLatin1String(verdict.icon)), verdict.title);
        button->setObjectName(QLatin1String(verdict.name));
        button->setFocusPolicy(Qt::NoFocus);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, kind = verdict.kind] { decide(kind); });
        m_verdicts.push_back(button);
        bar->addWidget(button);
    }
    bar->addWidget(m_error);
    bar->addWidget(m_comment, 1);
    m_acceptRest = new QPushButton(tr("Accept the rest and end"));
    m_acceptRest->setObjectName(QStringLiteral("reviewAcceptRest"));
    m_finish = new QPushButton(tr("End review"));
    m_finish->setObjectName(QStringLiteral("reviewFinish"));
    m_finish->setToolTip(tr("Every piece of work whose labels are all decided goes on: accepted, or back to its author"));
    bar->addWidget(m_acceptRest);
    bar->addWidget(m_finish);
    for (QPushButton *button : {m_take, m_giveBack, m_acceptRest, m_finish})
        button->setAutoDefault(false);
    layout->addWidget(m_problem);
    layout->addLayout(bar);
    connect(m_acceptRest, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_finish, &QPushButton::clicked, this, [this] { finish(false); });
    return part;
}

void ReviewView::makeKeys()
{
    // Of the sheet alone: in the line for words letters are letters.
    const auto key = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, m_sheet);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(Qt::Key_Y, [this] { decide(DecisionKind::Accept); });
    key(Qt::Key_F, [this] { decide(DecisionKind::Fix); });
    key(Qt::Key_X, [this] { decide(DecisionKind::Reject); });
    key(Qt::Key_Tab, [this] { m_sheet->goOn(); });
    key(QKeySequence::Undo, [this] { undo(); });
    constexpr int digits = 9;
    for (int i = 0; i < digits; ++i)
        key(QKeySequence(Qt::Key_1 + i), [this, i] {
            if (i < m_error->count())
                m_error->setCurrentIndex(i);
        });
}

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
    m_summary->setText(tr("%n piece(s) of work wait.", nullptr, waiting) + QLatin1Char(' ')
                       + tr("You are reviewing %n.", nullptr, static_cast<int>(m_loaded.taken.size())));
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
    if (!any)
        m_empty->setWords(QStringLiteral("submit"),
                          m_loaded.queue.empty() ? tr("Nothing waits for a review") : tr("Nothing is being reviewed"),
                          m_loaded.queue.empty() ? tr("What annotators hand in appears here.")
                                                 : tr("Choose work at the left and begin its review: its labels appear here."));
    m_stack->setCurrentIndex(any ? 1 : 0);
    if (any && !m_sheet->currentIndex().isValid()) {
        m_sheet->setCurrentIndex(m_crops.index(std::max(0, m_crops.nextUndecided(-1))));
        m_sheet->setFocus();
    }
}

void ReviewView::refreshState()
{
    const auto total = static_cast<int>(m_crops.crops().size());
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
    m_finish->setEnabled(free && decided > 0);
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
        if (!crop.decision)
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
