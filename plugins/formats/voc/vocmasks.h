// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QColor>
#include <QHash>
#include <QList>
#include <QStringList>

#include <map>
#include <vector>

namespace plumbline::voc {

/// Value of pixels that belong to no class and to no background: borders of objects and what is hard to tell.
inline constexpr std::uint32_t voidValue = 255;
/// Largest number of a class or of an object in one picture.
inline constexpr int maximumValue = 254;

/// The colour map of the VOC development kit: the bits of the value, spread over the channels from the highest bit down.
[[nodiscard]] QList<QRgb> colourMap();

/// Names of the values in SegmentationClass.
struct ClassList {
    std::map<std::uint32_t, QString> names;  ///< without background and void
    QHash<QRgb, std::uint32_t> colours;      ///< that the list says and the map does not have
    bool fromFile = false;                   ///< else the twenty classes of VOC
};
/// From labelmap.txt ("name:r,g,b:parts:actions") or class_names.txt (one name a line, background first) in the folder.
[[nodiscard]] ClassList classListOf(const QString &root);
/// One of the twenty, or 0.
[[nodiscard]] int standardValue(const QString &className);

/// The masks of one picture.
struct PictureMasks {
    struct Object {
        std::uint32_t value = 0;  ///< in SegmentationObject; 0 when there is none
        std::uint32_t classValue = 0;
        geometry::Mask mask;
    };
    std::vector<Object> objects;  ///< by value
    geometry::Mask unsure;        ///< void pixels; no counts when there are none
    bool unsureInObjects = true;  ///< they are void in SegmentationObject too
    std::int64_t unknownColours = 0;
};
/// Reads both pictures; `objectPath` may be empty: then each class is one object.
[[nodiscard]] Result<PictureMasks> readMasks(const QString &classPath, const QString &objectPath, const ClassList &classes);

}  // namespace plumbline::voc
