// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overlap/clusters.h"

#include <QStringList>

/// Short ways to write down what several people drew.
namespace plumbline::test {

inline ClassId classOf(const char *name)
{
    return name ? ClassId{Uuid::fromName("class", name)} : ClassId{};
}

inline model::Annotation drawn(const geometry::Geometry &shape, const char *className = "car")
{
    static std::uint32_t number = 0;
    ++number;
    model::Annotation a;
    // Ids grow, as in a project.
    for (std::size_t byte = 0; byte < 4; ++byte)
        a.id.uuid.bytes[byte] = static_cast<std::uint8_t>(number >> (24 - 8 * byte));
    a.labelClass = classOf(className);
    a.geometry = shape;
    return a;
}

inline overlap::ItemLabelings itemOf(std::vector<std::vector<model::Annotation>> labelings, std::uint32_t width = 100,
                                     std::uint32_t height = 100)
{
    overlap::ItemLabelings item;
    item.name = QStringLiteral("item");
    item.width = width;
    item.height = height;
    for (std::size_t i = 0; i < labelings.size(); ++i)
        item.labelings.push_back({QStringLiteral("rater %1").arg(i), std::move(labelings[i])});
    return item;
}

inline overlap::ItemOverlaps overlapsOf(const overlap::ItemLabelings &item)
{
    return overlap::ItemOverlaps::of(item).value();
}

/// "0.0 1.2 | 2.0": members as labeling.object, clusters in order.
inline QString text(const std::vector<overlap::Cluster> &clusters)
{
    QStringList list;
    for (const overlap::Cluster &cluster : clusters) {
        QStringList members;
        for (const overlap::Member &m : cluster.members)
            members.append(QStringLiteral("%1.%2").arg(m.labeling).arg(m.object));
        list.append(members.join(QLatin1Char(' ')));
    }
    return list.join(QStringLiteral(" | "));
}

}  // namespace plumbline::test
