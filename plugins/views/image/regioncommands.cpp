// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/regioncommands.h"

#include "plugins/views/image/regionedits.h"

namespace plumbline::imageview {

namespace {

// Tools with such an option have taken the key before.
void sayNoOption(ToolContext &context)
{
    context.hint(QCoreApplication::translate("plumbline::imageview::Actions", "This tool has nothing to set with this key."));
}

constexpr Command commands[] = {
    {"image.region.unite", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Unite shapes, or with the neighbour"), "unite",
     Qt::CTRL | Qt::Key_U, [](ToolContext &context) { RegionEdits(context).unite(); }},
    {"image.region.subtract", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Cut overlapping shapes out of this one"),
     "subtract", Qt::CTRL | Qt::SHIFT | Qt::Key_X, [](ToolContext &context) { RegionEdits(context).subtract(); }},
    {"image.region.intersect", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Keep what shapes have in common"), "intersect",
     Qt::CTRL | Qt::SHIFT | Qt::Key_I, [](ToolContext &context) { RegionEdits(context).intersect(); }},
    {"image.region.convert", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Turn masks into polygons, shapes into masks"),
     "convert", Qt::CTRL | Qt::SHIFT | Qt::Key_M, [](ToolContext &context) { RegionEdits(context).convert(); }},
    {"image.region.fillHoles", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Fill holes"), "fill-holes",
     Qt::CTRL | Qt::SHIFT | Qt::Key_F, [](ToolContext &context) { RegionEdits(context).fillHoles(); }},
    {"image.region.removeSpecks", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Remove specks"), "specks",
     Qt::CTRL | Qt::SHIFT | Qt::Key_E, [](ToolContext &context) { RegionEdits(context).removeSpecks(); }},
    {"image.region.grow", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Grow the shape"), "grow",
     Qt::ALT | Qt::Key_BracketRight, [](ToolContext &context) { RegionEdits(context).grow(context.settings.growth); }},
    {"image.region.shrink", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Shrink the shape"), "shrink",
     Qt::ALT | Qt::Key_BracketLeft, [](ToolContext &context) { RegionEdits(context).grow(-context.settings.growth); }},
    {"image.option.less", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Smaller tip, less tolerance"), "minus",
     QKeyCombination(Qt::Key_BracketLeft), sayNoOption},
    {"image.option.more", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Larger tip, more tolerance"), "plus",
     QKeyCombination(Qt::Key_BracketRight), sayNoOption},
    {"image.option.shape", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Other tip, other kind of scribble"), "brush",
     QKeyCombination(Qt::Key_Q), sayNoOption},
    {"image.options", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Options of the tool"), "settings",
     Qt::CTRL | Qt::Key_Period,
     [](ToolContext &context) {
         if (!context.focusOptions())
             sayNoOption(context);
     }},
};

}  // namespace

std::span<const Command> regionCommands()
{
    return commands;
}

}  // namespace plumbline::imageview
