// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/comparecases.h"

#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace plumbline::workstation {

using theme::Token;

namespace {

constexpr int signWidth = 22;

void paintSign(QPainter &painter, QPointF centre, CaseState state, const QPalette &palette)
{
    const theme::Theme &colours = theme::themeOf(palette);
    constexpr double radius = 5.5;
    const auto circle = [&](Token token, bool filled) {
        painter.setPen(QPen(colours.colour(token), 1.5));
        painter.setBrush(filled ? QBrush(colours.colour(token)) : Qt::NoBrush);
        painter.drawEllipse(centre, radius, radius);
    };
    const auto line = [&](std::initializer_list<QPointF> points) {
        painter.setPen(QPen(colours.colour(Token::Surface0), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        QPolygonF way;
        for (const QPointF &point : points)
            way << centre + point;
        painter.drawPolyline(way);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    switch (state) {
    case CaseState::Open: circle(Token::Warn, false); break;
    case CaseState::Saving: circle(Token::Good, false); break;
    case CaseState::Ruled:
        circle(Token::Good, true);
        line({{-2.4, 0.2}, {-0.6, 2.1}, {2.6, -1.9}});
        break;
    case CaseState::Contradictory:
        circle(Token::Bad, true);
        line({{0, -2.8}, {0, 0.6}});
        line({{0, 2.6}, {0, 2.7}});
        break;
    case CaseState::Agreed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.colour(Token::Text3));
        painter.drawEllipse(centre, 2.0, 2.0);
        break;
    }
}

}  // namespace

void CompareCaseModel::setComparison(std::shared_ptr<const adjudication::Comparison> comparison, const model::Schema &schema)
{
    const bool same =
        comparison && m_comparison
        && std::equal(comparison->cases.begin(), comparison->cases.end(), m_comparison->cases.begin(), m_comparison->cases.end(),
                      [](const adjudication::Case &a, const adjudication::Case &b) { return a.id == b.id; });
    if (!same)
        beginResetModel();
    m_comparison = std::move(comparison);
    m_titles.clear();
    m_details.clear();
    if (m_comparison) {
        for (const adjudication::Case &found : m_comparison->cases) {
            m_titles.push_back(caseTitle(found, schema));
            m_details.push_back(whyWords(found, *m_comparison));
        }
    }
    if (!same)
        endResetModel();
    else if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

void CompareCaseModel::setSaving(std::set<Uuid> cases)
{
    if (cases == m_saving)
        return;
    m_saving = std::move(cases);
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

const adjudication::Case *CompareCaseModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_comparison->cases[static_cast<std::size_t>(row)] : nullptr;
}

CaseState CompareCaseModel::stateAt(int row) const
{
    const adjudication::Case *found = at(row);
    if (!found)
        return CaseState::Agreed;
    return m_saving.contains(found->id) ? CaseState::Saving : caseState(*found);
}

int CompareCaseModel::rowOf(const Uuid &caseId) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (at(row)->id == caseId)
            return row;
    return -1;
}

int CompareCaseModel::nextDifference(int row, int step) const
{
    const int count = rowCount();
    if (row < 0)
        row = step > 0 ? -1 : 0;
    for (int i = 1; i <= count; ++i) {
        const int candidate = ((row + i * step) % count + count) % count;
        if (stateAt(candidate) != CaseState::Agreed)
            return candidate;
    }
    return -1;
}

int CompareCaseModel::nextOpen(int row) const
{
    const int count = rowCount();
    for (int i = 1; i <= count; ++i) {
        const int candidate = (std::max(row, -1) + i) % count;
        if (isOpen(stateAt(candidate)))
            return candidate;
    }
    return -1;
}

CompareCaseModel::Counts CompareCaseModel::counts() const
{
    Counts counts;
    for (int row = 0; row < rowCount(); ++row) {
        const CaseState state = stateAt(row);
        counts.differences += state != CaseState::Agreed;
        counts.open += isOpen(state);
        counts.contradictory += state == CaseState::Contradictory;
    }
    return counts;
}

int CompareCaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_comparison ? 0 : static_cast<int>(m_comparison->cases.size());
}

QVariant CompareCaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto place = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole: return m_titles[place];
    case DetailRole: return m_details[place];
    case StateRole: return static_cast<int>(stateAt(index.row()));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString state = caseStateWord(stateAt(index.row()));
        return m_details[place].isEmpty()
                   ? m_titles[place] + QStringLiteral(" · ") + state
                   : m_titles[place] + QStringLiteral(" · ") + m_details[place] + QStringLiteral(" · ") + state;
    }
    default: return {};
    }
}

void CompareCaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto state = static_cast<CaseState>(index.data(CompareCaseModel::StateRole).toInt());
    painter->save();
    QRect area = paintGround(painter, option, option.state.testFlag(QStyle::State_Selected));
    const QRect sign = placed(option, QRect(area.left(), area.top(), signWidth, area.height()));
    paintSign(*painter, QRectF(sign).center(), state, option.palette);
    area.setLeft(area.left() + signWidth);
    paintTexts(painter, option, area, index.data(Qt::DisplayRole).toString(), index.data(CompareCaseModel::DetailRole).toString(),
               state == CaseState::Agreed);
    painter->restore();
}

}  // namespace plumbline::workstation
