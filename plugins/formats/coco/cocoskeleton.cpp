// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocoskeleton.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::coco {

namespace {

constexpr std::size_t maximumJoints = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

const Json *listOf(const Json &category, const char *key)
{
    const auto it = category.is_object() ? category.find(key) : category.end();
    return !category.is_object() || it == category.end() || it->is_null() ? nullptr : &*it;
}

}  // namespace

CategorySkeleton skeletonOf(const QString &className, const Json &category)
{
    CategorySkeleton found;
    const Json *names = listOf(category, "keypoints");
    const Json *pairs = listOf(category, "skeleton");
    if (!names)
        return found;
    const bool good = names->is_array() && names->size() <= maximumJoints
                      && std::all_of(names->begin(), names->end(), [](const Json &name) { return name.is_string(); });
    if (!good) {
        found.problems.append(tr("The names of its key points are not a list of texts; they are kept but not used."));
        return found;
    }
    if (names->empty())
        return found;
    model::Skeleton skeleton;
    skeleton.name = className;
    for (const Json &name : *names)
        skeleton.joints.append(base::toQString(name));
    const auto isJoint = [&](const Json &number) {
        return number.is_number_integer() && number.get<std::int64_t>() >= 1
               && number.get<std::int64_t>() <= skeleton.joints.size();
    };
    if (pairs && pairs->is_array()) {
        for (const Json &pair : *pairs) {
            if (pair.is_array() && pair.size() == 2 && isJoint(pair[0]) && isJoint(pair[1]))
                skeleton.edges.emplace_back(pair[0].get<int>() - 1, pair[1].get<int>() - 1);
            else if (found.problems.isEmpty())
                found.problems.append(tr("Its skeleton has an entry that is no pair of key points; it is kept but not drawn."));
        }
    } else if (pairs) {
        found.problems.append(tr("Its skeleton is not a list of pairs; it is kept but not drawn."));
    }
    found.skeleton = std::move(skeleton);
    return found;
}

Json jointNames(const model::Skeleton &skeleton)
{
    Json names = Json::array();
    for (const QString &joint : skeleton.joints)
        names.push_back(base::toJson(joint));
    return names;
}

Json jointPairs(const model::Skeleton &skeleton)
{
    Json pairs = Json::array();
    for (const auto &[from, to] : skeleton.edges)
        pairs.push_back(Json::array({from + 1, to + 1}));
    return pairs;
}

void SkeletonsOfClasses::add(const model::Annotation &annotation)
{
    const auto *points = std::get_if<geometry::KeyPoints>(&annotation.geometry);
    if (points && !points->skeleton.isEmpty() && !m_names.contains(annotation.labelClass))
        m_names.insert(annotation.labelClass, points->skeleton);
}

const model::Skeleton *findSkeleton(const model::Schema &schema, const QString &name)
{
    const auto it =
        std::find_if(schema.skeletons.begin(), schema.skeletons.end(), [&](const model::Skeleton &s) { return s.name == name; });
    return name.isEmpty() || it == schema.skeletons.end() ? nullptr : &*it;
}

}  // namespace plumbline::coco
