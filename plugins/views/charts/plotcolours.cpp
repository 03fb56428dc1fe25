// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/charts/plotcolours.h"

#include "plugins/views/charts/qcustomplotapi.h"

#include <algorithm>
#include <cmath>

namespace plumbline::charts {

using theme::Token;

void colourPlot(QCustomPlot &plot, const theme::Theme &theme)
{
    plot.setBackground(theme.colour(Token::Surface1));
    for (QCPAxisRect *rect : plot.axisRects()) {
        rect->setBackground(theme.colour(Token::Surface1));
        for (QCPAxis *axis : rect->axes()) {
            axis->setBasePen(QPen(theme.colour(Token::Line)));
            axis->setTickPen(QPen(theme.colour(Token::Line)));
            axis->setSubTickPen(Qt::NoPen);
            axis->setTickLabelColor(theme.colour(Token::Text2));
            axis->setLabelColor(theme.colour(Token::Text2));
            axis->grid()->setPen(QPen(theme.colour(Token::Line), 0, Qt::DotLine));
            axis->grid()->setZeroLinePen(Qt::NoPen);
        }
    }
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setTextColor(theme.colour(Token::Text1));
}

QColor heatColour(const theme::Theme &theme, double value)
{
    const QColor from = theme.colour(Token::Surface2);
    const QColor to = theme.colour(Token::Accent);
    const double share = std::clamp(value, 0.0, 1.0);
    const auto mixed = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    return QColor(mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue()));
}

QCPColorGradient heatGradient(const theme::Theme &theme)
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setColorStopAt(0, heatColour(theme, 0));
    gradient.setColorStopAt(1, heatColour(theme, 1));
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    return gradient;
}

}  // namespace plumbline::charts
