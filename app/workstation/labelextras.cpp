// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/labelextras.h"

#include "app/workstation/activityrecorder.h"
#include "app/workstation/labelwork.h"
#include "app/workstation/prelabeling.h"
#include "app/workstation/schemadialog.h"
#include "app/workstation/services.h"
#include "app/workstation/viewhost.h"
#include "core/itemmodels/queuemodel.h"
#include "core/itemmodels/words.h"
#include "core/workflow/desk.h"
#include "core/workflow/schemachange.h"
#include "widgets/actions/actionregistry.h"
#include "widgets/forms/attributebar.h"
#include "widgets/forms/classpicker.h"
#include "widgets/panels/annotationpanel.h"
#include "widgets/panels/noticebar.h"

#include <QLocale>

#include <algorithm>

namespace plumbline::workstation {

using panels::NoticeBar;

LabelExtras::LabelExtras(const Parts &parts, QWidget *window)
    : QObject(window), m_parts(parts), m_window(window), m_activity(new ActivityRecorder(parts.services.jobs(), this)), m_bar(new forms::AttributeBar(&parts.view)),
      m_picker(new forms::ClassPicker(window))
{
    m_picker->hide();
    m_picker->setCreating(false);
    // The list of the properties panel keeps its name to itself.
    m_picker->findChild<QWidget *>(QStringLiteral("classChoices"))->setObjectName(QStringLiteral("replaceChoices"));
    add("label.attributes", tr("Attribute mode: answer by keys"), Qt::Key_E, "", [this] { startAttributes(); });
    add("label.filter", tr("Filter labels"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F), "search", [this] { m_parts.annotations.focusFilter(); });
    add("label.replaceClass", tr("Find and replace a class…"), QKeySequence(Qt::CTRL | Qt::Key_H), "search", [this] { replaceClass(); });
    add("label.nextFlagged", tr("Next item that breaks a rule"), QKeySequence(Qt::SHIFT | Qt::Key_N), "issues", [this] { nextFlagged(); });
    add("label.nextUnlabeled", tr("Next item without a label"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N), "next", [this] { nextUnlabeled(); });
    add("label.pasteNext", tr("Paste on the next picture"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V), "paste", [this] { pasteOnNext(); });
    add("label.schema", tr("Label schema…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L), "settings", [this] { showSchema(); });
    connect(m_bar, &forms::AttributeBar::revealRequested, this, &LabelExtras::zoomTo);
    connect(&m_parts.view, &ViewHost::frameShown, this, [this](ItemId item, bool decoded) {
        extension::AnnotationView *view = m_parts.view.view();
        if (std::exchange(m_pasteOn, {}) == item && decoded && view)
            view->trigger(QStringLiteral("image.pasteInPlace"));
    });
    connect(&m_parts.view, &ViewHost::frameShown, m_activity, &ActivityRecorder::mediumShown);
    if (const auto *models = window->findChild<Prelabeling *>())
        connect(models, &Prelabeling::runningChanged, m_activity, [this, models] { m_activity->setModelRunning(models->running()); });
    connect(m_bar, &forms::AttributeBar::ended, &m_parts.view, &ViewHost::focusView);
    connect(&m_parts.work, &LabelWork::guidelineRequested, this, [this] { m_parts.registry.action(QStringLiteral("window.help"))->trigger(); });
    m_parts.work.setFindings(&m_findings);
}

QStringList LabelExtras::labelActions()
{
    return {QStringLiteral("label.filter"), QStringLiteral("label.replaceClass"), QStringLiteral("label.nextFlagged"),
            QStringLiteral("label.nextUnlabeled"), QStringLiteral("label.pasteNext"), {}, QStringLiteral("label.schema")};
}

void LabelExtras::add(const char *id, const QString &title, const QKeySequence &key, const char *icon, std::function<void()> run)
{
    actions::ActionRegistry::Spec spec;
    spec.id = QLatin1String(id);
    spec.title = title;
    spec.group = tr("Label");
    spec.icon = QLatin1String(icon);
    spec.keys = {key};
    QAction *action = m_parts.registry.add(spec, std::move(run));
    action->setEnabled(false);
    m_actions.append(action);
}

void LabelExtras::setDocument(document::Document *document)
{
    m_search.next();
    m_pasteOn = {};
    m_bar->end();
    if (m_schema)
        m_schema->close();
    m_document = document;
    m_activity->setDocument(document);
    m_findings.setEditing(document);
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(document != nullptr);
}

void LabelExtras::startAttributes()
{
    if (!m_document || !m_bar->begin(m_document))
        emit hint(m_parts.registry.withKeys(tr("Nothing is asked about the labels here. The schema says what is asked ({label.schema}).")));
}

// The selected labels, or what was copied before, at the same place on the item after this one.
void LabelExtras::pasteOnNext()
{
    extension::AnnotationView *view = m_parts.view.view();
    if (!m_document || !view)
        return;
    if (!m_document->selection().isEmpty())
        view->trigger(QStringLiteral("image.copy"));
    const auto next = m_parts.work.following();
    m_pasteOn = next ? next->id : ItemId{};
    m_parts.work.next();
}

void LabelExtras::zoomTo(AnnotationId id)
{
    extension::AnnotationView *view = m_parts.view.view();
    if (!view)
        return;
    // The label is selected; a view that can zoom to the selection does, any other shows where it is.
    for (const extension::ViewAction &action : view->actions())
        if (action.id == QLatin1String("image.view.selection"))
            view->trigger(action.id);
    view->reveal(id);
}

void LabelExtras::showSchema()
{
    if (!m_document)
        return;
    if (m_schema) {
        m_schema->raise();
        m_schema->activateWindow();
        return;
    }
    m_document->flush();
    m_schema = new SchemaDialog(m_parts.services, m_document->sharedProject(), m_document->schema(), m_window);
    connect(m_schema, &SchemaDialog::applied, this, [this](std::int64_t labels) {
        if (!m_document)
            return;
        m_document->reload();
        m_parts.view.notices().show(NoticeBar::Tone::Good,
                                    labels > 0 ? tr("The schema is changed, and %Ln label(s) with it.", nullptr, static_cast<int>(labels))
                                               : tr("The schema is changed."),
                                    {{tr("Undo"), [this] {
                                          if (m_document)
                                              m_document->undo();
                                      }, false}},
                                    12);
    });
    m_schema->show();
}

void LabelExtras::replaceClass()
{
    if (!m_document)
        return;
    // The class of the selected label is what people mean by "this one".
    ClassId from = m_document->currentClass();
    for (const model::Annotation &annotation : m_document->annotations())
        if (m_document->selection().contains(annotation.id))
            from = annotation.labelClass;
    pick(tr("Replace which class?"), itemmodels::classTitle(m_document->schema(), from), [this](ClassId chosen) {
        const QString name = itemmodels::classTitle(m_document->schema(), chosen);
        pick(tr("Replace “%1” with…").arg(name), {}, [this, chosen](ClassId to) { confirmReplacement(chosen, to); });
    });
}

void LabelExtras::pick(const QString &question, const QString &typed, std::function<void(ClassId)> then)
{
    m_picker->setSchema(m_document->schema());
    m_picker->setPlaceholder(question);
    disconnect(m_picked);
    m_picked = connect(m_picker, &forms::ClassPicker::picked, this, [this, then = std::move(then)](ClassId id) {
        if (m_document)
            then(id);
    });
    m_picker->openAt(m_parts.view.popupPlace(), typed);
}

void LabelExtras::confirmReplacement(ClassId from, ClassId to)
{
    if (from == to)
        return;
    const auto here = std::count_if(m_document->annotations().begin(), m_document->annotations().end(), [&](const model::Annotation &a) {
        return a.labelClass == from && a.layer == m_document->workingLayer();
    });
    m_document->flush();
    const auto counts = m_document->reader().annotationsByClass(m_document->workingLayer());
    if (!counts) {
        m_parts.view.notices().show(NoticeBar::Tone::Problem, counts.error().text);
        return;
    }
    const auto found = counts->find(from);
    const std::int64_t all = found == counts->end() ? 0 : found->second;
    const model::Schema &schema = m_document->schema();
    const QString words = tr("Replace “%1” with “%2”: %3 here, %4 in the project.")
                              .arg(itemmodels::classTitle(schema, from), itemmodels::classTitle(schema, to))
                              .arg(qlonglong(here))
                              .arg(QLocale().toString(qlonglong(all)));
    std::vector<NoticeBar::Answer> answers;
    if (here > 0)
        answers.push_back({tr("Replace %n here", nullptr, static_cast<int>(here)), [this, from, to] { replaceHere(from, to); }, true});
    if (all > here)
        answers.push_back({tr("Replace all %1").arg(QLocale().toString(qlonglong(all))), [this, from, to] { replaceEverywhere(from, to); }, here == 0});
    answers.push_back({tr("No"), {}, false});
    m_parts.view.notices().show(NoticeBar::Tone::Info, words, std::move(answers));
}

void LabelExtras::replaceHere(ClassId from, ClassId to)
{
    if (!m_document)
        return;
    auto builder = m_document->gesture(tr("Replace %1").arg(itemmodels::classTitle(m_document->schema(), from)));
    for (const model::Annotation &annotation : m_document->annotations()) {
        if (annotation.labelClass != from || !m_document->editable(annotation))
            continue;
        model::Annotation after = annotation;
        after.labelClass = to;
        builder.update(annotation, after);
    }
    m_document->push(builder.take());
}

void LabelExtras::replaceEverywhere(ClassId from, ClassId to)
{
    if (!m_document || !m_document->flush())
        return;
    m_parts.services.jobs().run(
        tr("Replace a class"),
        [project = m_document->sharedProject(), layer = m_document->workingLayer(), from, to,
         person = m_document->person()](jobs::JobControl &control) { return workflow::replaceClass(*project, layer, from, to, person, control); },
        m_document.data(), [this](const Result<std::int64_t> &replaced) {
            if (!m_document || (!replaced && replaced.error().code == ErrorCode::Cancelled))
                return;
            m_document->reload();
            if (replaced)
                m_parts.view.notices().show(NoticeBar::Tone::Good,
                                            tr("The other class is on %Ln label(s) now. Undo takes it back.", nullptr,
                                               static_cast<int>(*replaced)),
                                            {}, 8);
            else
                m_parts.view.notices().show(NoticeBar::Tone::Problem, replaced.error().text);
        });
}

void LabelExtras::nextFlagged()
{
    if (!m_document || !m_document->flush())
        return;
    emit hint(tr("Looking for the next item that breaks a rule…"));
    const ItemId shown = m_document->item() ? m_document->item()->id : ItemId{};
    m_parts.services.jobs().run(
        tr("Check labels"),
        [project = m_document->sharedProject(), layer = m_document->workingLayer(), shown](jobs::JobControl &control) -> Result<ItemId> {
            // The first one after the shown item; else the first of all.
            ItemId first;
            ItemId next;
            bool passed = false;
            const auto done = workflow::checkLabels(
                *project, layer, {},
                [&](const model::Item &item, std::size_t labels, const std::vector<rules::Finding> &findings) -> Result<> {
                    const bool broken = labels > 0 && !findings.empty();
                    if (item.id == shown)
                        passed = true;
                    else if (broken && first.isNull())
                        first = item.id;
                    if (!broken || !passed || item.id == shown)
                        return {};
                    next = item.id;
                    return jobs::JobControl::cancelledError();
                },
                control);
            if (!done && next.isNull())
                return fail(done.error());
            return next.isNull() ? first : next;
        },
        m_document.data(),
        [this](const Result<ItemId> &found) {
            if (!found && found.error().code != ErrorCode::Cancelled)
                m_parts.view.notices().show(NoticeBar::Tone::Problem, found.error().text);
            else if (found && found->isNull())
                emit hint(tr("No other item breaks a rule."));
            else if (found)
                m_parts.work.show(*found);
        },
        jobs::JobRunner::Visibility::Listed, m_search.next());
}

void LabelExtras::nextUnlabeled()
{
    if (!m_document || !m_document->flush())
        return;
    const ItemId shown = m_document->item() ? m_document->item()->id : ItemId{};
    m_parts.services.jobs().run(
        tr("Look for an item without labels"),
        [project = m_document->sharedProject(), layer = m_document->workingLayer(), shown](jobs::JobControl &control) -> Result<ItemId> {
            const auto reader = project->store().reader();
            if (!reader)
                return fail(reader.error());
            ItemId first;
            ItemId next;
            bool passed = false;
            const auto done = (*reader)->visit(layer, true, [&](const model::Item &item, const std::vector<model::Annotation> &labels) -> Result<> {
                if (control.cancelled())
                    return jobs::JobControl::cancelledError();
                if (item.id == shown)
                    passed = true;
                else if (labels.empty() && first.isNull())
                    first = item.id;
                if (!labels.empty() || !passed || item.id == shown)
                    return {};
                next = item.id;
                return jobs::JobControl::cancelledError();
            });
            if (!done && next.isNull())
                return fail(done.error());
            return next.isNull() ? first : next;
        },
        m_document.data(),
        [this](const Result<ItemId> &found) {
            if (found && !found->isNull())
                m_parts.work.show(*found);
            else if (found)
                emit hint(tr("Every other item has a label."));
        },
        jobs::JobRunner::Visibility::Quiet, m_search.next());
}

}  // namespace plumbline::workstation
