// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

#include <QPoint>

#include <optional>

/// What opens over the picture for a moment. None of it waits for an answer: each returns at once, and is gone with a
/// click elsewhere or Esc. Main thread only; the context outlives the canvas.
namespace plumbline::imageview {

/// The classes that may be tags of the picture, those it has marked; a choice toggles one.
void showTagPopup(ToolContext &context);
/// How long the selected ruler really is, for this picture or all of the project.
void showCalibration(ToolContext &context);
/// What can be done with the selection, or with nothing selected; at the mouse (global) or over the selection.
void showShapeMenu(ToolContext &context, std::optional<QPoint> at);

}  // namespace plumbline::imageview
