// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imageviewfactory.h"

#include "plugins/views/image/comparisonpane.h"
#include "plugins/views/image/imageview.h"

namespace plumbline::imageview {

QString ImageViewFactory::id() const
{
    return QStringLiteral("image");
}

model::ItemKind ImageViewFactory::kind() const
{
    return model::ItemKind::Image;
}

std::unique_ptr<extension::AnnotationView> ImageViewFactory::create(extension::ViewContext &context) const
{
    return std::make_unique<ImageView>(context);
}

std::unique_ptr<extension::ComparisonPane> ImageViewFactory::createComparison(extension::MediaContext &context) const
{
    return std::make_unique<ComparisonPane>(context);
}

}  // namespace plumbline::imageview
