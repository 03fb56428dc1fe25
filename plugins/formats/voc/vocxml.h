// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

class QXmlStreamWriter;

namespace plumbline::voc {

/// One XML element: its text without surrounding blanks, or its children.
struct Element {
    QString name;
    QString text;
    std::vector<std::pair<QString, QString>> attributes;
    std::vector<Element> children;

    /// First child of that name, or null.
    [[nodiscard]] const Element *child(QStringView childName) const;
};

struct ParsedXml {
    Element root;      ///< everything that was complete before a mistake; without a name when there is none
    QString problem;   ///< translated; empty when the document is right
    QString place;     ///< "line 7"
};

/// Parses untrusted XML: document type declarations are refused, entities stay within Qt's expansion limit, at most 64 levels.
[[nodiscard]] ParsedXml parseXml(const QByteArray &data);

/// An element as JSON and back, for parts that are kept without being understood. The JSON may come from anywhere: what is no
/// element becomes nothing.
[[nodiscard]] Json toJson(const Element &element);
void writeElement(QXmlStreamWriter &xml, const Json &element, int depth = 0);

/// How many texts of the element writeElement() writes without some of their characters.
[[nodiscard]] std::int64_t textsUnfitForXml(const Json &element, int depth = 0);

}  // namespace plumbline::voc
