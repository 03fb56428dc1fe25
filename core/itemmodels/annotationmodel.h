// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"

#include <QAbstractListModel>
#include <QHash>

#include <vector>

namespace plumbline::itemmodels {

class RuleFindings;

/// Labels of the shown item, in creation order; predictions that were accepted or rejected are left out, as in views.
/// Main thread only.
class PLUMBLINE_CORE_EXPORT AnnotationModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        ClassRole,       ///< what it is: labelTitle()
        ColourRole,      ///< QColor
        OriginRole,      ///< word: human, model…
        ScoreRole,       ///< double, or invalid
        LayerRole,
        SelectedRole,
        PredictionRole,  ///< an open prediction: it can be accepted or rejected
        UnsureRole,
        LabelRole,       ///< model::Role as int
        NumberRole,      ///< counts labels of the same title in this item, from 1
        DetailRole,      ///< what it measures, origin, score and flags in words
        MissingRole,     ///< number of required attributes without an answer
        FlaggedRole,     ///< a label-time rule is broken
        FindingsRole,    ///< which, in words: QStringList
    };

    explicit AnnotationModel(QObject *parent = nullptr);

    /// Must live until the next call; null = no rows.
    void setEditing(document::Editing *editing);
    /// Where FindingsRole comes from; may be null. Must outlive the model.
    void setFindings(const RuleFindings *findings) { m_findings = findings; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] AnnotationId idAt(int row) const;
    [[nodiscard]] int rowOf(AnnotationId id) const;
    /// Null when there is no such row.
    [[nodiscard]] const model::Annotation *annotationAt(int row) const;
    /// Labels that people made or accepted, and open predictions.
    [[nodiscard]] int labelCount() const;
    [[nodiscard]] int predictionCount() const;

    [[nodiscard]] static bool isOpenPrediction(const model::Annotation &annotation);
    /// Required attributes of its class that nobody answered, whose condition holds.
    [[nodiscard]] static QStringList missingAttributes(const model::Schema &schema, const model::Annotation &annotation);

private:
    void onEvent(const document::DocumentEvent &event);
    void reset();
    void update();
    [[nodiscard]] std::vector<model::Annotation> shownNow() const;
    [[nodiscard]] QString titleAt(int row) const;
    [[nodiscard]] int numberOf(int row) const;
    [[nodiscard]] QString detail(const model::Annotation &annotation) const;

    document::Editing *m_editing = nullptr;
    QMetaObject::Connection m_connection;
    QMetaObject::Connection m_marks;
    const RuleFindings *m_findings = nullptr;
    std::vector<model::Annotation> m_rows;
    mutable QHash<AnnotationId, int> m_places;  // rows; empty until somebody asks
};

}  // namespace plumbline::itemmodels
