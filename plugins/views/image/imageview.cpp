// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imageview.h"

#include "plugins/views/image/commands.h"
#include "plugins/views/image/imageactions.h"
#include "plugins/views/image/tools.h"

#include <QKeyEvent>
#include <QLocale>

namespace plumbline::imageview {

namespace {

constexpr int loadingMilliseconds = 150;

template <typename... F>
struct Overloaded : F... {
    using F::operator()...;
};

}  // namespace

ImageView::ImageView(extension::ViewContext &context)
    : m_context(context), m_editing(context.editing()), m_canvas(new canvas::ImageCanvas),
      m_edits(m_editing, [this](const QString &text) { m_context.showHint(text); }),
      m_toolContext{*m_canvas, m_editing, m_edits, [this](const QString &text) { m_context.showHint(text); }}
{
    m_canvas->setObjectName(QStringLiteral("imageCanvas"));
    m_canvas->installEventFilter(this);
    m_tools = makeTools(m_toolContext);
    m_tool = m_tools.front().get();
    m_loading.setSingleShot(true);
    m_loading.setInterval(loadingMilliseconds);
    connect(&m_loading, &QTimer::timeout, this, [this] {
        m_canvas->setNotice(canvas::CanvasNotice{{}, tr("Loading %1…").arg(m_loadingName), {}, false, true});
    });
    connect(&m_editing, &document::Editing::changed, this, &ImageView::documentChanged);
    connect(&m_editing, &document::Editing::marksChanged, this, &ImageView::refreshShapes);
    connect(m_canvas, &canvas::ImageCanvas::panTapped, this, &ImageView::togglePan);
    connect(m_canvas, &canvas::ImageCanvas::pictureFailed, this, [this](const QString &text) { m_context.showHint(text); });
    clear();
}

ImageView::~ImageView()
{
    if (m_canvas) {
        m_canvas->setInput(nullptr);
        delete m_canvas;
    }
}

QWidget *ImageView::widget()
{
    return m_canvas;
}

void ImageView::attachTool()
{
    m_canvas->setInput(m_shown.isNull() ? nullptr : m_tool);
    m_canvas->setPanning(m_tool->id() == QLatin1String("image.tool.pan"));
}

void ImageView::showFrame(const model::Item &item, const Result<extension::LoadedFrame> &frame)
{
    m_loading.stop();
    m_tool->cancel();
    if (!frame) {
        m_shown = {};
        m_edits.setPicture(std::nullopt);
        m_canvas->setImage({});
        m_canvas->setNotice(canvas::CanvasNotice{QStringLiteral("issues"), tr("%1 cannot be shown").arg(item.name),
                                                 frame.error().text + QStringLiteral("\n\n")
                                                     + tr("Ctrl+Backspace reports it as “cannot label”; D goes on to the next item."),
                                                 true, false});
    } else {
        const bool sameItem = m_shown == item.id;
        m_shown = item.id;
        m_canvas->setNotice(std::nullopt);
        if (frame->parts)
            m_canvas->setParts(frame->parts, sameItem);
        else
            m_canvas->setImage(frame->image, sameItem);
        m_edits.setPicture(m_canvas->imageBox());
        m_canvas->setAccessibleName(tr("Picture %1").arg(item.name));
    }
    attachTool();
    refreshShapes();
}

void ImageView::showLoading(const model::Item &item)
{
    m_tool->cancel();
    m_loadingName = item.name;
    m_loading.start();
    // The old picture stays, but neither its labels nor the mouse belong to it any more.
    m_shown = {};
    m_edits.setPicture(std::nullopt);
    attachTool();
    refreshShapes();
}

void ImageView::clear()
{
    m_loading.stop();
    m_tool->cancel();
    m_shown = {};
    m_edits.setPicture(std::nullopt);
    m_canvas->setImage({});
    m_canvas->setNotice(canvas::CanvasNotice{QStringLiteral("image"), tr("No picture is open"),
                                             tr("Choose an item in the queue, or drop pictures or a folder here."), false, false});
    attachTool();
    refreshShapes();
}

QString ImageView::titleOf(ClassId id) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(id);
    if (!labelClass)
        return tr("no class");
    const QString language = QLocale().name();
    const QString exact = labelClass->titles.value(language);
    const QString title = exact.isEmpty() ? labelClass->titles.value(language.section(QLatin1Char('_'), 0, 0)) : exact;
    return title.isEmpty() ? labelClass->name : title;
}

canvas::CanvasShape ImageView::shapeOf(const model::Annotation &annotation) const
{
    canvas::CanvasShape shape;
    shape.id = annotation.id;
    shape.geometry = annotation.geometry;
    const model::LabelClass *labelClass = m_editing.schema().find(annotation.labelClass);
    shape.colour = labelClass && labelClass->colour.isValid() ? labelClass->colour : QColor(200, 200, 200);
    shape.label = titleOf(annotation.labelClass);
    if (m_editing.marks().flagged.contains(annotation.id))
        shape.label += QStringLiteral(" \u26a0");
    shape.score = annotation.score;
    shape.role = annotation.role;
    shape.predicted = ImageEdits::isOpenPrediction(annotation);
    shape.unsure = annotation.unsure;
    shape.locked = !m_edits.isChangeable(annotation);
    shape.hatched = shape.locked && m_editing.canCreate();
    shape.zOrder = annotation.zOrder;
    return shape;
}

void ImageView::refreshShapes()
{
    std::vector<canvas::CanvasShape> shapes;
    const auto item = m_editing.item();
    if (item && item->id == m_shown) {
        for (const model::Annotation &annotation : m_editing.annotations())
            if (ImageEdits::isShown(annotation) && !m_editing.marks().filteredOut.contains(annotation.id))
                shapes.push_back(shapeOf(annotation));
        // Stable, so that equal orders keep the order of creation.
        std::stable_sort(shapes.begin(), shapes.end(),
                         [](const canvas::CanvasShape &a, const canvas::CanvasShape &b) { return a.zOrder < b.zOrder; });
    }
    m_canvas->setShapes(std::move(shapes));
    m_canvas->setSelected(m_editing.selection());
    m_tool->documentChanged();
}

// Among thousands of labels most edits change one.
bool ImageView::refreshSome(const QSet<AnnotationId> &ids)
{
    constexpr qsizetype some = 64;
    const auto item = m_editing.item();
    if (ids.size() > some || !item || item->id != m_shown)
        return false;
    std::vector<canvas::CanvasShape> shapes;
    for (const AnnotationId &id : ids) {
        const model::Annotation *annotation = m_editing.annotation(id);
        if (!annotation || !ImageEdits::isShown(*annotation))
            return false;
        shapes.push_back(shapeOf(*annotation));
    }
    return m_canvas->updateShapes(shapes);
}

void ImageView::documentChanged(const document::DocumentEvent &event)
{
    std::visit(Overloaded{[this](const document::ItemShown &shown) {
                              m_tool->cancel();
                              m_next = {};
                              if (shown.item.isNull())
                                  clear();
                              refreshShapes();
                          },
                          [this](const document::AnnotationsChanged &changed) {
                              if (refreshSome(changed.ids)) {
                                  m_canvas->setSelected(m_editing.selection());
                                  m_tool->documentChanged();
                              } else {
                                  refreshShapes();
                              }
                          },
                          [this](const document::SelectionChanged &) {
                              m_canvas->setSelected(m_editing.selection());
                              m_tool->documentChanged();
                          },
                          [this](const document::CurrentClassChanged &) { m_canvas->update(); },
                          [this](const document::SchemaChanged &) { refreshShapes(); },
                          // A submitted task closes its labels.
                          [this](const document::QueueChanged &) { refreshShapes(); },
                          [](const document::SaveStateChanged &) {}, [](const document::HistoryChanged &) {},
                          [](const document::GaugeChanged &) {}},
               event);
}

void ImageView::reveal(AnnotationId id)
{
    const canvas::ShapeScene::Entry *entry = m_canvas->scene().find(id);
    if (!entry)
        return;
    m_canvas->setShapesVisible(true);
    m_canvas->ensureVisible(entry->bounds);
    m_canvas->flash(id);
}

std::vector<extension::ViewAction> ImageView::actions() const
{
    return imageActions(m_editing.schema());
}

void ImageView::setTool(const QString &id)
{
    if (id == m_tool->id())
        return;
    const auto it = std::find_if(m_tools.begin(), m_tools.end(), [&id](const auto &tool) { return tool->id() == id; });
    if (it == m_tools.end())
        return;
    m_tool->cancel();
    m_tool->leave();
    if (id == QLatin1String("image.tool.pan"))
        m_toolBeforePan = m_tool->id();
    m_tool = it->get();
    attachTool();
    if (m_toolChanged)
        m_toolChanged();
}

void ImageView::togglePan()
{
    const bool panning = m_tool->id() == QLatin1String("image.tool.pan");
    setTool(panning ? m_toolBeforePan : QStringLiteral("image.tool.pan"));
}

void ImageView::selectNext(int step)
{
    std::vector<AnnotationId> ids;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (ImageEdits::isShown(annotation) && m_canvas->scene().find(annotation.id))
            ids.push_back(annotation.id);
    if (ids.empty()) {
        m_context.showHint(tr("This picture has no labels yet."));
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(ids.size());
    std::ptrdiff_t index = step > 0 ? 0 : count - 1;
    const auto wanted = std::find(ids.begin(), ids.end(), m_next);
    if (step > 0 && wanted != ids.end()) {
        index = wanted - ids.begin();
    } else {
        const QSet<AnnotationId> selection = m_editing.selection();
        const auto current = std::find_if(ids.begin(), ids.end(), [&](const AnnotationId &id) { return selection.contains(id); });
        if (current != ids.end())
            index = (current - ids.begin() + step + count) % count;
    }
    const AnnotationId next = ids[static_cast<std::size_t>(index)];
    m_next = {};
    m_editing.select({next});
    m_canvas->setShapesVisible(true);
    m_canvas->ensureVisible(m_canvas->scene().find(next)->bounds);
}

void ImageView::chooseClass(const QString &key)
{
    for (const model::LabelClass &labelClass : m_editing.schema().classes) {
        if (labelClass.hotKey != key || labelClass.deprecated)
            continue;
        const bool onlyCurrent = m_edits.selectedInOrder().empty();
        m_edits.setClass(labelClass.id);
        if (onlyCurrent)
            m_context.showHint(tr("New labels are “%1”.").arg(titleOf(labelClass.id)));
        return;
    }
    m_context.showHint(tr("No class has the key %1.").arg(key));
}

void ImageView::trigger(const QString &actionId)
{
    const QString classPrefix = QStringLiteral("image.class.");
    if (actionId.startsWith(QLatin1String("image.tool."))) {
        if (actionId == QLatin1String("image.tool.pan"))
            togglePan();
        else
            setTool(actionId);
        return;
    }
    if (actionId == QLatin1String("image.view.fit")) {
        m_canvas->fit();
    } else if (actionId == QLatin1String("image.view.actual")) {
        m_canvas->actualSize();
    } else if (actionId == QLatin1String("image.view.hide")) {
        m_canvas->setShapesVisible(!m_canvas->shapesVisible());
    } else if (m_shown.isNull()) {
        if (actionId.startsWith(classPrefix))
            chooseClass(actionId.mid(classPrefix.size()));
        return;
    } else if (m_tool->trigger(actionId)) {
        return;
    } else if (const Command *command = findCommand(actionId)) {
        command->run(m_toolContext);
    } else if (actionId.startsWith(classPrefix)) {
        chooseClass(actionId.mid(classPrefix.size()));
    } else if (actionId == QLatin1String("image.finish")) {
        m_tool->finish();
    } else if (actionId == QLatin1String("image.cancel")) {
        if (!m_tool->cancel())
            m_editing.select({});
    } else if (actionId == QLatin1String("image.back")) {
        m_tool->stepBack();
    } else if (actionId == QLatin1String("image.delete")) {
        if (!m_tool->removeChosen())
            m_edits.removeSelected();
    } else if (actionId == QLatin1String("image.copy")) {
        m_edits.copySelected();
    } else if (actionId == QLatin1String("image.paste")) {
        m_edits.paste();
    } else if (actionId == QLatin1String("image.duplicate")) {
        m_edits.duplicateSelected();
    } else if (actionId == QLatin1String("image.next")) {
        selectNext(1);
    } else if (actionId == QLatin1String("image.previous")) {
        selectNext(-1);
    } else if (actionId == QLatin1String("image.unsure")) {
        m_edits.toggleUnsure();
    } else if (actionId == QLatin1String("image.ignore")) {
        m_edits.toggleIgnore();
    } else if (actionId == QLatin1String("image.accept")) {
        goOnWith(m_edits.acceptSelected());
    } else if (actionId == QLatin1String("image.reject")) {
        goOnWith(m_edits.rejectSelected());
    } else if (actionId == QLatin1String("image.selectAll")) {
        QSet<AnnotationId> all;
        for (const canvas::ShapeScene::Entry &entry : m_canvas->scene().entries())
            all.insert(entry.shape.id);
        m_editing.select(all);
    } else if (const auto step = nudgeOf(actionId)) {
        m_edits.nudge(step->x, step->y);
    }
}

bool ImageView::eventFilter(QObject *watched, QEvent *event)
{
    // A shortcut has one key; the keypad's Enter means the same.
    if (watched == m_canvas && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Enter) {
        trigger(QStringLiteral("image.finish"));
        return true;
    }
    return QObject::eventFilter(watched, event);
}

QVariantMap ImageView::saveState() const
{
    const QPointF middle(m_canvas->width() / 2.0, m_canvas->height() / 2.0);
    const geometry::Point centre = m_canvas->view().toImage(middle);
    return {{QStringLiteral("tool"), m_tool->id()},
            {QStringLiteral("fitted"), m_canvas->isFitted()},
            {QStringLiteral("scale"), m_canvas->view().scale},
            {QStringLiteral("centreX"), centre.x},
            {QStringLiteral("centreY"), centre.y},
            {QStringLiteral("labelsHidden"), !m_canvas->shapesVisible()}};
}

void ImageView::restoreState(const QVariantMap &state)
{
    setTool(state.value(QStringLiteral("tool"), QStringLiteral("image.tool.select")).toString());
    m_canvas->setShapesVisible(!state.value(QStringLiteral("labelsHidden")).toBool());
    const double scale = state.value(QStringLiteral("scale")).toDouble();
    if (state.value(QStringLiteral("fitted"), true).toBool() || !(scale > 0) || !std::isfinite(scale)) {
        m_canvas->fit();
        return;
    }
    const QPointF middle(m_canvas->width() / 2.0, m_canvas->height() / 2.0);
    const QPointF centre(state.value(QStringLiteral("centreX")).toDouble(), state.value(QStringLiteral("centreY")).toDouble());
    if (std::isfinite(centre.x()) && std::isfinite(centre.y()))
        m_canvas->setView({scale, middle - centre * scale});
}

}  // namespace plumbline::imageview
