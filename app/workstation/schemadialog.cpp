// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemadialog.h"

#include "app/workstation/schemaattributepage.h"
#include "app/workstation/schemaclasspage.h"
#include "app/workstation/schemareport.h"
#include "app/workstation/schemarulepage.h"
#include "app/workstation/schemaskeletonpage.h"
#include "app/workstation/schemawordspage.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "core/base/atomicfile.h"
#include "core/workflow/schemachange.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr qint64 largestSchema = 16 << 20;

}  // namespace

SchemaDialog::SchemaDialog(Services &services, std::shared_ptr<store::Project> project, const model::Schema &schema, QWidget *parent)
    : QDialog(parent), m_services(services), m_project(std::move(project)), m_stack(new QStackedWidget), m_tabs(new QTabWidget),
      m_report(new SchemaReport(m_draft)), m_issues(new QPushButton), m_state(new QLabel), m_back(new QPushButton(tr("Back"))),
      m_next(new QPushButton)
{
    setObjectName(QStringLiteral("schemaDialog"));
    setWindowTitle(tr("Label schema — %1").arg(m_project->name()));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(940, 680);
    m_draft.reset(schema);
    m_pages = {new SchemaClassPage(m_draft), new SchemaAttributePage(m_draft), new SchemaSkeletonPage(m_draft), new SchemaRulePage(m_draft)};
    const QStringList titles{tr("Classes"), tr("Attributes"), tr("Skeletons"), tr("Rules")};
    m_tabs->setObjectName(QStringLiteral("schemaTabs"));
    for (std::size_t page = 0; page < m_pages.size(); ++page)
        m_tabs->addTab(m_pages[page], titles[qsizetype(page)]);
    m_tabs->addTab(new SchemaWordsPage(m_draft), tr("Words"));
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(m_report);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    const auto button = [&](const QString &name, const QString &title, auto run) {
        auto *made = new QPushButton(title);
        made->setObjectName(name);
        made->setAutoDefault(false);
        row->addWidget(made);
        m_files.append(made);
        connect(made, &QPushButton::clicked, this, run);
    };
    button(QStringLiteral("schemaImport"), tr("Import…"), [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Import a schema"), m_services.settings().lastFolder(QStringLiteral("schema")),
                                                          tr("Label schemas (*.json)"));
        if (!path.isEmpty())
            importFile(path);
    });
    button(QStringLiteral("schemaExport"), tr("Export…"), [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Export the schema"),
                                                          m_services.settings().lastFolder(QStringLiteral("schema")) + QStringLiteral("/schema.json"),
                                                          tr("Label schemas (*.json)"));
        if (!path.isEmpty())
            exportFile(path);
    });
    m_issues->setObjectName(QStringLiteral("schemaIssues"));
    m_issues->setFlat(true);
    m_issues->setAutoDefault(false);
    m_issues->setToolTip(tr("Go there"));
    row->addWidget(m_issues);
    row->addWidget(m_state, 1);
    m_back->setObjectName(QStringLiteral("schemaBack"));
    m_back->setAutoDefault(false);
    m_next->setObjectName(QStringLiteral("schemaNext"));
    m_next->setAutoDefault(false);
    row->addWidget(m_back);
    row->addWidget(m_next);
    layout->addLayout(row);
    m_state->setWordWrap(true);
    connect(m_issues, &QPushButton::clicked, this, &SchemaDialog::goToIssue);
    connect(m_back, &QPushButton::clicked, this, &SchemaDialog::edit);
    connect(m_next, &QPushButton::clicked, this, [this] { m_stack->currentIndex() == 0 ? plan() : apply(); });
    connect(m_report, &SchemaReport::decided, this, &SchemaDialog::plan);
    connect(&m_draft, &itemmodels::SchemaDraft::edited, this, [this] {
        // What the report said was about another schema.
        m_planned = false;
        refresh();
    });
    refresh();
}

void SchemaDialog::refresh()
{
    const bool editing = m_stack->currentIndex() == 0;
    const auto &issues = m_draft.issues();
    const auto problems = std::count_if(issues.begin(), issues.end(), [](const auto &issue) { return issue.severity == IssueSeverity::Problem; });
    m_issues->setVisible(editing && !issues.empty());
    m_issues->setText(problems > 0 ? tr("%n problem(s)", nullptr, static_cast<int>(problems))
                                   : tr("%n remark(s)", nullptr, static_cast<int>(issues.size())));
    m_state->setText(!editing                 ? QString()
                     : problems > 0           ? tr("Correct these first.")
                     : !m_draft.changed()     ? tr("Nothing is changed yet.")
                                              : tr("Nothing is real before you apply it."));
    m_back->setVisible(!editing);
    for (QPushButton *button : std::as_const(m_files))
        button->setVisible(editing);
    m_next->setText(editing ? tr("What it changes…") : tr("Apply"));
    m_next->setEnabled(editing ? problems == 0 && m_draft.changed() : m_planned);
}

void SchemaDialog::goToIssue()
{
    const auto &issues = m_draft.issues();
    auto it = std::find_if(issues.begin(), issues.end(), [](const auto &issue) { return issue.severity == IssueSeverity::Problem; });
    if (it == issues.end())
        it = issues.begin();
    if (it == issues.end())
        return;
    constexpr int words = 4;
    const int tabs[] = {0, 1, 2, words, words, 3};
    const int tab = tabs[static_cast<int>(it->part)];
    m_tabs->setCurrentIndex(tab);
    if (tab != words)
        m_pages[static_cast<std::size_t>(tab)]->showField(it->index, it->field);
}

void SchemaDialog::edit()
{
    m_generation.next();
    m_planned = false;
    m_stack->setCurrentIndex(0);
    refresh();
}

void SchemaDialog::plan()
{
    m_planned = false;
    m_report->showBusy();
    m_stack->setCurrentIndex(1);
    refresh();
    m_services.jobs().run(
        tr("Count what the schema changes"),
        [project = m_project, schema = m_draft.schema(), decisions = m_draft.decisions()](jobs::JobControl &control) {
            return workflow::planChange(*project, schema, decisions, control);
        },
        this,
        [this](const Result<model::SchemaPlan> &plan) {
            if (!plan) {
                m_report->showFailed(plan.error());
                return;
            }
            m_planned = !plan->refused() && !plan->empty();
            m_report->showPlan(*plan);
            refresh();
            if (m_planned)
                m_next->setFocus(Qt::OtherFocusReason);
        },
        jobs::JobRunner::Visibility::Listed, m_generation.next());
}

void SchemaDialog::apply()
{
    if (!m_planned)
        return;
    m_planned = false;
    refresh();
    m_services.jobs().run(
        tr("Change the schema"),
        [project = m_project, schema = m_draft.schema(), decisions = m_draft.decisions(), person = m_services.person()](jobs::JobControl &control) {
            return workflow::changeSchema(*project, schema, decisions, person, control);
        },
        this,
        [this](const Result<workflow::SchemaChange> &change) {
            if (!change) {
                m_report->showFailed(change.error());
                return;
            }
            emit applied(change->labels);
            close();
        },
        jobs::JobRunner::Visibility::Listed, m_generation.next());
}

void SchemaDialog::importFile(const QString &path)
{
    m_services.settings().setLastFolder(QStringLiteral("schema"), QFileInfo(path).absolutePath());
    const auto text = base::readFile(path, largestSchema);
    const auto json = text ? base::parseJson(*text) : Result<Json>(fail(text.error()));
    const auto schema = json ? model::schemaFromJson(*json) : Result<model::Schema>(fail(json.error()));
    if (!schema) {
        m_state->setText(tr("%1 was not taken: %2").arg(QFileInfo(path).fileName(), schema.error().text));
        return;
    }
    m_draft.replace(*schema);
    m_state->setText(tr("%1 is taken in place of what was here; Ctrl+Z takes it back.").arg(QFileInfo(path).fileName()));
}

void SchemaDialog::exportFile(const QString &path)
{
    m_services.settings().setLastFolder(QStringLiteral("schema"), QFileInfo(path).absolutePath());
    const auto written = base::writeFileAtomically(path, base::toJsonText(model::schemaToJson(m_draft.schema())));
    m_state->setText(written ? tr("Wrote %1.").arg(QFileInfo(path).fileName()) : written.error().text);
}

bool SchemaDialog::event(QEvent *event)
{
    // Taking back is about the draft here, not about the labels in the window behind.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QDialog::event(event);
}

void SchemaDialog::keyPressEvent(QKeyEvent *event)
{
    // Text fields take these for themselves first.
    if (event->matches(QKeySequence::Undo) && m_stack->currentIndex() == 0) {
        m_draft.undo();
        return;
    }
    if (event->matches(QKeySequence::Redo) && m_stack->currentIndex() == 0) {
        m_draft.redo();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_stack->currentIndex() == 1) {
        edit();
        return;
    }
    // An accidental Esc must not throw work away.
    if (event->key() == Qt::Key_Escape && m_draft.changed()) {
        m_state->setText(tr("There are changes that are not applied. Close the window to leave them."));
        return;
    }
    QDialog::keyPressEvent(event);
}

}  // namespace plumbline::workstation
