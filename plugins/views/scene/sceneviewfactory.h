// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/extension/uiplugin.h"

namespace plumbline::sceneview {

/// Makes views of scenes.
class SceneViewFactory final : public extension::ViewFactory
{
public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] model::ItemKind kind() const override;
    [[nodiscard]] std::unique_ptr<extension::AnnotationView> create(extension::ViewContext &context) const override;
    [[nodiscard]] std::unique_ptr<extension::ComparisonPane> createComparison(extension::MediaContext &context) const override;
};

}  // namespace plumbline::sceneview
