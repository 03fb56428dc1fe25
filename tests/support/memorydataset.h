// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QHash>

#include <map>
#include <vector>

namespace plumbline::test {

/// A data set in memory: first the sink of an import, then the source of an export. Ids depend on names alone, so that two
/// imports of the same thing compare equal.
class MemoryDataset final : public extension::AnnotationSink, public extension::AnnotationSource
{
public:
    std::vector<extension::ForeignItem> items;
    std::vector<extension::ForeignClass> classes;
    std::vector<std::vector<model::Annotation>> annotations;  ///< by item, in order of arrival
    std::vector<std::pair<extension::ItemRef, std::size_t>> arrival;  ///< item and place in `annotations`, over all items
    std::map<QString, Json> datasets;
    std::vector<Issue> issues;
    jobs::JobControl jobControl;
    std::size_t batches = 0;
    std::int64_t failAfterBatches = -1;  ///< add() fails from then on, as a full disk would
    std::vector<model::ItemKind> kinds;  ///< by item; images where it is shorter

    std::map<QString, model::Scene> scenes;  ///< by the item's name: set up before reading, kept for writing

    const model::Scene *scene(extension::ItemRef item) override
    {
        const auto known = scenes.find(items[static_cast<std::size_t>(item)].name);
        return known == scenes.end() ? nullptr : &known->second;
    }
    Result<std::optional<model::Scene>> scene(const model::Item &item) const override
    {
        const auto known = scenes.find(item.name);
        return known == scenes.end() ? std::optional<model::Scene>() : known->second;
    }

    // Sink
    extension::ItemRef declareItem(extension::ForeignItem item) override
    {
        const auto known = m_itemByName.constFind(item.name);
        if (known != m_itemByName.constEnd())
            return *known;
        const auto ref = static_cast<extension::ItemRef>(items.size());
        m_itemByName.insert(item.name, ref);
        items.push_back(std::move(item));
        annotations.emplace_back();
        return ref;
    }
    extension::ClassRef declareClass(extension::ForeignClass labelClass) override
    {
        for (std::size_t i = 0; i < classes.size(); ++i)
            if (classes[i].name == labelClass.name)
                return static_cast<extension::ClassRef>(i);
        const ClassId id{Uuid::fromName("class", labelClass.name.toUtf8())};
        model::addClass(m_schema, id, labelClass.name).extra = labelClass.extra;
        classes.push_back(std::move(labelClass));
        return static_cast<extension::ClassRef>(classes.size() - 1);
    }
    QString declareSkeleton(model::Skeleton skeleton) override
    {
        const QString name = skeleton.name;
        if (std::none_of(m_schema.skeletons.begin(), m_schema.skeletons.end(), [&](const auto &s) { return s.name == name; }))
            m_schema.skeletons.push_back(std::move(skeleton));
        return name;
    }
    void declareDataset(const QString &space, Json extra) override { datasets[space] = std::move(extra); }
    Result<> add(std::vector<extension::ForeignAnnotation> batch) override
    {
        if (failAfterBatches >= 0 && static_cast<std::int64_t>(batches) >= failAfterBatches)
            return fail(ErrorCode::NoSpace, QStringLiteral("no space"));
        ++batches;
        std::vector<std::pair<extension::ItemRef, std::size_t>> relations;
        for (extension::ForeignAnnotation &label : batch) {
            if (!label.extraText.isEmpty())
                label.annotation.extra = base::parseJson(label.extraText).value();
            const AnnotationId given = label.annotation.id;
            const model::Annotation &added = append(label.item, label.labelClass, std::move(label.annotation));
            if (!given.isNull())
                m_given[given] = added.id;
            if (std::holds_alternative<geometry::Relation>(added.geometry))
                relations.push_back(arrival.back());
        }
        for (const auto &[item, place] : relations) {
            auto &relation = std::get<geometry::Relation>(annotations[static_cast<std::size_t>(item)][place].geometry);
            if (!m_given.contains(relation.from) || !m_given.contains(relation.to))
                return fail(ErrorCode::Failed, QStringLiteral("a relation of labels that were not given"));
            relation.from = m_given[relation.from];
            relation.to = m_given[relation.to];
        }
        return {};
    }
    void issue(Issue issue) override { issues.push_back(std::move(issue)); }
    const jobs::JobControl &control() const override { return jobControl; }

    // Source
    const model::Schema &schema() const override { return m_schema; }
    model::Schema &mutableSchema() { return m_schema; }
    std::int64_t itemCount() const override { return static_cast<std::int64_t>(items.size()); }
    std::int64_t annotationCount() const override { return static_cast<std::int64_t>(arrival.size()); }
    Json datasetExtra(const QString &space) const override
    {
        const auto it = datasets.find(space);
        return it == datasets.end() ? Json() : it->second;
    }
    Result<> visit(const Visitor &visitor) const override
    {
        for (std::size_t i = 0; i < items.size(); ++i)
            if (auto visited = visitor(itemAt(i), annotations[i]); !visited)
                return visited;
        return {};
    }
    QString mediaPath(const model::Item &item) const override
    {
        const auto ref = m_itemByName.constFind(item.name);
        return ref == m_itemByName.constEnd() ? QString() : items[static_cast<std::size_t>(*ref)].path;
    }

    void wrote(std::int64_t itemsWritten, std::int64_t annotationsWritten) const override
    {
        writtenItems += itemsWritten;
        writtenAnnotations += annotationsWritten;
    }
    mutable std::int64_t writtenItems = 0;
    mutable std::int64_t writtenAnnotations = 0;

    // For tests
    model::Annotation &append(extension::ItemRef item, extension::ClassRef labelClass, model::Annotation annotation)
    {
        auto &list = annotations[static_cast<std::size_t>(item)];
        const QByteArray name = QByteArray::number(item) + '/' + QByteArray::number(qsizetype(list.size()));
        annotation.id = AnnotationId{Uuid::fromName("annotation", name)};
        annotation.item = itemAt(static_cast<std::size_t>(item)).id;
        annotation.layer = model::acceptedLayer();
        if (labelClass >= 0)
            annotation.labelClass = m_schema.classes[static_cast<std::size_t>(labelClass)].id;
        arrival.emplace_back(item, list.size());
        list.push_back(std::move(annotation));
        return list.back();
    }
    model::Annotation &add(const QString &item, const QString &labelClass, geometry::Geometry shape)
    {
        extension::ForeignItem foreign;
        foreign.name = item;
        model::Annotation annotation;
        annotation.geometry = std::move(shape);
        const extension::ItemRef ref = declareItem(std::move(foreign));
        return append(ref, labelClass.isEmpty() ? extension::noClass : declareClass({labelClass, {}}), std::move(annotation));
    }
    [[nodiscard]] const model::Annotation &arrived(std::size_t i) const
    {
        return annotations[static_cast<std::size_t>(arrival[i].first)][arrival[i].second];
    }
    [[nodiscard]] QString itemNameOf(std::size_t arrivalIndex) const
    {
        return items[static_cast<std::size_t>(arrival[arrivalIndex].first)].name;
    }
    [[nodiscard]] QString classNameOf(const model::Annotation &annotation) const
    {
        const model::LabelClass *found = m_schema.find(annotation.labelClass);
        return found ? found->name : QString();
    }
    [[nodiscard]] model::Item itemAt(std::size_t i) const
    {
        const extension::ForeignItem &foreign = items[i];
        model::Item item;
        item.id = ItemId{Uuid::fromName("item", foreign.name.toUtf8())};
        item.kind = i < kinds.size() ? kinds[i] : model::ItemKind::Image;
        item.name = foreign.name;
        item.path = foreign.path;
        item.width = foreign.width;
        item.height = foreign.height;
        item.extra = foreign.extra;
        return item;
    }
    [[nodiscard]] QString issueText(IssueSeverity atLeast = IssueSeverity::Note) const
    {
        QString text;
        for (const Issue &i : issues)
            if (i.severity >= atLeast)
                text += i.file + QLatin1String(" | ") + i.place + QLatin1String(" | ") + i.text + QLatin1Char('\n');
        return text;
    }

private:
    model::Schema m_schema = model::emptySchema();
    QHash<QString, extension::ItemRef> m_itemByName;
    std::map<AnnotationId, AnnotationId> m_given;
};

/// Why two numbers, texts… of parsed JSON differ, naming the place; empty when they are equal to 1e-9.
inline QString difference(const Json &a, const Json &b, const QString &place = QStringLiteral("root"))
{
    if (a.is_number() && b.is_number()) {
        const double x = a.get<double>();
        const double y = b.get<double>();
        return std::abs(x - y) <= 1e-9 * std::max({1.0, std::abs(x), std::abs(y)})
                   ? QString()
                   : QStringLiteral("%1: %2 != %3").arg(place).arg(x, 0, 'g', 17).arg(y, 0, 'g', 17);
    }
    if (a.is_object() && b.is_object()) {
        for (const auto &[key, value] : a.items()) {
            const QString inner = place + QLatin1Char('.') + QString::fromStdString(key);
            if (!b.contains(key))
                return inner + QStringLiteral(" is missing");
            if (const QString found = difference(value, b[key], inner); !found.isEmpty())
                return found;
        }
        for (const auto &[key, value] : b.items())
            if (!a.contains(key))
                return place + QLatin1Char('.') + QString::fromStdString(key) + QStringLiteral(" is new");
        return {};
    }
    if (a.is_array() && b.is_array()) {
        if (a.size() != b.size())
            return QStringLiteral("%1: %2 != %3 entries").arg(place).arg(a.size()).arg(b.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            if (const QString found = difference(a[i], b[i], QStringLiteral("%1[%2]").arg(place).arg(i)); !found.isEmpty())
                return found;
        return {};
    }
    return a == b ? QString()
                  : QStringLiteral("%1: %2 != %3").arg(place, QString::fromStdString(a.dump()), QString::fromStdString(b.dump()));
}

/// Why two data sets differ in items, classes, order, shapes (to 1e-9), facts or foreign data; empty when they do not.
inline QString difference(const MemoryDataset &a, const MemoryDataset &b)
{
    if (a.items.size() != b.items.size())
        return QStringLiteral("%1 != %2 items").arg(a.items.size()).arg(b.items.size());
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        const auto &x = a.items[i];
        const auto &y = b.items[i];
        if (x.name != y.name || x.width != y.width || x.height != y.height)
            return QStringLiteral("item %1: %2 %3x%4 != %5 %6x%7")
                .arg(i)
                .arg(x.name)
                .arg(x.width)
                .arg(x.height)
                .arg(y.name)
                .arg(y.width)
                .arg(y.height);
        if (const QString found = difference(x.extra, y.extra, QStringLiteral("items[%1].extra").arg(i)); !found.isEmpty())
            return found;
    }
    if (a.classes.size() != b.classes.size())
        return QStringLiteral("%1 != %2 classes").arg(a.classes.size()).arg(b.classes.size());
    for (std::size_t i = 0; i < a.classes.size(); ++i) {
        if (a.classes[i].name != b.classes[i].name)
            return QStringLiteral("class %1: %2 != %3").arg(i).arg(a.classes[i].name, b.classes[i].name);
        if (const QString found = difference(a.classes[i].extra, b.classes[i].extra, QStringLiteral("class.extra"));
            !found.isEmpty())
            return found;
    }
    if (a.arrival.size() != b.arrival.size())
        return QStringLiteral("%1 != %2 annotations").arg(a.arrival.size()).arg(b.arrival.size());
    for (std::size_t i = 0; i < a.arrival.size(); ++i) {
        const auto &x = a.arrived(i);
        const auto &y = b.arrived(i);
        const QString place = QStringLiteral("annotation %1").arg(i);
        if (a.itemNameOf(i) != b.itemNameOf(i) || a.classNameOf(x) != b.classNameOf(y) || x.role != y.role)
            return place + QStringLiteral(": item, class or role differs");
        if (const QString found = difference(model::geometryToJson(x.geometry), model::geometryToJson(y.geometry), place);
            !found.isEmpty())
            return found;
        if (x.attributes != y.attributes)
            return place + QStringLiteral(": attributes differ");
        if (x.score.has_value() != y.score.has_value() || (x.score && std::abs(*x.score - *y.score) > 1e-9))
            return place + QStringLiteral(": score differs");
        if (const QString found = difference(x.extra, y.extra, place + QStringLiteral(".extra")); !found.isEmpty())
            return found;
    }
    for (const auto &[space, extra] : a.datasets)
        if (const QString found = difference(extra, b.datasetExtra(space), QStringLiteral("dataset")); !found.isEmpty())
            return found;
    return {};
}

}  // namespace plumbline::test
