// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cloudbar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr std::array<SweepCount, 6> counts{1, 5, 10, 20, 50, 0};
constexpr double lowest = -5;    // metres over the ground
constexpr double highest = 30;
constexpr double widestMargin = 20;
constexpr double step = 0.1;

int stepsOf(double metres)
{
    return int(std::lround(metres / step));
}

}  // namespace

CloudBar::CloudBar(QWidget *parent)
    : QWidget(parent), m_sweepsLabel(new QLabel(tr("Sweeps"))), m_sweeps(new QComboBox), m_lidarButton(new QToolButton),
      m_lidarMenu(new QMenu(this)), m_clip(new QComboBox), m_lowLabel(new QLabel(tr("from"))), m_low(new QDoubleSpinBox),
      m_lowSlider(new QSlider(Qt::Horizontal)), m_highLabel(new QLabel(tr("to"))), m_high(new QDoubleSpinBox),
      m_highSlider(new QSlider(Qt::Horizontal)), m_marginLabel(new QLabel(tr("and around it"))), m_margin(new QDoubleSpinBox),
      m_off(new QToolButton)
{
    setObjectName(QStringLiteral("sceneCloudBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 4);
    layout->setSpacing(6);
    m_sweepsLabel->setBuddy(m_sweeps);
    m_sweeps->setObjectName(QStringLiteral("sceneSweeps"));
    m_sweeps->setAccessibleName(tr("How many sweeps are laid over each other"));
    for (const SweepCount count : counts)
        m_sweeps->addItem(count == 1 ? tr("This one") : count == 0 ? tr("Whole scene") : tr("%1 around this one").arg(count));
    m_lidarButton->setObjectName(QStringLiteral("sceneLidars"));
    m_lidarButton->setPopupMode(QToolButton::InstantPopup);
    m_lidarButton->setMenu(m_lidarMenu);
    m_lidarButton->setAutoRaise(true);
    m_lidarButton->setAccessibleDescription(tr("Lidars that are shown, and how long after the frame's time each has measured"));
    auto *clipLabel = new QLabel(tr("Show"));
    clipLabel->setBuddy(m_clip);
    m_clip->setObjectName(QStringLiteral("sceneClip"));
    m_clip->setAccessibleName(tr("Where points are shown"));
    m_clip->addItems({tr("Everything"), tr("Only the selected box"), tr("Only a slice of heights")});
    const auto number = [this](QDoubleSpinBox *box, const char *name, double from, double to) {
        box->setObjectName(QLatin1String(name));
        box->setRange(from, to);
        box->setSingleStep(step);
        box->setDecimals(1);
        box->setSuffix(tr(" m"));
        box->setKeyboardTracking(false);
    };
    number(m_low, "sceneClipLow", lowest, highest);
    number(m_high, "sceneClipHigh", lowest, highest);
    number(m_margin, "sceneClipMargin", 0, widestMargin);
    for (QSlider *slider : {m_lowSlider, m_highSlider}) {
        slider->setRange(stepsOf(lowest), stepsOf(highest));
        slider->setFixedWidth(90);
    }
    m_low->setAccessibleName(tr("Lowest height over the ground"));
    m_lowSlider->setAccessibleName(m_low->accessibleName());
    m_high->setAccessibleName(tr("Greatest height over the ground"));
    m_highSlider->setAccessibleName(m_high->accessibleName());
    m_margin->setAccessibleName(tr("Room around the box"));
    m_off->setText(tr("Show everything"));
    m_off->setObjectName(QStringLiteral("sceneClipOff"));
    m_off->setAutoRaise(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_sweeps, m_lidarButton, m_clip, m_low, m_lowSlider, m_high,
                                                            m_highSlider, m_margin, m_off})
        widget->setFocusPolicy(Qt::TabFocus);
    for (QDoubleSpinBox *box : {m_low, m_high, m_margin})
        box->setFocusPolicy(Qt::ClickFocus);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_sweepsLabel, m_sweeps, m_lidarButton, clipLabel, m_clip, m_lowLabel, m_lowSlider,
                                          m_low, m_highLabel, m_highSlider, m_high, m_marginLabel, m_margin, m_off})
        layout->addWidget(widget);
    layout->addStretch(1);
    connect(m_lidarMenu, &QMenu::aboutToShow, this, &CloudBar::fillMenu);
    connect(m_sweeps, &QComboBox::activated, this, [this](int index) {
        m_choice.sweeps = counts[std::size_t(index)];
        emit choiceChanged();
    });
    connect(m_clip, &QComboBox::activated, this, [this](int index) { chooseClip(CloudChoice::Clip(index)); });
    connect(m_off, &QToolButton::clicked, this, [this] { chooseClip(CloudChoice::Clip::Nothing); });
    const auto setLow = [this](double value) {
        m_choice.low = value;
        m_choice.high = std::max(m_choice.high, value);
        refresh();
        emit choiceChanged();
    };
    const auto setHigh = [this](double value) {
        m_choice.high = value;
        m_choice.low = std::min(m_choice.low, value);
        refresh();
        emit choiceChanged();
    };
    connect(m_low, &QDoubleSpinBox::valueChanged, this, setLow);
    connect(m_lowSlider, &QSlider::valueChanged, this, [setLow](int value) { setLow(value * step); });
    connect(m_high, &QDoubleSpinBox::valueChanged, this, setHigh);
    connect(m_highSlider, &QSlider::valueChanged, this, [setHigh](int value) { setHigh(value * step); });
    connect(m_margin, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_choice.margin = value;
        emit choiceChanged();
    });
    setOffers({}, 0, {});
    refresh();
}

void CloudBar::chooseClip(CloudChoice::Clip clip)
{
    m_choice.clip = clip;
    refresh();
    emit choiceChanged();
}

void CloudBar::setChoice(const CloudChoice &choice)
{
    m_choice = choice;
    if (std::find(counts.begin(), counts.end(), m_choice.sweeps) == counts.end())
        m_choice.sweeps = 1;
    const auto within = [](double value, double least, double most, double usual) {
        return std::isfinite(value) ? std::clamp(value, least, most) : usual;
    };
    m_choice.margin = within(choice.margin, 0, widestMargin, 1);
    m_choice.low = within(choice.low, lowest, highest, 0.2);
    m_choice.high = std::max(m_choice.low, within(choice.high, lowest, highest, 3));
    refresh();
}

void CloudBar::nextSweeps()
{
    const auto at = std::find(counts.begin(), counts.end(), m_choice.sweeps);
    m_choice.sweeps = at == counts.end() || std::next(at) == counts.end() ? counts.front() : *std::next(at);
    refresh();
    emit choiceChanged();
}

void CloudBar::setOffers(const std::vector<LidarState> &lidars, std::size_t frames, const QString &why)
{
    m_lidars = lidars;
    const bool several = frames > 1;
    m_sweepsLabel->setVisible(several);
    m_sweeps->setVisible(several);
    m_sweeps->setEnabled(why.isEmpty());
    m_sweeps->setToolTip(
        why.isEmpty() ? tr("Sweeps of other frames, moved with the vehicle, dimmer than the one that is looked at") : why);
    m_lidarButton->setVisible(lidars.size() > 1);
    refresh();
}

// Made when it opens: its entries come and go with the frames.
void CloudBar::fillMenu()
{
    m_lidarMenu->clear();
    for (const LidarState &lidar : m_lidars) {
        QString words = lidar.name;
        if (!lidar.recorded)
            words += tr("   nothing in this frame");
        else if (lidar.offsetMicroseconds != 0)
            words += QStringLiteral("   %1%2 ms")
                         .arg(lidar.offsetMicroseconds > 0 ? QStringLiteral("+") : QString())
                         .arg(double(lidar.offsetMicroseconds) / 1000, 0, 'f', 1);
        QAction *action = m_lidarMenu->addAction(words);
        action->setCheckable(true);
        action->setChecked(!m_choice.switchedOff.contains(lidar.name));
        connect(action, &QAction::toggled, this, [this, name = lidar.name](bool shown) {
            if (shown)
                m_choice.switchedOff.remove(name);
            else
                m_choice.switchedOff.insert(name);
            refresh();
            emit choiceChanged();
        });
    }
}

void CloudBar::refresh()
{
    const QSignalBlocker sweepsQuiet(m_sweeps);
    const auto at = std::find(counts.begin(), counts.end(), m_choice.sweeps);
    m_sweeps->setCurrentIndex(at == counts.end() ? 0 : int(at - counts.begin()));
    const auto on = std::count_if(m_lidars.begin(), m_lidars.end(),
                                  [this](const LidarState &lidar) { return !m_choice.switchedOff.contains(lidar.name); });
    m_lidarButton->setText(tr("Lidars: %1 of %2").arg(qlonglong(on)).arg(m_lidars.size()));
    const QSignalBlocker clipQuiet(m_clip);
    m_clip->setCurrentIndex(int(m_choice.clip));
    const bool slice = m_choice.clip == CloudChoice::Clip::Slice;
    const bool box = m_choice.clip == CloudChoice::Clip::Box;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_lowLabel, m_lowSlider, m_low, m_highLabel, m_highSlider, m_high})
        widget->setVisible(slice);
    m_marginLabel->setVisible(box);
    m_margin->setVisible(box);
    m_off->setVisible(slice || box);
    const std::array<QSignalBlocker, 5> quiet{QSignalBlocker(m_low), QSignalBlocker(m_lowSlider), QSignalBlocker(m_high),
                                              QSignalBlocker(m_highSlider), QSignalBlocker(m_margin)};
    m_low->setValue(m_choice.low);
    m_lowSlider->setValue(stepsOf(m_choice.low));
    m_high->setValue(m_choice.high);
    m_highSlider->setValue(stepsOf(m_choice.high));
    m_margin->setValue(m_choice.margin);
}

void CloudBar::setHasBox(bool has)
{
    m_clip->setToolTip(has || m_choice.clip == CloudChoice::Clip::Box ? QString()
                                                                      : tr("Select a box to see only what lies around it"));
}

}  // namespace plumbline::sceneview
