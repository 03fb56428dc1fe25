// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/comparecases.h"
#include "app/workstation/comparemedia.h"
#include "app/workstation/comparepanes.h"
#include "app/workstation/projectwindow.h"
#include "core/adjudication/comparison.h"
#include "core/jobs/jobrunner.h"

#include <map>
#include <memory>
#include <set>

class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;
class QShortcut;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace plumbline::workstation {

class CompareEdit;
class Services;

/// Choosing between several people's work in a window of its own: items at the left, what each of them says in panes, the differences
/// at the right, decided by key. Decisions are written in the background in the order in which they were made; the keys never wait for
/// them. Names are hidden while the plan of reviews is blind. Main thread only.
class CompareView final : public ProjectWindow
{
    Q_OBJECT

public:
    CompareView(Services &services, std::shared_ptr<store::Project> project, QWidget *window);
    ~CompareView() override;

    /// Reads which items can be compared, and the shown one again.
    void reload();
    /// Nothing is being read or written.
    [[nodiscard]] bool idle() const { return m_jobs == 0 && m_waiting.empty(); }
    [[nodiscard]] ComparePanes &panes() const { return *m_panes; }
    [[nodiscard]] CompareCaseModel &cases() { return m_cases; }
    [[nodiscard]] QListView &caseList() const { return *m_caseList; }
    [[nodiscard]] const adjudication::Comparison *comparison() const { return m_comparison.get(); }
    [[nodiscard]] const std::vector<adjudication::CompareEntry> &queue() const { return m_queue; }

    /// What keys and buttons do.
    void choose(std::size_t source);
    void merge();
    void none();
    void beginEdit();
    void undo();
    void finish();
    void step(int direction);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Loaded {
        std::shared_ptr<const adjudication::Comparison> comparison;
        model::Schema schema;
    };
    /// What came of writing decisions, and how the item stands then.
    struct Ruled {
        std::set<GestureId> gestures;
        std::optional<Error> problem;  ///< the last one
        std::shared_ptr<const adjudication::Comparison> comparison;
    };
    using Read = std::function<Result<Loaded>(jobs::JobControl &)>;

    // compareview.cpp
    void open(ItemId item);
    void takeQueue(std::vector<adjudication::CompareEntry> queue);
    void take(Loaded loaded);
    void showComparison(std::shared_ptr<const adjudication::Comparison> comparison);
    void decide(adjudication::RulingDraft draft);
    void send();
    void endItem();
    void goOn();
    void select(int row, bool go);
    void showProblem(const QString &text);
    void clear(const QString &icon, const QString &title, const QString &text);
    [[nodiscard]] const adjudication::Case *current() const;

    // compareviewparts.cpp
    QWidget *makeItemList();
    QWidget *makeMiddle();
    QWidget *makeDecisions();
    void makeKeys();
    void refreshItems();
    void refreshItem();
    void refreshSources();
    void refreshHeaders();
    void refreshCase();
    void refreshChoices();
    void refreshState();
    void endEdit(bool save);
    [[nodiscard]] std::vector<ComparePanes::Source> paneSources() const;
    [[nodiscard]] CompareHeader::Content headerOf(std::size_t source) const;
    [[nodiscard]] bool shows(const adjudication::Source &source) const;
    [[nodiscard]] bool editing() const;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    CompareMedia m_media;
    std::vector<adjudication::CompareEntry> m_queue;
    ItemId m_item;
    std::shared_ptr<const adjudication::Comparison> m_comparison;
    model::Schema m_schema;
    CompareCaseModel m_cases;
    Uuid m_current;  // case
    std::vector<adjudication::RulingDraft> m_waiting;  // not sent yet
    std::set<Uuid> m_saving;  // waiting or sent
    std::set<GestureId> m_made;  // decisions that can be taken back here
    bool m_selecting = false;
    bool m_writing = false;
    bool m_endWanted = false;
    ItemId m_openWanted;  // as soon as decisions are written
    bool m_leave = false;  // the shown item has been ended
    bool m_shownBefore = false;
    std::map<adjudication::SourceKind, bool> m_kindShown;

    QListWidget *m_items = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_title = nullptr;
    QToolButton *m_overlay = nullptr;
    std::map<adjudication::SourceKind, QToolButton *> m_kinds;
    ComparePanes *m_panes = nullptr;
    QLabel *m_problem = nullptr;
    QListView *m_caseList = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_details = nullptr;
    QLabel *m_conflict = nullptr;
    QVBoxLayout *m_choices = nullptr;
    std::vector<QToolButton *> m_versions;
    QPushButton *m_merge = nullptr;
    QPushButton *m_none = nullptr;
    QPushButton *m_edit = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_finish = nullptr;
    QStackedWidget *m_right = nullptr;
    CompareEdit *m_form = nullptr;
    std::vector<QShortcut *> m_keys;  // off while a version is being changed
    jobs::Generation m_generation;
    jobs::JobId m_reading = 0;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
