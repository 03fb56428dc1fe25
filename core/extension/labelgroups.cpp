// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/labelgroups.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace plumbline::extension {

namespace {

constexpr std::int64_t mostExact = std::int64_t(1) << 53;

}  // namespace

std::optional<std::int64_t> groupNumberIn(const Json &value)
{
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t(mostExact))
        return std::nullopt;
    if (!value.is_number_integer() || value.get<std::int64_t>() < -mostExact)
        return std::nullopt;
    return value.get<std::int64_t>();
}

void joinGroups(std::vector<ForeignAnnotation> &labels, std::size_t from, QByteArrayView picture, const KeptGroup &kept)
{
    std::map<std::int64_t, std::vector<model::Annotation *>> groups;
    for (std::size_t i = from; i < labels.size(); ++i)
        if (const auto number = kept(labels[i].annotation))
            groups[*number].push_back(&labels[i].annotation);
    for (const auto &[number, members] : groups) {
        if (members.size() < 2)
            continue;
        const GroupId group{Uuid::fromName("group", picture.toByteArray() + '\n' + QByteArray::number(qlonglong(number)))};
        for (model::Annotation *member : members)
            member->group = group;
    }
}

void passGroupNumbers(const std::vector<model::Annotation> &annotations, const KeptGroup &kept, std::int64_t &next)
{
    for (const model::Annotation &annotation : annotations)
        if (const auto number = kept(annotation))
            next = std::max(next, *number + 1);
}

std::vector<std::optional<std::int64_t>> groupNumbers(const std::vector<model::Annotation> &annotations, const KeptGroup &kept,
                                                      std::int64_t &next)
{
    passGroupNumbers(annotations, kept, next);
    std::unordered_map<GroupId, std::int64_t> numberOf;
    std::map<std::int64_t, int> uses;  // of numbers that belong to a group, or that labels in none came with
    for (const model::Annotation &annotation : annotations)
        if (const auto number = kept(annotation); number && !annotation.group.isNull() && !uses.contains(*number))
            if (numberOf.emplace(annotation.group, *number).second)
                uses[*number] = 2;
    for (const model::Annotation &annotation : annotations)
        if (const auto number = kept(annotation); number && annotation.group.isNull())
            ++uses[*number];
    std::vector<std::optional<std::int64_t>> numbers(annotations.size());
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        if (annotations[i].group.isNull()) {
            const auto number = kept(annotations[i]);
            if (number && uses[*number] == 1)
                numbers[i] = number;
            continue;
        }
        const auto [known, fresh] = numberOf.emplace(annotations[i].group, next);
        next += fresh ? 1 : 0;
        numbers[i] = known->second;
    }
    return numbers;
}

}  // namespace plumbline::extension
