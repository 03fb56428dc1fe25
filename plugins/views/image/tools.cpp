// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tools.h"

#include "plugins/views/image/boxtool.h"
#include "plugins/views/image/pantool.h"
#include "plugins/views/image/polygontool.h"
#include "plugins/views/image/selecttool.h"

namespace plumbline::imageview {

namespace {

template <typename T>
std::unique_ptr<Tool> make(ToolContext &context)
{
    return std::make_unique<T>(context);
}

constexpr ToolEntry table[] = {
    {"image.tool.select", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Select"), "select", Qt::Key_V, "", make<SelectTool>},
    {"image.tool.box", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Box"), "box", Qt::Key_B, "", make<BoxTool>},
    {"image.tool.polygon", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Polygon"), "polygon", Qt::Key_P, "", make<PolygonTool>},
    {"image.tool.pan", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Move the picture"), "pan", Qt::Key_Space, "", make<PanTool>},
};

}  // namespace

std::span<const ToolEntry> toolTable()
{
    return table;
}

std::vector<std::unique_ptr<Tool>> makeTools(ToolContext &context)
{
    std::vector<std::unique_ptr<Tool>> tools;
    for (const ToolEntry &entry : table)
        tools.push_back(entry.create(context));
    return tools;
}

}  // namespace plumbline::imageview
