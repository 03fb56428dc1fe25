// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/extension/uiplugin.h"

namespace plumbline::extension {

MediaContext::~MediaContext() = default;
ViewContext::~ViewContext() = default;
ComparisonPane::~ComparisonPane() = default;
AnnotationView::~AnnotationView() = default;
ViewFactory::~ViewFactory() = default;

std::unique_ptr<ComparisonPane> ViewFactory::createComparison(MediaContext &) const
{
    return nullptr;
}

UiContext::~UiContext() = default;
UiPlugin::~UiPlugin() = default;

}  // namespace plumbline::extension
