// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/objectcommands.h"

#include "plugins/views/image/objectedits.h"
#include "plugins/views/image/popups.h"

#include <numbers>

namespace plumbline::imageview {

namespace {

constexpr double degree = std::numbers::pi / 180;

#define PLUMBLINE_ACTION(text) QT_TRANSLATE_NOOP("plumbline::imageview::Actions", text)

constexpr Command commands[] = {
    {"image.pasteInPlace", PLUMBLINE_ACTION("Paste in place"), "paste", Qt::CTRL | Qt::SHIFT | Qt::Key_V,
     [](ToolContext &c) { c.edits.pasteInPlace(); }},
    {"image.selectClass", PLUMBLINE_ACTION("Select all of the same class"), "select", Qt::CTRL | Qt::SHIFT | Qt::Key_A,
     objectedits::selectSameClass},

    {"image.group", PLUMBLINE_ACTION("Group"), "group", Qt::CTRL | Qt::Key_J, objectedits::group},
    {"image.ungroup", PLUMBLINE_ACTION("Ungroup"), "ungroup", Qt::CTRL | Qt::SHIFT | Qt::Key_J, objectedits::ungroup},

    {"image.order.front", PLUMBLINE_ACTION("Bring to the front"), "order-front", Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight,
     [](ToolContext &c) { objectedits::restack(c, Restack::Front); }},
    {"image.order.raise", PLUMBLINE_ACTION("Raise"), "order-raise", Qt::CTRL | Qt::Key_BracketRight,
     [](ToolContext &c) { objectedits::restack(c, Restack::Raise); }},
    {"image.order.lower", PLUMBLINE_ACTION("Lower"), "order-lower", Qt::CTRL | Qt::Key_BracketLeft,
     [](ToolContext &c) { objectedits::restack(c, Restack::Lower); }},
    {"image.order.back", PLUMBLINE_ACTION("Send to the back"), "order-back", Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft,
     [](ToolContext &c) { objectedits::restack(c, Restack::Back); }},

    {"image.align.left", PLUMBLINE_ACTION("Align left edges"), "align-left", Qt::ALT | Qt::Key_Left,
     [](ToolContext &c) { objectedits::align(c, Alignment::Left); }},
    {"image.align.centre", PLUMBLINE_ACTION("Align centres"), "align-centre", Qt::ALT | Qt::SHIFT | Qt::Key_Left,
     [](ToolContext &c) { objectedits::align(c, Alignment::Centre); }},
    {"image.align.right", PLUMBLINE_ACTION("Align right edges"), "align-right", Qt::ALT | Qt::Key_Right,
     [](ToolContext &c) { objectedits::align(c, Alignment::Right); }},
    {"image.align.top", PLUMBLINE_ACTION("Align top edges"), "align-top", Qt::ALT | Qt::Key_Up,
     [](ToolContext &c) { objectedits::align(c, Alignment::Top); }},
    {"image.align.middle", PLUMBLINE_ACTION("Align middles"), "align-middle", Qt::ALT | Qt::SHIFT | Qt::Key_Up,
     [](ToolContext &c) { objectedits::align(c, Alignment::Middle); }},
    {"image.align.bottom", PLUMBLINE_ACTION("Align bottom edges"), "align-bottom", Qt::ALT | Qt::Key_Down,
     [](ToolContext &c) { objectedits::align(c, Alignment::Bottom); }},
    {"image.distribute.across", PLUMBLINE_ACTION("Space evenly across"), "distribute-across", Qt::ALT | Qt::SHIFT | Qt::Key_Right,
     [](ToolContext &c) { objectedits::distribute(c, true); }},
    {"image.distribute.down", PLUMBLINE_ACTION("Space evenly down"), "distribute-down", Qt::ALT | Qt::SHIFT | Qt::Key_Down,
     [](ToolContext &c) { objectedits::distribute(c, false); }},

    {"image.turn.left", PLUMBLINE_ACTION("Turn left by a degree"), "turn-left", Qt::Key_Comma,
     [](ToolContext &c) { objectedits::turn(c, -degree); }},
    {"image.turn.right", PLUMBLINE_ACTION("Turn right by a degree"), "turn-right", Qt::Key_Period,
     [](ToolContext &c) { objectedits::turn(c, degree); }},
    {"image.turn.left.far", PLUMBLINE_ACTION("Turn left by 15 degrees"), "turn-left", Qt::SHIFT | Qt::Key_Comma,
     [](ToolContext &c) { objectedits::turn(c, -15 * degree); }},
    {"image.turn.right.far", PLUMBLINE_ACTION("Turn right by 15 degrees"), "turn-right", Qt::SHIFT | Qt::Key_Period,
     [](ToolContext &c) { objectedits::turn(c, 15 * degree); }},

    {"image.lock", PLUMBLINE_ACTION("Lock or unlock"), "lock", Qt::CTRL | Qt::Key_L, objectedits::toggleLock},
    {"image.hideSelected", PLUMBLINE_ACTION("Hide these"), "eye-off", Qt::SHIFT | Qt::Key_H, objectedits::hide},
    {"image.solo", PLUMBLINE_ACTION("Show these only"), "solo", Qt::SHIFT | Qt::Key_W, objectedits::toggleSolo},
    {"image.showAll", PLUMBLINE_ACTION("Show all labels"), "eye", Qt::CTRL | Qt::SHIFT | Qt::Key_H, objectedits::showAll},

    {"image.snap", PLUMBLINE_ACTION("Snap to other labels, or not"), "snap", Qt::SHIFT | Qt::Key_S,
     [](ToolContext &c) {
         c.snaps = !c.snaps;
         c.hint(c.snaps ? ImageEdits::tr("Points snap to other labels; hold Ctrl to place one freely.")
                        : ImageEdits::tr("Points do not snap."));
     }},
    {"image.joint.visibility", PLUMBLINE_ACTION("Joint: visible or hidden"), "eye", Qt::Key_J,
     [](ToolContext &c) { c.hint(ImageEdits::tr("Click a joint with the select tool first.")); }},
    {"image.joint.skip", PLUMBLINE_ACTION("Joint: leave out"), "next", Qt::SHIFT | Qt::Key_J,
     [](ToolContext &c) { c.hint(ImageEdits::tr("This belongs to the key point tool.")); }},
    {"image.skeleton.next", PLUMBLINE_ACTION("Other skeleton, or loose points"), "points", Qt::SHIFT | Qt::Key_K,
     [](ToolContext &c) { c.hint(ImageEdits::tr("This belongs to the key point tool.")); }},

    {"image.relate", PLUMBLINE_ACTION("Relate the two selected labels"), "relation", Qt::CTRL | Qt::Key_R,
     objectedits::relateSelected},
    {"image.relation.reverse", PLUMBLINE_ACTION("Reverse the arrow"), "swap", Qt::CTRL | Qt::SHIFT | Qt::Key_R,
     objectedits::reverseRelations},

    {"image.tags", PLUMBLINE_ACTION("Tag the picture…"), "tag", Qt::SHIFT | Qt::Key_T, showTagPopup},
    {"image.measure.calibrate", PLUMBLINE_ACTION("Set the scale from the selected ruler…"), "ruler", Qt::CTRL | Qt::Key_M,
     showCalibration},
    {"image.menu", PLUMBLINE_ACTION("What can be done here"), "chevron-down", Qt::Key_Menu,
     [](ToolContext &c) { showShapeMenu(c, std::nullopt); }},
};

#undef PLUMBLINE_ACTION

}  // namespace

std::span<const Command> objectCommands()
{
    return commands;
}

}  // namespace plumbline::imageview
