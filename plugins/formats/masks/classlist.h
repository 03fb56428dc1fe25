// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QRgb>
#include <QString>

#include <optional>
#include <vector>

namespace plumbline::masks {

/// Colour of a number in the VOC development kit's colour map, which gives each 24-bit number a colour of its own, and back.
[[nodiscard]] QRgb vocColour(std::uint32_t number);
[[nodiscard]] std::uint32_t vocNumber(QRgb colour);

/// Value and colour that mean "not to be judged" in the VOC development kit.
inline constexpr std::uint32_t voidIndex = 255;
inline constexpr std::uint32_t voidIndex16 = 65535;
inline constexpr QRgb voidColour = 0xFFE0E0C0;

/// Most classes that a 16-bit picture tells apart.
inline constexpr int maximumClasses = 65534;

struct ClassEntry {
    int index = 0;  ///< pixel value where there are no colours
    QString name;
    std::optional<QRgb> colour;  ///< opaque
    QString rest;  ///< ":parts:actions" of a label map
    bool operator==(const ClassEntry &) const = default;
};

/// Whether the class at index 0 stands for "nothing".
[[nodiscard]] bool isBackground(const ClassEntry &entry);
/// A line that only keeps the numbers of the lines after it.
[[nodiscard]] bool isPlaceholder(const QString &name);

/// Reads any of: names, one a line; "name:r,g,b:parts:actions" (CVAT, Datumaro); "r g b name" (CamVid); JSON with "colors"
/// (X-AnyLabeling). Unreadable lines are counted in `badLines` and left out.
struct ClassList {
    std::vector<ClassEntry> entries;
    bool coloured = false;
    std::vector<int> badLines;  ///< numbered from 1
};
[[nodiscard]] Result<ClassList> readClassList(const QString &path);

/// class_names.txt: line i (from 0) is index i; labelmap.txt: the same with colours. Entries sorted by index.
[[nodiscard]] QByteArray classNamesText(const std::vector<ClassEntry> &entries);
[[nodiscard]] QByteArray labelMapText(const std::vector<ClassEntry> &entries);

}  // namespace plumbline::masks
