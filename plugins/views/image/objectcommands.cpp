// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/objectcommands.h"

#include "plugins/views/image/objectedits.h"
#include "plugins/views/image/popups.h"

#include <numbers>

namespace plumbline::imageview {

namespace {

constexpr double degree = std::numbers::pi / 180;

constexpr Command commands[] = {
    {"image.pasteInPlace", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Paste in place"), "paste",
     Qt::CTRL | Qt::SHIFT | Qt::Key_V, [](ToolContext &c) { c.edits.pasteInPlace(); }},
    {"image.selectClass", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Select all of the same class"), "select",
     Qt::CTRL | Qt::SHIFT | Qt::Key_A, objectedits::selectSameClass},

    {"image.group", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Group"), "group", Qt::CTRL | Qt::Key_J,
     objectedits::group},
    {"image.ungroup", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Ungroup"), "ungroup", Qt::CTRL | Qt::SHIFT | Qt::Key_J,
     objectedits::ungroup},

    {"image.order.front", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Bring to the front"), "order-front",
     Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight, [](ToolContext &c) { objectedits::restack(c, Restack::Front); }},
    {"image.order.raise", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Raise"), "order-raise",
     Qt::CTRL | Qt::Key_BracketRight, [](ToolContext &c) { objectedits::restack(c, Restack::Raise); }},
    {"image.order.lower", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Lower"), "order-lower",
     Qt::CTRL | Qt::Key_BracketLeft, [](ToolContext &c) { objectedits::restack(c, Restack::Lower); }},
    {"image.order.back", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Send to the back"), "order-back",
     Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft, [](ToolContext &c) { objectedits::restack(c, Restack::Back); }},

    {"image.align.left", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Align left edges"), "align-left",
     Qt::ALT | Qt::Key_Left, [](ToolContext &c) { objectedits::align(c, Alignment::Left); }},
    {"image.align.centre", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Align centres"), "align-centre",
     Qt::ALT | Qt::SHIFT | Qt::Key_Left, [](ToolContext &c) { objectedits::align(c, Alignment::Centre); }},
    {"image.align.right", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Align right edges"), "align-right",
     Qt::ALT | Qt::Key_Right, [](ToolContext &c) { objectedits::align(c, Alignment::Right); }},
    {"image.align.top", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Align top edges"), "align-top", Qt::ALT | Qt::Key_Up,
     [](ToolContext &c) { objectedits::align(c, Alignment::Top); }},
    {"image.align.middle", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Align middles"), "align-middle",
     Qt::ALT | Qt::SHIFT | Qt::Key_Up, [](ToolContext &c) { objectedits::align(c, Alignment::Middle); }},
    {"image.align.bottom", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Align bottom edges"), "align-bottom",
     Qt::ALT | Qt::Key_Down, [](ToolContext &c) { objectedits::align(c, Alignment::Bottom); }},
    {"image.distribute.across", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Space evenly across"), "distribute-across",
     Qt::ALT | Qt::SHIFT | Qt::Key_Right, [](ToolContext &c) { objectedits::distribute(c, true); }},
    {"image.distribute.down", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Space evenly down"), "distribute-down",
     Qt::ALT | Qt::SHIFT | Qt::Key_Down, [](ToolContext &c) { objectedits::distribute(c, false); }},

    {"image.turn.left", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Turn left by a degree"), "turn-left", Qt::Key_Comma,
     [](ToolContext &c) { objectedits::turn(c, -degree); }},
    {"image.turn.right", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Turn right by a degree"), "turn-right",
     Qt::Key_Period, [](ToolContext &c) { objectedits::turn(c, degree); }},
    {"image.turn.left.far", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Turn left by 15 degrees"), "turn-left",
     Qt::SHIFT | Qt::Key_Comma, [](ToolContext &c) { objectedits::turn(c, -15 * degree); }},
    {"image.turn.right.far", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Turn right by 15 degrees"), "turn-right",
     Qt::SHIFT | Qt::Key_Period, [](ToolContext &c) { objectedits::turn(c, 15 * degree); }},

    {"image.lock", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Lock or unlock"), "lock", Qt::CTRL | Qt::Key_L,
     objectedits::toggleLock},
    {"image.hideSelected", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Hide these"), "eye-off", Qt::SHIFT | Qt::Key_H,
     objectedits::hide},
    {"image.solo", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Show these only"), "solo", Qt::SHIFT | Qt::Key_Z,
     objectedits::toggleSolo},
    {"image.showAll", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Show all labels"), "eye",
     Qt::CTRL | Qt::SHIFT | Qt::Key_H, objectedits::showAll},

    {"image.snap", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Snap to other labels, or not"), "snap",
     Qt::SHIFT | Qt::Key_S,
     [](ToolContext &c) {
         c.snaps = !c.snaps;
         c.hint(c.snaps ? ImageEdits::tr("Points snap to other labels; hold Ctrl to place one freely.")
                        : ImageEdits::tr("Points do not snap."));
     }},
    {"image.joint.visibility", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Joint: visible or hidden"), "eye", Qt::Key_J,
     [](ToolContext &c) { c.hint(ImageEdits::tr("Click a joint with the select tool first.")); }},
    {"image.joint.skip", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Joint: leave out"), "next", Qt::SHIFT | Qt::Key_J,
     [](ToolContext &c) { c.hint(ImageEdits::tr("This belongs to the key point tool.")); }},
    {"image.skeleton.next", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Other skeleton, or loose points"), "points",
     Qt::SHIFT | Qt::Key_K, [](ToolContext &c) { c.hint(ImageEdits::tr("This belongs to the key point tool.")); }},

    {"image.relate", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Relate the two selected labels"), "relation",
     Qt::CTRL | Qt::Key_R, objectedits::relateSelected},
    {"image.relation.reverse", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Reverse the arrow"), "swap",
     Qt::CTRL | Qt::SHIFT | Qt::Key_R, objectedits::reverseRelations},

    {"image.tags", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Tag the picture…"), "tag", Qt::SHIFT | Qt::Key_T,
     showTagPopup},
    {"image.measure.calibrate", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Set the scale from the selected ruler…"),
     "ruler", Qt::CTRL | Qt::Key_M, showCalibration},
    {"image.menu", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "What can be done here"), "chevron-down", Qt::SHIFT | Qt::Key_F10,
     [](ToolContext &c) { showShapeMenu(c, std::nullopt); }},
};

}  // namespace

std::span<const Command> objectCommands()
{
    return commands;
}

}  // namespace plumbline::imageview
