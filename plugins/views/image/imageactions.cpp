// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imageactions.h"

#include "plugins/views/image/commands.h"
#include "plugins/views/image/keycursor.h"
#include "plugins/views/image/tools.h"

#include <QCoreApplication>

namespace plumbline::imageview {

namespace {

constexpr int nudgeFar = 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::imageview::Actions", text);
}

struct Nudge {
    const char *id;
    const char *title;
    const char *fine;  ///< title of the crosshair's smallest step
    Qt::Key key;
    int dx;
    int dy;
};

constexpr Nudge nudges[] = {{"left", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Move left"),
                             QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Crosshair left by a pixel"), Qt::Key_Left, -1, 0},
                            {"right", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Move right"),
                             QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Crosshair right by a pixel"), Qt::Key_Right, 1, 0},
                            {"up", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Move up"),
                             QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Crosshair up by a pixel"), Qt::Key_Up, 0, -1},
                            {"down", QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Move down"),
                             QT_TRANSLATE_NOOP("plumbline::imageview::Actions", "Crosshair down by a pixel"), Qt::Key_Down, 0, 1}};

QKeySequence keyOf(QKeyCombination key)
{
    return key.key() == Qt::Key_unknown ? QKeySequence() : QKeySequence(key);
}

QString nudgeId(const Nudge &nudge, bool far)
{
    return QStringLiteral("image.nudge.%1%2").arg(QLatin1String(nudge.id), far ? QStringLiteral(".far") : QString());
}

QString fineId(const Nudge &nudge)
{
    return QStringLiteral("image.cursor.%1").arg(QLatin1String(nudge.id));
}

}  // namespace

std::vector<extension::ViewAction> imageActions(const model::Schema &schema)
{
    const auto s = [](const char *text) { return QLatin1String(text); };
    std::vector<extension::ViewAction> list;
    for (const ToolEntry &tool : toolTable())
        list.push_back({s(tool.id), tr(tool.title), s(tool.icon), keyOf(tool.key), true, s(tool.group)});
    const std::vector<extension::ViewAction> view{
        {s("image.view.fit"), tr("Fit to the window"), s("fit"), Qt::Key_F},
        {s("image.view.actual"), tr("Actual pixels (1:1)"), s("search"), Qt::Key_0},
        {s("image.view.zoomIn"), tr("Zoom in"), s("plus"), Qt::Key_Plus},
        {s("image.view.zoomOut"), tr("Zoom out"), s("minus"), Qt::Key_Minus},
        {s("image.cursor"), tr("Crosshair by keys: arrows move it, Space clicks"), s("plus"), Qt::Key_F4},
        {s("image.view.hide"), tr("Hide or show labels"), s("eye-off"), Qt::Key_H},
        {s("image.view.selection"), tr("Zoom to the selection"), s("search"), Qt::Key_Z},
        {s("image.view.minimap"), tr("Minimap"), s("image"), Qt::SHIFT | Qt::Key_M},
        {s("image.view.display"), tr("Brightness, contrast, window…"), s("sun"), Qt::SHIFT | Qt::Key_D},
        {s("image.view.readout"), tr("Pixel under the cursor"), s("search"), Qt::SHIFT | Qt::Key_X},
        {s("image.view.guides"), tr("Crosshair guides"), s("plus"), Qt::CTRL | Qt::Key_Semicolon},
        {s("image.compare.overlay"), tr("Compare layers over each other"), s("copy"), Qt::Key_F8},
        {s("image.compare.split"), tr("Compare layers side by side"), s("copy"), Qt::SHIFT | Qt::Key_F8},
        {s("image.compare.next"), tr("Next difference"), s("next"), Qt::Key_F7},
        {s("image.compare.previous"), tr("Previous difference"), s("previous"), Qt::SHIFT | Qt::Key_F7},
        {s("image.finish"), tr("Finish the shape"), s("accept"), Qt::Key_Return},
        {s("image.cancel"), tr("Cancel, or select nothing"), s("reject"), Qt::Key_Escape},
        {s("image.back"), tr("Take the last corner back"), s("undo"), Qt::Key_Backspace},
        {s("image.delete"), tr("Delete"), s("trash"), Qt::Key_Delete},
        {s("image.copy"), tr("Copy"), s("copy"), Qt::CTRL | Qt::Key_C},
        {s("image.paste"), tr("Paste"), s("plus"), Qt::CTRL | Qt::Key_V},
        {s("image.duplicate"), tr("Duplicate"), s("copy"), Qt::CTRL | Qt::Key_D},
        {s("image.selectAll"), tr("Select all"), s("select"), Qt::CTRL | Qt::Key_A},
        {s("image.next"), tr("Next annotation"), s("next"), Qt::Key_Tab},
        {s("image.previous"), tr("Previous annotation"), s("previous"), Qt::SHIFT | Qt::Key_Tab},
        {s("image.unsure"), tr("Unsure"), s("issues"), Qt::Key_U},
        {s("image.ignore"), tr("Ignore region"), s("cannot-label"), Qt::Key_I},
        {s("image.accept"), tr("Accept prediction"), s("accept"), Qt::Key_Y},
        {s("image.reject"), tr("Reject prediction"), s("reject"), Qt::Key_X}};
    list.insert(list.end(), view.begin(), view.end());
    for (const std::span<const Command> commands : commandLists())
        for (const Command &command : commands)
            list.push_back({s(command.id), tr(command.title), s(command.icon), keyOf(command.key)});
    for (int number = 1; number <= 9; ++number) {
        const QString key = QString::number(number);
        QString title = tr("Class %1").arg(key);
        for (const model::LabelClass &labelClass : schema.classes)
            if (labelClass.hotKey == key && !labelClass.deprecated)
                title = tr("Class: %1").arg(labelClass.name);
        list.push_back({QStringLiteral("image.class.") + key, title, s("star"), QKeySequence(Qt::Key(Qt::Key_0 + number))});
    }
    for (int number = 1; number <= 9; ++number) {
        const QString key = QString::number(number);
        QString title = tr("Tag %1").arg(key);
        for (const model::LabelClass &labelClass : schema.classes)
            if (labelClass.hotKey == key && !labelClass.deprecated)
                title = tr("Tag the picture: %1").arg(labelClass.name);
        list.push_back({QStringLiteral("image.tag.") + key, title, s("tag"), QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number))});
    }
    for (const bool far : {false, true})
        for (const Nudge &nudge : nudges)
            list.push_back({nudgeId(nudge, far), far ? tr("%1 by ten pixels").arg(tr(nudge.title)) : tr("%1 by a pixel").arg(tr(nudge.title)),
                            s("pan"), far ? QKeySequence(Qt::SHIFT | nudge.key) : QKeySequence(nudge.key)});
    for (const Nudge &nudge : nudges)
        list.push_back({fineId(nudge), tr(nudge.fine), s("plus"), QKeySequence(Qt::CTRL | nudge.key)});
    return list;
}

std::optional<geometry::Point> cursorStepOf(const QString &actionId)
{
    for (const Nudge &nudge : nudges) {
        const double pixels = actionId == nudgeId(nudge, false)  ? cursorStep
                              : actionId == nudgeId(nudge, true) ? cursorFarStep
                              : actionId == fineId(nudge)        ? cursorFineStep
                                                                 : 0;
        if (pixels > 0)
            return geometry::Point{nudge.dx * pixels, nudge.dy * pixels};
    }
    return std::nullopt;
}

std::optional<geometry::Point> nudgeOf(const QString &actionId)
{
    for (const bool far : {false, true})
        for (const Nudge &nudge : nudges)
            if (actionId == nudgeId(nudge, far))
                return geometry::Point{double(nudge.dx) * (far ? nudgeFar : 1), double(nudge.dy) * (far ? nudgeFar : 1)};
    return std::nullopt;
}

}  // namespace plumbline::imageview
