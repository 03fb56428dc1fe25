// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/cropmodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace plumbline::review {

QString decisionWord(model::DecisionKind kind)
{
    switch (kind) {
    case model::DecisionKind::Accept: return QCoreApplication::translate("plumbline::review", "accepted");
    case model::DecisionKind::Fix: return QCoreApplication::translate("plumbline::review", "to be fixed");
    case model::DecisionKind::Reject: return QCoreApplication::translate("plumbline::review", "rejected");
    }
    return {};
}

void CropModel::setCrops(std::vector<Crop> crops)
{
    beginResetModel();
    m_crops = std::move(crops);
    m_places.clear();
    for (std::size_t i = 0; i < m_crops.size(); ++i)
        m_places.emplace(m_crops[i].id, i);
    arrange();
    endResetModel();
}

void CropModel::setOrder(CropOrder order)
{
    beginResetModel();
    m_order = order;
    arrange();
    endResetModel();
}

void CropModel::setClass(ClassId labelClass)
{
    beginResetModel();
    m_class = labelClass;
    arrange();
    endResetModel();
}

void CropModel::setSettledShown(bool shown)
{
    beginResetModel();
    m_settledShown = shown;
    arrange();
    endResetModel();
}

std::size_t CropModel::settled() const
{
    return static_cast<std::size_t>(
        std::count_if(m_crops.begin(), m_crops.end(), [](const Crop &crop) { return crop.settled && !crop.decision; }));
}

void CropModel::arrange()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_crops.size(); ++i)
        if ((m_class.isNull() || m_crops[i].labelClass == m_class) && (m_settledShown || !m_crops[i].settled))
            m_rows.push_back(i);
    const auto by = [this](auto key) {
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [&](std::size_t a, std::size_t b) { return key(m_crops[a]) < key(m_crops[b]); });
    };
    const double last = std::numeric_limits<double>::infinity();
    switch (m_order) {
    case CropOrder::AsLabeled: break;
    // Equal things beside each other: what does not belong catches the eye.
    case CropOrder::ByClass: by([](const Crop &crop) { return std::tuple(crop.title, crop.size); }); break;
    case CropOrder::SmallestFirst: by([](const Crop &crop) { return crop.size; }); break;
    case CropOrder::LowestScoreFirst: by([last](const Crop &crop) { return crop.score.value_or(last); }); break;
    case CropOrder::UndecidedFirst: by([](const Crop &crop) { return crop.decision.has_value(); }); break;
    case CropOrder::SuspiciousFirst: by([](const Crop &crop) { return -crop.suspicion; }); break;
    }
    m_rowOf.assign(m_crops.size(), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf[m_rows[row]] = static_cast<int>(row);
}

const Crop *CropModel::find(AnnotationId id) const
{
    const auto place = m_places.find(id);
    return place == m_places.end() ? nullptr : &m_crops[place->second];
}

int CropModel::rowOf(AnnotationId id) const
{
    const auto place = m_places.find(id);
    return place == m_places.end() ? -1 : m_rowOf[place->second];
}

void CropModel::picturesChanged(const std::vector<AnnotationId> &ids)
{
    for (const AnnotationId id : ids)
        if (const int row = rowOf(id); row >= 0)
            emit dataChanged(index(row), index(row), {Qt::DecorationRole});
}

const Crop *CropModel::at(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_crops[m_rows[static_cast<std::size_t>(row)]] : nullptr;
}

CropModel::Picture CropModel::pictureAt(int row) const
{
    const Crop *crop = at(row);
    return crop && m_lookup ? m_lookup(*crop) : Picture{};
}

void CropModel::setDecision(AnnotationId id, std::optional<model::DecisionKind> decision, const QString &errorCode)
{
    const auto place = m_places.find(id);
    if (place == m_places.end())
        return;
    m_crops[place->second].decision = decision;
    m_crops[place->second].errorCode = errorCode;
    const int row = m_rowOf[place->second];
    if (row >= 0)
        emit dataChanged(index(row), index(row));
}

std::size_t CropModel::undecided() const
{
    return static_cast<std::size_t>(
        std::count_if(m_crops.begin(), m_crops.end(), [](const Crop &crop) { return !crop.decision.has_value() && !crop.settled; }));
}

int CropModel::nextUndecided(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int next = (row + step + count) % count;
        if (!at(next)->decision && !at(next)->settled)
            return next;
    }
    return -1;
}

int CropModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CropModel::data(const QModelIndex &index, int role) const
{
    const Crop *crop = at(index.row());
    if (!crop)
        return {};
    const QString state = crop->decision ? decisionWord(*crop->decision) : tr("undecided");
    switch (role) {
    case TitleRole: return crop->title;
    case DecisionRole: return state;
    case Qt::AccessibleTextRole: return tr("%1, %2, in %3").arg(crop->title, state, crop->itemName);
    case Qt::ToolTipRole: {
        QString text = tr("%1 in %2: %3").arg(crop->title, crop->itemName, state);
        if (!crop->errorCode.isEmpty())
            text += QStringLiteral(" (%1)").arg(crop->errorCode);
        if (crop->changed)
            text += QLatin1Char('\n') + tr("changed since the last round");
        if (!crop->suspicionWhy.isEmpty())
            text += QLatin1Char('\n') + crop->suspicionWhy;
        return text;
    }
    default: return {};
    }
}

}  // namespace plumbline::review
