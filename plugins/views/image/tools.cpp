// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tools.h"

#include "plugins/views/image/boxtool.h"
#include "plugins/views/image/brushtool.h"
#include "plugins/views/image/ellipsetool.h"
#include "plugins/views/image/filltool.h"
#include "plugins/views/image/grabcuttool.h"
#include "plugins/views/image/keypointtool.h"
#include "plugins/views/image/measuretools.h"
#include "plugins/views/image/pantool.h"
#include "plugins/views/image/polygontool.h"
#include "plugins/views/image/polylinetool.h"
#include "plugins/views/image/relationtool.h"
#include "plugins/views/image/rotatedboxtool.h"
#include "plugins/views/image/scissorstool.h"
#include "plugins/views/image/selecttool.h"
#include "plugins/views/image/shapetools.h"

namespace plumbline::imageview {

namespace {

template <typename T>
std::unique_ptr<Tool> make(ToolContext &context)
{
    return std::make_unique<T>(context);
}

constexpr ToolEntry table[] = {
    {"image.tool.select", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Select"), "select", Qt::Key_V, "select",
     make<SelectTool>},
    {"image.tool.transform", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Scale and turn"), "transform", Qt::Key_W,
     "select", make<TransformTool>},
    {"image.tool.box", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Box"), "box", Qt::Key_B, "box", make<BoxTool>},
    {"image.tool.rotated", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Rotated box"), "rotated-box", Qt::Key_R, "box",
     make<RotatedBoxTool>},
    {"image.tool.ellipse", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Ellipse or circle"), "ellipse",
     Qt::SHIFT | Qt::Key_B, "box", make<EllipseTool>},
    {"image.tool.polygon", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Polygon"), "polygon", Qt::Key_P, "path",
     make<PolygonTool>},
    {"image.tool.polyline", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Line"), "polyline", Qt::Key_L, "path",
     make<PolylineTool>},
    {"image.tool.brush", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Brush"), "brush", Qt::Key_M, "mask", make<PaintTool>},
    {"image.tool.eraser", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Eraser"), "eraser", Qt::SHIFT | Qt::Key_E, "mask", make<EraseTool>},
    {"image.tool.fill", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Fill similar colours"), "fill", Qt::SHIFT | Qt::Key_V, "mask", make<FillTool>},
    {"image.tool.scissors", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Intelligent scissors"), "scissors", Qt::SHIFT | Qt::Key_W, "find", make<ScissorsTool>},
    {"image.tool.grabcut", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "GrabCut"), "grabcut", Qt::SHIFT | Qt::Key_Q, "find", make<GrabCutTool>},
    {"image.tool.hole", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Cut a hole"), "hole", Qt::SHIFT | Qt::Key_O, "reshape", make<HoleTool>},
    {"image.tool.part", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Add a part"), "part", Qt::SHIFT | Qt::Key_P, "reshape", make<PartTool>},
    {"image.tool.split", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Cut in two"), "split", Qt::SHIFT | Qt::Key_C, "reshape", make<SplitTool>},
    {"image.tool.simplify", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Simplify"), "simplify", Qt::SHIFT | Qt::Key_F, "reshape", make<SimplifyTool>},
    {"image.tool.points", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Key points"), "points", Qt::Key_K, "",
     make<KeyPointTool>},
    {"image.tool.relation", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Relation"), "relation", Qt::SHIFT | Qt::Key_R, "",
     make<RelationTool>},
    {"image.tool.ruler", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Ruler"), "ruler", Qt::SHIFT | Qt::Key_L, "measure",
     make<RulerTool>},
    {"image.tool.angle", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Angle"), "angle", Qt::SHIFT | Qt::Key_A, "measure",
     make<AngleTool>},
    {"image.tool.pan", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Move the picture"), "pan", Qt::Key_Space, "",
     make<PanTool>},
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
