// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/remarkmarks.h"
#include "core/document/document.h"
#include "core/jobs/jobrunner.h"
#include "core/review/authorview.h"

#include <QAction>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QTextBrowser;
class QToolButton;

namespace plumbline::actions {
class ActionRegistry;
}
namespace plumbline::itemmodels {
class QueueModel;
}
namespace plumbline::panels {
class MentionEdit;
}

namespace plumbline::workstation {

class LabelWork;
class Services;
class ViewHost;

/// What is said about the shown item: what the reviewer asks for, threads, and where else the person was asked; answered and begun
/// here. Read in the background, again after every change. Registers its actions. Main thread only.
class RemarksPanel final : public QWidget
{
    Q_OBJECT

public:
    struct Parts {
        Services &services;
        actions::ActionRegistry &registry;
        ViewHost &view;
        itemmodels::QueueModel &queue;
        LabelWork &work;
    };
    /// All parts must outlive it.
    explicit RemarksPanel(const Parts &parts, QWidget *parent = nullptr);
    ~RemarksPanel() override;

    /// It forgets the document by itself when that goes.
    void setDocument(document::Document *document);
    /// One quiet line, "To fix: 3 of 5 left", shown while there is something; whoever places it owns it.
    [[nodiscard]] QPushButton *toFixLine() const { return m_line; }

    /// Of the shown item, as it was read last.
    [[nodiscard]] const review::AuthorView &view() const { return m_view; }
    [[nodiscard]] const review::RemarkOverview &overview() const { return m_overview; }
    [[nodiscard]] RemarkMarks &marks() { return m_marks; }
    /// Everything that was asked for is read and shown.
    [[nodiscard]] bool idle() const;

    /// Goes to the next or previous thing that is open.
    void step(int by);
    /// A new thread about the selected label, else the shown frame, else a place that is clicked next.
    void writeHere();

protected:
    void changeEvent(QEvent *event) override;

signals:
    void said(const QString &words);
    /// It wants to be in front.
    void wanted();
    /// Requests and threads that are open.
    void countChanged(int open);

private:
    /// What the text is about that is being written.
    struct Target {
        ThreadId thread;  ///< answered; null = a new one
        std::vector<review::ThreadPlace> places;  ///< of new ones
        QString words;  ///< for the line above the text
        bool reason = false;  ///< why requests are left as they are; the work is handed in then
    };

    void makeParts();
    void makeActions();
    void add(const char *id, const QString &title, const QKeySequence &key, std::function<void()> run);
    void forget();
    void onEvent(const document::DocumentEvent &event);
    void look();
    void taken(Result<review::AuthorView> view);
    void readOverview();
    void refresh();
    void refreshList();
    void refreshTarget();
    void refreshMarks();
    void refreshLine();
    QListWidgetItem *addRow(int kind, std::size_t place, const QString &icon, const QString &title, const QString &text);
    void addRequests();
    void addTalks();
    void addAsked();
    void choose(const QListWidgetItem *row, bool go);
    void go(AnnotationId label, const std::optional<model::FrameRef> &frame, const std::optional<geometry::Point> &place);
    void begin(const std::vector<review::ThreadPlace> &places, const QString &words);
    void writeAboutLabel();
    void writeAboutPlace();
    void writeAboutFrame();
    void send();
    void resolve();
    void make(const QString &title, std::function<Result<history::Gesture>()> act, std::function<void()> then);
    /// False when the person is asked first.
    [[nodiscard]] bool maySubmit();
    void askBeforeSubmit();
    void writeReason();
    [[nodiscard]] bool writable() const;
    [[nodiscard]] QString titleOf(ClassId labelClass) const;
    [[nodiscard]] QString placeWords(const review::Talk &talk) const;
    [[nodiscard]] const review::Talk *talk(ThreadId id) const;

    Parts m_parts;
    QPointer<document::Document> m_document;
    QMetaObject::Connection m_connection;
    RemarkMarks m_marks;
    review::AuthorView m_view;
    review::RemarkOverview m_overview;
    QTimer m_pause;
    QTimer m_overviewPause;
    jobs::Generation m_generation;
    jobs::Generation m_overviewGeneration;
    int m_reading = 0;
    int m_readingOverview = 0;
    bool m_making = false;
    Target m_target;
    bool m_targetChosen = false;  // by the person: a change of the list leaves it
    std::optional<ThreadId> m_showNext;  // once its item is shown
    std::map<ItemId, QString> m_drafts;  // not sent
    bool m_submitAfter = false;
    std::optional<std::pair<ItemId, int>> m_submitAnyway;  // item and round
    QListWidget *m_list;
    QTextBrowser *m_talk;
    QLabel *m_about;
    QToolButton *m_giveUp;
    panels::MentionEdit *m_edit;
    QPushButton *m_send;
    QPushButton *m_resolve;
    QToolButton *m_new;
    QPushButton *m_line;
    QList<QAction *> m_actions;
};

}  // namespace plumbline::workstation
