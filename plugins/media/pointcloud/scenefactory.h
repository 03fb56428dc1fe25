// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/mediasource.h"

namespace plumbline::pointcloud {

/// Point clouds and scenes. A cloud file is a scene of one sweep; folders are scenes by their layout (layouts.h). The points
/// themselves are read by whoever shows them: load() has no picture.
class SceneFactory final : public extension::MediaSourceFactory
{
public:
    [[nodiscard]] model::ItemKind kind() const override { return model::ItemKind::Scene; }
    /// Low for what could be anything: .txt and .csv without names of columns, .bin that is no whole number of points or zeros.
    [[nodiscard]] extension::ProbeResult probe(const QString &path, QByteArrayView head) const override;
    /// Of a folder that holds many scenes, only which layout it has: its scenes come from survey(). Pictures are not looked at.
    [[nodiscard]] Result<std::unique_ptr<extension::MediaSource>> open(const QString &path,
                                                                       const extension::MediaBudget &budget) const override;
    [[nodiscard]] Result<std::vector<extension::FoundMedium>> survey(const QString &path, const extension::MediaBudget &budget,
                                                                     const jobs::JobControl &control) const override;
};

}  // namespace plumbline::pointcloud
