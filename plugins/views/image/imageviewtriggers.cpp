// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/commands.h"
#include "plugins/views/image/imageactions.h"
#include "plugins/views/image/imageview.h"

#include <algorithm>

// What the actions of an image view do. Commands on labels are tables of their own: commands.h.
namespace plumbline::imageview {

namespace {

template <std::size_t N, typename T>
const T *find(const T (&table)[N], const QString &id)
{
    const auto it = std::find_if(std::begin(table), std::end(table), [&id](const T &entry) { return id == QLatin1String(entry.id); });
    return it == std::end(table) ? nullptr : it;
}

}  // namespace

const ImageView::Trigger ImageView::anyTimeTriggers[] = {
    {"image.view.fit", [](ImageView &v) { v.m_canvas->fit(); }},
    {"image.view.zoomIn", [](ImageView &v) { v.zoomByKey(1); }},
    {"image.view.zoomOut", [](ImageView &v) { v.zoomByKey(-1); }},
    {"image.view.actual", [](ImageView &v) { v.m_canvas->actualSize(); }},
    {"image.view.selection", [](ImageView &v) { v.zoomToSelection(); }},
    {"image.view.hide", [](ImageView &v) { v.m_canvas->setShapesVisible(!v.m_canvas->shapesVisible()); }},
    {"image.view.minimap", [](ImageView &v) { v.m_overlays->toggleMinimap(); }},
    {"image.view.display", [](ImageView &v) { v.m_overlays->toggleDisplay(); }},
    {"image.view.readout", [](ImageView &v) { v.m_overlays->toggleReadout(); }},
    {"image.view.guides", [](ImageView &v) { v.m_overlays->toggleGuides(); }},
    {"image.cursor", [](ImageView &v) { v.toggleCursor(); }},
    {"image.compare.overlay", [](ImageView &v) { v.compare(Comparison::Mode::Overlay); }},
    {"image.compare.split", [](ImageView &v) { v.compare(Comparison::Mode::Split); }},
    {"image.compare.next", [](ImageView &v) { v.m_comparison->step(1); }},
    {"image.compare.previous", [](ImageView &v) { v.m_comparison->step(-1); }},
};

const ImageView::Trigger ImageView::pictureTriggers[] = {
    {"image.finish", [](ImageView &v) { v.finishOrClick(); }},
    {"image.cancel", [](ImageView &v) { v.cancelOrDeselect(); }},
    {"image.back", [](ImageView &v) { v.m_tool->stepBack(); }},
    {"image.delete",
     [](ImageView &v) {
         if (!v.m_tool->removeChosen())
             v.m_edits.removeSelected();
     }},
    {"image.copy", [](ImageView &v) { v.m_edits.copySelected(); }},
    {"image.paste", [](ImageView &v) { v.m_edits.paste(); }},
    {"image.duplicate", [](ImageView &v) { v.m_edits.duplicateSelected(); }},
    {"image.selectAll", [](ImageView &v) { v.selectAll(); }},
    {"image.next", [](ImageView &v) { v.selectNext(1); }},
    {"image.previous", [](ImageView &v) { v.selectNext(-1); }},
    {"image.unsure", [](ImageView &v) { v.m_edits.toggleUnsure(); }},
    {"image.ignore", [](ImageView &v) { v.m_edits.toggleIgnore(); }},
    {"image.accept", [](ImageView &v) { v.goOnWith(v.m_edits.acceptSelected()); }},
    {"image.reject", [](ImageView &v) { v.goOnWith(v.m_edits.rejectSelected()); }},
};

void ImageView::selectAll()
{
    QSet<AnnotationId> all;
    for (const canvas::ShapeScene::Entry &entry : m_canvas->scene().entries())
        if (!entry.shape.outlineOnly)
            all.insert(entry.shape.id);
    m_editing.select(all);
}

void ImageView::finishOrClick()
{
    if (m_cursor->isButtonDown() || (!m_tool->finish() && m_cursor->isVisible()))
        m_cursor->toggleButton();
}

void ImageView::cancelOrDeselect()
{
    m_cursor->forgetButton();
    if (m_tool->cancel())
        return;
    if (m_editing.selection().isEmpty())
        m_cursor->end();
    m_editing.select({});
}

void ImageView::trigger(const QString &actionId)
{
    const QLatin1String toolPrefix("image.tool.");
    const QLatin1String classPrefix("image.class.");
    const QLatin1String tagPrefix("image.tag.");
    if (actionId.startsWith(toolPrefix)) {
        if (actionId == m_pan->id())
            togglePan();
        else
            setTool(actionId);
        return;
    }
    if (moveCursor(actionId))
        return;
    if (const Trigger *found = find(anyTimeTriggers, actionId))
        return found->run(*this);
    const bool picture = !m_shown.isNull();
    if (picture && m_tool->trigger(actionId))
        return;
    if (actionId.startsWith(classPrefix))
        return chooseClass(actionId.mid(classPrefix.size()));
    if (!picture)
        return;
    if (const Command *command = findCommand(actionId))
        command->run(m_toolContext);
    else if (const Trigger *found = find(pictureTriggers, actionId))
        found->run(*this);
    else if (actionId.startsWith(tagPrefix))
        toggleTag(actionId.mid(tagPrefix.size()));
    else if (const auto step = nudgeOf(actionId))
        m_edits.nudge(step->x, step->y);
}

}  // namespace plumbline::imageview
