// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace plumbline::labelstudio {

/// The labeling interface that results need, gathered from them: a control for each "from_name", with every label that it gave.
class Config
{
public:
    void add(const Json &result);
    /// XML that Label Studio takes as a project's labeling interface; the picture is `$image`.
    [[nodiscard]] QByteArray xml() const;

private:
    struct Control {
        QString tag;  ///< "RectangleLabels"
        QString entry;  ///< "Label", "Choice", or empty for controls without entries
        QString target;  ///< name of the picture
        QStringList values;
        bool perRegion = false;
    };
    std::map<QString, Control> m_controls;  // by name
    QStringList m_relations;
};

}  // namespace plumbline::labelstudio
