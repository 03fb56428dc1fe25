// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

#include <span>

namespace plumbline::imageview {

/// One action that is not a tool: it works on the selection or the view, at once. Runs only while a picture is shown.
struct Command {
    const char *id;  ///< of its action: "image.align.left"
    const char *title;  ///< translated in the context "plumbline::imageview::Actions"
    const char *icon;
    QKeyCombination key;  ///< Qt::Key_unknown = none
    void (*run)(ToolContext &context);
};

/// The lists of commands, one per subject; actions and keys are made of them. A new subject is one line in commands.cpp.
[[nodiscard]] std::span<const std::span<const Command>> commandLists();
/// Null for ids that are no command's.
[[nodiscard]] const Command *findCommand(const QString &id);

}  // namespace plumbline::imageview
