// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneactions.h"

#include <QCoreApplication>

#include <numbers>

namespace plumbline::sceneview {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::sceneview::Actions", text);
}

constexpr double degree = std::numbers::pi / 180;

struct Change {
    const char *id;
    const char *title;
    const char *fine;
    Freedom freedom;
    double amount;
    double fineAmount;
    Qt::KeyboardModifiers modifiers;
    Qt::Key key;
};

// The block of six keys over the arrows is width, length and height from left to right; with Alt the arrows and this block move
// and turn, with Ctrl they make smaller and larger.
constexpr Change changes[] = {{"forward", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move forward by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move forward by 1 cm"), Freedom::Forward, 0.1,
                               0.01, Qt::AltModifier, Qt::Key_Up},
                              {"back", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move back by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move back by 1 cm"), Freedom::Forward, -0.1,
                               -0.01, Qt::AltModifier, Qt::Key_Down},
                              {"left", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move left by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move left by 1 cm"), Freedom::Left, 0.1, 0.01,
                               Qt::AltModifier, Qt::Key_Left},
                              {"right", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move right by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move right by 1 cm"), Freedom::Left, -0.1,
                               -0.01, Qt::AltModifier, Qt::Key_Right},
                              {"up", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move up by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move up by 1 cm"), Freedom::Up, 0.1, 0.01,
                               Qt::AltModifier, Qt::Key_PageUp},
                              {"down", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move down by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Move down by 1 cm"), Freedom::Up, -0.1, -0.01,
                               Qt::AltModifier, Qt::Key_PageDown},
                              {"turnLeft", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Turn left by 5°"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Turn left by 0.5°"), Freedom::Yaw, 5 * degree,
                               0.5 * degree, Qt::AltModifier, Qt::Key_Home},
                              {"turnRight", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Turn right by 5°"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Turn right by 0.5°"), Freedom::Yaw,
                               -5 * degree, -0.5 * degree, Qt::AltModifier, Qt::Key_End},
                              {"noseDown", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Tilt the front down by 1°"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Tilt the front down by 0.1°"), Freedom::Pitch,
                               1 * degree, 0.1 * degree, Qt::ControlModifier | Qt::AltModifier, Qt::Key_End},
                              {"noseUp", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Tilt the front up by 1°"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Tilt the front up by 0.1°"), Freedom::Pitch,
                               -1 * degree, -0.1 * degree, Qt::ControlModifier | Qt::AltModifier, Qt::Key_Home},
                              {"rollRight", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Roll right by 1°"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Roll right by 0.1°"), Freedom::Roll,
                               1 * degree, 0.1 * degree, Qt::ControlModifier | Qt::AltModifier, Qt::Key_PageDown},
                              {"rollLeft", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Roll left by 1°"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Roll left by 0.1°"), Freedom::Roll,
                               -1 * degree, -0.1 * degree, Qt::ControlModifier | Qt::AltModifier, Qt::Key_PageUp},
                              {"longer", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Longer by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Longer by 1 cm"), Freedom::Length, 0.1, 0.01,
                               Qt::ControlModifier, Qt::Key_Home},
                              {"shorter", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Shorter by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Shorter by 1 cm"), Freedom::Length, -0.1,
                               -0.01, Qt::ControlModifier, Qt::Key_End},
                              {"wider", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Wider by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Wider by 1 cm"), Freedom::Width, 0.1, 0.01,
                               Qt::ControlModifier, Qt::Key_Insert},
                              {"narrower", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Narrower by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Narrower by 1 cm"), Freedom::Width, -0.1,
                               -0.01, Qt::ControlModifier, Qt::Key_Delete},
                              {"higher", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Higher by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Higher by 1 cm"), Freedom::Height, 0.1, 0.01,
                               Qt::ControlModifier, Qt::Key_PageUp},
                              {"lower", QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Lower by 10 cm"),
                               QT_TRANSLATE_NOOP("plumbline::sceneview::Actions", "Lower by 1 cm"), Freedom::Height, -0.1, -0.01,
                               Qt::ControlModifier, Qt::Key_PageDown}};

QString idOf(const Change &change, bool fine)
{
    return QStringLiteral("scene.box.%1%2").arg(QLatin1String(change.id), fine ? QStringLiteral(".fine") : QString());
}

}  // namespace

std::vector<extension::ViewAction> sceneActions(const model::Schema &schema)
{
    const auto s = [](const char *text) { return QLatin1String(text); };
    std::vector<extension::ViewAction> list{
        {s("scene.tool.select"), tr("Select"), s("select"), Qt::Key_V, true},
        {s("scene.tool.cuboid"), tr("Cuboid: drag its footprint, or click an object"), s("box"), Qt::Key_C, true},
        {s("scene.tool.pointLasso"), tr("Points: a line round them"), s("polygon"), Qt::Key_L, true, s("points")},
        {s("scene.tool.pointPolygon"), tr("Points: corners round them"), s("polyline"), Qt::Key_P, true, s("points")},
        {s("scene.tool.pointBrush"), tr("Points: brush"), s("brush"), Qt::Key_B, true, s("points")},
        {s("scene.tool.pointGround"), tr("Points: fill the ground"), s("fill"), Qt::Key_R, true, s("points")},
        {s("scene.tool.pointCluster"), tr("Points: an object that hangs together"), s("group"), Qt::Key_S, true, s("points")},
        {s("scene.points.box"), tr("Label the points in the selected boxes"), s("points"), Qt::SHIFT | Qt::Key_B},
        {s("scene.points.larger"), tr("Larger brush for points"), s("plus"), Qt::Key_BracketRight},
        {s("scene.points.smaller"), tr("Smaller brush for points"), s("minus"), Qt::Key_BracketLeft},
        {s("scene.points.newInstance"), tr("New instance of points"), s("plus"), Qt::SHIFT | Qt::Key_I},
        {s("scene.points.take"), tr("Class and instance of the point under the mouse"), s("snap"), Qt::SHIFT | Qt::Key_P},
        {s("scene.points.allSweeps"), tr("Label points in all sweeps, or in one"), s("copy"), Qt::SHIFT | Qt::Key_A},
        {s("scene.tool.line"), tr("Line: click its vertices, Enter ends it"), s("polyline"), Qt::SHIFT | Qt::Key_L, true},
        {s("scene.view.fit"), tr("Fit to the window"), s("fit"), Qt::Key_F},
        {s("scene.view.selection"), tr("Go to the selected box"), s("search"), Qt::Key_Z},
        {s("scene.view.top"), tr("From above"), s("chevron-down"), Qt::SHIFT | Qt::Key_T},
        {s("scene.view.side"), tr("From the side"), s("chevron-left"), Qt::SHIFT | Qt::Key_S},
        {s("scene.view.front"), tr("From the front"), s("chevron-right"), Qt::SHIFT | Qt::Key_F},
        {s("scene.view.free"), tr("In perspective"), s("eye"), Qt::SHIFT | Qt::Key_V},
        {s("scene.view.zoomIn"), tr("Zoom in"), s("plus"), Qt::Key_Plus},
        {s("scene.view.zoomOut"), tr("Zoom out"), s("minus"), Qt::Key_Minus},
        {s("scene.view.hide"), tr("Hide or show labels"), s("eye-off"), Qt::Key_H},
        {s("scene.view.colour"), tr("Next colouring of points"), s("sun"), Qt::SHIFT | Qt::Key_C},
        {s("scene.view.edges"), tr("Edges of points on or off"), s("moon"), Qt::SHIFT | Qt::Key_E},
        {s("scene.view.sweeps"), tr("Lay more sweeps over each other, or only this one"), s("order-front"),
         Qt::SHIFT | Qt::Key_M},
        {s("scene.view.clipBox"), tr("Show only what lies around the selected box, or everything"), s("solo"),
         Qt::SHIFT | Qt::Key_R},
        {s("scene.view.clipSlice"), tr("Show only a slice of heights, or everything"), s("split"), Qt::SHIFT | Qt::Key_H},
        {s("scene.view.nextCamera"), tr("Enlarge the next camera"), s("image"), Qt::CTRL | Qt::Key_F8},
        {s("scene.view.calibration"), tr("Calibration of the cameras on or off"), s("ruler"), Qt::SHIFT | Qt::Key_F7},
        {s("scene.view.sides"), tr("Three sides of the selected box on or off"), s("split"), Qt::Key_F7},
        {s("scene.view.cameras"), tr("Cameras on or off"), s("image"), Qt::Key_F8},
        {s("scene.view.cameraPoints"), tr("Points in the pictures on or off"), s("points"), Qt::SHIFT | Qt::Key_F8},
        {s("scene.frame.next"), tr("Next frame"), s("chevron-right"), Qt::Key_Right},
        {s("scene.frame.previous"), tr("Previous frame"), s("chevron-left"), Qt::Key_Left},
        {s("scene.frame.nextTen"), tr("Ten frames on"), s("next"), Qt::SHIFT | Qt::Key_Right},
        {s("scene.frame.previousTen"), tr("Ten frames back"), s("previous"), Qt::SHIFT | Qt::Key_Left},
        {s("scene.frame.nextKey"), tr("Next key frame of the track"), s("next"), Qt::CTRL | Qt::Key_Right},
        {s("scene.frame.previousKey"), tr("Previous key frame of the track"), s("previous"), Qt::CTRL | Qt::Key_Left},
        {s("scene.copyNext"), tr("Copy to the next frame"), s("copy"), Qt::CTRL | Qt::SHIFT | Qt::Key_Right},
        {s("scene.copyPrevious"), tr("Copy to the frame before"), s("copy"), Qt::CTRL | Qt::SHIFT | Qt::Key_Left},
        {s("scene.keyHere"), tr("Key frame of the selected track here"), s("points"), Qt::Key_K},
        {s("scene.track.sheet"), tr("The selected track in all frames at once"), s("distribute-down"), Qt::Key_T},
        {s("scene.track.gap"), tr("Track not visible from here on, or visible again"), s("eye-off"), Qt::Key_O},
        {s("scene.track.size"), tr("One size for the whole track on or off"), s("lock"), Qt::SHIFT | Qt::Key_K},
        {s("scene.track.all"), tr("Points of all sweeps of the track on or off"), s("points"), Qt::SHIFT | Qt::Key_O},
        {s("scene.track.split"), tr("Split the track before this frame"), s("split"), Qt::CTRL | Qt::Key_T},
        {s("scene.track.merge"), tr("Merge the selected tracks"), s("group"), Qt::CTRL | Qt::Key_M},
        {s("scene.track.into"), tr("Put the box of this frame into the other selected track"), s("convert"),
         Qt::CTRL | Qt::SHIFT | Qt::Key_M},
        {s("scene.track.own"), tr("Make the selected box a track of its own"), s("subtract"), Qt::CTRL | Qt::SHIFT | Qt::Key_T},
        {s("scene.autofit"), tr("Fit the box to its points"), s("snap"), Qt::Key_J},
        {s("scene.flip"), tr("Turn front and back round"), s("swap"), Qt::Key_Q},
        {s("scene.ground"), tr("Stand the box on the ground"), s("align-bottom"), Qt::Key_W},
        {s("scene.cancel"), tr("Cancel, or select nothing"), s("reject"), Qt::Key_Escape},
        {s("scene.delete"), tr("Delete"), s("trash"), Qt::Key_Delete},
        {s("scene.next"), tr("Next annotation"), s("next"), Qt::Key_Tab},
        {s("scene.previous"), tr("Previous annotation"), s("previous"), Qt::SHIFT | Qt::Key_Tab},
        {s("scene.unsure"), tr("Unsure"), s("issues"), Qt::Key_U},
        {s("scene.ignore"), tr("Ignore region"), s("cannot-label"), Qt::Key_I},
        {s("scene.accept"), tr("Accept prediction"), s("accept"), Qt::Key_Y},
        {s("scene.reject"), tr("Reject prediction"), s("reject"), Qt::Key_X},
        {s("scene.acceptTrack"), tr("Accept the whole track"), s("accept"), Qt::SHIFT | Qt::Key_Y},
        {s("scene.rejectTrack"), tr("Reject the whole track"), s("reject"), Qt::SHIFT | Qt::Key_X},
        {s("scene.line.end"), tr("End the line"), s("accept"), Qt::Key_Return},
        {s("scene.line.back"), tr("Take the line's last vertex back"), s("undo"), Qt::Key_Backspace},
        {s("scene.line.ground"), tr("Lines on the ground or on points"), s("snap"), Qt::SHIFT | Qt::Key_W},
        {s("scene.picture.box"), tr("Boxes of the selected cuboid in the pictures"), s("box"), Qt::CTRL | Qt::Key_B},
        {s("scene.picture.boxes"), tr("Boxes of all cuboids in the pictures"), s("box"), Qt::CTRL | Qt::SHIFT | Qt::Key_B},
        {s("scene.check.next"), tr("Next finding in this scene"), s("issues"), Qt::Key_F4},
        {s("scene.check.previous"), tr("Previous finding in this scene"), s("issues"), Qt::SHIFT | Qt::Key_F4},
        {s("scene.check.fix"), tr("Put right what is found at the selected boxes"), s("accept"), Qt::CTRL | Qt::Key_J},
        {s("scene.check.all"), tr("Check all frames"), s("issues"), Qt::CTRL | Qt::SHIFT | Qt::Key_J}};
    for (const bool fine : {false, true})
        for (const Change &change : changes)
            list.push_back(
                {idOf(change, fine), tr(fine ? change.fine : change.title), s("pan"),
                 QKeySequence(QKeyCombination(fine ? change.modifiers | Qt::ShiftModifier : change.modifiers, change.key))});
    for (int number = 1; number <= 9; ++number) {
        const QString key = QString::number(number);
        QString title = tr("Class %1").arg(key);
        for (const model::LabelClass &labelClass : schema.classes)
            if (labelClass.hotKey == key && !labelClass.deprecated)
                title = tr("Class: %1").arg(labelClass.name);
        list.push_back({QStringLiteral("scene.class.") + key, title, s("star"), QKeySequence(Qt::Key(Qt::Key_0 + number))});
    }
    return list;
}

std::optional<Step> stepOf(const QString &actionId)
{
    for (const bool fine : {false, true})
        for (const Change &change : changes)
            if (actionId == idOf(change, fine))
                return Step{change.freedom, fine ? change.fineAmount : change.amount};
    return std::nullopt;
}

int frameStepOf(const QString &actionId)
{
    constexpr int far = 10;
    if (actionId == QLatin1String("scene.frame.next"))
        return 1;
    if (actionId == QLatin1String("scene.frame.previous"))
        return -1;
    if (actionId == QLatin1String("scene.frame.nextTen"))
        return far;
    return actionId == QLatin1String("scene.frame.previousTen") ? -far : 0;
}

}  // namespace plumbline::sceneview
