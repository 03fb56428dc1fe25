// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pointbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>
#include <QToolButton>

namespace plumbline::sceneview {

namespace {

constexpr int firstClass = 2;  // of the list of filters

// Of a brush, of the ground, of a cluster: whichever the tool has.
double *amountOf(PointOptions &options, PointToolKind kind)
{
    switch (kind) {
    case PointToolKind::Brush: return &options.radius;
    case PointToolKind::Ground: return &options.height;
    case PointToolKind::Cluster: return &options.gap;
    case PointToolKind::Lasso:
    case PointToolKind::Polygon: break;
    }
    return nullptr;
}

}  // namespace

PointBar::PointBar(QWidget *parent)
    : QWidget(parent), m_class(new QLabel), m_erases(new QToolButton), m_instance(new QSpinBox), m_only(new QComboBox),
      m_amountLabel(new QLabel), m_amount(new QDoubleSpinBox), m_seen(new QCheckBox(tr("Only what is seen"))),
      m_sweeps(new QCheckBox(tr("All sweeps"))), m_statistics(new QLabel)
{
    setObjectName(QStringLiteral("pointBar"));
    setAccessibleName(tr("Options of the tools for points"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 4);
    layout->setSpacing(6);
    m_class->setObjectName(QStringLiteral("pointClass"));
    m_erases->setObjectName(QStringLiteral("pointErases"));
    m_erases->setText(tr("Erase"));
    m_erases->setToolTip(tr("Take labels away; Alt does the other of labeling and erasing"));
    m_erases->setCheckable(true);
    m_erases->setAutoRaise(true);
    m_instance->setObjectName(QStringLiteral("pointInstance"));
    m_instance->setAccessibleName(tr("Instance of new labels"));
    m_instance->setToolTip(tr("Which object of its class the points belong to"));
    m_instance->setRange(0, std::numeric_limits<int>::max());
    m_instance->setSpecialValueText(tr("none"));
    m_instance->setKeyboardTracking(false);
    m_instance->setFixedWidth(m_instance->fontMetrics().horizontalAdvance(QStringLiteral("888888")) + 34);
    auto *instanceLabel = new QLabel(tr("Instance"));
    instanceLabel->setBuddy(m_instance);
    auto *fresh = new QToolButton;
    fresh->setObjectName(QStringLiteral("pointNewInstance"));
    fresh->setText(tr("New"));
    fresh->setToolTip(tr("The next number that no label has"));
    fresh->setAutoRaise(true);
    m_only->setObjectName(QStringLiteral("pointOnly"));
    m_only->setAccessibleName(tr("Which points are changed"));
    m_only->setMinimumContentsLength(10);
    m_amount->setObjectName(QStringLiteral("pointAmount"));
    m_amount->setDecimals(2);
    m_amount->setSuffix(tr(" m"));
    m_amount->setKeyboardTracking(false);
    m_amountLabel->setBuddy(m_amount);
    m_seen->setObjectName(QStringLiteral("pointSeen"));
    m_seen->setToolTip(tr("Leave out points that others hide"));
    m_sweeps->setObjectName(QStringLiteral("pointSweeps"));
    m_statistics->setObjectName(QStringLiteral("pointStatistics"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_class, m_erases, instanceLabel, m_instance, fresh, m_only,
                                                            m_amountLabel, m_amount, m_seen, m_sweeps})
        layout->addWidget(widget);
    layout->addStretch(1);
    layout->addWidget(m_statistics);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_erases, m_instance, fresh, m_only, m_amount, m_seen, m_sweeps})
        widget->setFocusPolicy(Qt::TabFocus);
    connect(m_erases, &QToolButton::toggled, this, &PointBar::changed);
    connect(m_instance, &QSpinBox::valueChanged, this, &PointBar::changed);
    connect(m_only, &QComboBox::activated, this, &PointBar::changed);
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &PointBar::changed);
    connect(m_seen, &QCheckBox::toggled, this, &PointBar::changed);
    connect(m_sweeps, &QCheckBox::toggled, this, &PointBar::changed);
    connect(fresh, &QToolButton::clicked, this, &PointBar::newInstanceWanted);
    refresh();
}

void PointBar::setTool(PointToolKind kind)
{
    m_tool = kind;
    refresh();
}

void PointBar::setOptions(const PointOptions &options)
{
    m_options = options;
    refresh();
}

void PointBar::setClasses(const QString &current, const QColor &colour, const QStringList &names)
{
    m_names = names;
    QColor shown = colour;
    m_class->setText(current.isEmpty()
                         ? tr("no class")
                         : QStringLiteral("<span style='color:%1'>■</span> %2").arg(shown.name(), current.toHtmlEscaped()));
    refresh();
}

void PointBar::setAllSweepsPossible(const QString &whyNot)
{
    m_sweeps->setEnabled(whyNot.isEmpty());
    m_sweeps->setToolTip(whyNot.isEmpty() ? tr("Label the same places in all sweeps: for what stands still") : whyNot);
    if (!whyNot.isEmpty() && m_options.allSweeps) {
        m_options.allSweeps = false;
        refresh();
        emit optionsChanged();
    }
}

void PointBar::setStatistics(const QString &text)
{
    m_statistics->setText(text);
}

QString PointBar::statistics() const
{
    return m_statistics->text();
}

void PointBar::refresh()
{
    m_refreshing = true;
    m_erases->setChecked(m_options.erases);
    m_instance->setValue(int(std::min<std::uint32_t>(m_options.instance, std::uint32_t(m_instance->maximum()))));
    m_only->clear();
    m_only->addItems({tr("All points"), tr("Only unlabeled")});
    for (const QString &name : m_names)
        m_only->addItem(tr("Only “%1”").arg(name));
    const auto at = m_names.indexOf(m_options.onlyClass);
    m_only->setCurrentIndex(m_options.onlyUnlabeled ? 1 : !m_options.onlyClass.isEmpty() && at >= 0 ? int(at) + firstClass : 0);
    if (const double *amount = amountOf(m_options, m_tool)) {
        const bool brush = m_tool == PointToolKind::Brush;
        const bool ground = m_tool == PointToolKind::Ground;
        m_amountLabel->setText(brush ? tr("Radius") : ground ? tr("Height") : tr("Gap"));
        m_amount->setToolTip(brush    ? tr("Of the ball that labels")
                             : ground ? tr("Over and under the ground that belongs to it")
                                      : tr("Widest between points of one object"));
        m_amount->setRange(brush ? smallestRadius : ground ? 0.01 : 0.05, brush ? largestRadius : ground ? 2 : 5);
        m_amount->setSingleStep(brush ? 0.1 : 0.05);
        m_amount->setValue(*amount);
    }
    m_amount->setVisible(amountOf(m_options, m_tool) != nullptr);
    m_amountLabel->setVisible(amountOf(m_options, m_tool) != nullptr);
    m_seen->setVisible(m_tool == PointToolKind::Lasso || m_tool == PointToolKind::Polygon);
    m_seen->setChecked(m_options.seenOnly);
    m_sweeps->setChecked(m_options.allSweeps);
    m_refreshing = false;
}

void PointBar::changed()
{
    if (m_refreshing)
        return;
    m_options.erases = m_erases->isChecked();
    m_options.instance = std::uint32_t(m_instance->value());
    const int only = m_only->currentIndex();
    m_options.onlyUnlabeled = only == 1;
    m_options.onlyClass = only >= firstClass && only - firstClass < m_names.size() ? m_names[only - firstClass] : QString();
    if (double *amount = amountOf(m_options, m_tool))
        *amount = m_amount->value();
    m_options.seenOnly = m_seen->isChecked();
    m_options.allSweeps = m_sweeps->isChecked();
    emit optionsChanged();
}

}  // namespace plumbline::sceneview
