// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/labelfiltermodel.h"

namespace plumbline::itemmodels {

LabelFilterModel::LabelFilterModel(AnnotationModel &source, QObject *parent) : QSortFilterProxyModel(parent), m_source(source)
{
    setSourceModel(&source);
}

void LabelFilterModel::setEditing(document::Editing *editing)
{
    disconnect(m_events);
    disconnect(m_marks);
    m_editing = editing;
    if (m_editing) {
        m_events = connect(m_editing, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
            if (std::holds_alternative<document::SchemaChanged>(event))
                apply();
            else if (std::holds_alternative<document::AnnotationsChanged>(event) || std::holds_alternative<document::ItemShown>(event))
                mark();
        });
        m_marks = connect(m_editing, &document::Editing::marksChanged, this, [this] {
            if (m_flagged == m_editing->marks().flagged)
                return;
            m_flagged = m_editing->marks().flagged;
            if (!m_filter.empty()) {
                invalidateFilter();
                mark();
            }
        });
        m_flagged = m_editing->marks().flagged;
    }
    apply();
}

void LabelFilterModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    apply();
}

void LabelFilterModel::apply()
{
    m_filter = m_editing && !m_text.isEmpty() ? LabelFilter(m_text, m_editing->schema()) : LabelFilter();
    invalidateFilter();
    mark();
}

void LabelFilterModel::mark()
{
    if (!m_editing)
        return;
    document::Marks marks = m_editing->marks();
    marks.filteredOut.clear();
    if (!m_filter.empty())
        for (const model::Annotation &annotation : m_editing->annotations())
            if (!m_filter.matches(annotation, m_flagged.contains(annotation.id)))
                marks.filteredOut.insert(annotation.id);
    m_editing->setMarks(marks);
}

AnnotationId LabelFilterModel::idAt(int row) const
{
    return m_source.idAt(mapToSource(index(row, 0)).row());
}

int LabelFilterModel::rowOf(AnnotationId id) const
{
    const int row = m_source.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_source.index(row)).row();
}

int LabelFilterModel::hiddenCount() const
{
    return m_source.rowCount() - rowCount();
}

bool LabelFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_filter.empty())
        return true;
    const model::Annotation *annotation = m_source.annotationAt(row);
    return annotation && m_filter.matches(*annotation, m_flagged.contains(annotation->id));
}

}  // namespace plumbline::itemmodels
