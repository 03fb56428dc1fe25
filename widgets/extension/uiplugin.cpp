// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/extension/uiplugin.h"

namespace plumbline::extension {

ViewContext::~ViewContext() = default;
AnnotationView::~AnnotationView() = default;
ViewFactory::~ViewFactory() = default;
UiContext::~UiContext() = default;
UiPlugin::~UiPlugin() = default;

}  // namespace plumbline::extension
