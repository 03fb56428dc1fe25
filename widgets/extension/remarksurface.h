// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "widgets/export.h"

#include <QPointF>

#include <optional>

class QWidget;

namespace plumbline::extension {

/// What a view may be besides, so that signs can be drawn over what it shows. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT RemarkSurface
{
public:
    virtual ~RemarkSurface();
    /// On which the labels are drawn; owned by the view, lives as long.
    [[nodiscard]] virtual QWidget *remarkSurface() = 0;
    /// Where on the surface the sign of a label belongs, pixels; nothing when the label is not to be seen.
    [[nodiscard]] virtual std::optional<QPointF> signPlace(AnnotationId id) const = 0;
};

}  // namespace plumbline::extension
