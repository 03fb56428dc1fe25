// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace plumbline::workstation {

/// Fusion with our icons in place of its pixel ones, which also keeps Qt from loading every image format at the start, and
/// with plain lines between docks. Labels and tool tips show their text as it is: names come from files of others, and Qt would take
/// one with a tag in it for a document, and open the pictures that it names. Main thread only.
class HouseStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    HouseStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;

private:
    static void drawCheckBox(const QStyleOption &option, QPainter &painter);
};

}  // namespace plumbline::workstation
