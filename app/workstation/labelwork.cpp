// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/labelwork.h"

#include "app/workstation/predictions.h"
#include "app/workstation/services.h"
#include "core/itemmodels/annotationmodel.h"
#include "core/itemmodels/rulefindings.h"
#include "core/itemmodels/words.h"
#include "core/store/reader.h"
#include "core/workflow/taskscope.h"
#include "core/workflow/guideline.h"
#include "widgets/panels/noticebar.h"
#include "widgets/panels/queuepanel.h"

#include <QLocale>

#include <algorithm>

namespace plumbline::workstation {

using panels::NoticeBar;

LabelWork::LabelWork(Services &services, itemmodels::QueueModel &queue, panels::QueuePanel &panel, NoticeBar &notices, QObject *parent)
    : QObject(parent), m_services(services), m_queue(queue), m_panel(panel), m_notices(notices)
{
}

void LabelWork::setDocument(document::Document *document)
{
    disconnect(m_connection);
    m_generation.next();
    m_document = document;
    m_confidence.reset();
    m_begun = {};
    m_askedToRead.clear();
    m_sending = false;
    if (!m_document)
        return;
    m_connection = connect(m_document, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
        if (std::holds_alternative<document::AnnotationsChanged>(event))
            begin();
        else if (std::holds_alternative<document::ItemShown>(event)) {
            m_panel.setShown(std::get<document::ItemShown>(event).item);
            showPart();
        }
    });
}

// Who has a part of an item is told which one; what lies outside it is not handed in.
void LabelWork::showPart()
{
    const auto item = m_document->item();
    if (!item)
        return;
    const auto task = m_document->reader().task(workflow::annotateTask(item->id, m_document->person().name));
    if (!task || !*task || workflow::isWhole((*task)->scope) || model::isLocked((*task)->state))
        return;
    m_notices.show(NoticeBar::Tone::Info, tr("Your part: %1").arg(workflow::scopeText((*task)->scope, m_document->scene())));
}

void LabelWork::show(ItemId item)
{
    if (!m_document || item.isNull())
        return;
    if (const auto shown = m_document->item(); shown && shown->id == item)
        return;
    m_notices.dismiss();
    m_document->show(item);
}

void LabelWork::step(int by)
{
    if (!m_document)
        return;
    const int rows = m_queue.rowCount();
    const int row = m_panel.shownRow();
    // Hidden by the filter: the list begins anew.
    const int wanted = row < 0 ? 0 : row + by;
    if (rows == 0)
        emit hint(tr("The list is empty."));
    else if (wanted < 0)
        emit hint(tr("This is the first item."));
    else if (wanted >= rows)
        emit hint(tr("This is the last item."));
    else
        show(m_queue.itemAt(wanted));
}

void LabelWork::nextUnfinished()
{
    if (!m_document)
        return;
    const int row = m_queue.nextUnfinished(m_panel.shownRow());
    if (row >= 0)
        show(m_queue.itemAt(row));
    else
        m_notices.show(NoticeBar::Tone::Good, tr("Everything in this list is finished. Export it under File › Export."), {}, 10);
}

std::optional<model::Item> LabelWork::following() const
{
    if (!m_document)
        return std::nullopt;
    const int row = m_panel.shownRow();
    const ItemId id = row < 0 ? ItemId{} : m_queue.itemAt(row + 1);
    if (id.isNull())
        return std::nullopt;
    auto item = m_document->reader().item(id);
    return item ? std::move(*item) : std::nullopt;
}

// The first change of an item says that work on it has begun.
void LabelWork::begin()
{
    const auto item = m_document->item();
    if (!item || m_begun == item->id || m_document->project().store().readOnly())
        return;
    // An edit of the person is on its way to the disk; what was read again from there is not.
    const bool own = m_document->saveState() == document::SaveState::Saving;
    const int row = m_panel.shownRow();
    if (!own || row < 0 || m_queue.stateAt(row) != model::TaskState::ToDo)
        return;
    m_begun = item->id;
    m_services.jobs().run(
        tr("Mark as begun"),
        [project = m_document->sharedProject(), id = item->id, person = m_document->person()](jobs::JobControl &) {
            return workflow::markBegun(*project, id, person);
        },
        this,
        [this](const Result<> &done) {
            if (done)
                m_queue.refresh();
        },
        jobs::JobRunner::Visibility::Quiet);
}

bool LabelWork::readyToSubmit()
{
    if (!m_document || !m_document->item() || m_sending)
        return false;
    if (m_document->project().store().readOnly()) {
        m_notices.show(NoticeBar::Tone::Problem, m_document->project().store().whyReadOnly());
        return false;
    }
    // The submission names what is stored.
    if (!m_document->flush()) {
        m_notices.show(NoticeBar::Tone::Problem, m_document->saveStateText());
        return false;
    }
    return true;
}

void LabelWork::submit()
{
    if (!readyToSubmit())
        return;
    QSet<AnnotationId> open;
    QStringList questions;
    for (const model::Annotation &annotation : m_document->annotations()) {
        if (annotation.layer != m_document->workingLayer())
            continue;
        const QStringList missing = itemmodels::AnnotationModel::missingAttributes(m_document->schema(), annotation);
        if (missing.isEmpty())
            continue;
        open.insert(annotation.id);
        for (const QString &question : missing) {
            if (!questions.contains(question))
                questions.append(question);
        }
    }
    if (!open.isEmpty()) {
        const AnnotationId first = *std::min_element(open.begin(), open.end());
        m_document->select({first});
        emit revealRequested(first);
        m_notices.show(NoticeBar::Tone::Problem,
                       tr("%n label(s) need an answer first: %1. “Cannot tell” is an answer too.", nullptr, static_cast<int>(open.size()))
                           .arg(questions.join(QStringLiteral(", "))));
        return;
    }
    if (blocked() || asksToRead() || (m_beforeSubmit && !m_beforeSubmit()))
        return;
    workflow::SubmitOptions options;
    options.confidence = m_confidence;
    send(options);
}

bool LabelWork::asksToRead()
{
    const auto text = m_document->reader().setting(QLatin1String(workflow::guidelineKey));
    if (!text || base::toQString(*text).isEmpty())
        return false;
    const auto unread = workflow::unreadGuideline(m_document->project().store(), m_document->person());
    if (!unread || !*unread || m_askedToRead == (*unread)->version.sha256)
        return false;
    m_askedToRead = (*unread)->version.sha256;
    m_notices.show(NoticeBar::Tone::Info, tr("The guideline has a version that you have not confirmed yet (%1).").arg((*unread)->version.number),
                   {{tr("Read it"), [this] { emit guidelineRequested(); }, true}, {tr("Hand in now"), [this] { submit(); }, false}});
    return true;
}

bool LabelWork::blocked()
{
    const rules::Finding *finding = m_findings ? m_findings->blocking() : nullptr;
    if (!finding)
        return false;
    if (!finding->labels.empty()) {
        m_document->select({finding->labels.begin(), finding->labels.end()});
        emit revealRequested(finding->labels.front());
    }
    const int others = m_findings->blockingCount() - 1;
    m_notices.show(NoticeBar::Tone::Problem,
                   others > 0 ? tr("Not submitted: %1 (and %n more)", nullptr, others).arg(finding->text) : tr("Not submitted: %1").arg(finding->text));
    return true;
}

void LabelWork::cannotLabel(const QString &reason, const QString &comment)
{
    if (!readyToSubmit())
        return;
    workflow::SubmitOptions options;
    options.cannotLabel = true;
    options.reason = reason;
    options.comment = comment;
    options.confidence = m_confidence;
    send(options);
}

void LabelWork::send(const workflow::SubmitOptions &options)
{
    m_sending = true;
    const ItemId item = m_document->item()->id;
    m_services.jobs().run(
        tr("Submit"),
        [project = m_document->sharedProject(), item, person = m_document->person(), options](jobs::JobControl &) {
            base::SystemRandom random;
            return workflow::submit(*project, item, person, options, random);
        },
        this,
        [this, item, cannot = options.cannotLabel](const Result<workflow::SubmitResult> &result) { answered(item, result, cannot); },
        jobs::JobRunner::Visibility::Quiet, m_generation.next());
}

void LabelWork::answered(ItemId item, const Result<workflow::SubmitResult> &result, bool cannotLabel)
{
    m_sending = false;
    if (!result) {
        m_notices.show(NoticeBar::Tone::Problem, tr("Not submitted: %1").arg(result.error().text));
        return;
    }
    m_confidence.reset();
    const int row = m_panel.shownRow();
    m_queue.refresh();
    emit submitted(*result);
    if (result->practice && !result->remarks.empty()) {
        emit practiceRemarks(*result);
        return;
    }
    // Somebody who went on already stays where they are.
    if (m_document->item() && m_document->item()->id == item)
        goOnFrom(item, row);
    if (result->practice)
        m_notices.show(NoticeBar::Tone::Good, tr("That was a practice item, and everything was right."), {}, 8);
    else
        emit hint(cannotLabel ? tr("Handed in as “cannot label”") : tr("Submitted"));
}

// A filter by state may hide what was just handed in: then the item that took its place comes next.
void LabelWork::goOnFrom(ItemId item, int row)
{
    const int rows = m_queue.rowCount();
    if (rows == 0)
        nextUnfinished();
    else if (m_queue.rowOf(item) >= 0)
        step(1);
    else
        show(m_queue.itemAt(std::clamp(row, 0, rows - 1)));
}

void LabelWork::setConfidence(int level)
{
    constexpr double levels = 5;
    m_confidence = level / levels;
    emit hint(tr("Confidence %1 of 5 goes with the next submission").arg(level));
}

void LabelWork::acceptAll(double threshold)
{
    if (!m_document || !m_document->item())
        return;
    QString why;
    if (!m_document->canCreate(&why)) {
        emit hint(why);
        return;
    }
    const auto ids = openPredictions(*m_document, threshold);
    const QString limit = QLocale().toString(threshold, 'f', 2);
    if (ids.empty()) {
        emit hint(tr("No open prediction has a score of %1 or more.").arg(limit));
        return;
    }
    m_notices.show(NoticeBar::Tone::Info, tr("Accept %n prediction(s) with a score of %1 or more?", nullptr, static_cast<int>(ids.size())).arg(limit),
                   {{tr("Accept %n", nullptr, static_cast<int>(ids.size())), [this, ids] { acceptPredictions(*m_document, ids); }, true},
                    {tr("No"), {}, false}});
}

}  // namespace plumbline::workstation
