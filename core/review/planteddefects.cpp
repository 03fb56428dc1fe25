// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/planteddefects.h"

#include "core/geometry/cuboids.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace plumbline::review {

using model::DecisionKind;

namespace {

constexpr double shiftShare = 0.4;
constexpr double doubleShare = 0.06;

constexpr std::pair<DefectKind, const char *> names[] = {{DefectKind::Shifted, "shifted"},
                                                         {DefectKind::WrongClass, "class"},
                                                         {DefectKind::Doubled, "doubled"},
                                                         {DefectKind::Dropped, "dropped"}};

std::size_t below(base::RandomSource &random, std::size_t bound)
{
    // The remainder favours small numbers by less than one part in 2^40 for bounds that occur here.
    return static_cast<std::size_t>(random.next() % bound);
}

bool canMove(const geometry::Geometry &geometry)
{
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&geometry))
        return std::all_of(cuboid->size.begin(), cuboid->size.end(), [](double side) { return side > 0; });
    const auto bounds = geometry::boundsOf(geometry);
    return bounds && bounds->w > 1 && bounds->h > 1 && !std::holds_alternative<geometry::Mask>(geometry);
}

/// Moved by a share of its size, in one of four directions; the first that stays in the picture.
geometry::Geometry moved(const geometry::Geometry &geometry, const model::Item &item, double share, base::RandomSource &random)
{
    const std::size_t first = below(random, 4);
    constexpr std::array<std::pair<int, int>, 4> directions{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&geometry)) {
        geometry::Cuboid shifted = *cuboid;
        const auto [forward, left] = directions[first];
        shifted.centre = geometry::transformed(
            geometry::poseOf(*cuboid), geometry::Vector3{forward * share * cuboid->size[0], left * share * cuboid->size[1], 0});
        return shifted;
    }
    const geometry::Box bounds = *geometry::boundsOf(geometry);
    for (std::size_t i = 0; i < directions.size(); ++i) {
        const auto [right, down] = directions[(first + i) % directions.size()];
        const double dx = right * share * bounds.w;
        const double dy = down * share * bounds.h;
        const bool fits = item.width <= 0 || item.height <= 0
                          || (bounds.x + dx >= 0 && bounds.y + dy >= 0 && bounds.x + dx + bounds.w <= item.width
                              && bounds.y + dy + bounds.h <= item.height);
        if (fits)
            return geometry::translated(geometry, dx, dy);
    }
    // Nowhere to go without leaving the picture: towards its middle.
    return geometry::translated(geometry, bounds.x + bounds.w / 2 > item.width / 2.0 ? -share * bounds.w : share * bounds.w, 0);
}

std::vector<ClassId> otherClasses(const model::Annotation &label, const model::Schema &schema)
{
    std::vector<ClassId> others;
    for (const model::LabelClass &labelClass : schema.classes)
        if (labelClass.id != label.labelClass)
            others.push_back(labelClass.id);
    return others;
}

bool isBad(const model::Decision &decision)
{
    return decision.kind != DecisionKind::Accept;
}

bool near(const model::Decision &decision, const model::Annotation &label)
{
    if (!decision.place)
        return true;
    const auto bounds = geometry::boundsOf(label.geometry);
    if (!bounds)
        return true;
    const double dx = bounds->w / 2;
    const double dy = bounds->h / 2;
    return decision.place->x >= bounds->x - dx && decision.place->x <= bounds->x + bounds->w + dx
           && decision.place->y >= bounds->y - dy && decision.place->y <= bounds->y + bounds->h + dy;
}

}  // namespace

QString defectName(DefectKind kind)
{
    for (const auto &[known, name] : names)
        if (known == kind)
            return QLatin1String(name);
    return {};
}

std::optional<DefectKind> defectFromName(QStringView name)
{
    for (const auto &[kind, known] : names)
        if (name == QLatin1String(known))
            return kind;
    return std::nullopt;
}

DefectiveWork withDefects(const std::vector<model::Annotation> &labels, const model::Item &item, const model::Schema &schema,
                          const std::vector<DefectKind> &kinds, int count, base::RandomSource &random, base::IdSource &ids)
{
    DefectiveWork copy;
    std::map<std::size_t, Defect> chosen;
    std::vector<std::size_t> order(labels.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[below(random, i)]);
    for (const std::size_t i : order) {
        if (static_cast<int>(chosen.size()) >= count)
            break;
        std::vector<DefectKind> fitting;
        for (const DefectKind kind : kinds) {
            const bool fits = kind == DefectKind::WrongClass ? !otherClasses(labels[i], schema).empty()
                              : kind == DefectKind::Dropped  ? labels.size() > 1
                                                             : canMove(labels[i].geometry);
            if (fits)
                fitting.push_back(kind);
        }
        if (!fitting.empty())
            chosen[i] = {labels[i].id, fitting[below(random, fitting.size())], {}};
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto defect = chosen.find(i);
        if (defect == chosen.end()) {
            copy.labels.push_back(labels[i]);
            continue;
        }
        model::Annotation label = labels[i];
        switch (defect->second.kind) {
        case DefectKind::Shifted: label.geometry = moved(label.geometry, item, shiftShare, random); break;
        case DefectKind::WrongClass: {
            const std::vector<ClassId> others = otherClasses(label, schema);
            label.labelClass = others[below(random, others.size())];
            label.attributes.clear();
            break;
        }
        case DefectKind::Doubled: {
            model::Annotation second = label;
            second.id = ids.make<AnnotationId>();
            second.geometry = moved(second.geometry, item, doubleShare, random);
            defect->second.second = second.id;
            copy.labels.push_back(std::move(second));
            break;
        }
        case DefectKind::Dropped: break;
        }
        if (defect->second.kind != DefectKind::Dropped)
            copy.labels.push_back(std::move(label));
        copy.defects.push_back(defect->second);
    }
    return copy;
}

PlantedResult judge(const DefectiveWork &copy, const std::vector<model::Annotation> &original,
                    const std::vector<model::Decision> &decisions)
{
    std::map<AnnotationId, bool> bad;
    std::vector<const model::Decision *> whole;
    bool rejected = false;
    for (const model::Decision &decision : decisions) {
        if (!decision.annotation.isNull()) {
            bad[decision.annotation] = isBad(decision);
            continue;
        }
        rejected = rejected || decision.kind == DecisionKind::Reject;
        if (isBad(decision))
            whole.push_back(&decision);
    }
    const auto isFlagged = [&](AnnotationId id) {
        const auto said = bad.find(id);
        return said != bad.end() && said->second;
    };
    PlantedResult result;
    std::set<AnnotationId> touched;
    for (const Defect &defect : copy.defects) {
        touched.insert(defect.label);
        touched.insert(defect.second);
        bool found = rejected || isFlagged(defect.label) || (!defect.second.isNull() && isFlagged(defect.second));
        if (defect.kind == DefectKind::Dropped) {
            const auto label =
                std::find_if(original.begin(), original.end(), [&](const model::Annotation &a) { return a.id == defect.label; });
            found = rejected || std::any_of(whole.begin(), whole.end(), [&](const model::Decision *decision) {
                        return label == original.end() || near(*decision, *label);
                    });
        }
        auto &[right, all] = result.found[defect.kind];
        right += found ? 1 : 0;
        ++all;
    }
    for (const model::Annotation &label : copy.labels)
        if (!touched.contains(label.id)) {
            ++result.untouched;
            result.flagged += isFlagged(label.id) ? 1 : 0;
        }
    return result;
}

}  // namespace plumbline::review
