// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QString>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QXmlStreamReader;
class QXmlStreamWriter;

namespace plumbline::cvat {

using Attributes = std::vector<std::pair<QString, QString>>;

/// One XML element: its text, or its children.
struct Element {
    QString name;
    QString text;
    Attributes attributes;
    std::vector<Element> children;

    /// First child of that name, or null.
    [[nodiscard]] const Element *child(QStringView childName) const;
    [[nodiscard]] std::optional<QString> attribute(QStringView attributeName) const;
};

/// Attributes of the element that the reader is at.
[[nodiscard]] Attributes attributesAt(const QXmlStreamReader &xml);

/// Reads the element that the reader stands at, to its end. False when it has more than 32 levels or 100,000 parts (the reader
/// is then at its end, too) or when the document breaks in it (then the reader has the error).
[[nodiscard]] bool readElement(QXmlStreamReader &xml, Element &into);

/// An element as JSON and back, for parts that are kept without being understood. The JSON may come from anywhere: what is no
/// element has no name.
[[nodiscard]] Json toJson(const Element &element);
[[nodiscard]] Element elementFrom(const Json &json, int depth = 0);

/// Writes an element; one whose name XML forbids is left out.
void writeElement(QXmlStreamWriter &xml, const Element &element);
/// How many texts of the element writeElement() writes without some of their characters.
[[nodiscard]] std::int64_t textsUnfitForXml(const Element &element);

/// Finite number, or nothing.
[[nodiscard]] std::optional<double> numberOf(QStringView text);
/// Shortest decimal text that reads back equal.
[[nodiscard]] QString numberText(double value);
/// Shortest decimal text near `value` whose reading satisfies `same`; the value itself when none does.
[[nodiscard]] QString numberText(double value, const std::function<bool(double)> &same);

}  // namespace plumbline::cvat
