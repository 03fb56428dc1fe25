// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/annotationmodel.h"

#include "core/itemmodels/calibrationwords.h"
#include "core/itemmodels/rulefindings.h"
#include "core/itemmodels/words.h"
#include "core/model/measure.h"

#include <QLocale>

#include <algorithm>
#include <type_traits>

namespace plumbline::itemmodels {

AnnotationModel::AnnotationModel(QObject *parent) : QAbstractListModel(parent)
{
}

void AnnotationModel::setEditing(document::Editing *editing)
{
    disconnect(m_connection);
    disconnect(m_marks);
    m_editing = editing;
    reset();
    if (!m_editing)
        return;
    m_connection = connect(m_editing, &document::Editing::changed, this, &AnnotationModel::onEvent);
    m_marks = connect(m_editing, &document::Editing::marksChanged, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), {FlaggedRole, FindingsRole, DetailRole});
    });
}

bool AnnotationModel::isOpenPrediction(const model::Annotation &annotation)
{
    return model::isModelLayer(annotation.layer) && annotation.verdict == model::Verdict::None;
}

QStringList AnnotationModel::missingAttributes(const model::Schema &schema, const model::Annotation &annotation)
{
    QStringList missing;
    for (const model::Attribute *attribute : schema.unanswered(annotation))
        missing.append(attribute->title.isEmpty() ? attribute->key : attribute->title);
    return missing;
}

std::vector<model::Annotation> AnnotationModel::shownNow() const
{
    std::vector<model::Annotation> shown;
    if (!m_editing)
        return shown;
    const auto item = m_editing->item();
    const bool byFrame = item && item->frames > 1;
    for (const model::Annotation &annotation : m_editing->annotations()) {
        if (byFrame && annotation.frame && annotation.frame->index != m_editing->frame())
            continue;
        if (!model::isModelLayer(annotation.layer) || annotation.verdict == model::Verdict::None)
            shown.push_back(annotation);
    }
    return shown;
}

void AnnotationModel::reset()
{
    beginResetModel();
    m_rows = shownNow();
    m_places.clear();
    endResetModel();
}

// Both lists are in creation order, but an undo can bring a label back to where it was: rows move by leaving and coming.
void AnnotationModel::update()
{
    const std::vector<model::Annotation> now = shownNow();
    QSet<AnnotationId> staying;
    QSet<AnnotationId> known;
    for (const model::Annotation &annotation : now)
        staying.insert(annotation.id);
    for (const model::Annotation &annotation : m_rows)
        known.insert(annotation.id);
    // Row by row, thousands would take the square of the time.
    constexpr qsizetype mostMoves = 200;
    const qsizetype both = QSet<AnnotationId>(staying).intersect(known).size();
    if (staying.size() + known.size() - 2 * both > mostMoves) {
        reset();
        return;
    }
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (staying.contains(m_rows[static_cast<std::size_t>(row)].id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        m_places.clear();
        endRemoveRows();
    }
    for (std::size_t row = 0; row < now.size(); ++row) {
        if (row < m_rows.size() && m_rows[row].id == now[row].id)
            continue;
        if (known.contains(now[row].id)) {
            reset();
            return;
        }
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(row), now[row]);
        m_places.clear();
        endInsertRows();
    }
    m_rows = now;
    m_places.clear();
    if (!m_rows.empty())
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

void AnnotationModel::onEvent(const document::DocumentEvent &event)
{
    std::visit(
        [this](const auto &what) {
            using Event = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<Event, document::ItemShown> || std::is_same_v<Event, document::SchemaChanged>
                          || std::is_same_v<Event, document::FrameShown>) {
                reset();
            } else if constexpr (std::is_same_v<Event, document::AnnotationsChanged>) {
                update();
            } else if constexpr (std::is_same_v<Event, document::SelectionChanged>) {
                if (!m_rows.empty())
                    emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), {SelectedRole});
            } else {
                static_assert(std::is_same_v<Event, document::CurrentClassChanged> || std::is_same_v<Event, document::SaveStateChanged>
                              || std::is_same_v<Event, document::HistoryChanged> || std::is_same_v<Event, document::QueueChanged>
                              || std::is_same_v<Event, document::GaugeChanged> || std::is_same_v<Event, document::TracksChanged>);
            }
        },
        event);
}

int AnnotationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString AnnotationModel::titleAt(int row) const
{
    return labelTitle(m_editing->schema(), m_rows[static_cast<std::size_t>(row)]);
}

int AnnotationModel::numberOf(int row) const
{
    const model::Annotation &one = m_rows[static_cast<std::size_t>(row)];
    const auto alike = [&, title = titleAt(row)](const model::Annotation &other) {
        return other.labelClass == one.labelClass
               && (!one.labelClass.isNull() || labelTitle(m_editing->schema(), other) == title);
    };
    return 1 + static_cast<int>(std::count_if(m_rows.begin(), m_rows.begin() + row, alike));
}

QString AnnotationModel::detail(const model::Annotation &annotation) const
{
    QStringList parts;
    const auto *line = std::get_if<geometry::Polyline>(&annotation.geometry);
    if (const auto measure = line ? model::measureOf(annotation) : std::nullopt)
        parts.append(measureText(*line, *measure));
    if (const auto *way = std::get_if<geometry::Polyline3>(&annotation.geometry))
        parts.append(tr("%1 m").arg(QLocale().toString(model::lengthMetres(*way), 'f', 2)));
    if (std::holds_alternative<geometry::Box>(annotation.geometry) && annotation.frame && m_editing && m_editing->scene())
        parts.append(annotation.frame->stream);
    if (annotation.origin.kind != model::OriginKind::Human || isOpenPrediction(annotation))
        parts.append(originWord(annotation.origin.kind));
    if (annotation.score)
        parts.append(QLocale().toString(*annotation.score, 'f', 2));
    if (annotation.role == model::Role::Ignore)
        parts.append(tr("ignore"));
    if (annotation.role == model::Role::Crowd)
        parts.append(tr("crowd"));
    if (annotation.unsure)
        parts.append(tr("unsure"));
    const auto missing = m_editing ? missingAttributes(m_editing->schema(), annotation) : QStringList();
    if (m_editing && m_editing->marks().flagged.contains(annotation.id) && missing.isEmpty())
        parts.append(tr("breaks a rule"));
    if (!missing.isEmpty() && !isOpenPrediction(annotation))
        parts.append(tr("needs %1").arg(missing.join(QStringLiteral(", "))));
    return parts.join(QStringLiteral(" · "));
}

QVariant AnnotationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_rows.size()) || !m_editing)
        return {};
    const model::Annotation &annotation = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: {
        // "class 0 2" would be one number too many.
        const QString title = titleAt(index.row());
        const bool endsInNumber = !title.isEmpty() && title.back().isDigit();
        return (endsInNumber ? QStringLiteral("%1 #%2") : QStringLiteral("%1 %2")).arg(title).arg(numberOf(index.row()));
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString words = detail(annotation);
        const QString name = data(index, Qt::DisplayRole).toString();
        QStringList lines{words.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, words)};
        if (m_findings)
            lines += m_findings->textsOf(annotation.id);
        if (const QString words = calibrationWords(m_editing->scene(), annotation); !words.isEmpty())
            lines.append(words);
        return lines.join(QLatin1Char('\n'));
    }
    case IdRole:
        return annotation.id.toString();
    case ClassRole:
        return titleAt(index.row());
    case ColourRole: {
        const model::LabelClass *labelClass = m_editing->schema().find(annotation.labelClass);
        return labelClass ? labelClass->colour : QColor(Qt::gray);
    }
    case OriginRole:
        return originWord(annotation.origin.kind);
    case ScoreRole:
        return annotation.score ? QVariant(*annotation.score) : QVariant();
    case LayerRole:
        return annotation.layer;
    case SelectedRole:
        return m_editing->selection().contains(annotation.id);
    case PredictionRole:
        return isOpenPrediction(annotation);
    case UnsureRole:
        return annotation.unsure;
    case FlaggedRole:
        return m_editing->marks().flagged.contains(annotation.id);
    case FindingsRole:
        return m_findings ? m_findings->textsOf(annotation.id) : QStringList();
    case LabelRole:
        return static_cast<int>(annotation.role);
    case NumberRole:
        return numberOf(index.row());
    case DetailRole:
        return detail(annotation);
    case MissingRole:
        return isOpenPrediction(annotation) ? 0 : static_cast<int>(missingAttributes(m_editing->schema(), annotation).size());
    default:
        return {};
    }
}

QHash<int, QByteArray> AnnotationModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IdRole, "id"},         {ClassRole, "class"},           {ColourRole, "colour"},
            {OriginRole, "origin"},       {ScoreRole, "score"},   {LayerRole, "layer"},           {SelectedRole, "selected"},
            {UnsureRole, "unsure"},       {DetailRole, "detail"}, {PredictionRole, "prediction"}, {NumberRole, "number"},
            {LabelRole, "role"},          {MissingRole, "missing"}, {FlaggedRole, "flagged"},     {FindingsRole, "findings"}};
}

const model::Annotation *AnnotationModel::annotationAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

AnnotationId AnnotationModel::idAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? m_rows[static_cast<std::size_t>(row)].id : AnnotationId{};
}

int AnnotationModel::rowOf(AnnotationId id) const
{
    if (m_places.isEmpty())
        for (std::size_t row = 0; row < m_rows.size(); ++row)
            m_places.insert(m_rows[row].id, static_cast<int>(row));
    return m_places.value(id, -1);
}

int AnnotationModel::predictionCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), &AnnotationModel::isOpenPrediction));
}

int AnnotationModel::labelCount() const
{
    return static_cast<int>(m_rows.size()) - predictionCount();
}

}  // namespace plumbline::itemmodels
