// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

namespace plumbline::kitti3d {

/// "labels": object (a file a frame), tracking (a file a sequence), or what each scene is.
[[nodiscard]] extension::FormatOption labelsOption();

/// Writes label_2/NAME.txt and label_02/NAME.txt. Surveys the source first, so that names never clash.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
        : m_source(source), m_request(request)
    {}

    [[nodiscard]] Result<std::vector<extension::Loss>> losses();
    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();

private:
    struct Plan {
        QString file;
        bool tracking = false;
        std::int64_t number = 0;  ///< of the frame, when a scene goes into a file a frame
    };

    [[nodiscard]] Result<> survey();
    /// Files of one item: one, or one a frame when a sequence is written as objects.
    [[nodiscard]] std::vector<Plan> plansOf(const model::Item &item, const extension::SceneFrames &frames, bool tracking);

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    extension::NameAllotter m_names;
    std::vector<std::vector<Plan>> m_plans;  // by scene, in the source's order
    QStringList m_outputs;
};

}  // namespace plumbline::kitti3d
