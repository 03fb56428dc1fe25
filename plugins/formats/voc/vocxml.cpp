// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/voc/vocxml.h"

#include "core/extension/xmlguard.h"
#include "core/extension/xmltext.h"

#include <QCoreApplication>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

namespace plumbline::voc {

namespace {

constexpr std::size_t maximumDepth = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::voc", text);
}

bool isElementName(const QString &name)
{
    const auto good = [](QChar c) {
        return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-') || c == QLatin1Char('.');
    };
    return !name.isEmpty() && (name[0].isLetter() || name[0] == QLatin1Char('_')) && std::all_of(name.begin(), name.end(), good);
}

void closeInto(std::vector<Element> &open, Element &root)
{
    Element done = std::move(open.back());
    open.pop_back();
    done.text = done.text.trimmed();
    if (open.empty())
        root = std::move(done);
    else
        open.back().children.push_back(std::move(done));
}

}  // namespace

const Element *Element::child(QStringView childName) const
{
    const auto it = std::find_if(children.begin(), children.end(), [&](const Element &e) { return e.name == childName; });
    return it == children.end() ? nullptr : &*it;
}

ParsedXml parseXml(const QByteArray &data)
{
    ParsedXml parsed;
    if (!extension::XmlTagGuard().take(data)) {
        parsed.problem = tr("It has an element of more than %1 attributes.").arg(extension::XmlTagGuard::mostAttributes);
        return parsed;
    }
    QXmlStreamReader xml(data);
    xml.setNamespaceProcessing(false);
    std::vector<Element> open;
    const auto stop = [&](const QString &problem) {
        parsed.problem = problem;
        parsed.place = tr("line %1").arg(xml.lineNumber());
    };
    while (!xml.atEnd() && parsed.problem.isEmpty()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD: stop(tr("It has a document type declaration, which is refused.")); return parsed;
        case QXmlStreamReader::StartElement: {
            if (open.size() >= maximumDepth) {
                stop(tr("It has more than %1 levels.").arg(maximumDepth));
                break;
            }
            Element &element = open.emplace_back();
            element.name = xml.qualifiedName().toString();
            for (const QXmlStreamAttribute &attribute : xml.attributes())
                element.attributes.emplace_back(attribute.qualifiedName().toString(), attribute.value().toString());
            break;
        }
        case QXmlStreamReader::Characters:
            if (!open.empty())
                open.back().text += xml.text();
            break;
        case QXmlStreamReader::EndElement: closeInto(open, parsed.root); break;
        default: break;
        }
    }
    if (xml.hasError() && parsed.problem.isEmpty())
        stop(tr("The XML is broken: %1").arg(xml.errorString()));
    // What was not closed is not complete, save the root itself.
    if (!open.empty()) {
        open.resize(1);
        closeInto(open, parsed.root);
    }
    return parsed;
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

void writeElement(QXmlStreamWriter &xml, const Json &element, int depth)
{
    const QString name = element.is_object() && element.contains("name") ? base::toQString(element["name"]) : QString();
    if (!isElementName(name) || depth > static_cast<int>(maximumDepth))
        return;
    const bool hasChildren = element.contains("children") && element["children"].is_array();
    const bool hasAttributes = element.contains("attributes") && element["attributes"].is_object();
    const QString text = element.contains("text") ? extension::xmlText(base::toQString(element["text"])) : QString();
    if (!hasChildren && !hasAttributes && text.isEmpty())
        return xml.writeEmptyElement(name);
    xml.writeStartElement(name);
    if (hasAttributes)
        for (const auto &[key, value] : element["attributes"].items())
            if (isElementName(QString::fromStdString(key)))
                xml.writeAttribute(QString::fromStdString(key), extension::xmlText(base::toQString(value)));
    if (!text.isEmpty())
        xml.writeCharacters(text);
    if (hasChildren)
        for (const Json &child : element["children"])
            writeElement(xml, child, depth + 1);
    xml.writeEndElement();
}

std::int64_t textsUnfitForXml(const Json &element, int depth)
{
    if (!element.is_object() || depth > static_cast<int>(maximumDepth))
        return 0;
    std::int64_t texts = element.contains("text") && !extension::fitsXml(base::toQString(element["text"])) ? 1 : 0;
    if (element.contains("attributes") && element["attributes"].is_object())
        for (const auto &[key, value] : element["attributes"].items())
            texts += isElementName(QString::fromStdString(key)) && !extension::fitsXml(base::toQString(value)) ? 1 : 0;
    if (element.contains("children") && element["children"].is_array())
        for (const Json &child : element["children"])
            texts += textsUnfitForXml(child, depth + 1);
    return texts;
}

}  // namespace plumbline::voc
