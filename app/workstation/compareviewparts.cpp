// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/compareedit.h"
#include "app/workstation/compareview.h"
#include "app/workstation/services.h"
#include "widgets/forms/classpicker.h"
#include "widgets/panels/delegates.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

/// The parts of the window in which several people's work is compared, and what they show.
namespace plumbline::workstation {

using adjudication::Case;
using adjudication::SourceKind;
using theme::Token;

namespace {

constexpr int mostNumbers = 9;
constexpr int itemRole = Qt::UserRole + 1;
constexpr int detailRole = Qt::UserRole + 2;
constexpr int stateRole = Qt::UserRole + 3;
enum class ItemState { Open, Ready, Done };

/// Name at the left, how much is open at the right.
class ItemDelegate final : public panels::RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        QRect area = paintGround(painter, option, option.state.testFlag(QStyle::State_Selected));
        const auto state = static_cast<ItemState>(index.data(stateRole).toInt());
        panels::paintTaskState(*painter,
                               QRectF(placed(option, QRect(area.left(), area.center().y() - 8, 16, 16))).translated(0, 0.5),
                               state == ItemState::Done    ? model::TaskState::Adjudicated
                               : state == ItemState::Ready ? model::TaskState::InProgress
                                                           : model::TaskState::ToDo,
                               option.palette);
        area.setLeft(area.left() + 24);
        paintTexts(painter, option, area, index.data().toString(), index.data(detailRole).toString(), state == ItemState::Done,
                   Qt::ElideMiddle);
        painter->restore();
    }
};

QLabel *makeLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void colourText(QLabel &label, Token token, const QPalette &of)
{
    QPalette palette = of;
    palette.setColor(QPalette::WindowText, theme::themeOf(of).colour(token));
    label.setPalette(palette);
}

void fillRow(QListWidgetItem &row, const adjudication::CompareEntry &entry)
{
    const ItemState state = entry.adjudicated ? ItemState::Done : entry.open == 0 ? ItemState::Ready : ItemState::Open;
    const QString detail = entry.adjudicated ? CompareView::tr("done")
                           : entry.open == 0 ? CompareView::tr("ready")
                                             : CompareView::tr("%n open", nullptr, entry.open);
    row.setData(itemRole, entry.item.toString());
    row.setData(detailRole, detail);
    row.setData(stateRole, static_cast<int>(state));
    const QString words = CompareView::tr("%1 · %2 · %n people", nullptr, entry.people).arg(entry.name, detail);
    row.setToolTip(entry.asked ? words + QStringLiteral(" · ") + CompareView::tr("asked for by a review") : words);
    row.setData(Qt::AccessibleTextRole, row.toolTip());
}

/// Room beside the words: a button between others is made as narrow as they are.
void widen(QPushButton &button)
{
    constexpr int room = 16;
    button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + room);
}

}  // namespace

QWidget *CompareView::makeItemList()
{
    auto *column = new QWidget;
    column->setMinimumWidth(150);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(8, 8, 0, 8);
    layout->setSpacing(8);
    m_summary = makeLabel("compareSummary");
    m_items = new QListWidget;
    m_items->setObjectName(QStringLiteral("compareItems"));
    m_items->setAccessibleName(tr("Items to compare"));
    m_items->setUniformItemSizes(true);
    m_items->setItemDelegate(new ItemDelegate(m_items));
    m_items->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_summary);
    layout->addWidget(m_items, 1);
    connect(m_items, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *row) {
        if (row)
            if (const auto id = ItemId::fromString(row->data(itemRole).toString()); id && *id != m_item)
                open(*id);
    });
    connect(m_items, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem *row) {
        if (const auto id = ItemId::fromString(row->data(itemRole).toString()))
            emit itemRequested(*id);
    });
    return column;
}

QWidget *CompareView::makeMiddle()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(4, 8, 4, 8);
    layout->setSpacing(8);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("compareItem"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(60);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    bar->addWidget(m_title, 1);
    const auto button = [&](const char *name, const QString &title, const QString &tip) {
        auto *made = new QToolButton;
        made->setObjectName(QLatin1String(name));
        made->setText(title);
        made->setToolTip(tip);
        made->setFocusPolicy(Qt::NoFocus);
        bar->addWidget(made);
        return made;
    };
    const struct {
        SourceKind kind;
        const char *name;
        QString title;
        QString tip;
    } kinds[] = {{SourceKind::Consensus, "compareConsensus", tr("Consensus  C"), tr("Show what the consensus of all people is")},
                 {SourceKind::Model, "compareModel", tr("Model  L"), tr("Show what models proposed")},
                 {SourceKind::Accepted, "compareAccepted", tr("Accepted  A"), tr("Show what has been accepted so far")}};
    for (const auto &kind : kinds) {
        QToolButton *made = button(kind.name, kind.title, kind.tip);
        made->setCheckable(true);
        connect(made, &QToolButton::toggled, this, [this, which = kind.kind](bool on) {
            m_kindShown[which] = on;
            refreshSources();
            refreshChoices();
        });
        m_kinds[kind.kind] = made;
    }
    bar->addSpacing(8);
    m_overlay = button("compareOverlay", tr("Overlay  O"), tr("All in one picture, each in a colour of its own"));
    m_overlay->setCheckable(true);
    connect(m_overlay, &QToolButton::toggled, this, [this](bool on) {
        m_panes->setOverlay(on);
        refreshSources();
        // Panes of another size show more or less of it.
        if (m_comparison)
            select(m_cases.rowOf(m_current), true);
    });
    auto *fit = button("compareFit", tr("Fit  F"), tr("Show all of the item"));
    connect(fit, &QToolButton::clicked, this, [this] { m_panes->fit(); });
    layout->addLayout(bar);
    m_panes = new ComparePanes(m_media);
    layout->addWidget(m_panes, 1);
    m_problem = makeLabel("compareProblem");
    colourText(*m_problem, Token::Warn, palette());
    m_problem->hide();
    layout->addWidget(m_problem);
    return part;
}

QWidget *CompareView::makeDecisions()
{
    auto *column = new QWidget;
    column->setMinimumWidth(280);
    auto *outer = new QVBoxLayout(column);
    outer->setContentsMargins(0, 8, 8, 8);
    m_right = new QStackedWidget;
    outer->addWidget(m_right);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_counts = makeLabel("compareCounts");
    layout->addWidget(m_counts);
    m_caseList = new QListView;
    m_caseList->setObjectName(QStringLiteral("compareCases"));
    m_caseList->setAccessibleName(tr("Differences"));
    m_caseList->setUniformItemSizes(true);
    m_caseList->setModel(&m_cases);
    m_caseList->setItemDelegate(new CompareCaseDelegate(m_caseList));
    m_caseList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_caseList, 1);
    m_why = makeLabel("compareWhy");
    m_details = makeLabel("compareDetails");
    colourText(*m_details, Token::Text2, palette());
    m_conflict = makeLabel("compareRulings");
    layout->addWidget(m_why);
    layout->addWidget(m_details);
    layout->addWidget(m_conflict);
    m_choices = new QVBoxLayout;
    m_choices->setSpacing(2);
    layout->addLayout(m_choices);
    const auto button = [](const QString &title, const char *name, const QString &tip) {
        auto *made = new QPushButton(title);
        made->setObjectName(QLatin1String(name));
        made->setToolTip(tip);
        made->setFocusPolicy(Qt::NoFocus);
        made->setAutoDefault(false);
        return made;
    };
    auto *acts = new QHBoxLayout;
    acts->setSpacing(4);
    m_merge = button(tr("Merge  M"), "compareMerge",
                     tr("The shape that the people's versions agree on, with the class most of them gave"));
    m_none = button(tr("No object  X"), "compareNone", tr("There is nothing here"));
    m_edit = button(tr("Change…  E"), "compareChange", tr("Take a version and change its class, values or shape"));
    for (QPushButton *act : {m_merge, m_none, m_edit})
        acts->addWidget(act, 1);
    layout->addLayout(acts);
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("compareNote"));
    m_note->setPlaceholderText(tr("Why, for this decision (optional)"));
    layout->addWidget(m_note);
    auto *end = new QHBoxLayout;
    end->setSpacing(4);
    m_undo = button(tr("Undo  Ctrl+Z"), "compareUndo", tr("Take the last decision back"));
    m_finish = button(tr("Finish  Ctrl+Enter"), "compareFinish",
                      tr("Accept what was decided and what all agree on, and go to the next item"));
    widen(*m_undo);
    end->addWidget(m_undo);
    end->addWidget(m_finish, 1);
    layout->addLayout(end);
    m_right->addWidget(page);
    m_form = new CompareEdit;
    m_right->addWidget(m_form);
    connect(m_caseList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_selecting)
            select(index.row(), true);
    });
    connect(m_merge, &QPushButton::clicked, this, &CompareView::merge);
    connect(m_none, &QPushButton::clicked, this, &CompareView::none);
    connect(m_edit, &QPushButton::clicked, this, &CompareView::beginEdit);
    connect(m_undo, &QPushButton::clicked, this, &CompareView::undo);
    connect(m_finish, &QPushButton::clicked, this, &CompareView::finish);
    connect(m_note, &QLineEdit::returnPressed, this, [this] { m_caseList->setFocus(); });
    connect(m_form, &CompareEdit::changed, this, &CompareView::refreshSources);
    connect(m_form, &CompareEdit::saved, this, [this] { endEdit(true); });
    connect(m_form, &CompareEdit::cancelled, this, [this] { endEdit(false); });
    return column;
}

void CompareView::makeKeys()
{
    // A line for words takes letters and digits for itself.
    const auto key = [this](const QList<QKeySequence> &keys, auto run) {
        auto *shortcut = new QShortcut(this);
        shortcut->setKeys(keys);
        connect(shortcut, &QShortcut::activated, this, run);
        m_keys.push_back(shortcut);
    };
    key({Qt::Key_Tab, Qt::Key_N}, [this] { step(1); });
    key({Qt::SHIFT | Qt::Key_Tab, Qt::Key_P}, [this] { step(-1); });
    key({Qt::Key_M}, [this] { merge(); });
    key({Qt::Key_X}, [this] { none(); });
    key({Qt::Key_E}, [this] { beginEdit(); });
    key({Qt::Key_O}, [this] { m_overlay->toggle(); });
    key({Qt::Key_F}, [this] { m_panes->fit(); });
    key({Qt::Key_C}, [this] { m_kinds[SourceKind::Consensus]->click(); });
    key({Qt::Key_L}, [this] { m_kinds[SourceKind::Model]->click(); });
    key({Qt::Key_A}, [this] { m_kinds[SourceKind::Accepted]->click(); });
    key({QKeySequence(QKeySequence::Undo)}, [this] { undo(); });
    key({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, [this] { finish(); });
    key({QKeySequence(QKeySequence::Refresh)}, [this] { reload(); });
    for (int i = 0; i < mostNumbers; ++i)
        key({QKeySequence(Qt::Key_1 + i)}, [this, i] {
            const auto source = static_cast<std::size_t>(i);
            if (m_comparison && source < m_comparison->sources.size() && shows(m_comparison->sources[source]))
                choose(source);
        });
}

void CompareView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (editing() || m_note->hasFocus())) {
        endEdit(false);
        m_caseList->setFocus();
        return;
    }
    ProjectWindow::keyPressEvent(event);
}

void CompareView::changeEvent(QEvent *event)
{
    ProjectWindow::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_details)
        return;
    colourText(*m_problem, Token::Warn, palette());
    colourText(*m_details, Token::Text2, palette());
    refreshCase();
}

bool CompareView::editing() const
{
    return m_right->currentWidget() == m_form;
}

void CompareView::refreshItems()
{
    const QSignalBlocker quiet(m_items);
    m_items->clear();
    int waiting = 0;
    for (const adjudication::CompareEntry &entry : m_queue) {
        waiting += entry.adjudicated ? 0 : 1;
        auto *row = new QListWidgetItem(entry.name, m_items);
        fillRow(*row, entry);
        if (entry.item == m_item)
            m_items->setCurrentItem(row);
    }
    m_summary->setText(m_queue.empty() ? tr("No item was handed in by two people.") : tr("%n item(s) wait.", nullptr, waiting));
}

void CompareView::refreshItem()
{
    for (std::size_t i = 0; i < m_queue.size(); ++i)
        if (m_queue[i].item == m_item)
            if (QListWidgetItem *row = m_items->item(static_cast<int>(i)))
                fillRow(*row, m_queue[i]);
}

bool CompareView::shows(const adjudication::Source &source) const
{
    if (source.kind == SourceKind::Person)
        return true;
    const auto shown = m_kindShown.find(source.kind);
    return shown != m_kindShown.end() && shown->second;
}

CompareHeader::Content CompareView::headerOf(std::size_t place) const
{
    const adjudication::Source &source = m_comparison->sources[place];
    CompareHeader::Content header;
    header.number = place < mostNumbers ? static_cast<int>(place) + 1 : 0;
    header.title = sourceTitle(source, m_comparison->blind);
    if (m_panes->isOverlay()) {
        header.colour = model::classColour(static_cast<int>(place));
        header.dashed = source.kind == SourceKind::Model;
    }
    const Case *found = current();
    if (!found)
        return header;
    const Case::Version *version = versionOf(*found, place);
    header.said = saidWords(*found, place, *m_comparison, m_schema);
    header.absent = !version;
    // Where decisions contradict each other, none of them is what was chosen.
    if (caseState(*found) == CaseState::Ruled && source.kind == SourceKind::Person && !found->rulings.empty()) {
        const adjudication::Ruling &ruling = found->rulings.front();
        header.chosen = version ? !ruling.choice.isNull() && version->label.id == ruling.choice : !ruling.result;
    }
    return header;
}

std::vector<ComparePanes::Source> CompareView::paneSources() const
{
    std::vector<ComparePanes::Source> sources;
    for (std::size_t i = 0; i < m_comparison->sources.size(); ++i) {
        const adjudication::Source &source = m_comparison->sources[i];
        ComparePanes::Source made;
        made.labels = {sourceShort(source), model::classColour(static_cast<int>(i)), source.kind == SourceKind::Model,
                       source.labels};
        made.header = headerOf(i);
        made.shown = shows(source);
        sources.push_back(std::move(made));
    }
    if (editing()) {
        ComparePanes::Source made;
        model::Annotation label = m_form->label();
        label.id = AnnotationId{Uuid::fromName("compare-edit", m_current.toBytes())};
        const QColor colour = theme::themeOf(palette()).colour(Token::Focus);
        made.labels = {tr("Changed"), colour, false, {label}};
        made.header.title = tr("Changed");
        made.header.said = labelWords(label, m_schema);
        if (m_panes->isOverlay())
            made.header.colour = colour;
        sources.push_back(std::move(made));
    }
    return sources;
}

void CompareView::refreshSources()
{
    if (!m_comparison)
        return;
    for (const auto &[kind, button] : m_kinds) {
        const bool any = std::any_of(m_comparison->sources.begin(), m_comparison->sources.end(),
                                     [which = kind](const adjudication::Source &source) { return source.kind == which; });
        button->setEnabled(any);
    }
    m_panes->setSources(paneSources(), m_schema);
    const Case *found = current();
    auto marked = found ? labelsOf(*found, *m_comparison) : std::vector<AnnotationId>();
    if (editing())
        marked.push_back(AnnotationId{Uuid::fromName("compare-edit", m_current.toBytes())});
    m_panes->setMarked(marked, false);
}

void CompareView::refreshHeaders()
{
    if (!m_comparison || editing())
        return;
    std::vector<CompareHeader::Content> headers;
    for (std::size_t i = 0; i < m_comparison->sources.size(); ++i)
        headers.push_back(headerOf(i));
    m_panes->setHeaders(headers);
}

void CompareView::refreshCase()
{
    refreshHeaders();
    refreshChoices();
    const Case *found = current();
    m_why->setVisible(found);
    m_details->setVisible(found);
    m_conflict->setVisible(found && !found->rulings.empty());
    if (found) {
        const CaseState state = m_cases.stateAt(m_cases.rowOf(m_current));
        m_why->setText(caseTitle(*found, m_schema) + QStringLiteral(" — ") + whySentence(*found, *m_comparison));
        const QStringList differences = valueDifferences(*found, *m_comparison, m_schema);
        m_details->setText(differences.join(QLatin1Char('\n')));
        m_details->setVisible(!differences.isEmpty());
        QStringList lines = rulingLines(*found, *m_comparison, m_schema, m_services.person().name);
        if (state == CaseState::Open && !lines.isEmpty())
            lines.prepend(tr("What was chosen has been handed in anew since:"));
        if (state == CaseState::Contradictory)
            lines.prepend(tr("The decisions contradict each other. Decide to settle it:"));
        m_conflict->setText(lines.join(QLatin1Char('\n')));
        colourText(*m_conflict, state == CaseState::Contradictory ? Token::Bad : Token::Text2, palette());
    }
    refreshState();
}

void CompareView::refreshChoices()
{
    const Case *found = current();
    std::size_t used = 0;
    if (found) {
        for (std::size_t i = 0; i < m_comparison->sources.size(); ++i) {
            const adjudication::Source &source = m_comparison->sources[i];
            if (!shows(source))
                continue;
            if (used == m_versions.size()) {
                auto *made = new QToolButton;
                made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
                made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
                made->setObjectName(QStringLiteral("compareVersion%1").arg(used + 1));
                made->setFocusPolicy(Qt::NoFocus);
                connect(made, &QToolButton::clicked, this, [this, made] { choose(made->property("source").toUInt()); });
                m_choices->addWidget(made);
                m_versions.push_back(made);
            }
            QToolButton *button = m_versions[used++];
            const CompareHeader::Content header = headerOf(i);
            const QString number = header.number > 0 ? QString::number(header.number) : QStringLiteral(" ");
            QString words = QStringLiteral("%1   %2   %3").arg(number, header.title, header.said);
            words.replace(QLatin1Char('&'), QStringLiteral("&&"));
            button->setProperty("source", static_cast<uint>(i));
            button->setText(words);
            const Case::Version *version = versionOf(*found, i);
            const model::LabelClass *labelClass = version ? m_schema.find(version->label.labelClass) : nullptr;
            button->setIcon(header.chosen ? theme::themedIcon(QStringLiteral("accept"))
                            : version     ? forms::classSwatch(labelClass ? labelClass->colour : QColor(200, 200, 200))
                                          : theme::themedIcon(QStringLiteral("minus")));
            button->setToolTip(header.absent ? tr("Decide that there is no such object") : tr("Accept this version"));
            button->setAccessibleName(header.title + QStringLiteral(": ") + header.said);
            button->show();
        }
    }
    for (std::size_t i = used; i < m_versions.size(); ++i)
        m_versions[i]->hide();
}

void CompareView::refreshState()
{
    const Case *found = current();
    const CompareCaseModel::Counts counts = m_cases.counts();
    QStringList parts;
    if (m_comparison) {
        parts.append(counts.differences == 0 ? tr("No differences") : tr("%n difference(s)", nullptr, counts.differences));
        if (counts.open > 0)
            parts.append(tr("%n open", nullptr, counts.open));
        if (counts.contradictory > 0)
            parts.append(tr("%n contradictory", nullptr, counts.contradictory));
    }
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    m_merge->setEnabled(found && found->versions.size() > 1);
    m_none->setEnabled(found);
    m_edit->setEnabled(found);
    m_undo->setEnabled(idle() && !m_made.empty());
    m_finish->setEnabled(m_comparison != nullptr);
    m_note->setEnabled(found);
}

void CompareView::beginEdit()
{
    const Case *found = current();
    if (!found || editing())
        return;
    std::vector<CompareEdit::Start> starts;
    std::size_t first = 0;
    for (const auto *list : {&found->versions, &found->beside}) {
        for (const Case::Version &version : *list) {
            const bool chosen = !found->rulings.empty() && found->rulings.front().choice == version.label.id;
            if (chosen)
                first = starts.size();
            starts.push_back({sourceTitle(m_comparison->sources[version.source], m_comparison->blind), version.label});
        }
    }
    for (const adjudication::Ruling &ruling : found->rulings) {
        if (!ruling.result || !ruling.choice.isNull())
            continue;
        first = starts.size();
        starts.push_back({tr("What was decided"), *ruling.result});
    }
    if (starts.empty())
        return;
    m_problem->hide();
    for (QShortcut *key : m_keys)
        key->setEnabled(false);
    m_right->setCurrentWidget(m_form);
    m_form->begin(m_schema, std::move(starts), first);
}

void CompareView::endEdit(bool save)
{
    if (!editing())
        return;
    if (save && !m_form->problem().isEmpty())
        return;
    m_right->setCurrentIndex(0);
    for (QShortcut *key : m_keys)
        key->setEnabled(true);
    m_caseList->setFocus();
    refreshSources();
    const Case *found = current();
    if (!save || !found)
        return;
    adjudication::RulingDraft draft;
    draft.caseId = found->id;
    draft.kind = adjudication::RulingDraft::Kind::Edit;
    draft.result = m_form->label();
    decide(std::move(draft));
}

}  // namespace plumbline::workstation
