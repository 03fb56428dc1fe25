// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatxml.h"

#include "core/extension/xmltext.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace plumbline::cvat {

namespace {

constexpr std::size_t maximumDepth = 32;
constexpr int maximumParts = 100'000;

bool isElementName(const QString &name)
{
    const auto good = [](QChar c) {
        return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-') || c == QLatin1Char('.');
    };
    return !name.isEmpty() && (name[0].isLetter() || name[0] == QLatin1Char('_')) && std::all_of(name.begin(), name.end(), good);
}

// Blanks between tags say nothing; in the value of an attribute they may.
void tidy(Element &element)
{
    if (element.name != QLatin1String("attribute") || !element.children.empty())
        element.text = element.text.trimmed();
}

}  // namespace

const Element *Element::child(QStringView childName) const
{
    const auto it = std::find_if(children.begin(), children.end(), [&](const Element &e) { return e.name == childName; });
    return it == children.end() ? nullptr : &*it;
}

std::optional<QString> Element::attribute(QStringView attributeName) const
{
    const auto it = std::find_if(attributes.begin(), attributes.end(), [&](const auto &a) { return a.first == attributeName; });
    return it == attributes.end() ? std::nullopt : std::optional(it->second);
}

Attributes attributesAt(const QXmlStreamReader &xml)
{
    Attributes list;
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        list.emplace_back(attribute.qualifiedName().toString(), attribute.value().toString());
    return list;
}

bool readElement(QXmlStreamReader &xml, Element &into)
{
    std::vector<Element> open;
    int parts = 0;
    const auto start = [&] {
        Element &element = open.emplace_back();
        element.name = xml.qualifiedName().toString();
        element.attributes = attributesAt(xml);
        ++parts;
    };
    start();
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (open.size() >= maximumDepth || parts >= maximumParts) {
                for (std::size_t level = open.size() + 1; level > 0 && !xml.hasError(); --level)
                    xml.skipCurrentElement();
                return false;
            }
            start();
            break;
        case QXmlStreamReader::Characters: open.back().text += xml.text(); break;
        case QXmlStreamReader::EndElement: {
            Element done = std::move(open.back());
            open.pop_back();
            tidy(done);
            if (open.empty()) {
                into = std::move(done);
                return true;
            }
            open.back().children.push_back(std::move(done));
            break;
        }
        default: break;
        }
    }
    return false;
}

Json toJson(const Element &element)
{
    Json json = Json::object();
    json["name"] = base::toJson(element.name);
    if (!element.text.isEmpty())
        json["text"] = base::toJson(element.text);
    for (const auto &[key, value] : element.attributes)
        json["attributes"][key.toStdString()] = base::toJson(value);
    for (const Element &child : element.children)
        json["children"].push_back(toJson(child));
    return json;
}

Element elementFrom(const Json &json, int depth)
{
    Element element;
    if (!json.is_object() || depth > static_cast<int>(maximumDepth))
        return element;
    if (const auto it = json.find("name"); it != json.end())
        element.name = base::toQString(*it);
    if (const auto it = json.find("text"); it != json.end())
        element.text = base::toQString(*it);
    if (const auto it = json.find("attributes"); it != json.end() && it->is_object())
        for (const auto &[key, value] : it->items())
            element.attributes.emplace_back(QString::fromStdString(key), base::toQString(value));
    if (const auto it = json.find("children"); it != json.end() && it->is_array())
        for (const Json &child : *it)
            element.children.push_back(elementFrom(child, depth + 1));
    return element;
}

void writeElement(QXmlStreamWriter &xml, const Element &element)
{
    if (!isElementName(element.name))
        return;
    if (element.children.empty() && element.text.isEmpty())
        xml.writeEmptyElement(element.name);
    else
        xml.writeStartElement(element.name);
    for (const auto &[key, value] : element.attributes)
        if (isElementName(key))
            xml.writeAttribute(key, extension::xmlText(value));
    if (element.children.empty() && element.text.isEmpty())
        return;
    if (!element.text.isEmpty())
        xml.writeCharacters(extension::xmlText(element.text));
    for (const Element &child : element.children)
        writeElement(xml, child);
    xml.writeEndElement();
}

std::int64_t textsUnfitForXml(const Element &element)
{
    if (!isElementName(element.name))
        return 0;
    std::int64_t texts = extension::fitsXml(element.text) ? 0 : 1;
    for (const auto &[key, value] : element.attributes)
        texts += isElementName(key) && !extension::fitsXml(value) ? 1 : 0;
    for (const Element &child : element.children)
        texts += textsUnfitForXml(child);
    return texts;
}

std::optional<double> numberOf(QStringView text)
{
    bool good = false;
    const double value = text.trimmed().toDouble(&good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString numberText(double value)
{
    QByteArray text;
    extension::appendNumber(text, value);
    return QString::fromLatin1(text);
}

QString numberText(double value, const std::function<bool(double)> &same)
{
    for (int digits = 1; digits <= 17; ++digits)
        if (const double candidate = QString::number(value, 'g', digits).toDouble(); same(candidate))
            return numberText(candidate);
    return numberText(value);
}

}  // namespace plumbline::cvat
