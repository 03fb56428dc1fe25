// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QColor>
#include <QWidget>

#include <vector>

namespace plumbline::imageview {

/// The labels of the whole picture as a row of chips over its top left corner: a click selects one, its cross takes it
/// away. A chip without an id says how many labels are put aside, and a click shows them again. Nothing when there are none. A child of the canvas, as wide as it needs to be. Main thread only.
class TagBar final : public QWidget
{
    Q_OBJECT

public:
    struct Tag {
        AnnotationId id;
        QString title;
        QColor colour;
        bool predicted = false;
        bool removable = true;
        bool selected = false;
        bool operator==(const Tag &) const = default;
    };

    explicit TagBar(QWidget *parent);

    void setTags(std::vector<Tag> tags);
    [[nodiscard]] const std::vector<Tag> &tags() const { return m_tags; }

signals:
    void clicked(plumbline::AnnotationId id, Qt::KeyboardModifiers modifiers);
    void removeRequested(plumbline::AnnotationId id);

private:
    std::vector<Tag> m_tags;
};

}  // namespace plumbline::imageview
