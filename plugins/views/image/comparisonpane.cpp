// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/comparisonpane.h"

#include "core/itemmodels/words.h"
#include "plugins/views/image/comparisonshapes.h"
#include "plugins/views/image/tagbar.h"
#include "widgets/canvas/mipimage.h"

#include <QEvent>

#include <algorithm>
#include <cmath>

namespace plumbline::imageview {

namespace {

constexpr int waitingMilliseconds = 150;
constexpr double around = 0.6;       // of the longer side, on each side
constexpr double leastAround = 24;   // pixels of the picture
constexpr double leastCanvas = 40;   // logical pixels; below that nothing has been laid out

}  // namespace

ComparisonPane::ComparisonPane(extension::MediaContext &context)
    : m_context(context), m_canvas(new canvas::ImageCanvas), m_tags(new TagBar(m_canvas))
{
    m_canvas->setObjectName(QStringLiteral("comparisonCanvas"));
    m_canvas->setPanning(true);
    m_canvas->setFocusPolicy(Qt::ClickFocus);
    m_canvas->installEventFilter(this);
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(waitingMilliseconds);
    connect(&m_waiting, &QTimer::timeout, this,
            [this] { m_canvas->setNotice(canvas::CanvasNotice{{}, tr("Loading %1…").arg(m_item.name), {}, false, true}); });
    connect(m_canvas, &canvas::ImageCanvas::viewChanged, this, [this] {
        if (m_quiet > 0 || !m_shown)
            return;
        m_wentThere = false;
        if (m_placeChanged)
            m_placeChanged();
    });
}

ComparisonPane::~ComparisonPane()
{
    if (m_loading)
        m_context.jobs().cancel(m_loading);
    delete m_canvas;
}

QWidget *ComparisonPane::widget()
{
    return m_canvas;
}

void ComparisonPane::showItem(const model::Item &item, const std::optional<model::Scene> &, const QString &mediaPath)
{
    if (item.id == m_item.id && mediaPath == m_path && (m_shown || m_loading))
        return;
    if (m_loading)
        m_context.jobs().cancel(std::exchange(m_loading, 0));
    m_item = item;
    m_path = mediaPath;
    m_shown = false;
    m_wantsToGo = false;
    m_wentThere = false;
    m_wantedPlace.reset();
    m_sources.clear();
    m_marked.clear();
    ++m_quiet;
    m_canvas->setImage({});
    m_canvas->setNotice(std::nullopt);
    --m_quiet;
    refreshShapes();
    m_waiting.start();
    m_loading = m_context.jobs().run(
        tr("Load %1").arg(item.name),
        [load = m_context.frameLoader(), mediaPath](jobs::JobControl &control) {
            return load(mediaPath, 0, extension::LoadQuality::Screen, control);
        },
        this, [this, item](const Result<extension::LoadedFrame> &frame) { deliver(item, frame); },
        jobs::JobRunner::Visibility::Quiet, m_generation.next());
}

void ComparisonPane::deliver(const model::Item &item, const Result<extension::LoadedFrame> &frame)
{
    m_loading = 0;
    m_waiting.stop();
    if (!frame) {
        m_canvas->setNotice(canvas::CanvasNotice{QStringLiteral("issues"), tr("%1 cannot be shown").arg(item.name),
                                                 frame.error().text, true, false});
        return;
    }
    ++m_quiet;
    m_canvas->setNotice(std::nullopt);
    if (frame->parts)
        m_canvas->setParts(frame->parts);
    else
        m_canvas->setImage(frame->image, false, frame->halves);
    m_canvas->setAccessibleName(tr("Picture %1").arg(item.name));
    --m_quiet;
    m_shown = true;
    refreshShapes();
    if (m_wantedPlace) {
        const QVariantMap place = *std::exchange(m_wantedPlace, std::nullopt);
        setPlace(place);
    } else if (m_wantsToGo && go() && m_placeChanged) {
        m_placeChanged();
    }
}

void ComparisonPane::setSources(const std::vector<extension::ComparedLabels> &sources, const model::Schema &schema)
{
    m_sources = sources;
    m_schema = schema;
    refreshShapes();
}

void ComparisonPane::setMarked(const std::vector<AnnotationId> &labels, bool goThere)
{
    m_marked = QSet<AnnotationId>(labels.begin(), labels.end());
    refreshShapes();
    m_wantsToGo = goThere;
    if (goThere) {
        m_wantedPlace.reset();
        go();
    }
}

void ComparisonPane::refreshShapes()
{
    m_canvas->setShapes(comparedShapes(m_sources, m_schema, m_marked));
    QSet<AnnotationId> there;
    for (const AnnotationId &id : std::as_const(m_marked))
        if (m_canvas->scene().find(id))
            there.insert(id);
    m_canvas->setSelected(there);
    refreshTags();
}

void ComparisonPane::refreshTags()
{
    std::vector<TagBar::Tag> tags;
    for (const extension::ComparedLabels &source : m_sources) {
        for (const model::Annotation &label : source.labels) {
            if (!std::holds_alternative<geometry::ItemLabel>(label.geometry))
                continue;
            const model::LabelClass *labelClass = m_schema.find(label.labelClass);
            const bool marked = m_marked.contains(label.id);
            QString title = itemmodels::labelTitle(m_schema, label);
            QColor colour = labelClass && labelClass->colour.isValid() ? labelClass->colour : QColor(200, 200, 200);
            if (m_sources.size() > 1) {
                title = source.title + QStringLiteral(" · ") + title;
                colour = source.colour;
            }
            if (!m_marked.isEmpty() && !marked)
                colour = paleColour(colour);
            tags.push_back({label.id, title, colour, source.dashed, false, marked});
        }
    }
    m_tags->setTags(std::move(tags));
}

bool ComparisonPane::go()
{
    if (!m_shown || m_canvas->width() < leastCanvas || m_canvas->height() < leastCanvas)
        return false;
    m_wantsToGo = false;
    std::optional<QRectF> all;
    for (const AnnotationId &id : std::as_const(m_marked)) {
        const canvas::ShapeScene::Entry *entry = m_canvas->scene().find(id);
        if (!entry || !std::isfinite(entry->bounds.x + entry->bounds.y + entry->bounds.w + entry->bounds.h))
            continue;
        const QRectF bounds(entry->bounds.x, entry->bounds.y, std::max(0.5, entry->bounds.w), std::max(0.5, entry->bounds.h));
        all = all ? all->united(bounds) : bounds;
    }
    if (!all)
        return false;
    // With what lies around it: an object alone cannot be judged.
    const double margin = std::max(leastAround, around * std::max(all->width(), all->height()));
    const QRectF whole(QPointF(), QSizeF(m_canvas->imageSize()));
    const QRectF wanted = all->adjusted(-margin, -margin, margin, margin);
    const QRectF shown = wanted.intersected(whole).united(*all);
    ++m_quiet;
    if (shown.contains(whole))
        m_canvas->fit();
    else
        m_canvas->zoomTo({shown.x(), shown.y(), shown.width(), shown.height()});
    --m_quiet;
    m_wentThere = true;
    return true;
}

QVariantMap ComparisonPane::place() const
{
    const geometry::Point centre = m_canvas->view().toImage(QPointF(m_canvas->width() / 2.0, m_canvas->height() / 2.0));
    return {{QStringLiteral("fitted"), m_canvas->isFitted()},
            {QStringLiteral("scale"), m_canvas->view().scale},
            {QStringLiteral("x"), centre.x},
            {QStringLiteral("y"), centre.y}};
}

void ComparisonPane::setPlace(const QVariantMap &place)
{
    m_wantsToGo = false;
    m_wentThere = false;
    if (!m_shown) {
        m_wantedPlace = place;
        return;
    }
    const double scale = place.value(QStringLiteral("scale")).toDouble();
    const QPointF centre(place.value(QStringLiteral("x")).toDouble(), place.value(QStringLiteral("y")).toDouble());
    ++m_quiet;
    if (place.value(QStringLiteral("fitted")).toBool())
        m_canvas->fit();
    else if (scale > 0 && std::isfinite(scale) && std::isfinite(centre.x()) && std::isfinite(centre.y()))
        m_canvas->setView({scale, QPointF(m_canvas->width() / 2.0, m_canvas->height() / 2.0) - centre * scale});
    --m_quiet;
}

bool ComparisonPane::eventFilter(QObject *watched, QEvent *event)
{
    // The canvas keeps its middle or fits the picture anew: that is not the person.
    if (watched == m_canvas && (event->type() == QEvent::Resize || event->type() == QEvent::Show)) {
        ++m_quiet;
        QMetaObject::invokeMethod(this, &ComparisonPane::resized, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void ComparisonPane::resized()
{
    --m_quiet;
    // What was brought into sight stays there.
    if (m_quiet == 0 && (m_wantsToGo || m_wentThere) && go() && m_placeChanged)
        m_placeChanged();
}

}  // namespace plumbline::imageview
