// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/popups.h"

#include "core/model/measure.h"
#include "plugins/views/image/calibrationpopup.h"
#include "plugins/views/image/commands.h"
#include "plugins/views/image/objectedits.h"
#include "widgets/actions/choicepopup.h"
#include "widgets/forms/classpicker.h"
#include "widgets/theme/icons.h"

#include <QMenu>

#include <algorithm>

namespace plumbline::imageview {

namespace {

constexpr int popupWidth = 320;
constexpr int mostClassesInMenu = 24;

QPoint overPicture(const canvas::ImageCanvas &canvas)
{
    return canvas.mapToGlobal(QPoint(std::max(0, canvas.width() / 2 - popupWidth / 2), 48));
}

const model::Annotation *tagOf(const document::Editing &editing, ClassId id)
{
    const auto &all = editing.annotations();
    const auto it = std::find_if(all.begin(), all.end(), [&](const model::Annotation &a) {
        return a.labelClass == id && std::holds_alternative<geometry::ItemLabel>(a.geometry) && ImageEdits::isShown(a)
               && !ImageEdits::isOpenPrediction(a);
    });
    return it == all.end() ? nullptr : &*it;
}

// Not the canvas: its keys, such as Enter, would reach into what opens below it.
QWidget *windowOf(ToolContext &context)
{
    return context.canvas.window();
}

// The window's own action, with the key as the person has set it; where there is no window around the view, one like it.
QAction *actionFor(QMenu &menu, ToolContext &context, const QString &id)
{
    if (auto *known = windowOf(context)->findChild<QAction *>(id))
        return known;
    const auto own = context.canvas.actions();
    const auto it = std::find_if(own.begin(), own.end(), [&](const QAction *action) { return action->objectName() == id; });
    if (it != own.end())
        return *it;
    const Command *command = findCommand(id);
    if (!command)
        return nullptr;
    auto *made = new QAction(theme::themedIcon(QLatin1String(command->icon)),
                             QCoreApplication::translate("plumbline::imageview::Actions", command->title), &menu);
    QObject::connect(made, &QAction::triggered, &context.canvas, [&context, command] { command->run(context); });
    return made;
}

void fill(QMenu &menu, ToolContext &context, std::initializer_list<const char *> ids)
{
    for (const char *id : ids) {
        if (!*id)
            menu.addSeparator();
        else if (QAction *action = actionFor(menu, context, QLatin1String(id)))
            menu.addAction(action);
    }
}

QMenu *subMenu(QMenu &menu, const QString &title, const char *icon)
{
    return menu.addMenu(theme::themedIcon(QLatin1String(icon)), title);
}

void addClasses(QMenu &menu, ToolContext &context)
{
    QMenu *classes = subMenu(menu, ImageEdits::tr("Class"), "star");
    int count = 0;
    for (const model::LabelClass &labelClass : context.editing.schema().classes) {
        if (labelClass.deprecated || ++count > mostClassesInMenu)
            continue;
        QAction *action = classes->addAction(forms::classSwatch(labelClass.colour), labelClass.name);
        QObject::connect(action, &QAction::triggered, &context.canvas,
                         [&context, id = labelClass.id] { context.edits.setClass(id); });
    }
    if (QAction *pick = windowOf(context)->findChild<QAction *>(QStringLiteral("label.class"))) {
        classes->addSeparator();
        classes->addAction(pick);
    }
    classes->setEnabled(!classes->isEmpty());
}

}  // namespace

void showTagPopup(ToolContext &context)
{
    auto *popup = new actions::ChoicePopup(windowOf(context));
    popup->setObjectName(QStringLiteral("tagPopup"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setPlaceholder(ImageEdits::tr("Tag the picture…"));
    std::vector<actions::Choice> choices;
    for (const model::LabelClass &labelClass : context.editing.schema().classes) {
        if (!objectedits::mayBeTag(labelClass))
            continue;
        actions::Choice choice;
        choice.id = labelClass.id.toString();
        choice.text = labelClass.name;
        choice.detail = tagOf(context.editing, labelClass.id) ? ImageEdits::tr("given") : QString();
        choice.icon = forms::classSwatch(labelClass.colour);
        choice.ownColours = true;
        choices.push_back(std::move(choice));
    }
    if (choices.empty()) {
        delete popup;
        context.hint(ImageEdits::tr("The label schema has no class for whole pictures."));
        return;
    }
    popup->setChoices(std::move(choices));
    QObject::connect(popup, &actions::ChoicePopup::chosen, &context.canvas, [&context](const QString &id) {
        if (const auto parsed = ClassId::fromString(id))
            objectedits::toggleTag(context, *parsed);
    });
    popup->popup(overPicture(context.canvas), popupWidth);
}

void showCalibration(ToolContext &context)
{
    const auto selected = context.edits.selectedAnnotations();
    const auto measure = selected.size() == 1 ? model::measureOf(*selected.front()) : std::nullopt;
    if (!measure || measure->kind == model::MeasureKind::Angle || !context.edits.isChangeable(*selected.front())) {
        context.hint(ImageEdits::tr("Draw a ruler along something whose length you know, and keep it selected."));
        return;
    }
    const auto &line = std::get<geometry::Polyline>(selected.front()->geometry);
    auto *popup = new CalibrationPopup(model::lengthPixels(line), measure->knownMillimetres, windowOf(context));
    QObject::connect(popup, &CalibrationPopup::accepted, &context.canvas,
                     [&context, id = selected.front()->id](double millimetres, bool project) {
                         objectedits::calibrate(context, id, millimetres, project);
                     });
    const canvas::ShapeScene::Entry *entry = context.canvas.scene().find(selected.front()->id);
    const QRectF place = entry ? context.canvas.view().rectOf(entry->bounds) : QRectF(context.canvas.rect());
    popup->popup(context.canvas.mapToGlobal(place.center().toPoint() + QPoint(0, 24)));
}

void showShapeMenu(ToolContext &context, std::optional<QPoint> at)
{
    auto *menu = new QMenu(windowOf(context));
    menu->setObjectName(QStringLiteral("shapeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto selected = context.edits.selectedAnnotations();
    QRectF around;
    if (selected.empty()) {
        fill(*menu, context,
             {"image.paste", "image.pasteInPlace", "image.selectAll", "", "image.tags", "", "image.showAll", "image.view.hide"});
    } else {
        const auto has = [&](auto test) { return std::any_of(selected.begin(), selected.end(), test); };
        for (const model::Annotation *annotation : selected)
            if (const canvas::ShapeScene::Entry *entry = context.canvas.scene().find(annotation->id))
                around = around.united(context.canvas.view().rectOf(entry->bounds));
        if (has([](const auto *a) { return ImageEdits::isOpenPrediction(*a); }))
            fill(*menu, context, {"image.accept", "image.reject", ""});
        addClasses(*menu, context);
        fill(*menu, context, {"image.unsure", "image.ignore", ""});
        if (has([](const auto *a) { return std::holds_alternative<geometry::Relation>(a->geometry); }))
            fill(*menu, context, {"image.relation.reverse", ""});
        if (selected.size() == 1 && model::measureOf(*selected.front()))
            fill(*menu, context, {"image.measure.calibrate", ""});
        fill(*subMenu(*menu, ImageEdits::tr("Order"), "order-raise"), context,
             {"image.order.front", "image.order.raise", "image.order.lower", "image.order.back"});
        if (selected.size() > 1) {
            fill(*subMenu(*menu, ImageEdits::tr("Align"), "align-left"), context,
                 {"image.align.left", "image.align.centre", "image.align.right", "", "image.align.top", "image.align.middle",
                  "image.align.bottom", "", "image.distribute.across", "image.distribute.down"});
            fill(*menu, context, {"image.group"});
            if (selected.size() == 2)
                fill(*menu, context, {"image.relate"});
        }
        if (has([](const auto *a) { return !a->group.isNull(); }))
            fill(*menu, context, {"image.ungroup"});
        fill(*menu, context,
             {"", "image.lock", "image.hideSelected", "image.solo", "image.showAll", "", "image.copy", "image.duplicate", "",
              "image.delete"});
    }
    menu->popup(
        at.value_or(context.canvas.mapToGlobal((around.isNull() ? QRectF(context.canvas.rect()) : around).center().toPoint())));
}

}  // namespace plumbline::imageview
