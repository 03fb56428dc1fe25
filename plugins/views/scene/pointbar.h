// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/pointtool.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace plumbline::sceneview {

/// The bar of the tools for points: what they do, to which points, and how many have a label. Main thread only.
class PointBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PointBar(QWidget *parent = nullptr);

    void setTool(PointToolKind kind);
    void setOptions(const PointOptions &options);
    [[nodiscard]] const PointOptions &options() const { return m_options; }
    /// What new labels are, and the classes that labels can be limited to.
    void setClasses(const QString &current, const QColor &colour, const QStringList &names);
    /// Whether gestures can reach all sweeps; otherwise why not.
    void setAllSweepsPossible(const QString &whyNot);
    void setStatistics(const QString &text);
    [[nodiscard]] QString statistics() const;

signals:
    void optionsChanged();
    void newInstanceWanted();

private:
    void refresh();
    void changed();

    PointOptions m_options;
    PointToolKind m_tool = PointToolKind::Lasso;
    QStringList m_names;
    bool m_refreshing = false;
    QLabel *m_class;  // all owned by the layout
    QToolButton *m_erases;
    QSpinBox *m_instance;
    QComboBox *m_only;
    QLabel *m_amountLabel;
    QDoubleSpinBox *m_amount;
    QCheckBox *m_seen;
    QCheckBox *m_sweeps;
    QLabel *m_statistics;
};

}  // namespace plumbline::sceneview
