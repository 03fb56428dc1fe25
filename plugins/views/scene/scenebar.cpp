// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/scenebar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr int sizeSteps = 10;  // of the slider, on either side of the usual size

double sizeOfStep(int step)
{
    return std::pow(2.0, double(step) / 5);
}

}  // namespace

SceneBar::SceneBar(QWidget *parent) : QWidget(parent), m_colour(new QComboBox), m_size(new QSlider(Qt::Horizontal))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(6);
    auto *colourLabel = new QLabel(tr("Colour"));
    colourLabel->setBuddy(m_colour);
    m_colour->setObjectName(QStringLiteral("sceneColour"));
    m_colour->setAccessibleName(tr("What the colour of points says"));
    m_colour->setFocusPolicy(Qt::TabFocus);
    m_colour->setMinimumContentsLength(9);
    auto *sizeLabel = new QLabel(tr("Points"));
    sizeLabel->setBuddy(m_size);
    m_size->setAccessibleName(tr("Size of points"));
    m_size->setFocusPolicy(Qt::TabFocus);
    m_size->setRange(-sizeSteps, sizeSteps);
    m_size->setFixedWidth(80);
    layout->addWidget(colourLabel);
    layout->addWidget(m_colour);
    layout->addSpacing(8);
    layout->addWidget(sizeLabel);
    layout->addWidget(m_size);
    layout->addStretch(1);
    toggle(&SceneDisplay::edges, tr("Edges"), tr("Darken points behind others, so that shapes stand out"),
           QStringLiteral("sceneEdges"));
    toggle(&SceneDisplay::grid, tr("Grid"), tr("Grid on the ground"), QStringLiteral("sceneGrid"));
    toggle(&SceneDisplay::rings, tr("Rings"), tr("Distances from the sensor"), QStringLiteral("sceneRings"));
    toggle(&SceneDisplay::sides, tr("Three sides"), tr("The selected box from above, from the side and from the front"),
           QStringLiteral("sceneSides"));
    toggle(&SceneDisplay::cameras, tr("Cameras"), tr("Pictures of the cameras"), QStringLiteral("sceneCameras"));
    toggle(&SceneDisplay::cameraPoints, tr("Points in pictures"), tr("Points over the pictures, coloured by their distance"),
           QStringLiteral("sceneCameraPoints"));
    connect(m_colour, &QComboBox::activated, this, [this](int index) {
        m_display.mode = m_modes[std::size_t(index)];
        emit displayChanged();
    });
    connect(m_size, &QSlider::valueChanged, this, [this](int step) {
        m_display.pointSize = sizeOfStep(step);
        emit displayChanged();
    });
    setModes({});
}

void SceneBar::toggle(bool SceneDisplay::*member, const QString &text, const QString &tip, const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    connect(button, &QToolButton::toggled, this, [this, member](bool on) {
        m_display.*member = on;
        emit displayChanged();
    });
    m_toggles.emplace_back(member, button);
}

void SceneBar::setModes(const std::vector<ColourMode> &modes)
{
    m_modes = modes.empty() ? modesFor({}) : modes;
    refresh();
}

void SceneBar::setDisplay(const SceneDisplay &display)
{
    m_display = display;
    refresh();
}

void SceneBar::setHasCameras(bool has)
{
    for (const auto &[member, button] : m_toggles)
        if (member == &SceneDisplay::cameras || member == &SceneDisplay::cameraPoints)
            button->setVisible(has);
}

void SceneBar::refresh()
{
    const QSignalBlocker colourQuiet(m_colour);
    m_colour->clear();
    for (const ColourMode &mode : m_modes)
        m_colour->addItem(titleOf(mode));
    const auto chosen = std::find(m_modes.begin(), m_modes.end(), m_display.mode);
    m_colour->setCurrentIndex(chosen == m_modes.end() ? 0 : int(chosen - m_modes.begin()));
    const QSignalBlocker sizeQuiet(m_size);
    m_size->setValue(int(std::lround(std::log2(m_display.pointSize) * 5)));
    for (const auto &[member, button] : m_toggles) {
        const QSignalBlocker quiet(button);
        button->setChecked(m_display.*member);
    }
}

}  // namespace plumbline::sceneview
