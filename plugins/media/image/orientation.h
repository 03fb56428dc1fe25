// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/pictureparts.h"

#include <QImageIOHandler>

namespace plumbline::image {

/// How a stored picture is turned to stand upright: mirrored, flipped, then a quarter clockwise, as Qt's flags say.
class Orientation
{
public:
    Orientation() = default;
    Orientation(QSize stored, QImageIOHandler::Transformations turn) : m_stored(stored), m_turn(turn) {}

    [[nodiscard]] QSize upright() const { return turns() ? m_stored.transposed() : m_stored; }
    /// Where a stored rectangle lies in the upright picture, and the other way round.
    [[nodiscard]] QRect uprightRect(const QRect &stored) const;
    [[nodiscard]] QRect storedRect(const QRect &upright) const;
    [[nodiscard]] extension::PixelBlock turned(extension::PixelBlock block) const;
    /// The same turn for a picture of another size.
    [[nodiscard]] Orientation of(QSize stored) const { return {stored, m_turn}; }

private:
    [[nodiscard]] bool turns() const { return m_turn.testFlag(QImageIOHandler::TransformationRotate90); }
    [[nodiscard]] bool mirrors() const { return m_turn.testFlag(QImageIOHandler::TransformationMirror); }
    [[nodiscard]] bool flips() const { return m_turn.testFlag(QImageIOHandler::TransformationFlip); }

    QSize m_stored;
    QImageIOHandler::Transformations m_turn;
};

}  // namespace plumbline::image
