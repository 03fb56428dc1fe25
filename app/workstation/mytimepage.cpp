// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/mytimepage.h"

#include "app/workstation/services.h"
#include "core/activity/eventlines.h"
#include "core/activity/retention.h"
#include "core/base/atomicfile.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

enum Range { Today, ThisWeek, Everything };
enum Column { Item, Round, Labeling, Reading, Waiting, All, ColumnCount };

}  // namespace

MyTimePage::MyTimePage(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project)), m_sums(new QLabel), m_rules(new QLabel),
      m_range(new QComboBox), m_table(new QTableWidget), m_export(new QPushButton(tr("&Export…")))
{
    setObjectName(QStringLiteral("myTimePage"));
    setWindowTitle(tr("My time"));
    resize(760, 520);
    m_sums->setObjectName(QStringLiteral("myTimeSums"));
    m_sums->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_rules->setObjectName(QStringLiteral("myTimeRules"));
    m_rules->setWordWrap(true);
    m_range->setObjectName(QStringLiteral("myTimeRange"));
    m_range->setAccessibleName(tr("Which days"));
    m_range->addItems({tr("Today"), tr("This week"), tr("Everything")});
    m_range->setCurrentIndex(Everything);
    m_export->setObjectName(QStringLiteral("myTimeExport"));
    m_export->setAutoDefault(false);  // Enter goes to the item
    m_table->setObjectName(QStringLiteral("myTimeTable"));
    m_table->setAccessibleName(tr("My time for each item"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Item"), tr("Round"), tr("Labeling"), tr("Reading"), tr("Waiting"), tr("All")});
    m_table->horizontalHeader()->setSectionResizeMode(Item, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_sums, 1);
    bar->addWidget(m_range);
    bar->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_rules);
    connect(m_range, &QComboBox::currentIndexChanged, this, &MyTimePage::refresh);
    connect(m_export, &QPushButton::clicked, this, &MyTimePage::chooseExport);
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row) {
        const auto id = ItemId::fromString(m_table->item(row, Item)->data(Qt::UserRole).toString());
        if (id && !id->isNull())
            emit itemRequested(*id);
    });
    m_table->setFocus();
}

MyTimePage::~MyTimePage()
{
    m_generation.next();
}

void MyTimePage::showEvent(QShowEvent *event)
{
    ProjectWindow::showEvent(event);
    reload();
}

void MyTimePage::reload()
{
    ++m_jobs;
    struct Loaded {
        activity::Material material;
        int days = 0;
    };
    m_services.jobs().run(
        tr("Add up the time"),
        [project = m_project, person = m_services.person()](jobs::JobControl &) -> Result<Loaded> {
            auto material = activity::material(project->store(), person.name);
            const auto days = activity::retentionDays(project->store());
            if (!material || !days)
                return fail(material ? days.error() : material.error());
            return Loaded{std::move(*material), *days};
        },
        this,
        [this](const Result<Loaded> &loaded) {
            --m_jobs;
            if (!loaded) {
                m_sums->setText(loaded.error().text);
                return;
            }
            m_material = loaded->material;
            const activity::TimeRules rules;
            m_rules->setText(tr("A pause counts for %1 seconds at most, reading media for %2 minutes at most. Kept are moments, "
                                "never what you "
                                "type or where you point; after %3 days only the sums are left. Double-click an item to see it.")
                                 .arg(rules.idleCap / activity::TimeRules::second)
                                 .arg(rules.waitCap / (60 * activity::TimeRules::second))
                                 .arg(loaded->days));
            refresh();
        },
        jobs::JobRunner::Visibility::Quiet);
}

activity::TimeQuery MyTimePage::query(int range) const
{
    activity::TimeQuery query;
    query.person = m_services.person().name;
    if (range == Everything)
        return query;
    const qint64 now = m_project->store().clock().nowMicroseconds() / 1000;
    QDate day = QDateTime::fromMSecsSinceEpoch(now).date();
    if (range == ThisWeek)
        day = day.addDays(1 - day.dayOfWeek());
    query.from = day.startOfDay().toMSecsSinceEpoch() * 1000;
    return query;
}

void MyTimePage::refresh()
{
    using activity::clockText;
    m_sums->setText(tr("Today %1 · this week %2")
                        .arg(clockText(timeTable(m_material, query(Today)).total.total()),
                             clockText(timeTable(m_material, query(ThisWeek)).total.total())));
    const activity::TimeTable table = timeTable(m_material, query(m_range->currentIndex()));
    const auto rows = static_cast<int>(table.rows.size());
    m_table->setRowCount(rows + 1);
    const auto put = [this](int row, int column, const QString &text) {
        auto *cell = new QTableWidgetItem(text);
        if (column != Item)
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, cell);
    };
    const auto putSums = [&](int row, const activity::Sums &sums) {
        put(row, Labeling, clockText(sums.labeling));
        put(row, Reading, clockText(sums.reading));
        put(row, Waiting, clockText(sums.waiting));
        put(row, All, clockText(sums.total()));
    };
    for (int row = 0; row < rows; ++row) {
        const activity::TimeTable::Row &time = table.rows[static_cast<std::size_t>(row)];
        put(row, Item, time.item.isNull() ? tr("(no item)") : time.name);
        m_table->item(row, Item)->setData(Qt::UserRole, time.item.toString());
        put(row, Round, QString::number(time.round));
        putSums(row, time.sums);
    }
    put(rows, Item, tr("Together"));
    put(rows, Round, {});
    putSums(rows, table.total);
    m_export->setEnabled(rows > 0);
}

Result<> MyTimePage::exportTo(const QString &csv) const
{
    const auto table = base::writeFileAtomically(csv, toCsv(timeTable(m_material, query(m_range->currentIndex()))));
    if (!table)
        return table;
    const QFileInfo info(csv);
    return base::writeFileAtomically(info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".events.jsonl"),
                                     toLines(m_material));
}

void MyTimePage::chooseExport()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export my time"), QStringLiteral("my-time.csv"), tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    const auto done = exportTo(path);
    emit said(done ? tr("Written to %1, with what it is computed from beside it").arg(path) : done.error().text);
}

}  // namespace plumbline::workstation
