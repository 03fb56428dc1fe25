// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/schema.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace plumbline::itemmodels {

/// Which labels are wanted, from a line that people type: words are parts of class names; `colour=red`, `score>0.5`,
/// `origin:model`, `role:ignore`, `is:unsure`, `is:flagged`, `is:unanswered`, `is:prediction`; "-" before one turns it
/// round; all must hold. Quotes keep spaces. A value.
class PLUMBLINE_CORE_EXPORT LabelFilter
{
public:
    LabelFilter() = default;
    LabelFilter(const QString &text, const model::Schema &schema);

    [[nodiscard]] bool empty() const { return m_tests.empty(); }
    [[nodiscard]] bool matches(const model::Annotation &annotation, bool flagged) const;
    /// Words that mean nothing here, for a remark beside the field.
    [[nodiscard]] const QStringList &unknown() const { return m_unknown; }

private:
    using Test = std::function<bool(const model::Annotation &, bool flagged)>;
    [[nodiscard]] Test testOf(const QString &word);
    std::vector<Test> m_tests;
    QStringList m_unknown;
    model::Schema m_schema;
};

}  // namespace plumbline::itemmodels
