// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/comparepanes.h"

#include "widgets/panels/emptystate.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline::workstation {

using theme::Token;

namespace {

constexpr int headerHeight = 30;
constexpr int gap = 4;
constexpr int leastLegendWidth = 120;  // of one source; narrower ones go into a second row

}  // namespace

CompareHeader::CompareHeader(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("compareHeader"));
}

void CompareHeader::setContent(const Content &content)
{
    if (content == m_content)
        return;
    m_content = content;
    const QString words = content.said.isEmpty() ? content.title : content.title + QStringLiteral(": ") + content.said;
    setAccessibleName(content.chosen ? tr("%1 (chosen)").arg(words) : words);
    setToolTip(content.number > 0 ? tr("%1\n%2 chooses it").arg(words).arg(content.number) : words);
    update();
}

void CompareHeader::paintEvent(QPaintEvent *)
{
    constexpr int margin = 8;
    constexpr int side = 18;
    const theme::Theme &colours = theme::themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colours.colour(Token::Surface2));
    if (m_content.chosen)
        painter.fillRect(QRect(0, 0, width(), 2), colours.colour(Token::Good));
    int x = margin;
    const int middle = height() / 2;
    if (m_content.number > 0) {
        const QRectF key(x + 0.5, middle - side / 2 + 0.5, side - 1, side - 1);
        painter.setPen(QPen(colours.colour(Token::Line), 1));
        painter.setBrush(colours.colour(Token::Surface1));
        painter.drawRoundedRect(key, 3, 3);
        painter.setPen(colours.colour(Token::Text2));
        painter.drawText(key, Qt::AlignCenter, QString::number(m_content.number));
        x += side + 6;
    }
    if (m_content.colour.isValid()) {
        // As its labels are drawn.
        QPen pen(theme::legible(m_content.colour, colours.colour(Token::Surface2)), 3);
        if (m_content.dashed)
            pen.setDashPattern({1.6, 1.2});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, middle), QPointF(x + 16, middle));
        x += 22;
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(colours.colour(Token::Text1));
    const QFontMetrics boldMetrics(bold);
    const int tick = m_content.chosen ? 20 : 0;
    const int room = width() - x - margin - tick;
    const QString title = boldMetrics.elidedText(m_content.title, Qt::ElideRight, room);
    painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft, title);
    const int used = boldMetrics.horizontalAdvance(title) + 10;
    painter.setFont(font());
    painter.setPen(colours.colour(m_content.absent ? Token::Warn : Token::Text2));
    if (room - used > 16)
        painter.drawText(QRect(x + used, 0, room - used, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(m_content.said, Qt::ElideRight, room - used));
    if (!m_content.chosen)
        return;
    const QPointF centre(width() - margin - 7, middle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.colour(Token::Good));
    painter.drawEllipse(centre, 6.5, 6.5);
    painter.setPen(QPen(colours.colour(Token::Surface0), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{centre + QPointF(-2.8, 0.2), centre + QPointF(-0.7, 2.4), centre + QPointF(3, -2.2)});
}

ComparePanes::ComparePanes(extension::MediaContext &media, QWidget *parent)
    : QWidget(parent), m_media(media), m_empty(new panels::EmptyState(this))
{
    setObjectName(QStringLiteral("comparePanes"));
    setMinimumSize(320, 240);
}

ComparePanes::~ComparePanes()
{
    m_panes.clear();
}

void ComparePanes::showItem(const extension::ViewFactory *factory, const model::Item &item,
                            const std::optional<model::Scene> &scene, const QString &mediaPath, const QString &why)
{
    if (factory != m_factory) {
        m_panes.clear();
        m_factory = factory;
    }
    m_item = item;
    m_scene = scene;
    m_path = mediaPath;
    m_sources.clear();
    m_marked.clear();
    // Whether there are panes for this kind is known once there is one.
    if (m_factory && m_panes.empty()) {
        if (auto pane = m_factory->createComparison(m_media))
            m_panes.push_back(std::move(pane));
        else
            m_factory = nullptr;
    }
    for (const auto &pane : m_panes) {
        pane->widget()->setParent(this);
        pane->onPlaceChanged([this, from = pane.get()] { spread(from); });
    }
    m_empty->setWords(QStringLiteral("issues"), tr("This kind of item cannot be shown here"),
                      (why.isEmpty() ? QString() : why + QLatin1Char('\n'))
                          + tr("What people said about it is in the list at the right and can be decided there."));
    refresh();
}

void ComparePanes::showWords(const QString &icon, const QString &title, const QString &text)
{
    m_panes.clear();
    m_factory = nullptr;
    m_sources.clear();
    m_marked.clear();
    refresh();
    m_empty->setWords(icon, title, text);
}

void ComparePanes::setSources(std::vector<Source> sources, const model::Schema &schema)
{
    m_sources = std::move(sources);
    m_schema = schema;
    refresh();
}

void ComparePanes::setHeaders(const std::vector<CompareHeader::Content> &headers)
{
    for (std::size_t i = 0; i < std::min(headers.size(), m_sources.size()); ++i) {
        m_sources[i].header = headers[i];
        m_headers[i]->setContent(headers[i]);
    }
}

std::vector<std::size_t> ComparePanes::shownSources() const
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        if (m_sources[i].shown)
            shown.push_back(i);
    return shown;
}

std::vector<extension::ComparisonPane *> ComparePanes::shownPanes() const
{
    const std::size_t shown = shownSources().size();
    const std::size_t count = std::min(m_panes.size(), m_overlay ? std::min<std::size_t>(1, shown) : shown);
    std::vector<extension::ComparisonPane *> panes;
    for (std::size_t i = 0; i < count; ++i)
        panes.push_back(m_panes[i].get());
    return panes;
}

std::vector<CompareHeader *> ComparePanes::headers() const
{
    return {m_headers.begin(), m_headers.begin() + std::ptrdiff_t(std::min(m_headers.size(), m_sources.size()))};
}

void ComparePanes::refresh()
{
    while (m_headers.size() < m_sources.size())
        m_headers.push_back(new CompareHeader(this));
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        m_headers[i]->setContent(m_sources[i].header);
    const std::vector<std::size_t> shown = shownSources();
    const std::size_t before = m_panes.size();
    if (m_factory) {
        while (m_panes.size() < (m_overlay ? 1 : shown.size())) {
            auto pane = m_factory->createComparison(m_media);
            pane->widget()->setParent(this);
            pane->onPlaceChanged([this, from = pane.get()] { spread(from); });
            m_panes.push_back(std::move(pane));
        }
    }
    const auto panes = shownPanes();
    const QVariantMap place = before > 0 ? m_panes.front()->place() : QVariantMap();
    for (std::size_t i = 0; i < panes.size(); ++i) {
        panes[i]->showItem(m_item, m_scene, m_path);
        std::vector<extension::ComparedLabels> labels;
        for (std::size_t k = 0; k < shown.size(); ++k)
            if (m_overlay || k == i)
                labels.push_back(m_sources[shown[k]].labels);
        panes[i]->setSources(labels, m_schema);
        panes[i]->setMarked(m_marked, false);
        // One that was not in sight stands where the others do.
        if (panes[i]->widget()->isHidden() && i > 0 && before > 0)
            panes[i]->setPlace(place);
    }
    arrange();
}

void ComparePanes::setOverlay(bool overlay)
{
    if (overlay == m_overlay)
        return;
    m_overlay = overlay;
    refresh();
}

void ComparePanes::setMarked(const std::vector<AnnotationId> &labels, bool go)
{
    m_marked = labels;
    const auto panes = shownPanes();
    for (extension::ComparisonPane *pane : panes)
        pane->setMarked(labels, false);
    if (!go || labels.empty() || panes.empty())
        return;
    // Whoever has the first of them shows the way.
    const std::vector<std::size_t> shown = shownSources();
    for (const AnnotationId &wanted : labels) {
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const auto &theirs = m_sources[shown[i]].labels.labels;
            if (std::none_of(theirs.begin(), theirs.end(), [&](const model::Annotation &label) { return label.id == wanted; }))
                continue;
            extension::ComparisonPane *guide = panes[std::min(i, panes.size() - 1)];
            guide->setMarked(labels, true);
            spread(guide);
            return;
        }
    }
}

void ComparePanes::fit()
{
    m_spreading = true;
    for (extension::ComparisonPane *pane : shownPanes())
        pane->setPlace({{QStringLiteral("fitted"), true}});
    m_spreading = false;
}

void ComparePanes::spread(const extension::ComparisonPane *from)
{
    if (m_spreading)
        return;
    m_spreading = true;
    const QVariantMap place = from->place();
    for (extension::ComparisonPane *pane : shownPanes())
        if (pane != from)
            pane->setPlace(place);
    m_spreading = false;
}

void ComparePanes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ComparePanes::arrange()
{
    const std::vector<std::size_t> shown = shownSources();
    const auto panes = shownPanes();
    m_empty->setVisible(panes.empty());
    m_empty->setGeometry(rect());
    for (std::size_t i = 0; i < m_headers.size(); ++i)
        m_headers[i]->setVisible(i < m_sources.size() && m_sources[i].shown && !panes.empty());
    for (std::size_t i = panes.size(); i < m_panes.size(); ++i)
        m_panes[i]->widget()->hide();
    if (panes.empty())
        return;
    const int count = static_cast<int>(shown.size());
    if (m_overlay) {
        const int inRow = std::clamp((width() + gap) / (leastLegendWidth + gap), 1, count);
        const int rows = (count + inRow - 1) / inRow;
        const int columns = (count + rows - 1) / rows;
        for (int i = 0; i < count; ++i) {
            const int left = (i % columns) * (width() + gap) / columns;
            const int right = (i % columns + 1) * (width() + gap) / columns - gap;
            m_headers[shown[static_cast<std::size_t>(i)]]->setGeometry(left, i / columns * (headerHeight + 1), right - left,
                                                                       headerHeight);
        }
        const int top = rows * (headerHeight + 1) - 1;
        panes.front()->widget()->setGeometry(0, top, width(), height() - top);
        panes.front()->widget()->show();
        return;
    }
    // What is marked is seen largest where panes are about square; of equals beside each other.
    int columns = 1;
    double best = 0;
    for (int candidate = 1; candidate <= count; ++candidate) {
        const int rows = (count + candidate - 1) / candidate;
        const double wide = double(width() + gap) / candidate - gap;
        const double high = double(height() + gap) / rows - gap - headerHeight;
        const double size = std::min(wide, high);
        if (size >= best) {
            best = size;
            columns = candidate;
        }
    }
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i) {
        const int column = i % columns;
        const int row = i / columns;
        const int left = column * (width() + gap) / columns;
        const int right = (column + 1) * (width() + gap) / columns - gap;
        const int top = row * (height() + gap) / rows;
        const int bottom = (row + 1) * (height() + gap) / rows - gap;
        m_headers[shown[static_cast<std::size_t>(i)]]->setGeometry(left, top, right - left, headerHeight);
        QWidget *widget = panes[static_cast<std::size_t>(i)]->widget();
        widget->setGeometry(left, top + headerHeight, right - left, std::max(1, bottom - top - headerHeight));
        widget->show();
    }
}

}  // namespace plumbline::workstation
