// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamtablepage.h"

#include "core/base/atomicfile.h"
#include "widgets/charts/intervaldelegate.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr int rowHeight = 28;

/// What asks for a look is written in the colour of warnings, and in words.
class AlarmDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.data(TeamModel::AlarmRole).toBool() || option->state & QStyle::State_Selected)
            return;
        const theme::Theme &theme = theme::themeOf(option->palette);
        option->palette.setColor(QPalette::Text,
                                 theme::legible(theme.colour(theme::Token::Warn), theme.colour(theme::Token::Surface1), 4.5));
    }
};

QTableView *makeTable(const char *name, const QString &title, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(title);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

}  // namespace

TeamTablePage::TeamTablePage(QWidget *parent)
    : QWidget(parent), m_table(makeTable("teamTable", tr("Annotators"), &m_filter)),
      m_tasks(makeTable("evidenceTable", tr("Answers behind the figures"), &m_evidence)), m_who(new QLabel), m_kind(new QComboBox)
{
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter.setFilterKeyColumn(TeamModel::Name);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TeamModel::Name, Qt::AscendingOrder);
    m_table->setItemDelegate(new AlarmDelegate(m_table));
    m_table->setItemDelegateForColumn(
        TeamModel::Accuracy, new charts::IntervalDelegate(TeamModel::LowRole, TeamModel::MeanRole, TeamModel::HighRole, m_table));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *top = new QHBoxLayout;
    auto *search = new QLineEdit;
    search->setObjectName(QStringLiteral("teamSearch"));
    search->setPlaceholderText(tr("Find an annotator"));
    search->setAccessibleName(tr("Find an annotator"));
    search->setClearButtonEnabled(true);
    search->setMaximumWidth(260);
    top->addWidget(search);
    top->addStretch(1);
    auto *save = new QToolButton;
    save->setText(tr("Save as"));
    save->setIcon(theme::themedIcon(QStringLiteral("export")));
    save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    save->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(save);
    connect(menu->addAction(tr("Table (CSV)…")), &QAction::triggered, this, [this] { saveAs(QStringLiteral("csv")); });
    connect(menu->addAction(tr("Data (JSON)…")), &QAction::triggered, this, [this] { saveAs(QStringLiteral("json")); });
    save->setMenu(menu);
    top->addWidget(save);
    layout->addLayout(top);

    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    auto *below = new QWidget;
    auto *lower = new QVBoxLayout(below);
    lower->setContentsMargins(0, 8, 0, 0);
    auto *line = new QHBoxLayout;
    m_who->setObjectName(QStringLiteral("evidenceTitle"));
    line->addWidget(m_who, 1);
    m_kind->setObjectName(QStringLiteral("evidenceKind"));
    m_kind->setAccessibleName(tr("Which answers"));
    m_kind->addItem(tr("Wrong on gold"), static_cast<int>(workflow::EvidenceKind::Wrong));
    m_kind->addItem(tr("All on gold"), static_cast<int>(workflow::EvidenceKind::Gold));
    m_kind->addItem(tr("Cannot label"), static_cast<int>(workflow::EvidenceKind::Abstained));
    m_kind->addItem(tr("All answers"), static_cast<int>(workflow::EvidenceKind::All));
    line->addWidget(m_kind);
    lower->addLayout(line);
    lower->addWidget(m_tasks, 1);
    split->addWidget(below);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setSizes({420, 190});
    layout->addWidget(split, 1);

    connect(search, &QLineEdit::textChanged, &m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TeamTablePage::showEvidence);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TeamTablePage::showEvidence);
    connect(m_tasks, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit taskRequested(index.siblingAtColumn(0).data().toString()); });
    showEvidence();
}

void TeamTablePage::setTeam(std::shared_ptr<const workflow::TeamRecord> record,
                            std::shared_ptr<const std::vector<workflow::PictureWork>> pictures,
                            std::shared_ptr<const workflow::TeamReport> report)
{
    m_record = std::move(record);
    m_pictures = std::move(pictures);
    const QModelIndex current = m_table->currentIndex();
    const QString chosen = current.siblingAtColumn(TeamModel::Name).data().toString();
    m_model.setReport(std::move(report));
    constexpr int measuredRows = 60;
    m_table->horizontalHeader()->setResizeContentsPrecision(measuredRows);
    m_table->resizeColumnsToContents();
    bool suggestions = false;
    for (int row = 0; row < m_model.rowCount(); ++row)
        suggestions = suggestions || m_model.person(row)->suggestions > 0;
    m_table->setColumnHidden(TeamModel::Suggestions, !suggestions);
    if (!chosen.isEmpty())
        choose(chosen);
    showEvidence();
}

void TeamTablePage::setCohort(const std::optional<QString> &cohort)
{
    m_filter.setCohort(cohort);
    showEvidence();
}

void TeamTablePage::choose(const QString &person)
{
    for (int row = 0; row < m_filter.rowCount(); ++row)
        if (m_filter.index(row, TeamModel::Name).data().toString() == person) {
            m_table->setCurrentIndex(m_filter.index(row, TeamModel::Name));
            return;
        }
}

// Pictures with gold, with what was wrong in them.
void TeamTablePage::addPictures(charts::ChartTable &table, const QString &person, std::size_t most) const
{
    const auto kind = static_cast<workflow::EvidenceKind>(m_kind->currentData().toInt());
    if (!m_pictures || kind == workflow::EvidenceKind::Abstained)
        return;
    for (const workflow::PictureWork &work : *m_pictures) {
        if (work.person != person)
            continue;
        for (const workflow::CheckedPicture &picture : work.checked) {
            QStringList wrong;
            for (const auto &[count, text] : {std::pair{picture.missed, tr("%n missed", nullptr, static_cast<int>(picture.missed))},
                                              {picture.invented, tr("%n invented", nullptr, static_cast<int>(picture.invented))},
                                              {picture.wrongClass, tr("%n of a wrong class", nullptr, static_cast<int>(picture.wrongClass))},
                                              {picture.loose, tr("%n too far off", nullptr, static_cast<int>(picture.loose))},
                                              {picture.cannotLabelWrong, tr("“cannot label” is wrong")}})
                if (count > 0)
                    wrong << text;
            if (table.rows.size() >= most || (kind == workflow::EvidenceKind::Wrong && wrong.isEmpty()))
                continue;
            table.rows.push_back(
                {picture.name, wrong.isEmpty() ? tr("all as known") : wrong.join(QStringLiteral(", ")),
                 tr("%1 decisions").arg(picture.decisions) + (picture.practice ? tr(" (practice)") : QString()), {},
                 QDateTime::fromMSecsSinceEpoch(picture.microseconds / 1000, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"))});
        }
    }
}

void TeamTablePage::showEvidence()
{
    const QModelIndex current = m_table->currentIndex();
    const workflow::PersonFigures *person = m_model.person(m_filter.mapToSource(current).row());
    m_kind->setEnabled(person);
    charts::ChartTable table;
    table.header = {tr("Task"), tr("Said"), tr("True"), tr("Confidence"), tr("Time (UTC)")};
    if (!person || !m_record) {
        m_who->setText(tr("Choose an annotator to see the answers behind the figures."));
        m_evidence.setTable(std::move(table));
        return;
    }
    constexpr std::size_t most = 2000;
    const auto rows =
        workflow::evidence(*m_record, person->name, static_cast<workflow::EvidenceKind>(m_kind->currentData().toInt()), most);
    for (const workflow::EvidenceRow &row : rows)
        table.rows.push_back(
            {row.task, row.label.isEmpty() ? tr("cannot label") : row.label, row.truth,
             row.confidence ? QString::number(*row.confidence, 'f', 2) : QString(),
             QDateTime::fromMSecsSinceEpoch(row.microseconds / 1000, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"))});
    addPictures(table, person->name, most);
    m_who->setText(tr("%1: %n answer(s)", nullptr, static_cast<int>(table.rows.size())).arg(person->name)
                   + (table.rows.size() == most ? tr(" (the first ones)") : QString()));
    m_evidence.setTable(std::move(table));
    m_tasks->resizeColumnsToContents();
}

Result<> TeamTablePage::save(const QString &path) const
{
    charts::ChartTable table;
    for (int column = 0; column < m_filter.columnCount(); ++column) {
        table.header << m_filter.headerData(column, Qt::Horizontal).toString();
        if (column == TeamModel::Accuracy)
            table.header << tr("From") << tr("To");
    }
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_filter.columnCount(); ++column) {
            const QModelIndex index = m_filter.index(row, column);
            const QVariant value = index.data(TeamModel::SortRole);
            cells << (value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'g', 6) : value.toString());
            if (column == TeamModel::Accuracy)
                for (const int role : {TeamModel::LowRole, TeamModel::HighRole})
                    cells << (index.data(role).isValid() ? QString::number(index.data(role).toDouble(), 'g', 6) : QString());
        }
        table.rows.push_back(cells);
    }
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("csv"))
        return base::writeFileAtomically(path, charts::csvOf(table));
    if (ending == QLatin1String("json")) {
        charts::Chart words;
        words.id = QStringLiteral("team");
        words.title = tr("Annotators");
        words.method = tr("Accuracy: mean and 95 % interval of the Beta posterior with the cohort's prior.");
        return base::writeFileAtomically(path, charts::jsonOf(words, table));
    }
    return fail(ErrorCode::InvalidArgument, tr("The table is saved as csv or json, not as %1.").arg(ending));
}

void TeamTablePage::saveAs(const QString &ending)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the table"), QStringLiteral("team.") + ending,
                                                      QStringLiteral("*.%1").arg(ending));
    if (path.isEmpty())
        return;
    const auto saved = save(QFileInfo(path).suffix().isEmpty() ? path + QLatin1Char('.') + ending : path);
    emit this->said(saved ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : saved.error().text);
}

}  // namespace plumbline::workstation
