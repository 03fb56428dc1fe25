// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tools.h"

#include "plugins/views/image/boxtool.h"
#include "plugins/views/image/ellipsetool.h"
#include "plugins/views/image/keypointtool.h"
#include "plugins/views/image/measuretools.h"
#include "plugins/views/image/pantool.h"
#include "plugins/views/image/polygontool.h"
#include "plugins/views/image/polylinetool.h"
#include "plugins/views/image/relationtool.h"
#include "plugins/views/image/rotatedboxtool.h"
#include "plugins/views/image/selecttool.h"

namespace plumbline::imageview {

namespace {

template <typename T>
std::unique_ptr<Tool> make(ToolContext &context)
{
    return std::make_unique<T>(context);
}

#define PLUMBLINE_ACTION(text) QT_TRANSLATE_NOOP("plumbline::imageview::Actions", text)

constexpr ToolEntry table[] = {
    {"image.tool.select", PLUMBLINE_ACTION("Select"), "select", Qt::Key_V, "select", make<SelectTool>},
    {"image.tool.transform", PLUMBLINE_ACTION("Scale and turn"), "transform", Qt::Key_W, "select", make<TransformTool>},
    {"image.tool.box", PLUMBLINE_ACTION("Box"), "box", Qt::Key_B, "box", make<BoxTool>},
    {"image.tool.rotated", PLUMBLINE_ACTION("Rotated box"), "rotated-box", Qt::Key_R, "box", make<RotatedBoxTool>},
    {"image.tool.ellipse", PLUMBLINE_ACTION("Ellipse or circle"), "ellipse", Qt::SHIFT | Qt::Key_B, "box", make<EllipseTool>},
    {"image.tool.polygon", PLUMBLINE_ACTION("Polygon"), "polygon", Qt::Key_P, "path", make<PolygonTool>},
    {"image.tool.polyline", PLUMBLINE_ACTION("Line"), "polyline", Qt::Key_L, "path", make<PolylineTool>},
    {"image.tool.points", PLUMBLINE_ACTION("Key points"), "points", Qt::Key_K, "", make<KeyPointTool>},
    {"image.tool.relation", PLUMBLINE_ACTION("Relation"), "relation", Qt::SHIFT | Qt::Key_R, "", make<RelationTool>},
    {"image.tool.ruler", PLUMBLINE_ACTION("Ruler"), "ruler", Qt::SHIFT | Qt::Key_L, "measure", make<RulerTool>},
    {"image.tool.angle", PLUMBLINE_ACTION("Angle"), "angle", Qt::SHIFT | Qt::Key_A, "measure", make<AngleTool>},
    {"image.tool.pan", PLUMBLINE_ACTION("Move the picture"), "pan", Qt::Key_Space, "", make<PanTool>},
};

#undef PLUMBLINE_ACTION

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
