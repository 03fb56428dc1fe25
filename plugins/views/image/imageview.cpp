// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imageview.h"

#include "plugins/views/image/imageactions.h"
#include "plugins/views/image/objectedits.h"
#include "plugins/views/image/popups.h"
#include "plugins/views/image/shapebuilder.h"
#include "plugins/views/image/tools.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace plumbline::imageview {

namespace {

constexpr int loadingMilliseconds = 150;

// Marks of labels that are gone do no harm, but a session must not grow with them for ever.
constexpr qsizetype mostMarksKept = 10'000;

QStringList textsOf(const QSet<AnnotationId> &ids)
{
    QStringList texts;
    for (const AnnotationId &id : ids)
        if (texts.size() < mostMarksKept)
            texts.append(id.toString());
    return texts;
}

QSet<AnnotationId> idsOf(const QVariant &texts)
{
    QSet<AnnotationId> ids;
    for (const QString &text : texts.toStringList())
        if (const auto id = AnnotationId::fromString(text))
            ids.insert(*id);
    return ids;
}

template <typename... F>
struct Overloaded : F... {
    using F::operator()...;
};

}  // namespace

ImageView::ImageView(extension::ViewContext &context)
    : m_context(context), m_editing(context.editing()), m_canvas(new canvas::ImageCanvas),
      m_overlays(new canvas::CanvasOverlays(*m_canvas)),
      m_comparison(new Comparison(*m_canvas, m_editing, [this](AnnotationId id) {
          m_editing.select({id});
          reveal(id);
      })),
      m_edits(m_editing, [this](const QString &text) { m_context.showHint(text); }),
      m_toolContext{*m_canvas, m_editing, m_edits, m_context.jobs(), [this](const QString &text) { m_context.showHint(text); }},
      m_tags(new TagBar(m_canvas))
{
    m_canvas->setObjectName(QStringLiteral("imageCanvas"));
    m_canvas->installEventFilter(this);
    setUpTools();
    setUpCursor();
    m_loading.setSingleShot(true);
    m_loading.setInterval(loadingMilliseconds);
    connect(&m_loading, &QTimer::timeout, this, [this] {
        m_canvas->setNotice(canvas::CanvasNotice{{}, tr("Loading %1…").arg(m_loadingName), {}, false, true});
    });
    connect(&m_editing, &document::Editing::changed, this, &ImageView::documentChanged);
    connect(m_canvas, &canvas::ImageCanvas::panTapped, this, &ImageView::togglePan);
    connect(m_canvas, &canvas::ImageCanvas::pictureFailed, this, [this](const QString &text) { m_context.showHint(text); });
    connect(&m_editing, &document::Editing::marksChanged, this, &ImageView::refreshShapes);
    connect(m_tags, &TagBar::clicked, this, &ImageView::clickTag);
    connect(m_tags, &TagBar::removeRequested, this, &ImageView::removeTag);
    m_toolContext.refresh = [this] { refreshShapes(); };
    connect(m_comparison, &Comparison::changed, this, &ImageView::refreshShapes);
    clear();
}

void ImageView::setUpTools()
{
    m_optionsBar = new ToolOptionsBar(*m_canvas);
    m_canvas->setRoomBelow(m_optionsBar->roomBelow());
    m_optionsBar->onPlaced([this](const QRect &place) { m_overlays->setTaken(place); });
    m_toolContext.pixels = [this](const QRect &area, double scale) { return m_canvas->pixels(area, scale); };
    m_toolContext.settingsChanged = [this] {
        if (m_optionsBar && m_tool)
            m_optionsBar->refresh(m_tool->status());
    };
    m_toolContext.focusOptions = [this] { return m_optionsBar && m_optionsBar->focusFirst(); };
    m_tools = makeTools(m_toolContext);
    m_tool = m_tools.front().get();
    const auto pan = std::find_if(m_tools.begin(), m_tools.end(), [](const auto &tool) { return dynamic_cast<PanTool *>(tool.get()); });
    m_pan = static_cast<PanTool *>(pan->get());
}

void ImageView::showOptions()
{
    m_optionsBar->setOptions(m_shown.isNull() ? std::vector<ToolOption>() : m_tool->options());
    m_optionsBar->refresh(m_tool->status());
}

ImageView::~ImageView()
{
    m_toolContext.settingsChanged = [] {};
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
    showOptions();
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
                                                     + m_context.withKeys(tr("{item.cannotLabel} reports it as “cannot label”; {item.next} goes on to the next item.")),
                                                 true, false});
    } else {
        const bool sameItem = m_shown == item.id;
        m_shown = item.id;
        m_canvas->setNotice(std::nullopt);
        if (frame->parts)
            m_canvas->setParts(frame->parts, sameItem);
        else
            m_canvas->setImage(frame->image, sameItem, frame->halves);
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
    m_cursor->end();
    m_shown = {};
    m_edits.setPicture(std::nullopt);
    m_canvas->setImage({});
    m_canvas->setNotice(canvas::CanvasNotice{QStringLiteral("image"), tr("No picture is open"),
                                             tr("Choose an item in the queue, or drop pictures or a folder here."), false, false});
    attachTool();
    refreshShapes();
}

void ImageView::compare(Comparison::Mode mode)
{
    if (!m_comparison->setMode(m_comparison->mode() == mode ? Comparison::Mode::Off : mode))
        m_context.showHint(tr("This picture has one layer of labels; there is nothing to compare."));
}

void ImageView::refreshShapes()
{
    const auto item = m_editing.item();
    const bool shown = item && item->id == m_shown;
    m_canvas->setShapes(shown ? ShapeBuilder(m_editing, m_edits, *m_comparison).shapes() : std::vector<canvas::CanvasShape>{});
    m_canvas->setSelected(m_editing.selection());
    refreshTags();
    m_tool->documentChanged();
}

// Among thousands of labels most edits change one.
bool ImageView::refreshSome(const QSet<AnnotationId> &ids)
{
    constexpr qsizetype some = 64;
    const auto item = m_editing.item();
    if (ids.size() > some || !item || item->id != m_shown)
        return false;
    const ShapeBuilder builder(m_editing, m_edits, *m_comparison);
    std::vector<canvas::CanvasShape> shapes;
    for (const AnnotationId &id : builder.withArrows(ids)) {
        const model::Annotation *annotation = m_editing.annotation(id);
        auto shape = annotation ? builder.shape(*annotation) : std::nullopt;
        if (!shape)
            return false;
        shapes.push_back(std::move(*shape));
    }
    return m_canvas->updateShapes(shapes);
}

void ImageView::refreshTags()
{
    const auto item = m_editing.item();
    std::vector<TagBar::Tag> tags;
    if (item && item->id == m_shown) {
        const ShapeBuilder builder(m_editing, m_edits, *m_comparison);
        for (const model::Annotation &annotation : m_editing.annotations()) {
            if (!std::holds_alternative<geometry::ItemLabel>(annotation.geometry) || !ImageEdits::isShown(annotation))
                continue;
            const model::LabelClass *labelClass = m_editing.schema().find(annotation.labelClass);
            tags.push_back({annotation.id, builder.titleOf(annotation.labelClass), labelClass ? labelClass->colour : QColor(200, 200, 200),
                            ImageEdits::isOpenPrediction(annotation), m_edits.isChangeable(annotation),
                            m_editing.selection().contains(annotation.id)});
        }
    }
    // What is put aside must not be forgotten.
    int aside = 0;
    const ViewMarks &marks = m_edits.marks();
    if (item && item->id == m_shown && !(marks.hidden.isEmpty() && marks.solo.isEmpty()))
        for (const model::Annotation &annotation : m_editing.annotations())
            if (!marks.shows(annotation.id) && ImageEdits::isShown(annotation) && geometry::boundsOf(annotation.geometry))
                ++aside;
    if (aside > 0)
        tags.push_back({{}, tr("%n hidden", nullptr, aside), QColor(128, 128, 128), false, false, false});
    m_tags->setTags(std::move(tags));
}

void ImageView::clickTag(AnnotationId id, Qt::KeyboardModifiers modifiers)
{
    if (id.isNull()) {
        objectedits::showAll(m_toolContext);
        return;
    }
    QSet<AnnotationId> selection;
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        selection = m_editing.selection();
    if (!selection.remove(id))
        selection.insert(id);
    m_editing.select(selection);
}

QString ImageView::firstStep() const
{
    return tr("Draw with {image.tool.box} (box) or {image.tool.polygon} (polygon), or press {label.prelabel} to let a model propose.");
}

void ImageView::removeTag(AnnotationId id)
{
    m_editing.select({id});
    m_edits.removeSelected();
}

void ImageView::documentChanged(const document::DocumentEvent &event)
{
    std::visit(Overloaded{[this](const document::ItemShown &shown) {
                              m_tool->cancel();
                              m_next = {};
                              // What stood alone on another picture would leave this one empty.
                              m_edits.marks().solo.clear();
                              if (shown.item.isNull())
                                  clear();
                              m_comparison->refresh();
                              refreshShapes();
                          },
                          [this](const document::AnnotationsChanged &changed) {
                              m_comparison->refresh();
                              if (refreshSome(changed.ids)) {
                                  m_canvas->setSelected(m_editing.selection());
                                  m_tool->documentChanged();
                              } else {
                                  refreshShapes();
                              }
                          },
                          [this](const document::SelectionChanged &) {
                              m_canvas->setSelected(m_editing.selection());
                              refreshTags();
                              m_tool->documentChanged();
                          },
                          [this](const document::CurrentClassChanged &) { m_canvas->update(); },
                          [this](const document::SchemaChanged &) { refreshShapes(); },
                          // A submitted task closes its labels.
                          [this](const document::QueueChanged &) { refreshShapes(); },
                          [](const document::SaveStateChanged &) {}, [](const document::HistoryChanged &) {},
                          [](const document::GaugeChanged &) {}, [](const document::FrameShown &) {},
                          [](const document::TracksChanged &) {}},
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
    Tool *next = it->get();
    const bool resumed = next == m_pan->waiting();
    if (next == m_pan) {
        // It comes back to what it was making.
        m_pan->setWaiting(m_tool);
        m_tool->leave();
    } else {
        if (!resumed)
            m_tool->cancel();
        m_tool->leave();
        m_pan->setWaiting(nullptr);
    }
    m_tool = next;
    attachTool();
    if (!resumed)
        m_tool->enter();
    if (m_toolChanged)
        m_toolChanged();
}

void ImageView::togglePan()
{
    const Tool *before = m_pan->waiting();
    setTool(before ? before->id() : m_pan->id());
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

void ImageView::zoomToSelection()
{
    std::optional<QRectF> all;
    for (const AnnotationId &id : m_editing.selection()) {
        if (const canvas::ShapeScene::Entry *entry = m_canvas->scene().find(id)) {
            const QRectF bounds(entry->bounds.x, entry->bounds.y, entry->bounds.w, entry->bounds.h);
            all = all ? all->united(bounds) : bounds;
        }
    }
    if (all)
        m_canvas->zoomTo({all->x(), all->y(), all->width(), all->height()});
    else
        m_context.showHint(tr("Select a label to zoom to it."));
}

void ImageView::chooseClass(const QString &key)
{
    for (const model::LabelClass &labelClass : m_editing.schema().classes) {
        if (labelClass.hotKey != key || labelClass.deprecated)
            continue;
        const bool onlyCurrent = m_edits.selectedInOrder().empty();
        m_edits.setClass(labelClass.id);
        if (onlyCurrent)
            m_context.showHint(tr("New labels are “%1”.").arg(ShapeBuilder(m_editing, m_edits, *m_comparison).titleOf(labelClass.id)));
        return;
    }
    m_context.showHint(tr("No class has the key %1.").arg(key));
}

void ImageView::toggleTag(const QString &key)
{
    for (const model::LabelClass &labelClass : m_editing.schema().classes) {
        if (labelClass.hotKey == key && !labelClass.deprecated) {
            objectedits::toggleTag(m_toolContext, labelClass.id);
            return;
        }
    }
    m_context.showHint(tr("No class has the key %1.").arg(key));
}

bool ImageView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_canvas && event->type() == QEvent::ContextMenu) {
        openMenu(*static_cast<QContextMenuEvent *>(event));
        return true;
    }
    // A shortcut has one key; the keypad's Enter means the same.
    if (watched == m_canvas && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Enter) {
        trigger(QStringLiteral("image.finish"));
        return true;
    }
    if (watched == m_canvas && event->type() == QEvent::Resize && m_optionsBar)
        m_optionsBar->place();
    return QObject::eventFilter(watched, event);
}

void ImageView::openMenu(const QContextMenuEvent &event)
{
    if (m_shown.isNull() || m_tool->isBusy())
        return;
    if (event.reason() == QContextMenuEvent::Keyboard) {
        showShapeMenu(m_toolContext, std::nullopt);
        return;
    }
    // What lies under the mouse is meant, with all that is selected together with it.
    const canvas::Hit hit = m_canvas->shapesVisible() ? m_canvas->hitTest().at(event.pos(), false) : canvas::Hit{};
    if (hit.part == canvas::HitPart::Nothing)
        m_editing.select({});
    else if (!m_editing.selection().contains(hit.id))
        m_editing.select(objectedits::withGroups(m_editing, {hit.id}));
    showShapeMenu(m_toolContext, event.globalPos());
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
            {QStringLiteral("overlays"), m_overlays->saveState()},
            {QStringLiteral("labelsHidden"), !m_canvas->shapesVisible()},
            {QStringLiteral("snaps"), m_toolContext.snaps},
            {QStringLiteral("hidden"), textsOf(m_edits.marks().hidden)},
            {QStringLiteral("locked"), textsOf(m_edits.marks().locked)},
            {QStringLiteral("toolSettings"), m_toolContext.settings.toMap()}};
}

void ImageView::restoreState(const QVariantMap &state)
{
    m_toolContext.settings = ToolSettings::fromMap(state.value(QStringLiteral("toolSettings")).toMap());
    m_toolContext.settingsChanged();
    m_overlays->restoreState(state.value(QStringLiteral("overlays")).toMap());
    setTool(state.value(QStringLiteral("tool"), QStringLiteral("image.tool.select")).toString());
    m_canvas->setShapesVisible(!state.value(QStringLiteral("labelsHidden")).toBool());
    m_toolContext.snaps = state.value(QStringLiteral("snaps"), true).toBool();
    m_edits.marks() = {idsOf(state.value(QStringLiteral("hidden"))), idsOf(state.value(QStringLiteral("locked"))), {}};
    refreshShapes();
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
