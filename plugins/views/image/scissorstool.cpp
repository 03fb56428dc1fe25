// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/scissorstool.h"

#include "core/geometry/polygonoperations.h"
#include "plugins/views/image/regionedits.h"
#include "widgets/canvas/shapepainter.h"

#include <QPainter>

#include <cmath>

namespace plumbline::imageview {

namespace {

constexpr double reach = 320;      // work pixels around an anchor in which edges are sought
constexpr double closeReach = 10;  // screen pixels
constexpr double sameAnchor = 1.5;

}  // namespace

bool ScissorsTool::closes(QPointF screen) const
{
    return m_anchors.size() >= 2 && travel(m_context.canvas.view().toScreen(m_line.front()), screen) <= closeReach;
}

std::vector<geometry::Point> ScissorsTool::wayTo(geometry::Point to, bool straight) const
{
    std::vector<geometry::Point> way;
    if (m_wire && !straight && !m_line.empty()) {
        const std::vector<QPoint> path = m_wire->pathTo(m_area.toWork(to));
        for (std::size_t i = 1; i + 1 < path.size(); ++i)
            way.push_back(m_area.toImage(path[i]));
        // Without the stairs of single pixels.
        std::vector<geometry::Point> whole{m_line.back()};
        whole.insert(whole.end(), way.begin(), way.end());
        whole.push_back(to);
        way = geometry::simplifiedLine(whole, 0.6 / m_area.scale);
        way.erase(way.begin());
        return way;
    }
    way.push_back(to);
    return way;
}

void ScissorsTool::seek()
{
    m_job.drop();
    m_wire.reset();
    const geometry::Point seed = m_line.back();
    const double scale = std::clamp(m_context.canvas.view().scale * m_context.canvas.devicePixelRatioF(), 1.0 / 64, 1.0);
    const double half = reach / scale;
    const QRect around = QRectF(seed.x - half, seed.y - half, 2 * half, 2 * half).toAlignedRect();
    m_area = WorkArea::of(m_context, around, 4 * reach * reach, scale);
    if (m_area.pixels.isNull())
        return;
    const QPoint at = m_area.toWork(seed);
    const QPoint inside(std::clamp(at.x(), 0, m_area.pixels.width() - 1), std::clamp(at.y(), 0, m_area.pixels.height() - 1));
    m_job.ask(
        tr("Edges"),
        [pixels = m_area.pixels, inside](jobs::JobControl &control) { return LiveWire::fromSeed(pixels, inside, control); },
        [this](Result<std::shared_ptr<const LiveWire>> wire) {
            if (!wire) {
                m_context.hint(wire.error().text);
                return;
            }
            m_wire = std::move(*wire);
            if (m_cursor)
                m_live = wayTo(*m_cursor, false);
            m_context.settingsChanged();
            m_context.canvas.update();
        });
}

void ScissorsTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    if (closes(pointer.screen)) {
        finish();
        return;
    }
    const ToolSettings &settings = m_context.settings;
    if (m_line.empty()
        && !m_context.edits.mayDraw(settings.scissorsMake == RegionKind::Mask ? QStringLiteral("mask")
                                                                              : QStringLiteral("polygon")))
        return;
    const geometry::Point at = canvas::clampedTo(pointer.image, m_context.edits.picture());
    const canvas::ViewTransform &view = m_context.canvas.view();
    if (!m_line.empty() && travel(view.toScreen(m_line.back()), view.toScreen(at)) < sameAnchor)
        return;
    if (m_line.empty()) {
        m_line.push_back(at);
    } else {
        const auto way = wayTo(at, pointer.modifiers.testFlag(Qt::AltModifier));
        m_line.insert(m_line.end(), way.begin(), way.end());
    }
    m_anchors.push_back(m_line.size() - 1);
    m_cursor = at;
    m_live.clear();
    seek();
    m_context.settingsChanged();
    m_context.canvas.update();
}

void ScissorsTool::move(const canvas::CanvasPointer &pointer)
{
    m_cursor = canvas::clampedTo(pointer.image, m_context.edits.picture());
    m_context.canvas.refreshCursor();
    if (m_line.empty())
        return;
    m_live = wayTo(closes(pointer.screen) ? m_line.front() : *m_cursor, pointer.modifiers.testFlag(Qt::AltModifier));
    m_context.canvas.update();
}

void ScissorsTool::doubleClick(const canvas::CanvasPointer &pointer)
{
    const canvas::ViewTransform &view = m_context.canvas.view();
    const bool onLast = !m_line.empty() && travel(view.toScreen(m_line.back()), pointer.screen) < dragThreshold;
    if (pointer.button == Qt::LeftButton && onLast && m_anchors.size() >= 2)
        finish();
    else
        press(pointer);
}

void ScissorsTool::leave()
{
    m_cursor.reset();
    m_live.clear();
}

bool ScissorsTool::finish()
{
    if (m_line.empty())
        return false;
    geometry::Ring ring = m_line;
    const auto way = wayTo(m_line.front(), false);
    ring.insert(ring.end(), way.begin(), way.end() - 1);
    if (m_anchors.size() < 2 || ring.size() < 3) {
        m_context.hint(tr("Set at least two points along the edge."));
        return true;
    }
    const RegionKind kind = m_context.settings.scissorsMake;
    reset();
    RegionEdits(m_context).addRegion(geometry::Polygon{{{std::move(ring), {}}}}, kind);
    return true;
}

void ScissorsTool::reset()
{
    m_job.drop();
    m_line.clear();
    m_anchors.clear();
    m_live.clear();
    m_wire.reset();
    m_area = {};
    m_context.settingsChanged();
    m_context.canvas.refreshCursor();
    m_context.canvas.update();
}

bool ScissorsTool::cancel()
{
    const bool busy = !m_line.empty();
    if (busy)
        reset();
    return busy;
}

bool ScissorsTool::stepBack()
{
    if (m_line.empty())
        return false;
    m_anchors.pop_back();
    if (m_anchors.empty()) {
        reset();
        return true;
    }
    m_line.resize(m_anchors.back() + 1);
    m_live.clear();
    seek();
    m_context.canvas.update();
    return true;
}

QCursor ScissorsTool::cursor() const
{
    return m_cursor && closes(m_context.canvas.view().toScreen(*m_cursor)) ? Qt::PointingHandCursor : Qt::CrossCursor;
}

std::vector<ToolOption> ScissorsTool::options()
{
    ToolSettings &settings = m_context.settings;
    return {{QStringLiteral("scissorsMake"),
             tr("Makes"),
             ToolOption::Kind::Choice,
             0,
             1,
             1,
             0,
             {},
             {tr("Mask"), tr("Polygon")},
             [&settings] { return settings.scissorsMake == RegionKind::Polygon ? 1.0 : 0.0; },
             [&settings](double value) { settings.scissorsMake = value != 0 ? RegionKind::Polygon : RegionKind::Mask; }}};
}

QString ScissorsTool::status() const
{
    if (m_line.empty())
        return tr("Click on an edge to begin");
    return m_wire ? tr("Click along the edge; Enter closes") : tr("Looking for edges…");
}

void ScissorsTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    Q_UNUSED(clip)
    Q_UNUSED(devicePixelRatio)
    if (m_line.empty())
        return;
    const QColor colour = canvas::ShapePainter::lineColour(currentColour());
    QPolygonF fixed;
    for (const geometry::Point &p : m_line)
        fixed.append(view.toScreen(p));
    QPolygonF live{fixed.last()};
    for (const geometry::Point &p : m_live)
        live.append(view.toScreen(p));
    paintCasedLine(painter, fixed, colour);
    if (live.size() > 1)
        paintCasedLine(painter, live, colour, true);
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const std::size_t anchor : m_anchors) {
        const bool closing = anchor == 0 && m_cursor && closes(view.toScreen(*m_cursor));
        painter.setPen(QPen(QColor(8, 10, 12, 190), 1));
        painter.setBrush(closing ? colour : QColor(255, 255, 255));
        const double radius = closing ? 6 : 4;
        painter.drawEllipse(fixed[static_cast<qsizetype>(anchor)], radius, radius);
    }
}

}  // namespace plumbline::imageview
