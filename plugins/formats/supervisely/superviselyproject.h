// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/cuboidlabels.h"

#include <set>

namespace plumbline::supervisely {

/// What all files of a project share: meta.json.
class ProjectMeta
{
public:
    /// `kept` is the meta.json that the data set came with; null when none.
    ProjectMeta(const Json &kept, const model::Schema &schema, bool episodes);

    /// A tag that is used; one that the project has already stays as it is.
    void addTag(const QString &name, const model::AttributeValue &value);
    [[nodiscard]] Json json() const { return m_meta; }

private:
    Json m_meta;
    std::set<QString> m_tags;
};

/// "objects" and the figures of one file. Objects are tracks; in a cloud by itself labels of one object that say different things
/// become objects of their own.
class ObjectList
{
public:
    ObjectList(const std::vector<extension::CuboidLabel> &labels, bool episode);

    [[nodiscard]] Json objects(ProjectMeta &meta) const;
    [[nodiscard]] Json figure(std::size_t label) const;

private:
    struct Object {
        QString key;
        std::vector<std::size_t> labels;
    };
    const std::vector<extension::CuboidLabel> &m_labels;
    bool m_episode;
    std::vector<Object> m_objects;
    std::vector<std::size_t> m_objectOf;  ///< by label
    std::vector<QString> m_figureKeys;
};

}  // namespace plumbline::supervisely
