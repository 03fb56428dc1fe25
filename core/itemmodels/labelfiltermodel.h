// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/annotationmodel.h"
#include "core/itemmodels/labelfilter.h"

#include <QPointer>
#include <QSortFilterProxyModel>

namespace plumbline::itemmodels {

/// The annotation list as a filter lets through. What it hides leaves the view too (document::Marks). Main thread only.
class PLUMBLINE_CORE_EXPORT LabelFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The model must outlive this.
    explicit LabelFilterModel(AnnotationModel &source, QObject *parent = nullptr);

    /// Null = nothing is open; the filter is kept.
    void setEditing(document::Editing *editing);
    void setFilterText(const QString &text);
    [[nodiscard]] const QString &filterText() const { return m_text; }
    [[nodiscard]] const LabelFilter &filter() const { return m_filter; }

    [[nodiscard]] AnnotationId idAt(int row) const;
    /// -1 when it is hidden or not there.
    [[nodiscard]] int rowOf(AnnotationId id) const;
    [[nodiscard]] int hiddenCount() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void apply();
    void mark();

    AnnotationModel &m_source;
    QPointer<document::Editing> m_editing;
    QMetaObject::Connection m_events;
    QMetaObject::Connection m_marks;
    QString m_text;
    LabelFilter m_filter;
    QSet<AnnotationId> m_flagged;
};

}  // namespace plumbline::itemmodels
