// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tagbar.h"

#include "widgets/canvas/chiplayout.h"
#include "widgets/canvas/shapepainter.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace plumbline::imageview {

namespace {

constexpr int chipHeight = 24;
constexpr int padding = 9;
constexpr int swatch = 9;
constexpr int cross = 24;  // wide

// Looks like the labels on shapes, a little larger as it is a button.
class TagChip final : public QAbstractButton
{
public:
    TagChip(const TagBar::Tag &tag, QWidget *parent) : QAbstractButton(parent), m_tag(tag)
    {
        setText(tag.title);
        setObjectName(QStringLiteral("tag:") + tag.title);
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::PointingHandCursor);
        if (tag.id.isNull()) {
            setAccessibleName(tag.title);
            setToolTip(TagBar::tr("Show all labels"));
            return;
        }
        setAccessibleName(TagBar::tr("Tag %1").arg(tag.title));
        setToolTip(tag.predicted ? TagBar::tr("A model says “%1”: Y accepts it").arg(tag.title)
                                 : TagBar::tr("The whole picture is “%1”").arg(tag.title));
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(chipFont());
        return {padding + swatch + 6 + metrics.horizontalAdvance(text()) + (m_tag.removable ? cross : padding), chipHeight};
    }
    /// Where the last click was.
    [[nodiscard]] bool onCross() const { return m_tag.removable && m_at.x() >= width() - cross; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        m_at = event->position();
        QAbstractButton::mouseReleaseEvent(event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor colour = canvas::ShapePainter::lineColour(m_tag.colour);
        QColor ground = m_tag.selected ? colour : canvas::chipGround();
        ground.setAlphaF(m_tag.selected || underMouse() ? 1.0F : 0.86F);
        const QColor ink = m_tag.selected ? theme::textOn(colour) : QColor(0xF0, 0xF2, 0xF4);
        const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(m_tag.predicted ? QPen(colour, 1, Qt::DashLine) : QPen(QColor(255, 255, 255, 60), 1));
        painter.setBrush(ground);
        painter.drawRoundedRect(area, chipHeight / 2.0, chipHeight / 2.0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_tag.selected ? ink : colour);
        painter.drawEllipse(QRectF(padding, (height() - swatch) / 2.0, swatch, swatch));
        painter.setPen(ink);
        painter.setFont(chipFont());
        painter.drawText(QRectF(padding + swatch + 6, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (!m_tag.removable)
            return;
        const QPointF middle(width() - cross / 2.0 - 1, height() / 2.0);
        QColor dim = ink;
        dim.setAlphaF(underMouse() ? 1.0F : 0.6F);
        painter.setPen(QPen(dim, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3));
        painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3));
    }

private:
    [[nodiscard]] QFont chipFont() const
    {
        QFont font = canvas::chipFont(this->font());
        font.setPixelSize(12);
        return font;
    }

    TagBar::Tag m_tag;
    QPointF m_at;
};

}  // namespace

TagBar::TagBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("tagBar"));
    setAccessibleName(tr("Tags of the picture"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    move(12, 12);
    hide();
}

void TagBar::setTags(std::vector<Tag> tags)
{
    if (tags == m_tags)
        return;
    m_tags = std::move(tags);
    while (QLayoutItem *item = layout()->takeAt(0)) {
        // Perhaps from one of its own signals.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Tag &tag : m_tags) {
        auto *chip = new TagChip(tag, this);
        layout()->addWidget(chip);
        // At once: the bar takes its size from what is shown.
        chip->show();
        connect(chip, &QAbstractButton::clicked, this, [this, chip, id = tag.id] {
            if (chip->onCross())
                emit removeRequested(id);
            else
                emit clicked(id, QGuiApplication::keyboardModifiers());
        });
    }
    setVisible(!m_tags.empty());
    adjustSize();
}

}  // namespace plumbline::imageview
