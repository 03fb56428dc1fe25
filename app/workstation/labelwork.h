// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/itemmodels/queuemodel.h"
#include "core/jobs/jobrunner.h"
#include "core/workflow/desk.h"

#include <QObject>

#include <functional>

namespace plumbline::itemmodels {
class RuleFindings;
}
namespace plumbline::panels {
class NoticeBar;
class QueuePanel;
}

namespace plumbline::workstation {

class Services;

/// Going through the queue: next, previous, submit, cannot label. Main thread only; what waits runs on a worker.
class LabelWork final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    LabelWork(Services &services, itemmodels::QueueModel &queue, panels::QueuePanel &panel, panels::NoticeBar &notices,
              QObject *parent = nullptr);

    /// Null = nothing is open.
    void setDocument(document::Document *document);
    /// What keeps an item from being submitted; may be null, must outlive this.
    void setFindings(const itemmodels::RuleFindings *findings) { m_findings = findings; }

    /// Asked just before an item is handed in as labeled; false = not now. Null asks nobody.
    void setBeforeSubmit(std::function<bool()> ask) { m_beforeSubmit = std::move(ask); }

    void show(ItemId item);
    void next() { step(1); }
    void previous() { step(-1); }
    void nextUnfinished();
    void submit();
    void cannotLabel(const QString &reason, const QString &comment);
    /// Given with the next submission; 1 … 5.
    void setConfidence(int level);
    void acceptAll(double threshold);
    /// The item after the shown one, to be decoded ahead.
    [[nodiscard]] std::optional<model::Item> following() const;

signals:
    void hint(const QString &text);
    void submitted(const plumbline::workflow::SubmitResult &result);
    /// Practice gold was not all right: stay and look.
    void practiceRemarks(const plumbline::workflow::SubmitResult &result);
    void revealRequested(plumbline::AnnotationId id);
    /// The person wants to read it.
    void guidelineRequested();

private:
    void step(int by);
    void goOnFrom(ItemId item, int row);
    void begin();
    void showPart();
    [[nodiscard]] bool readyToSubmit();
    /// Shows the first rule that blocks; false when none does.
    [[nodiscard]] bool blocked();
    /// Asks, once for each text, whether to read the guideline first; false when there is nothing to ask.
    [[nodiscard]] bool asksToRead();
    void send(const workflow::SubmitOptions &options);
    void answered(ItemId item, const Result<workflow::SubmitResult> &result, bool cannotLabel);

    Services &m_services;
    itemmodels::QueueModel &m_queue;
    panels::QueuePanel &m_panel;
    panels::NoticeBar &m_notices;
    document::Document *m_document = nullptr;
    const itemmodels::RuleFindings *m_findings = nullptr;
    QMetaObject::Connection m_connection;
    jobs::Generation m_generation;
    std::optional<double> m_confidence;
    ItemId m_begun;
    QString m_askedToRead;  // text of the guideline, by its hash
    std::function<bool()> m_beforeSubmit;
    bool m_sending = false;
};

}  // namespace plumbline::workstation
