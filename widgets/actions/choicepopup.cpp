// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/choicepopup.h"

#include "widgets/actions/fuzzy.h"

#include <QAbstractListModel>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::actions {

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int detailRole = Qt::UserRole + 2;
constexpr int ownColoursRole = Qt::UserRole + 3;
constexpr int createRole = Qt::UserRole + 4;  // the typed text that this row makes something new of
constexpr int swatchRole = Qt::UserRole + 5;
constexpr int rowHeight = 28;
constexpr int mostRows = 12;

class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool current = option.state & QStyle::State_Selected;
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        const auto group = enabled ? QPalette::Active : QPalette::Disabled;
        if (current)
            painter->fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
        const QColor text = option.palette.color(group, current ? QPalette::HighlightedText : QPalette::Text);
        QRect area = option.rect.adjusted(12, 0, -12, 0);
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        const bool tinted = current && !index.data(ownColoursRole).toBool();
        const QRect iconArea(area.left(), area.center().y() - 7, 16, 16);
        const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, option.rect, part); };
        painter->setLayoutDirection(option.direction);
        if (const auto swatch = index.data(swatchRole).value<QColor>(); swatch.isValid()) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(swatch);
            painter->drawRoundedRect(QRectF(placed(iconArea)).adjusted(2, 2, -2, -2), 3, 3);
            painter->setRenderHint(QPainter::Antialiasing, false);
        } else if (!icon.isNull()) {
            icon.paint(painter, placed(iconArea), Qt::AlignCenter, enabled ? (tinted ? QIcon::Selected : QIcon::Normal) : QIcon::Disabled);
        }
        area.setLeft(area.left() + 26);
        const QString detail = index.data(detailRole).toString();
        painter->setPen(current ? text : option.palette.color(QPalette::Active, QPalette::PlaceholderText));
        painter->drawText(placed(area), Qt::AlignVCenter | Qt::AlignRight, detail);
        area.setRight(area.right() - option.fontMetrics.horizontalAdvance(detail) - 16);
        painter->setPen(text);
        painter->drawText(placed(area), Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, rowHeight}; }
};

}  // namespace

/// Rows that fit, as places in the list of choices: typing goes through ten thousand without making an object for each.
class ChoicePopup::Model final : public QAbstractListModel
{
public:
    Model(const std::vector<Choice> &choices, QObject *parent) : QAbstractListModel(parent), m_choices(choices) {}

    void show(std::vector<int> rows, const QString &fresh, const QString &freshText)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_fresh = fresh;
        m_freshText = freshText;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size()) + (m_fresh.isEmpty() ? 0 : 1);
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        if (!index.isValid())
            return Qt::NoItemFlags;
        const Choice *choice = at(index.row());
        return choice && !choice->enabled ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const Choice *choice = at(index.row());
        if (!index.isValid())
            return {};
        if (!choice)
            return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(m_freshText) : role == createRole ? QVariant(m_fresh) : QVariant();
        switch (role) {
        case Qt::DisplayRole: return choice->text;
        case Qt::DecorationRole: return choice->icon;
        case Qt::AccessibleTextRole:
            return choice->detail.isEmpty() ? choice->text : QStringLiteral("%1, %2").arg(choice->text, choice->detail);
        case idRole: return choice->id;
        case detailRole: return choice->detail;
        case ownColoursRole: return choice->ownColours;
        case swatchRole: return choice->swatch;
        default: return {};
        }
    }

private:
    [[nodiscard]] const Choice *at(int row) const
    {
        return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_choices[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])] : nullptr;
    }

    const std::vector<Choice> &m_choices;
    std::vector<int> m_rows;
    QString m_fresh;  // what the last row makes something new of
    QString m_freshText;
};

ChoicePopup::ChoicePopup(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_search(new QLineEdit(this)), m_list(new QListView(this)), m_model(new Model(m_choices, this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->setMinimumHeight(30);
    m_search->installEventFilter(this);
    m_search->setAccessibleName(tr("Search"));
    setFocusProxy(m_search);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Choices"));
    connect(m_search, &QLineEdit::textChanged, this, &ChoicePopup::filter);
    connect(m_list, &QListView::clicked, this, &ChoicePopup::accept);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
}

void ChoicePopup::setPlaceholder(const QString &text)
{
    m_search->setPlaceholderText(text);
    m_search->setAccessibleName(text);
    setAccessibleName(text);
}

void ChoicePopup::setChoices(std::vector<Choice> choices)
{
    m_model->show({}, {}, {});
    m_choices = std::move(choices);
    filter();
}

QStringList ChoicePopup::shownIds() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.append(m_model->index(row, 0).data(idRole).toString());
    return ids;
}

void ChoicePopup::popup(const QPoint &globalTopLeft, int width, const QString &first)
{
    m_search->clear();
    filter();
    setFixedWidth(width);
    const int rows = std::clamp(static_cast<int>(m_choices.size()) + (m_createText.isEmpty() ? 0 : 1), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight);
    adjustSize();
    QPoint place = globalTopLeft;
    if (const QScreen *screen = QGuiApplication::screenAt(globalTopLeft)) {
        const QRect room = screen->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width)));
        place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(place);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
    m_search->setText(first);
}

void ChoicePopup::filter()
{
    const QString typed = m_search->text();
    std::vector<std::pair<int, int>> fitting;
    for (int row = 0; row < static_cast<int>(m_choices.size()); ++row) {
        const Choice &choice = m_choices[static_cast<std::size_t>(row)];
        int score = fuzzyScore(choice.text, typed);
        if (!choice.search.isEmpty())
            score = std::max(score, fuzzyScore(choice.search, typed) - 20);
        if (score > 0)
            fitting.emplace_back(score, row);
    }
    if (!typed.isEmpty())
        std::stable_sort(fitting.begin(), fitting.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<int> rows;
    rows.reserve(fitting.size());
    for (const auto &[score, row] : fitting)
        rows.push_back(row);
    QString fresh = m_createText.isEmpty() ? QString() : typed.trimmed();
    const bool known = std::any_of(m_choices.begin(), m_choices.end(), [&](const Choice &choice) {
        return choice.text.compare(fresh, Qt::CaseInsensitive) == 0 || choice.search.compare(fresh, Qt::CaseInsensitive) == 0
               || choice.search.startsWith(fresh + QLatin1Char(' '), Qt::CaseInsensitive);
    });
    if (known)
        fresh.clear();
    m_model->show(std::move(rows), fresh, fresh.isEmpty() ? QString() : m_createText.arg(fresh));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.flags() & Qt::ItemIsEnabled) {
            m_list->setCurrentIndex(index);
            break;
        }
    }
}

void ChoicePopup::accept()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !(current.flags() & Qt::ItemIsEnabled))
        return;
    const QString id = current.data(idRole).toString();
    const QString fresh = current.data(createRole).toString();
    close();
    if (fresh.isEmpty())
        emit chosen(id);
    else
        emit createRequested(fresh);
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::ControlModifier && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9) {
            if (const QString id = m_list->currentIndex().data(idRole).toString(); !id.isEmpty())
                emit digitPressed(id, key->key() - Qt::Key_0);
            return true;
        }
        const int page = mostRows - 1;
        int step = 0;
        switch (key->key()) {
        case Qt::Key_Down:
            step = 1;
            break;
        case Qt::Key_Up:
            step = -1;
            break;
        case Qt::Key_PageDown:
            step = page;
            break;
        case Qt::Key_PageUp:
            step = -page;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            accept();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            break;
        }
        if (step != 0 && m_model->rowCount() > 0) {
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace plumbline::actions
