// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/labelstudioconfig.h"

#include "plugins/formats/labelstudio/labelstudioresult.h"

#include <QXmlStreamWriter>

namespace plumbline::labelstudio {

namespace {

struct Tag {
    const char *type;
    const char *tag;
    const char *entry;
};
constexpr Tag tags[] = {{"rectanglelabels", "RectangleLabels", "Label"},
                        {"polygonlabels", "PolygonLabels", "Label"},
                        {"keypointlabels", "KeyPointLabels", "Label"},
                        {"ellipselabels", "EllipseLabels", "Label"},
                        {"brushlabels", "BrushLabels", "Label"},
                        {"labels", "Labels", "Label"},
                        {"rectangle", "Rectangle", ""},
                        {"polygon", "Polygon", ""},
                        {"keypoint", "KeyPoint", ""},
                        {"ellipse", "Ellipse", ""},
                        {"brush", "Brush", ""},
                        {"choices", "Choices", "Choice"},
                        {"textarea", "TextArea", ""},
                        {"number", "Number", ""},
                        {"rating", "Rating", ""}};

void addAll(QStringList &values, const Json &list)
{
    if (!list.is_array())
        return;
    for (const Json &value : list)
        if (const QString text = base::toQString(value); !text.isEmpty() && !values.contains(text))
            values.append(text);
}

}  // namespace

void Config::add(const Json &result)
{
    const QString type = base::toQString(member(result, "type"));
    if (type == QLatin1String("relation"))
        return addAll(m_relations, member(result, "labels"));
    const QString name = base::toQString(member(result, "from_name"));
    for (const Tag &tag : tags) {
        if (name.isEmpty() || type != QLatin1String(tag.type))
            continue;
        Control &control = m_controls[name];
        // A shape without a class is drawn with the control that gives classes, when there is one of the name.
        if (control.entry.isEmpty()) {
            control.tag = QLatin1String(tag.tag);
            control.entry = QLatin1String(tag.entry);
        }
        control.target = base::toQString(member(result, "to_name"));
        const Json &value = member(result, "value");
        addAll(control.values, member(value, tag.type));
        const bool answer = control.entry != QLatin1String("Label") && shapeKind(type).isEmpty();
        for (const char *key : shapeKeys)
            control.perRegion = control.perRegion || (answer && value.is_object() && value.contains(key));
        return;
    }
}

QByteArray Config::xml() const
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartElement(QStringLiteral("View"));
    QStringList targets;
    for (const auto &[name, control] : m_controls)
        if (!control.target.isEmpty() && !targets.contains(control.target))
            targets.append(control.target);
    if (targets.isEmpty())
        targets.append(QStringLiteral("image"));
    for (const QString &target : targets) {
        xml.writeEmptyElement(QStringLiteral("Image"));
        xml.writeAttribute(QStringLiteral("name"), target);
        xml.writeAttribute(QStringLiteral("value"), QStringLiteral("$image"));
    }
    for (const auto &[name, control] : m_controls) {
        xml.writeStartElement(control.tag);
        xml.writeAttribute(QStringLiteral("name"), name);
        xml.writeAttribute(QStringLiteral("toName"), control.target.isEmpty() ? targets.front() : control.target);
        if (control.perRegion)
            xml.writeAttribute(QStringLiteral("perRegion"), QStringLiteral("true"));
        for (const QString &value : control.entry.isEmpty() ? QStringList() : control.values) {
            xml.writeEmptyElement(control.entry);
            xml.writeAttribute(QStringLiteral("value"), value);
        }
        xml.writeEndElement();
    }
    if (!m_relations.isEmpty()) {
        xml.writeStartElement(QStringLiteral("Relations"));
        for (const QString &value : m_relations) {
            xml.writeEmptyElement(QStringLiteral("Relation"));
            xml.writeAttribute(QStringLiteral("value"), value);
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

}  // namespace plumbline::labelstudio
