// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/base/issue.h"

#include <QObject>

#include <vector>

namespace plumbline::itemmodels {

/// An issue with what it is about, so that the panel can go there. A value.
struct Finding {
    Issue issue;
    ItemId item;              ///< null = the name in issue.file says which, if any
    AnnotationId annotation;  ///< selected and revealed on a jump; null = the item as a whole
    bool operator==(const Finding &) const = default;
};

/// Something that looks at the project all the time and lists what is wrong with it now: label-time rules, broken media.
/// Work that runs once reports through IssueModel::add instead. Abstract so that the issues panel knows no rule. Main
/// thread only.
class PLUMBLINE_CORE_EXPORT IssueSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Translated: "Label rules".
    [[nodiscard]] virtual QString title() const = 0;
    /// As of now, worst first; a few thousand at most.
    [[nodiscard]] virtual std::vector<Finding> findings() const = 0;

signals:
    /// The findings are others now; may be sent often, the model reads them once when it comes to it.
    void changed();
};

}  // namespace plumbline::itemmodels
