// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/itemmodels/issuesource.h"
#include "core/rules/imagecheck.h"
#include "core/rules/scenecheck.h"

#include <QHash>
#include <QPointer>

#include <memory>

namespace plumbline::itemmodels {

/// What the schema's rules, and in scenes its conventions, say of the shown item while it is labeled: for the issues panel, for
/// marks in list and view, and for the question whether it can be submitted. Looks at the person's own layer. Main thread only.
class PLUMBLINE_CORE_EXPORT RuleFindings final : public IssueSource
{
    Q_OBJECT

public:
    explicit RuleFindings(QObject *parent = nullptr);

    /// Null = nothing is open.
    void setEditing(document::Editing *editing);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<Finding> findings() const override;
    [[nodiscard]] const std::vector<rules::Finding> &broken() const { return m_broken; }
    /// What is wrong with one label, one sentence each.
    [[nodiscard]] QStringList textsOf(AnnotationId id) const { return m_texts.value(id); }
    /// The first finding that keeps the item from being submitted; null = none.
    [[nodiscard]] const rules::Finding *blocking() const;
    [[nodiscard]] int blockingCount() const;

private:
    void onEvent(const document::DocumentEvent &event);
    void useSchema();
    void restart();
    void update(const QSet<AnnotationId> &ids);
    void publish();

    QPointer<document::Editing> m_editing;
    QString m_layer;
    std::unique_ptr<rules::ImageCheck> m_check;
    std::unique_ptr<rules::SceneCheck> m_sceneCheck;
    bool m_isScene = false;
    std::vector<rules::Finding> m_broken;
    QHash<AnnotationId, QStringList> m_texts;
};

}  // namespace plumbline::itemmodels
