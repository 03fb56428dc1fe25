// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chart.h"

#include <QWidget>
#include <QtPlugin>

namespace plumbline::charts {

/// Draws a chart in the colours of the theme. The library that does it is loaded with the first chart, so hosts know only this.
/// Main thread.
class PLUMBLINE_WIDGETS_EXPORT Plot : public QWidget
{
    Q_OBJECT

public:
    explicit Plot(QWidget *parent = nullptr);
    ~Plot() override;

    virtual void setChart(const Chart &chart) = 0;
    /// Title, chart and method on white, whatever the theme: bytes of a picture ("png", 2 pixels a point) or page ("pdf").
    [[nodiscard]] virtual Result<QByteArray> rendered(const QString &format, QSize size) = 0;

signals:
    /// A point or a cell was clicked: its name, or those of its row and column.
    void activated(const QString &name, const QString &column);
};

/// Second interface of a plugin that draws charts; programs without a window never call it.
class PLUMBLINE_WIDGETS_EXPORT PlotPlugin
{
public:
    virtual ~PlotPlugin();
    /// Owned by the parent or by the caller.
    [[nodiscard]] virtual Plot *createPlot(QWidget *parent) = 0;
};

}  // namespace plumbline::charts

#define PLUMBLINE_PLOTPLUGIN_IID "org.plumbline.PlotPlugin/1"
Q_DECLARE_INTERFACE(plumbline::charts::PlotPlugin, PLUMBLINE_PLOTPLUGIN_IID)
