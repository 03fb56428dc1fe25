// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/displaypanel.h"

#include "widgets/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr int steps = 100;  // of a slider on either side
constexpr int panelWidth = 264;
constexpr double gammaReach = 4;  // a quarter to four

}  // namespace

DisplayPanel::DisplayPanel(QWidget *parent)
    : QFrame(parent), m_view(new HistogramView), m_low(new QDoubleSpinBox), m_high(new QDoubleSpinBox), m_channel(new QComboBox),
      m_invert(new QCheckBox(tr("Inverted")))
{
    setObjectName(QStringLiteral("displayPanel"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setFixedWidth(panelWidth);
    setAccessibleName(tr("Display of the picture"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    auto *title = new QLabel(tr("Display"));
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(theme::themedIcon(QStringLiteral("reject")));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close the display panel"));
    connect(close, &QToolButton::clicked, this, &DisplayPanel::closed);
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(close, 0, 2, Qt::AlignRight);
    grid->addWidget(m_view, 1, 0, 1, 3);
    connect(m_view, &HistogramView::windowDragged, this,
            [this](const DisplayWindow &w) { edit([&](DisplaySettings &s) { s.window = w; }); });

    auto *fields = new QHBoxLayout;
    for (QDoubleSpinBox *box : {m_low, m_high}) {
        box->setRange(-1e9, 1e9);
        box->setKeyboardTracking(false);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        fields->addWidget(box);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            if (m_low->value() < m_high->value())
                edit([this](DisplaySettings &s) { s.window = DisplayWindow{m_low->value(), m_high->value()}; });
        });
    }
    m_low->setPrefix(tr("Black "));
    m_high->setPrefix(tr("White "));
    fields->setSpacing(8);
    m_low->setAccessibleName(tr("Number that is black"));
    m_high->setAccessibleName(tr("Number that is white"));
    m_low->setToolTip(m_low->accessibleName());
    m_high->setToolTip(m_high->accessibleName());
    grid->addLayout(fields, 2, 0, 1, 3);
    m_brightness = addSlider(tr("Brightness"), 3, &DisplaySettings::brightness, false);
    m_contrast = addSlider(tr("Contrast"), 4, &DisplaySettings::contrast, false);
    m_gamma = addSlider(tr("Gamma"), 5, &DisplaySettings::gamma, true);
    m_channel->addItems({tr("Colours"), tr("Red"), tr("Green"), tr("Blue"), tr("Grey")});
    m_channel->setAccessibleName(tr("Channel"));
    connect(m_channel, &QComboBox::activated, this, [this](int index) {
        edit([index](DisplaySettings &s) { s.channel = static_cast<DisplaySettings::Channel>(index); });
    });
    connect(m_invert, &QCheckBox::toggled, this, [this](bool on) { edit([on](DisplaySettings &s) { s.invert = on; }); });
    grid->addWidget(m_channel, 6, 0, 1, 2);
    grid->addWidget(m_invert, 6, 2);
    auto *automatic = new QPushButton(tr("Automatic"));
    automatic->setToolTip(tr("Black and white from the numbers of the picture"));
    // For eight bits the picture itself is the automatic choice, which would do nothing.
    connect(automatic, &QPushButton::clicked, this, [this] {
        edit([this](DisplaySettings &s) {
            s.window.reset();
            if (m_type == extension::SampleType::UInt8 && m_histogram.channels > 0)
                s.window = m_histogram.inner();
        });
    });
    auto *reset = new QPushButton(tr("Reset"));
    connect(reset, &QPushButton::clicked, this, [this] { edit([](DisplaySettings &s) { s = {}; }); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(automatic);
    buttons->addWidget(reset);
    grid->addLayout(buttons, 7, 0, 1, 3);
    refresh();
}

QSlider *DisplayPanel::addSlider(const QString &name, int row, double DisplaySettings::*field, bool logarithmic)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(-steps, steps);
    slider->setAccessibleName(name);
    auto *label = new QLabel(name);
    label->setBuddy(slider);
    grid->addWidget(label, row, 0);
    grid->addWidget(slider, row, 1, 1, 2);
    connect(slider, &QSlider::valueChanged, this, [this, field, logarithmic](int value) {
        const double part = double(value) / steps;
        edit([&](DisplaySettings &s) { s.*field = logarithmic ? std::pow(gammaReach, part) : part; });
    });
    return slider;
}

DisplayWindow DisplayPanel::window() const
{
    return m_settings.window.value_or(m_histogram.automatic);
}

void DisplayPanel::setPicture(const Histogram &histogram, extension::SampleType type)
{
    m_histogram = histogram;
    m_type = type;
    m_view->setHistogram(histogram);
    m_channel->setEnabled(histogram.channels != 1);
    refresh();
}

void DisplayPanel::setSettings(const DisplaySettings &settings)
{
    m_settings = settings;
    refresh();
}

void DisplayPanel::refresh()
{
    m_refreshing = true;
    const DisplayWindow shown = window();
    const int decimals = m_type == extension::SampleType::Float32 ? 4 : 0;
    m_view->setWindow(shown);
    m_low->setDecimals(decimals);
    m_high->setDecimals(decimals);
    if (!m_low->hasFocus())
        m_low->setValue(shown.low);
    if (!m_high->hasFocus())
        m_high->setValue(shown.high);
    m_brightness->setValue(static_cast<int>(std::lround(m_settings.brightness * steps)));
    m_contrast->setValue(static_cast<int>(std::lround(m_settings.contrast * steps)));
    m_gamma->setValue(static_cast<int>(std::lround(std::log(m_settings.gamma) / std::log(gammaReach) * steps)));
    m_channel->setCurrentIndex(static_cast<int>(m_settings.channel));
    m_invert->setChecked(m_settings.invert);
    m_refreshing = false;
}

void DisplayPanel::edit(const std::function<void(DisplaySettings &)> &change)
{
    if (m_refreshing)
        return;
    change(m_settings);
    refresh();
    emit edited(m_settings);
}

}  // namespace plumbline::canvas
