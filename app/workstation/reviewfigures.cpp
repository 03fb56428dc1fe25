// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/reviewfigures.h"

#include "app/workstation/services.h"
#include "app/workstation/teamforms.h"
#include "core/base/random.h"
#include "core/review/reviewrisk.h"
#include "core/store/reader.h"
#include "core/workflow/goldstore.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

using forms::countBox;
using forms::heading;
using forms::percent;
using forms::shareBox;
using forms::words;

namespace {

constexpr QSize usualSize(960, 620);
constexpr int planWidth = 320;

QString range(const quality::Interval &interval)
{
    return ReviewFigures::tr("%1 to %2").arg(percent(interval.low), percent(interval.high));
}

QString counted(const review::CountedShare &share)
{
    return share.n == 0 ? ReviewFigures::tr("none yet")
                        : ReviewFigures::tr("%1 of %2  (%3)").arg(share.count).arg(share.n).arg(range(share.interval));
}

QString number(double value)
{
    return QLocale().toString(value, 'f', 2);
}

}  // namespace

ReviewFigures::ReviewFigures(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project))
{
    setObjectName(QStringLiteral("reviewFigures"));
    setWindowTitle(tr("Reviewing"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(16, 16, 16, 16);
    across->setSpacing(24);
    across->addWidget(makePlan());
    across->addWidget(makeFigures(), 1);
    resize(usualSize.boundedTo(screen()->availableGeometry().size() - QSize(16, 48)));
    reload();
}

QWidget *ReviewFigures::makePlan()
{
    auto *part = new QWidget;
    part->setFixedWidth(planWidth);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    m_share = shareBox("reviewShare", tr("Work that is reviewed"), 0, 100, 100);
    m_byRisk = new QCheckBox(tr("More where errors are likelier"));
    m_byRisk->setObjectName(QStringLiteral("reviewByRisk"));
    m_byRisk->setToolTip(
        tr("By released results on known answers, drift, and what a model says otherwise; the share stays the same "
           "on average"));
    m_floor = shareBox("reviewFloor", tr("No work with less than"), 1, 100, 5);
    m_twice = shareBox("reviewTwice", tr("Of that, by two people"), 0, 100, 0);
    m_save = new QPushButton(tr("Save plan"));
    m_save->setObjectName(QStringLiteral("reviewSavePlan"));
    m_draw = new QPushButton(tr("Draw now"));
    m_draw->setObjectName(QStringLiteral("reviewDraw"));
    m_draw->setToolTip(tr("Fix with which probability each piece of handed-in work is reviewed. It stays as it is then."));
    m_copies = countBox("reviewCopies", tr("Copies for each reviewer"), 1, 1000, 5);
    m_defects = countBox("reviewDefects", tr("Defects in each, at most"), 1, 100, 1);
    m_plant = new QPushButton(tr("Plant"));
    m_plant->setObjectName(QStringLiteral("reviewPlant"));
    m_plant->setToolTip(
        tr("Copies of accepted work with known defects come to reviewers as ordinary work. They never reach the project."));
    m_said = words("reviewSaid");
    for (QPushButton *button : {m_save, m_draw, m_plant})
        button->setAutoDefault(false);

    column->addWidget(heading(tr("What is reviewed")));
    auto *plan = new QFormLayout;
    plan->addRow(tr("Work that is reviewed"), m_share);
    plan->addRow(m_byRisk);
    plan->addRow(tr("No work with less than"), m_floor);
    plan->addRow(tr("Of that, by two people"), m_twice);
    column->addLayout(plan);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_draw);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addSpacing(16);
    column->addWidget(heading(tr("Known defects")));
    auto *planted = new QFormLayout;
    planted->addRow(tr("Copies for each reviewer"), m_copies);
    planted->addRow(tr("Defects in each, at most"), m_defects);
    column->addLayout(planted);
    auto *plantRow = new QHBoxLayout;
    plantRow->addWidget(m_plant);
    plantRow->addStretch(1);
    column->addLayout(plantRow);
    column->addSpacing(16);
    column->addWidget(m_said);
    column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &ReviewFigures::savePlan);
    connect(m_draw, &QPushButton::clicked, this, &ReviewFigures::draw);
    connect(m_plant, &QPushButton::clicked, this, &ReviewFigures::plant);
    connect(m_byRisk, &QCheckBox::toggled, this, &ReviewFigures::refreshState);
    for (QDoubleSpinBox *box : {m_share, m_floor, m_twice})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ReviewFigures::refreshState);
    return part;
}

QWidget *ReviewFigures::makeFigures()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    m_errors = words("reviewErrors");
    m_agreement = words("reviewAgreement");
    m_queue = words("reviewQueue");
    m_noReviewers = words("reviewNoReviewers");
    m_noReviewers->setText(tr("No defects have been planted yet."));
    m_reviewers = new QTableWidget(0, 4);
    m_reviewers->setObjectName(QStringLiteral("reviewReviewers"));
    m_reviewers->setAccessibleName(tr("What reviewers find"));
    m_reviewers->setHorizontalHeaderLabels(
        {tr("Reviewer"), tr("Planted defects found"), tr("False alarms"), tr("Still waiting")});
    m_reviewers->verticalHeader()->hide();
    m_reviewers->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_reviewers->setSelectionMode(QAbstractItemView::NoSelection);
    m_reviewers->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_reviewers->setFrameShape(QFrame::NoFrame);
    column->addWidget(heading(tr("Errors in the work")));
    column->addWidget(m_errors);
    column->addSpacing(12);
    column->addWidget(heading(tr("What reviewers find")));
    column->addWidget(m_noReviewers);
    column->addWidget(m_reviewers, 1);
    column->addSpacing(12);
    column->addWidget(heading(tr("Work reviewed by two people")));
    column->addWidget(m_agreement);
    column->addSpacing(12);
    column->addWidget(heading(tr("The queue")));
    column->addWidget(m_queue);
    column->addStretch(1);
    return part;
}

void ReviewFigures::reload()
{
    ++m_jobs;
    refreshState();
    m_services.jobs().run(
        tr("Read figures of reviews"),
        [project = m_project, person = m_services.person()](jobs::JobControl &control) -> Result<Loaded> {
            const auto reader = project->store().reader();
            if (!reader)
                return fail(reader.error());
            auto plan = review::reviewPlan(**reader);
            auto errors = review::errorEstimate(*project, person, control);
            auto reviewers = review::reviewerFigures(*project, person);
            const auto twice = review::reviewedTwice(*project, person, control);
            auto queue = review::queueForecast(*project, person, control);
            if (!plan)
                return fail(plan.error());
            if (!errors)
                return fail(errors.error());
            if (!reviewers)
                return fail(reviewers.error());
            if (!twice)
                return fail(twice.error());
            if (!queue)
                return fail(queue.error());
            return Loaded{*plan, *errors, std::move(*reviewers), review::agreementOfReviewers(*twice), std::move(*queue)};
        },
        this,
        [this](const Result<Loaded> &loaded) {
            --m_jobs;
            if (loaded)
                take(*loaded);
            else if (loaded.error().code != ErrorCode::Cancelled)
                say(loaded.error().text, true);
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void ReviewFigures::take(const Loaded &loaded)
{
    m_plan = loaded.plan;
    constexpr double hundred = 100;
    m_share->setValue(hundred * m_plan.share);
    m_byRisk->setChecked(m_plan.byRisk);
    m_floor->setValue(hundred * m_plan.floor);
    m_twice->setValue(hundred * m_plan.twice);

    const review::ErrorEstimate &errors = loaded.errors;
    if (errors.reviewed == 0)
        m_errors->setText(tr("Nothing that was drawn has been reviewed yet."));
    else
        m_errors->setText(tr("%1 of the work was handed in with an error (%2); %3 of its labels (%4).")
                              .arg(percent(errors.wrongWork.value), range(errors.wrongWork.interval),
                                   percent(errors.wrongLabels.value), range(errors.wrongLabels.interval))
                          + QLatin1Char('\n')
                          + tr("%1 of the accepted work still has one (%2): %3 of %4 were accepted without being drawn.")
                                .arg(percent(errors.leftInAccepted), range(errors.leftInterval))
                                .arg(errors.acceptedUnseen)
                                .arg(errors.accepted)
                          + QLatin1Char('\n')
                          + tr("From %1 reviewed of %2 pieces of work; 95 % intervals.").arg(errors.reviewed).arg(errors.work));

    m_reviewers->setRowCount(static_cast<int>(loaded.reviewers.size()));
    for (int row = 0; row < m_reviewers->rowCount(); ++row) {
        const review::ReviewerFigures &one = loaded.reviewers[static_cast<std::size_t>(row)];
        const QString texts[] = {one.reviewer, counted(one.found), counted(one.falseAlarms), QString::number(one.waiting)};
        for (int column = 0; column < m_reviewers->columnCount(); ++column)
            m_reviewers->setItem(row, column, new QTableWidgetItem(texts[column]));
    }
    m_reviewers->setVisible(!loaded.reviewers.empty());
    m_noReviewers->setVisible(loaded.reviewers.empty());

    const review::AgreementOfReviewers &agreement = loaded.agreement;
    const auto coefficient = [](const QString &name, const std::optional<double> &value,
                                const std::optional<quality::Interval> &interval) {
        if (!value)
            return QString();
        return interval ? tr("%1 %2 (%3 to %4)").arg(name, number(*value), number(interval->low), number(interval->high))
                        : tr("%1 %2").arg(name, number(*value));
    };
    QStringList coefficients{coefficient(tr("Gwet's AC1"), agreement.ac1, agreement.ac1Interval),
                             coefficient(tr("Krippendorff's alpha"), agreement.alpha, agreement.alphaInterval)};
    coefficients.removeAll(QString());
    m_agreement->setText(
        agreement.labels == 0
            ? tr("None yet.")
            : tr("%1 of %n label(s) judged alike.", nullptr, static_cast<int>(agreement.labels)).arg(agreement.same)
                  + (coefficients.isEmpty() ? QString() : QLatin1Char('\n') + coefficients.join(QStringLiteral(", "))));
    m_queue->setText(loaded.queue.text());
}

review::ReviewPlan ReviewFigures::typed() const
{
    constexpr double hundred = 100;
    review::ReviewPlan plan = m_plan;
    plan.share = m_share->value() / hundred;
    plan.byRisk = m_byRisk->isChecked();
    plan.floor = m_floor->value() / hundred;
    plan.twice = m_twice->value() / hundred;
    return plan;
}

void ReviewFigures::refreshState()
{
    const bool free = idle();
    m_floor->setEnabled(m_byRisk->isChecked());
    m_save->setEnabled(free && !(typed() == m_plan));
    // What is typed and not saved would not be what is drawn by.
    m_draw->setEnabled(free && typed() == m_plan);
    m_plant->setEnabled(free);
}

void ReviewFigures::change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work)
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
            say(done ? *done : done.error().text, !done);
            if (done) {
                emit projectChanged();
                reload();
            }
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void ReviewFigures::savePlan()
{
    change(tr("Plan reviews"), [plan = typed()](store::Project &project, const store::Person &person) -> Result<QString> {
        const auto done = review::changePlan(project, plan, person, workflow::GoldStore::standardPath(project.id()));
        return done ? Result<QString>(tr("The plan is saved.")) : fail(done.error());
    });
}

void ReviewFigures::draw()
{
    change(tr("Draw reviews"), [](store::Project &project, const store::Person &person) -> Result<QString> {
        const auto report = review::fixDraw(project, person, workflow::GoldStore::standardPath(project.id()));
        if (!report)
            return fail(report.error());
        return report->fixed == 0 ? tr("All handed-in work was drawn about already.")
                                  : tr("%1 of %2 pieces of work are drawn, with %3 to %4.")
                                        .arg(report->drawn)
                                        .arg(report->fixed)
                                        .arg(percent(report->least), percent(report->most));
    });
}

void ReviewFigures::plant()
{
    review::PlantOptions options;
    options.copies = m_copies->value();
    options.defects = m_defects->value();
    change(tr("Plant defects"), [options](store::Project &project, const store::Person &person) -> Result<QString> {
        base::SystemRandom random;
        const auto report = review::plant(project, options, person, random);
        if (!report)
            return fail(report.error());
        int copies = 0;
        for (const review::PlantReport::Planted &planted : report->reviewers)
            copies += planted.copies;
        return copies == 0 ? tr("There is no accepted work that a reviewer has not seen.")
                           : tr("%n copies were planted.", nullptr, copies);
    });
}

void ReviewFigures::say(const QString &text, bool problem)
{
    m_said->setText(text);
    if (!problem)
        emit said(text);
}

}  // namespace plumbline::workstation
