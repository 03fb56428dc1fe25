// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatlabels.h"

#include "core/extension/formatsupport.h"
#include "core/extension/xmlguard.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace plumbline::cvat {

namespace {

constexpr std::size_t mostEdges = 10'000;

QString textOf(const Element &element, QStringView child)
{
    const Element *found = element.child(child);
    return found ? found->text : QString();
}

Element leaf(const QString &name, const QString &text)
{
    return {name, text, {}, {}};
}

Element attributeElement(const model::Attribute &attribute)
{
    using model::AttributeType;
    const QString input = attribute.type == AttributeType::Boolean  ? QStringLiteral("checkbox")
                          : attribute.type == AttributeType::Choice ? QStringLiteral("select")
                          : attribute.type == AttributeType::Number ? QStringLiteral("number")
                                                                    : QStringLiteral("text");
    const QString values = attribute.type == AttributeType::Boolean  ? QStringLiteral("false\ntrue")
                           : attribute.type == AttributeType::Choice ? attribute.choices.join(QLatin1Char('\n'))
                           : attribute.type == AttributeType::Number ? QStringLiteral("-1000000\n1000000\n0.000001")
                                                                     : QString();
    Element element{QStringLiteral("attribute"), {}, {}, {}};
    element.children = {leaf(QStringLiteral("name"), attribute.key),
                        leaf(QStringLiteral("mutable"), attribute.perTrack ? QStringLiteral("False") : QStringLiteral("True")),
                        leaf(QStringLiteral("input_type"), input), leaf(QStringLiteral("default_value"), {}),
                        leaf(QStringLiteral("values"), values)};
    return element;
}

void addAttributes(Element &attributes, const model::Schema &schema, const model::LabelClass &labelClass,
                   const UsedAttributes &used)
{
    QStringList known;
    for (const Element &attribute : attributes.children)
        known.append(textOf(attribute, u"name"));
    const auto declare = [&](const model::Attribute &attribute) {
        // An attribute of the shape, not one of the label's own.
        if (attribute.key == QLatin1String("occluded") || known.contains(attribute.key))
            return;
        known.append(attribute.key);
        attributes.children.push_back(attributeElement(attribute));
    };
    for (const model::Attribute *attribute : schema.attributesOf(labelClass))
        declare(*attribute);
    const auto it = used.find(labelClass.name);
    if (it == used.end())
        return;
    for (const auto &[key, input] : it->second) {
        model::Attribute attribute;
        attribute.key = key;
        attribute.type = input == QLatin1String("checkbox") ? model::AttributeType::Boolean
                         : input == QLatin1String("number") ? model::AttributeType::Number
                                                            : model::AttributeType::Text;
        declare(attribute);
    }
}

// Skeletons that CVAT did not make: one point label for each joint.
void addJoints(Element &labels, Element &label, const model::Skeleton &skeleton)
{
    label.children.push_back(leaf(QStringLiteral("type"), QStringLiteral("skeleton")));
    for (const QString &joint : skeleton.joints) {
        Element point{QStringLiteral("label"), {}, {}, {}};
        point.children = {leaf(QStringLiteral("name"), joint), leaf(QStringLiteral("type"), QStringLiteral("points")),
                          leaf(QStringLiteral("attributes"), {}), leaf(QStringLiteral("parent"), skeleton.name)};
        labels.children.push_back(std::move(point));
    }
}

const model::Skeleton *skeletonOf(const model::Schema &schema, const QString &name)
{
    const auto it = std::find_if(schema.skeletons.begin(), schema.skeletons.end(),
                                 [&](const model::Skeleton &skeleton) { return skeleton.name == name; });
    return it == schema.skeletons.end() ? nullptr : &*it;
}

// Edges of a skeleton's drawing: lines between circles, which carry the numbers (from 1) or names of joints.
std::vector<std::pair<int, int>> edgesOf(const QString &drawing, const QStringList &joints)
{
    if (!extension::XmlTagGuard().take(drawing.toUtf8()))
        return {};
    QXmlStreamReader xml(QStringLiteral("<svg>") + drawing + QStringLiteral("</svg>"));
    xml.setNamespaceProcessing(false);
    std::vector<std::pair<int, int>> nodes;
    QHash<int, int> jointOfNode;
    while (!xml.atEnd() && nodes.size() < mostEdges) {
        if (xml.readNext() == QXmlStreamReader::DTD)
            return {};
        if (xml.tokenType() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (xml.qualifiedName() == QLatin1String("line"))
            nodes.emplace_back(attributes.value(QLatin1String("data-node-from")).toInt(),
                               attributes.value(QLatin1String("data-node-to")).toInt());
        else if (const auto joint = joints.indexOf(attributes.value(QLatin1String("data-label-name")).toString()); joint >= 0)
            jointOfNode.insert(attributes.value(QLatin1String("data-node-id")).toInt(), static_cast<int>(joint));
    }
    std::vector<std::pair<int, int>> edges;
    const auto count = static_cast<int>(joints.size());
    for (const auto &[from, to] : nodes) {
        const std::pair edge{jointOfNode.value(from, from - 1), jointOfNode.value(to, to - 1)};
        const bool good = edge.first >= 0 && edge.first < count && edge.second >= 0 && edge.second < count
                          && edge.first != edge.second && std::find(edges.begin(), edges.end(), edge) == edges.end();
        if (good)
            edges.push_back(edge);
    }
    return edges;
}

const Json &listOf(const Json &kept, const char *key)
{
    static const Json none = Json::array();
    return kept.is_object() && kept.contains(key) && kept[key].is_array() ? kept[key] : none;
}

}  // namespace

Labels labelsFrom(const Element &labels)
{
    Labels found;
    for (const Element &label : labels.children) {
        const QString name = textOf(label, u"name");
        if (label.name != QLatin1String("label") || name.isEmpty() || label.child(u"parent") || found.byName.contains(name))
            continue;
        Label known;
        if (const Element *attributes = label.child(u"attributes"))
            for (const Element &attribute : attributes->children)
                known.inputTypes.insert(textOf(attribute, u"name"), textOf(attribute, u"input_type"));
        Json kept = Json::object();
        Element rest = label;
        std::erase_if(rest.children, [](const Element &e) { return e.name == QLatin1String("name"); });
        kept["label"] = toJson(rest);
        for (const Element &other : labels.children)
            if (other.name == QLatin1String("label") && textOf(other, u"parent") == name) {
                known.joints.append(textOf(other, u"name"));
                kept["joints"].push_back(toJson(other));
            }
        if (!known.joints.isEmpty()) {
            known.skeleton.emplace();
            known.skeleton->name = name;
            known.skeleton->joints = known.joints;
            known.skeleton->edges = edgesOf(textOf(label, u"svg"), known.joints);
        }
        extension::ForeignClass labelClass{name, Json::object()};
        labelClass.extra["cvat"] = std::move(kept);
        found.classes.push_back(std::move(labelClass));
        found.byName.insert(name, std::move(known));
    }
    return found;
}

QStringList jointsOf(const model::Schema &schema, const QString &skeleton)
{
    if (skeleton.isEmpty())
        return {};
    QStringList joints;
    if (const model::LabelClass *labelClass = schema.find(QStringView(skeleton)))
        for (const Json &joint : listOf(extension::foreignData(labelClass->extra, "cvat"), "joints"))
            joints.append(textOf(elementFrom(joint), u"name"));
    if (!joints.isEmpty())
        return joints;
    const model::Skeleton *known = skeletonOf(schema, skeleton);
    return known ? known->joints : QStringList();
}

QStringList attributeOrder(const model::LabelClass &labelClass)
{
    QStringList keys;
    const Json &kept = extension::foreignData(labelClass.extra, "cvat");
    const Element label = kept.is_object() && kept.contains("label") ? elementFrom(kept["label"]) : Element{};
    if (const Element *attributes = label.child(u"attributes"))
        for (const Element &attribute : attributes->children)
            keys.append(textOf(attribute, u"name"));
    return keys;
}

Element labelsElement(const model::Schema &schema, const UsedAttributes &used)
{
    Element labels{QStringLiteral("labels"), {}, {}, {}};
    for (const model::LabelClass &labelClass : schema.classes) {
        const Json &kept = extension::foreignData(labelClass.extra, "cvat");
        Element label = kept.is_object() && kept.contains("label") ? elementFrom(kept["label"]) : Element{};
        const bool known = label.name == QLatin1String("label");
        if (!known) {
            label = {QStringLiteral("label"), {}, {}, {}};
            if (labelClass.colour.isValid())
                label.children.push_back(leaf(QStringLiteral("color"), labelClass.colour.name()));
        }
        label.children.insert(label.children.begin(), leaf(QStringLiteral("name"), labelClass.name));
        Element points{QStringLiteral("labels"), {}, {}, {}};
        if (const model::Skeleton *skeleton = known ? nullptr : skeletonOf(schema, labelClass.name))
            addJoints(points, label, *skeleton);
        auto attributes = std::find_if(label.children.begin(), label.children.end(),
                                       [](const Element &e) { return e.name == QLatin1String("attributes"); });
        Element list = attributes == label.children.end() ? Element{QStringLiteral("attributes"), {}, {}, {}} : *attributes;
        addAttributes(list, schema, labelClass, used);
        if (attributes != label.children.end())
            *attributes = std::move(list);
        else if (!known || !list.children.empty())
            label.children.push_back(std::move(list));
        labels.children.push_back(std::move(label));
        for (const Json &joint : listOf(kept, "joints")) {
            Element point = elementFrom(joint);
            for (Element &child : point.children)
                if (child.name == QLatin1String("parent"))
                    child.text = labelClass.name;
            labels.children.push_back(std::move(point));
        }
        for (Element &point : points.children)
            labels.children.push_back(std::move(point));
    }
    return labels;
}

}  // namespace plumbline::cvat
