// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/importpreview.h"

#include "app/workstation/services.h"
#include "widgets/canvas/shapepainter.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr int columns = 3;
constexpr int tileWidth = 180;
constexpr int tileHeight = 120;
constexpr int captionHeight = 20;
constexpr int gap = 8;

}  // namespace

ImportPreview::ImportPreview(Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("importPreview"));
    setAccessibleName(tr("Pictures with the labels that would come in"));
    setFixedSize(sizeHint());
    hide();
}

QSize ImportPreview::sizeHint() const
{
    constexpr int rows = (pictures + columns - 1) / columns;
    return {columns * tileWidth + (columns - 1) * gap, rows * (tileHeight + captionHeight) + (rows - 1) * gap};
}

void ImportPreview::clear()
{
    m_generation.next();
    m_tiles.clear();
    setAccessibleDescription({});
    setVisible(false);
}

void ImportPreview::show(const std::vector<exchange::ImportSample> &samples)
{
    clear();
    QStringList words;
    for (const exchange::ImportSample &sample : samples) {
        if (static_cast<int>(m_tiles.size()) == pictures)
            break;
        m_tiles.push_back({sample, {}, sample.path.isEmpty() ? tr("The picture is not here") : QString()});
        words.append(tr("%1: %n label(s)", nullptr, static_cast<int>(sample.labels.size())).arg(sample.name));
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setVisible(!m_tiles.empty());
    load(0);
    update();
}

int ImportPreview::drawn() const
{
    return static_cast<int>(std::count_if(m_tiles.begin(), m_tiles.end(), [](const Tile &tile) { return !tile.image.isNull(); }));
}

// One after the other: the first is there soon, and a folder on a slow disk is not asked six things at once.
void ImportPreview::load(std::size_t index)
{
    while (index < m_tiles.size() && m_tiles[index].sample.path.isEmpty())
        ++index;
    if (index >= m_tiles.size())
        return;
    const QSize room = QSize(tileWidth, tileHeight) * devicePixelRatioF();
    m_services.jobs().run(
        tr("Load %1").arg(m_tiles[index].sample.name),
        [opener = m_services.mediaOpener(), path = m_tiles[index].sample.path, room](jobs::JobControl &control) -> Result<QImage> {
            auto frame = opener.loadFrame(path, 0, extension::LoadQuality::Preview, control);
            if (!frame)
                return fail(frame.error());
            return frame->image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
        },
        this,
        [this, index](const Result<QImage> &image) {
            Tile &tile = m_tiles[index];
            if (image) {
                tile.image = *image;
                drawLabels(tile);
            } else {
                tile.problem = image.error().text;
            }
            update();
            load(index + 1);
        },
        jobs::JobRunner::Visibility::Quiet, m_generation.next());
}

void ImportPreview::drawLabels(Tile &tile) const
{
    if (tile.sample.width <= 0)
        return;
    const double ratio = devicePixelRatioF();
    tile.image.setDevicePixelRatio(ratio);
    QPainter painter(&tile.image);
    const QRectF all(QPointF(), QSizeF(tile.image.size()) / ratio);
    canvas::ShapePainter shapes(painter, {all.width() / tile.sample.width, {}}, all, ratio);
    for (const exchange::ImportSample::Label &label : tile.sample.labels)
        shapes.preview(label.geometry, canvas::ShapePainter::lineColour(label.colour.isValid() ? label.colour : QColor(Qt::gray)));
}

void ImportPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Theme &colours = theme::themeOf(palette());
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const Tile &tile = m_tiles[i];
        const int column = static_cast<int>(i) % columns;
        const int row = static_cast<int>(i) / columns;
        QRect area(column * (tileWidth + gap), row * (tileHeight + captionHeight + gap), tileWidth, tileHeight);
        area = QStyle::visualRect(layoutDirection(), rect(), area);
        painter.fillRect(area, colours.colour(theme::Token::Surface0));
        painter.setPen(colours.colour(theme::Token::Text3));
        if (tile.image.isNull()) {
            painter.drawText(area.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, tile.problem.isEmpty() ? tr("Loading…") : tile.problem);
        } else {
            const QSize size = (QSizeF(tile.image.size()) / tile.image.devicePixelRatio()).toSize();
            painter.drawImage(QRect(area.center() - QPoint(size.width() / 2, size.height() / 2), size), tile.image);
        }
        const QRect caption(area.left(), area.bottom() + 1, tileWidth, captionHeight);
        const QString count = tr("%n label(s)", nullptr, static_cast<int>(tile.sample.labels.size()));
        painter.drawText(caption, Qt::AlignTrailing | Qt::AlignVCenter, count);
        painter.drawText(caption, Qt::AlignLeading | Qt::AlignVCenter,
                         fontMetrics().elidedText(tile.sample.name, Qt::ElideMiddle, tileWidth - fontMetrics().horizontalAdvance(count) - 8));
    }
}

}  // namespace plumbline::workstation
