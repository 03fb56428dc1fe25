// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

#include <memory>
#include <span>

namespace plumbline::imageview {

/// One line of the tool table.
struct ToolEntry {
    const char *id;  ///< of the tool and of its action: "image.tool.box"
    const char *title;  ///< translated in the context "plumbline::imageview::Actions"
    const char *icon;
    QKeyCombination key;  ///< Qt::Key_unknown = none
    const char *group;  ///< tools of one group share a button of the toolbar; empty = a button of its own
    std::unique_ptr<Tool> (*create)(ToolContext &context);
};

/// Every tool, in the order of the toolbar; the first one is current at the start. A new tool is one line here.
[[nodiscard]] std::span<const ToolEntry> toolTable();
/// One of each.
[[nodiscard]] std::vector<std::unique_ptr<Tool>> makeTools(ToolContext &context);

}  // namespace plumbline::imageview
