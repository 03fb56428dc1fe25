// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/charts/customplot.h"

#include "plugins/views/charts/plotcolours.h"
#include "plugins/views/charts/qcustomplotapi.h"

#include <QBuffer>
#include <QEvent>
#include <QLabel>
#include <QPdfWriter>
#include <QStackedLayout>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::charts {

using theme::Token;

namespace {

constexpr int rowHeight = 20;
constexpr int mostNamedCells = 900;
constexpr qsizetype mostTicks = 60;
constexpr int leastHeight = 240;
constexpr int leastCell = 26;
constexpr double reach = 14;

QString percent(double value)
{
    return QString::number(qRound(100 * value));
}

}  // namespace

CustomPlot::CustomPlot(QWidget *parent) : Plot(parent), m_plot(new QCustomPlot(this)), m_empty(new QLabel(this))
{
    auto *layout = new QStackedLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    layout->addWidget(m_empty);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->setAntialiasedElements(QCP::aeAll);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    m_plot->legend->setWrap(8);
    m_plot->legend->setBorderPen(Qt::NoPen);
}

void CustomPlot::setChart(const Chart &chart)
{
    m_chart = chart;
    setAccessibleName(chart.title);
    setAccessibleDescription(chart.empty.isEmpty() ? tr("%1 The table beside it has the same figures.").arg(chart.method)
                                                   : chart.empty);
    m_empty->setText(chart.empty);
    static_cast<QStackedLayout *>(layout())->setCurrentWidget(chart.empty.isEmpty() ? static_cast<QWidget *>(m_plot) : m_empty);
    const auto rows = static_cast<int>(chart.heat ? chart.heat->rows.size() : chart.names.size());
    const auto columns = static_cast<int>(chart.heat ? chart.heat->columns.size() : 0);
    constexpr int roomForAxis = 70;
    constexpr int mostPixels = 16000;
    setMinimumHeight(std::min(mostPixels, std::max(leastHeight, rows * (chart.heat ? leastCell : rowHeight) + roomForAxis)));
    setMinimumWidth(std::min(mostPixels, std::max(0, columns * leastCell + 2 * roomForAxis)));
    draw(theme::themeOf(palette()));
}

void CustomPlot::draw(const theme::Theme &theme)
{
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_marks.clear();
    m_names.clear();
    m_lineNames.clear();
    // One series needs no key to it.
    m_plot->setAutoAddPlottableToLegend(m_chart.series.size() > 1);
    setAxes();
    colourPlot(*m_plot, theme);
    const QFont small = font();
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
    }
    m_plot->legend->setFont(small);
    if (m_chart.heat)
        drawHeat(theme);
    else
        drawSeries(theme);
    drawLines(theme);
    placeLegend(!m_chart.heat && m_chart.series.size() > 1);
    m_plot->replot();
    placeNames();
}

// Above the chart, as inside it would lie on the data. An empty one there would take its width from the chart.
void CustomPlot::placeLegend(bool shown)
{
    QCPLegend *legend = m_plot->legend;
    QCPLayoutGrid *grid = m_plot->plotLayout();
    legend->setVisible(shown);
    if (shown == (legend->layout() == grid))
        return;
    if (shown) {
        grid->insertRow(0);
        grid->addElement(0, 0, legend);
        grid->setRowStretchFactor(0, 0.001);
    } else {
        m_plot->axisRect()->insetLayout()->addElement(legend, Qt::AlignRight | Qt::AlignTop);
        grid->simplify();
    }
}

// Names of upright lines go down a row where they would lie on one another.
void CustomPlot::placeLineNames()
{
    if (m_lineNames.empty())
        return;
    const QFontMetrics metrics(font());
    const QRect room = m_plot->axisRect()->rect();
    const int height = metrics.height() + 4;
    std::vector<QRectF> taken;
    for (QCPItemText *name : m_lineNames) {
        const double at = m_plot->xAxis->coordToPixel(name->position->key());
        const double width = metrics.horizontalAdvance(name->text()) + 8;
        const bool left = name->positionAlignment() & Qt::AlignRight;
        QRectF place(left ? at - width : at, room.top(), width, height);
        const auto covered = [&] {
            return std::any_of(taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(place); });
        };
        while (place.bottom() + height < room.bottom() && covered())
            place.translate(0, height);
        taken.push_back(place);
        name->position->setCoords(name->position->key(), (place.top() - room.top()) / std::max(1, room.height()));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

// Names that would lie on another one or on a mark are left to the tool tip and the table.
void CustomPlot::placeNames()
{
    placeLineNames();
    if (m_names.empty())
        return;
    const QFontMetrics metrics(font());
    std::vector<QRectF> taken;
    for (const Mark &mark : m_marks)
        taken.emplace_back(m_plot->xAxis->coordToPixel(mark.x) - 4, m_plot->yAxis->coordToPixel(mark.y) - 4, 8, 8);
    const QRectF room = m_plot->axisRect()->rect();
    for (QCPItemText *name : m_names) {
        const QPointF at(m_plot->xAxis->coordToPixel(name->position->key()),
                         m_plot->yAxis->coordToPixel(name->position->value()));
        const QRectF place(at.x() + 6, at.y() - metrics.height() / 2.0, metrics.horizontalAdvance(name->text()) + 2,
                           metrics.height());
        const bool free = room.contains(place) && std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) {
                              return other.intersects(place);
                          });
        name->setVisible(free);
        if (free)
            taken.push_back(place);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CustomPlot::nameTicks(QCPAxis *axis, const QStringList &names, bool reversed)
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const qsizetype step =
        std::max<qsizetype>(1, axis->orientation() == Qt::Horizontal ? (names.size() + mostTicks - 1) / mostTicks : 1);
    constexpr int mostPixels = 190;
    for (qsizetype i = 0; i < names.size(); i += step)
        ticker->addTick(double(i), QFontMetrics(font()).elidedText(names[i], Qt::ElideMiddle, mostPixels));
    axis->setTicker(ticker);
    axis->setRange(-0.5, double(names.size()) - 0.5);
    axis->setRangeReversed(reversed);
}

void CustomPlot::setAxes()
{
    QCPAxis *x = m_plot->xAxis;
    QCPAxis *y = m_plot->yAxis;
    x->setTickLabelRotation(0);
    x->grid()->setVisible(!m_chart.heat);
    y->grid()->setVisible(!m_chart.heat);
    const HeatMap empty;
    const HeatMap &heat = m_chart.heat ? *m_chart.heat : empty;
    if (m_chart.heat) {
        nameTicks(x, heat.columns, false);
        nameTicks(y, heat.rows, true);
        const bool crowded = heat.columns.size() > 8;
        x->setTickLabelRotation(crowded ? -60 : 0);
        x->setLabel(heat.columnTitle);
        y->setLabel(heat.rowTitle);
        return;
    }
    x->setLabel(m_chart.xTitle);
    y->setLabel(m_chart.names.isEmpty() ? m_chart.yTitle : QString());
    if (m_chart.timeAxis) {
        const QSharedPointer<QCPAxisTickerDateTime> ticker(new QCPAxisTickerDateTime);
        ticker->setDateTimeSpec(Qt::UTC);
        ticker->setDateTimeFormat(QStringLiteral("d MMM\nhh:mm"));
        x->setTicker(ticker);
    } else {
        x->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    }
    y->setRangeReversed(false);
    x->setRangeReversed(false);
    if (m_chart.names.isEmpty())
        y->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    else {
        nameTicks(y, m_chart.names, true);
        // Names of upright lines stand above the first row.
        const bool named = std::any_of(m_chart.lines.begin(), m_chart.lines.end(),
                                       [](const ChartLine &line) { return line.vertical && !line.name.isEmpty(); });
        constexpr double roomForNames = 0.07;
        if (named)
            y->setRangeLower(-0.5 - std::max(0.5, roomForNames * double(m_chart.names.size())));
    }
}

QString CustomPlot::described(const ChartSeries &series, const ChartPoint &point) const
{
    const auto number = [](double value) { return QString::number(value, 'g', 3); };
    QStringList parts;
    if (!point.name.isEmpty())
        parts << point.name;
    if (m_chart.series.size() > 1)
        parts << series.name;
    parts << (m_chart.timeAxis
                  ? QDateTime::fromSecsSinceEpoch(qRound64(point.x), Qt::UTC).toString(QStringLiteral("yyyy-MM-dd hh:mm"))
                  : QStringLiteral("%1: %2").arg(m_chart.xTitle, number(point.x)));
    if (m_chart.names.isEmpty())
        parts << QStringLiteral("%1: %2").arg(m_chart.yTitle, number(point.y));
    if (point.low && point.high)
        parts << tr("95 % interval %1 to %2").arg(number(*point.low), number(*point.high));
    if (point.n > 0)
        parts << QStringLiteral("n = %1").arg(point.n);
    return parts.join(QLatin1Char('\n'));
}

// An area between two lines that are not drawn themselves.
void CustomPlot::drawRibbon(QCPGraph &graph, const QVector<double> &minus, const QVector<double> &plus)
{
    QVector<double> keys;
    QVector<double> low;
    QVector<double> high;
    for (int i = 0; i < graph.dataCount(); ++i) {
        keys << graph.dataMainKey(i);
        low << graph.dataMainValue(i) - minus[i];
        high << graph.dataMainValue(i) + plus[i];
    }
    const auto edge = [&](const QVector<double> &values) {
        auto *line = new QCPGraph(m_plot->xAxis, m_plot->yAxis);
        line->removeFromLegend();
        line->setPen(Qt::NoPen);
        line->setLineStyle(graph.lineStyle());
        line->setData(keys, values, true);
        return line;
    };
    auto *upper = edge(high);
    QColor area = graph.pen().color();
    constexpr int faint = 60;
    area.setAlpha(faint);
    upper->setBrush(area);
    upper->setChannelFillGraph(edge(low));
}

void CustomPlot::drawSeries(const theme::Theme &theme)
{
    const bool alongX = !m_chart.names.isEmpty();
    for (const ChartSeries &series : m_chart.series) {
        const QColor colour = theme.colour(series.colour);
        auto *graph = new QCPGraph(m_plot->xAxis, m_plot->yAxis);
        graph->setName(series.name);
        graph->setPen(QPen(colour, series.shape == ChartSeries::Shape::Points ? 0 : 1.5));
        graph->setLineStyle(series.shape == ChartSeries::Shape::Points ? QCPGraph::lsNone
                            : series.shape == ChartSeries::Shape::Line ? QCPGraph::lsLine
                                                                       : QCPGraph::lsStepLeft);
        if (series.shape == ChartSeries::Shape::Points || series.ribbon)
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, 7));
        // Sorted here, because error bars find their points by place.
        std::vector<const ChartPoint *> sorted;
        for (const ChartPoint &point : series.points)
            sorted.push_back(&point);
        std::stable_sort(sorted.begin(), sorted.end(), [](const ChartPoint *p, const ChartPoint *q) { return p->x < q->x; });
        QVector<double> keys;
        QVector<double> values;
        QVector<double> minus;
        QVector<double> plus;
        bool ranges = false;
        for (const ChartPoint *point : sorted) {
            const double at = alongX ? point->x : point->y;
            keys << point->x;
            values << point->y;
            minus << (point->low ? at - *point->low : 0);
            plus << (point->high ? *point->high - at : 0);
            ranges = ranges || (point->low && point->high);
            m_marks.push_back({point->x, point->y, point->name, described(series, *point)});
        }
        graph->setData(keys, values, true);
        if (series.ribbon && keys.size() > 1) {
            drawRibbon(*graph, minus, plus);
        } else if (ranges) {
            auto *bars = new QCPErrorBars(m_plot->xAxis, m_plot->yAxis);
            bars->removeFromLegend();
            bars->setDataPlottable(graph);
            bars->setErrorType(alongX ? QCPErrorBars::etKeyError : QCPErrorBars::etValueError);
            bars->setPen(QPen(colour, 1.5));
            bars->setWhiskerWidth(alongX ? 6 : 4);
            bars->setSymbolGap(0);
            bars->setData(minus, plus);
        }
        constexpr std::size_t mostNames = 60;
        for (const ChartPoint &point : series.points) {
            if (!series.named || series.points.size() > mostNames || point.name.isEmpty())
                continue;
            auto *name = new QCPItemText(m_plot);
            name->setText(point.name);
            name->setFont(font());
            name->setColor(theme.colour(Token::Text2));
            name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            name->setPadding(QMargins(7, 0, 0, 0));
            name->position->setCoords(point.x, point.y);
            m_names.push_back(name);
        }
    }
    if (!alongX)
        m_plot->yAxis->rescale();
    m_plot->xAxis->rescale();
    const auto widen = [](QCPAxis *axis, double share) {
        const QCPRange range = axis->range();
        const double margin = std::max(range.size() * share, range.size() > 0 ? 0.0 : 1.0);
        axis->setRange(range.lower - margin, range.upper + margin);
    };
    if (m_chart.xRange)
        m_plot->xAxis->setRange(m_chart.xRange->first, m_chart.xRange->second);
    else
        widen(m_plot->xAxis, 0.06);
    if (m_chart.yRange)
        m_plot->yAxis->setRange(m_chart.yRange->first, m_chart.yRange->second);
    else if (!alongX)
        widen(m_plot->yAxis, 0.08);
}

void CustomPlot::drawHeat(const theme::Theme &theme)
{
    const HeatMap &heat = *m_chart.heat;
    auto *map = new QCPColorMap(m_plot->xAxis, m_plot->yAxis);
    const auto rows = static_cast<int>(heat.rows.size());
    const auto columns = static_cast<int>(heat.columns.size());
    map->data()->setSize(columns, rows);
    map->data()->setRange(QCPRange(0, std::max(1, columns - 1)), QCPRange(0, std::max(1, rows - 1)));
    map->setInterpolate(false);
    map->setTightBoundary(false);
    map->setGradient(heatGradient(theme));
    map->setDataRange(QCPRange(0, 1));
    const bool words = rows * columns <= mostNamedCells;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const auto &value = heat.values[heat.at(row, column)];
            map->data()->setCell(column, row, value.value_or(std::numeric_limits<double>::quiet_NaN()));
            if (!words || !value || heat.n[heat.at(row, column)] == 0)
                continue;
            auto *text = new QCPItemText(m_plot);
            text->setText(percent(*value));
            text->setFont(font());
            text->setColor(theme::textOn(heatColour(theme, *value)));
            text->position->setCoords(column, row);
        }
}

void CustomPlot::drawLines(const theme::Theme &theme)
{
    if (m_chart.diagonal) {
        auto *line = new QCPItemStraightLine(m_plot);
        line->setPen(QPen(theme.colour(Token::Text3), 1, Qt::DashLine));
        line->point1->setCoords(0, 0);
        line->point2->setCoords(1, 1);
    }
    for (const ChartLine &mark : m_chart.lines) {
        const QColor colour = theme.colour(mark.colour);
        auto *line = new QCPItemStraightLine(m_plot);
        line->setPen(QPen(colour, 1, Qt::DashLine));
        auto *name = new QCPItemText(m_plot);
        name->setText(mark.name);
        name->setFont(font());
        name->setColor(theme::legible(colour, theme.colour(Token::Surface1), 4.5));
        name->setBrush(theme.colour(Token::Surface1));
        name->setPadding(QMargins(3, 1, 3, 1));
        if (mark.vertical) {
            line->point1->setCoords(mark.at, 0);
            line->point2->setCoords(mark.at, 1);
            name->position->setTypeX(QCPItemPosition::ptPlotCoords);
            name->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
            name->position->setCoords(mark.at, 0);
            // On the side that has room.
            const QCPRange range = m_plot->xAxis->range();
            constexpr double nearTheEnd = 0.75;
            const bool left = mark.at > range.lower + nearTheEnd * range.size();
            name->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
            m_lineNames.push_back(name);
        } else {
            line->point1->setCoords(0, mark.at);
            line->point2->setCoords(1, mark.at);
            name->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
            name->position->setTypeY(QCPItemPosition::ptPlotCoords);
            name->position->setCoords(1, mark.at);
            name->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
        }
        // What lies outside the data would not be in sight.
        if (!mark.vertical && !m_chart.yRange && m_chart.names.isEmpty() && mark.at > m_plot->yAxis->range().upper) {
            constexpr double room = 1.15;
            m_plot->yAxis->setRangeUpper(mark.at * room);
        }
    }
}

Result<QByteArray> CustomPlot::rendered(const QString &format, QSize size)
{
    const bool pdf = format == QLatin1String("pdf");
    if (!pdf && format != QLatin1String("png"))
        return fail(ErrorCode::InvalidArgument, tr("Charts are saved as png or pdf, not as %1.").arg(format));
    const theme::Theme &paper = theme::lightTheme();
    draw(paper);
    m_plot->setBackground(Qt::white);
    for (QCPAxisRect *rect : m_plot->axisRects())
        rect->setBackground(Qt::white);
    QFont bold = font();
    bold.setBold(true);
    m_plot->plotLayout()->insertRow(0);
    auto *title = new QCPTextElement(m_plot, m_chart.title, bold);
    title->setTextColor(paper.colour(Token::Text1));
    m_plot->plotLayout()->addElement(0, 0, title);
    const int last = m_plot->plotLayout()->rowCount();
    auto *method = new QCPTextElement(m_plot, m_chart.method, font());
    method->setTextColor(paper.colour(Token::Text2));
    method->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap);
    const int lines =
        QFontMetrics(font()).boundingRect(QRect(0, 0, size.width() - 40, 1000), Qt::TextWordWrap, m_chart.method).height();
    method->setMinimumSize(0, lines + 8);
    method->setMaximumSize(QWIDGETSIZE_MAX, lines + 8);
    m_plot->plotLayout()->addElement(last, 0, method);

    QByteArray bytes;
    QBuffer buffer(&bytes);
    bool written = buffer.open(QIODevice::WriteOnly);
    if (pdf) {
        QPdfWriter writer(&buffer);
        constexpr int pixelsPerInch = 96;
        constexpr double pointsPerPixel = 72.0 / pixelsPerInch;
        writer.setResolution(pixelsPerInch);
        writer.setPageSize(QPageSize(QSizeF(size) * pointsPerPixel, QPageSize::Point));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(m_chart.title);
        QCPPainter painter;
        written = written && painter.begin(&writer);
        if (written) {
            painter.setMode(QCPPainter::pmVectorized);
            painter.setMode(QCPPainter::pmNoCaching);
            m_plot->toPainter(&painter, size.width(), size.height());
            written = painter.end();
        }
    } else {
        constexpr double pixelsPerPoint = 2;
        written = written && m_plot->toPixmap(size.width(), size.height(), pixelsPerPoint).save(&buffer, "PNG");
    }
    m_plot->plotLayout()->remove(title);
    m_plot->plotLayout()->remove(method);
    m_plot->plotLayout()->simplify();
    draw(theme::themeOf(palette()));
    if (!written)
        return fail(ErrorCode::Failed, tr("The chart cannot be drawn as %1.").arg(format));
    return bytes;
}

void CustomPlot::changeEvent(QEvent *event)
{
    Plot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw(theme::themeOf(palette()));
}

std::optional<std::pair<qsizetype, qsizetype>> CustomPlot::cellAt(QPointF position) const
{
    if (!m_chart.heat || !m_plot->axisRect()->rect().contains(position.toPoint()))
        return std::nullopt;
    const auto column = qRound64(m_plot->xAxis->pixelToCoord(position.x()));
    const auto row = qRound64(m_plot->yAxis->pixelToCoord(position.y()));
    if (row < 0 || column < 0 || row >= m_chart.heat->rows.size() || column >= m_chart.heat->columns.size())
        return std::nullopt;
    return std::pair<qsizetype, qsizetype>(row, column);
}

const CustomPlot::Mark *CustomPlot::markAt(QPointF position) const
{
    const Mark *nearest = nullptr;
    double least = reach * reach;
    for (const Mark &mark : m_marks) {
        const double dx = m_plot->xAxis->coordToPixel(mark.x) - position.x();
        const double dy = m_plot->yAxis->coordToPixel(mark.y) - position.y();
        if (const double distance = dx * dx + dy * dy; distance < least) {
            least = distance;
            nearest = &mark;
        }
    }
    return nearest;
}

void CustomPlot::showTip(QPoint position)
{
    QString text;
    if (const auto cell = cellAt(position)) {
        const HeatMap &heat = *m_chart.heat;
        const auto &value = heat.values[heat.at(cell->first, cell->second)];
        const std::size_t at = heat.at(cell->first, cell->second);
        text = QStringLiteral("%1 · %2\n%3\nn = %4")
                   .arg(heat.rows[cell->first], heat.columns[cell->second],
                        value ? percent(*value) + QStringLiteral(" %") : tr("no value"))
                   .arg(heat.n[at]);
        if (value && at < heat.intervals.size())
            text += QLatin1Char('\n')
                    + tr("95 % interval %1 to %2 %").arg(percent(heat.intervals[at].first), percent(heat.intervals[at].second));
    } else if (const Mark *mark = markAt(position)) {
        text = mark->text;
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(m_plot->mapToGlobal(position), text, m_plot);
}

void CustomPlot::clicked(QPoint position)
{
    if (const auto cell = cellAt(position))
        emit activated(m_chart.heat->rows[cell->first], m_chart.heat->columns[cell->second]);
    else if (const Mark *mark = markAt(position); mark && !mark->name.isEmpty())
        emit activated(mark->name, {});
}

void CustomPlot::resizeEvent(QResizeEvent *event)
{
    Plot::resizeEvent(event);
    // The plot has its new size after this event.
    QTimer::singleShot(0, this, &CustomPlot::placeNames);
}

bool CustomPlot::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        showTip(static_cast<QMouseEvent *>(event)->pos());
    else if (event->type() == QEvent::MouseButtonRelease)
        clicked(static_cast<QMouseEvent *>(event)->pos());
    return Plot::eventFilter(object, event);
}

}  // namespace plumbline::charts
