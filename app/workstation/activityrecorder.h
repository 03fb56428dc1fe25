// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/event.h"
#include "core/document/document.h"
#include "core/jobs/jobrunner.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <vector>

class QWidget;

namespace plumbline::workstation {

/// Notes when a person who labels looks, acts, reads and waits, for their active time (docs/active-time.md): moments only, never
/// what was typed or where the mouse was. What was noted is written every few minutes and when the project is left; what is older
/// than the project keeps moments becomes sums when it is opened. Main thread only.
class ActivityRecorder final : public QObject
{
    Q_OBJECT

public:
    /// Dynamic property of widgets in which input means reading: "guideline" or "remark".
    static constexpr const char *readingProperty = "plumblineReading";

    /// The runner must outlive it.
    explicit ActivityRecorder(jobs::JobRunner &jobs, QObject *parent = nullptr);
    ~ActivityRecorder() override;

    /// Null = nothing is open: what was noted is written.
    void setDocument(document::Document *document);
    /// The medium of an item is there, or cannot be had.
    void mediumShown(ItemId item);
    /// A model works on labels that the person has asked for, or has ended.
    void setModelRunning(bool running);
    /// The screen is locked, or open again.
    void setAway(bool away);
    /// Nobody works here, whichever window has the keys.
    void setLocked(bool locked);
    /// Hands what was noted to the store, which keeps it in the background.
    void write();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Place { Labels, Guideline, Remark, Elsewhere };

    [[nodiscard]] static Place placeOf(const QWidget &widget);
    void fade();
    void onEvent(const document::DocumentEvent &event);
    void input(const QWidget &widget);
    void showItem(ItemId item);
    void setPlace(Place place);
    void noteAlive();
    void note(activity::EventKind kind);
    void append(activity::EventKind kind, std::int64_t at);
    [[nodiscard]] std::int64_t now() const;

    jobs::JobRunner &m_jobs;
    QPointer<document::Document> m_document;
    QMetaObject::Connection m_connection;
    std::vector<activity::Event> m_events;  // not written yet
    Uuid m_visit;
    ItemId m_item;
    int m_round = 0;
    std::int64_t m_last = 0;  // moment of the last event
    std::int64_t m_pending = 0;  // of the last input that was not noted; 0 = none
    Place m_place = Place::Labels;
    bool m_waiting = false;  // for the medium
    bool m_modelRunning = false;  // and the person waits for it
    bool m_away = false;
    bool m_locked = false;
    QTimer m_timer;
};

}  // namespace plumbline::workstation
