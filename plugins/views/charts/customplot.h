// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot.h"

class QCPAxis;
class QCPGraph;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace plumbline::charts {

/// A chart drawn by QCustomPlot. Names beside points and tool tips say what each mark is; a chart without data says why.
class CustomPlot final : public Plot
{
    Q_OBJECT

public:
    explicit CustomPlot(QWidget *parent = nullptr);

    void setChart(const Chart &chart) override;
    [[nodiscard]] Result<QByteArray> rendered(const QString &format, QSize size) override;

    [[nodiscard]] const QCustomPlot &plot() const { return *m_plot; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Mark {
        double x = 0;
        double y = 0;
        QString name;
        QString text;
    };

    void draw(const theme::Theme &theme);
    void drawRibbon(QCPGraph &graph, const QVector<double> &minus, const QVector<double> &plus);
    void drawSeries(const theme::Theme &theme);
    void drawHeat(const theme::Theme &theme);
    void drawLines(const theme::Theme &theme);
    void placeLegend(bool shown);
    void placeNames();
    void placeLineNames();
    void setAxes();
    void nameTicks(QCPAxis *axis, const QStringList &names, bool reversed);
    [[nodiscard]] QString described(const ChartSeries &series, const ChartPoint &point) const;
    /// Nearest mark within reach of a position in the plot; null = none.
    [[nodiscard]] const Mark *markAt(QPointF position) const;
    void showTip(QPoint position);
    void clicked(QPoint position);
    [[nodiscard]] std::optional<std::pair<qsizetype, qsizetype>> cellAt(QPointF position) const;

    Chart m_chart;
    QCustomPlot *m_plot;
    QLabel *m_empty;
    std::vector<Mark> m_marks;
    std::vector<QCPItemText *> m_names;      // owned by the plot
    std::vector<QCPItemText *> m_lineNames;  // of upright lines, likewise
};

}  // namespace plumbline::charts
