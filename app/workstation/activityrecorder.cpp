// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/activityrecorder.h"

#include "app/workstation/projectwindow.h"
#include "app/workstation/signin.h"
#include "core/activity/activityrecord.h"
#include "core/activity/retention.h"
#include "core/base/logging.h"
#include "core/workflow/desk.h"
#include "core/workflow/roles.h"

#include <QEvent>
#include <QGuiApplication>
#include <QWidget>

#include <spdlog/spdlog.h>

#include <utility>

namespace plumbline::workstation {

using activity::EventKind;

namespace {

constexpr int writeMilliseconds = 5 * 60 * 1000;
// Input is noted this closely; of a longer pause its beginning and its end are noted exactly.
constexpr std::int64_t closest = 5'000'000;

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate: return true;
    default: return false;
    }
}

}  // namespace

ActivityRecorder::ActivityRecorder(jobs::JobRunner &jobs, QObject *parent) : QObject(parent), m_jobs(jobs)
{
    m_timer.setInterval(writeMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ActivityRecorder::write);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { setAway(state != Qt::ApplicationActive); });
}

ActivityRecorder::~ActivityRecorder()
{
    setDocument(nullptr);
}

void ActivityRecorder::setDocument(document::Document *document)
{
    if (m_document) {
        disconnect(m_connection);
        qGuiApp->removeEventFilter(this);
        m_timer.stop();
        showItem({});
        write();
    }
    m_document = nullptr;
    m_events.clear();
    m_item = {};
    m_last = m_pending = 0;
    m_place = Place::Labels;
    m_waiting = m_modelRunning = m_away = false;
    if (!document || document->project().store().readOnly()
        || !workflow::demand(document->reader(), document->person(), workflow::Act::Label))
        return;
    m_document = document;
    m_visit = document->project().store().ids().version4();
    m_connection = connect(document, &document::Editing::changed, this, &ActivityRecorder::onEvent);
    qGuiApp->installEventFilter(this);
    m_timer.start();
    if (const auto item = document->item())
        showItem(item->id);
    fade();
}

void ActivityRecorder::fade()
{
    m_jobs.run(
        tr("Sum up old moments of work"),
        [project = m_document->sharedProject(), person = m_document->person()](jobs::JobControl &) {
            return activity::fadeMoments(project->store(), person);
        },
        this,
        [](const Result<activity::RetentionReport> &done) {
            if (!done)
                base::log().warn("active time: {}", done.error().text.toStdString());
        },
        jobs::JobRunner::Visibility::Quiet);
}

std::int64_t ActivityRecorder::now() const
{
    return m_document->project().store().clock().nowMicroseconds();
}

void ActivityRecorder::onEvent(const document::DocumentEvent &event)
{
    if (const auto *shown = std::get_if<document::ItemShown>(&event)) {
        if (shown->item != m_item)
            showItem(shown->item);
        return;
    }
    const bool labels =
        std::holds_alternative<document::AnnotationsChanged>(event) || std::holds_alternative<document::TracksChanged>(event);
    // An edit of the person is on its way to the disk; what was read again from there is not.
    if (labels && m_document->saveState() == document::SaveState::Saving) {
        m_waiting = m_modelRunning = false;
        m_away = m_locked;
        m_place = Place::Labels;
        note(EventKind::Operation);
    }
}

void ActivityRecorder::showItem(ItemId item)
{
    if (!m_document)
        return;
    if (item.isNull()) {
        if (!m_item.isNull())
            note(EventKind::Left);
        m_item = {};
        m_waiting = m_modelRunning = false;
        return;
    }
    const auto task = m_document->reader().task(workflow::annotateTask(item, m_document->person().name));
    m_item = item;
    m_round = task && *task ? (*task)->round : 1;
    note(EventKind::Shown);
    m_away = m_locked;
    m_modelRunning = false;
    m_waiting = true;
    note(EventKind::WaitBegun);
}

void ActivityRecorder::mediumShown(ItemId item)
{
    if (m_document && item == m_item && std::exchange(m_waiting, false))
        note(EventKind::WaitEnded);
}

// Whoever labels on, or goes on, does not wait.
void ActivityRecorder::setModelRunning(bool running)
{
    if (m_document && !m_item.isNull() && std::exchange(m_modelRunning, running) != running)
        note(running ? EventKind::WaitBegun : EventKind::WaitEnded);
}

void ActivityRecorder::setAway(bool away)
{
    // A locked window may be the active one.
    const bool now = away || m_locked;
    if (m_document && std::exchange(m_away, now) != now)
        note(now ? EventKind::Away : EventKind::Back);
}

void ActivityRecorder::setLocked(bool locked)
{
    m_locked = locked;
    setAway(locked);
}

ActivityRecorder::Place ActivityRecorder::placeOf(const QWidget &widget)
{
    for (const QWidget *at = &widget; at; at = at->parentWidget()) {
        const QString reading = at->property(readingProperty).toString();
        if (reading == QLatin1String("guideline"))
            return Place::Guideline;
        if (reading == QLatin1String("remark"))
            return Place::Remark;
        // Review, team and the like are other work than the shown item.
        if (qobject_cast<const ProjectWindow *>(at) || qobject_cast<const LockWindow *>(at))
            return Place::Elsewhere;
    }
    return Place::Labels;
}

void ActivityRecorder::setPlace(Place place)
{
    const Place last = std::exchange(m_place, place);
    if (last == place)
        return;
    if (last == Place::Guideline)
        note(EventKind::GuidelineLeft);
    else if (last == Place::Remark)
        note(EventKind::RemarkLeft);
    if (place == Place::Guideline)
        note(EventKind::GuidelineShown);
    else if (place == Place::Remark)
        note(EventKind::RemarkShown);
}

void ActivityRecorder::input(const QWidget &widget)
{
    const Place place = placeOf(widget);
    if (place == Place::Elsewhere) {
        setAway(true);
        return;
    }
    setAway(false);
    setPlace(place);
    noteAlive();
}

void ActivityRecorder::noteAlive()
{
    const std::int64_t at = now();
    if (at >= m_last && at - m_last < closest) {
        m_pending = at;
        return;
    }
    note(EventKind::Input);
}

bool ActivityRecorder::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_document || !watched->isWidgetType())
        return false;
    if (isInput(event->type()))
        input(*static_cast<const QWidget *>(watched));
    else if (event->type() == QEvent::Show && qobject_cast<ProjectWindow *>(watched))
        write();  // whoever looks at their time sees it all
    return false;
}

void ActivityRecorder::note(EventKind kind)
{
    const std::int64_t at = now();
    const std::int64_t pending = std::exchange(m_pending, 0);
    if (at < m_last) {
        // The clock went back: what comes now is a visit of its own.
        write();
        m_visit = m_document->project().store().ids().version4();
        if (!m_item.isNull() && kind != EventKind::Shown)
            append(EventKind::Shown, at);
    } else if (pending > m_last && at - pending >= closest) {
        append(EventKind::Input, pending);
    }
    append(kind, at);
}

void ActivityRecorder::append(EventKind kind, std::int64_t at)
{
    const bool about = kind == EventKind::Shown || kind == EventKind::Left || kind == EventKind::Operation;
    m_events.push_back({m_document->person().name, m_visit, at, kind, about ? m_item : ItemId{}, about ? m_round : 0});
    m_last = at;
}

void ActivityRecorder::write()
{
    if (!m_document)
        return;
    if (m_pending > m_last)
        append(EventKind::Input, m_pending);
    m_pending = 0;
    if (m_events.empty())
        return;
    store::Store &store = m_document->project().store();
    const QString person = m_document->person().name;
    history::GestureBuilder builder(store.ids().make<GestureId>(), tr("Active time"));
    builder.put(nullptr,
                activity::recordOf(store.ids().version4(), activity::Moments{person, m_visit, std::exchange(m_events, {})}));
    builder.notUndoable();
    store.commit(builder.take(), person).then([](const Result<store::Ack> &done) {
        if (!done)
            base::log().warn("active time: {}", done.error().text.toStdString());
    });
}

}  // namespace plumbline::workstation
