// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneviewfactory.h"

#include "plugins/views/scene/comparisonpane.h"
#include "plugins/views/scene/sceneview.h"

namespace plumbline::sceneview {

QString SceneViewFactory::id() const
{
    return QStringLiteral("scene");
}

model::ItemKind SceneViewFactory::kind() const
{
    return model::ItemKind::Scene;
}

std::unique_ptr<extension::AnnotationView> SceneViewFactory::create(extension::ViewContext &context) const
{
    return std::make_unique<SceneView>(context);
}

std::unique_ptr<extension::ComparisonPane> SceneViewFactory::createComparison(extension::MediaContext &context) const
{
    return std::make_unique<ComparisonPane>(context);
}

}  // namespace plumbline::sceneview
