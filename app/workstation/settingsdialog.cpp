// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/settingsdialog.h"

#include "app/workstation/prelabeling.h"
#include "app/workstation/settings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

QComboBox *box(const QString &name, const QList<std::pair<QString, QString>> &choices, const QString &current)
{
    auto *made = new QComboBox;
    made->setAccessibleName(name);
    for (const auto &[text, value] : choices)
        made->addItem(text, value);
    const int index = made->findData(current);
    if (index < 0)
        made->addItem(current, current);
    made->setCurrentIndex(made->findData(current));
    return made;
}

}  // namespace

SettingsDialog::SettingsDialog(Settings &settings, Prelabeling &prelabeling, QWidget *window) : QDialog(window)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    auto *theme = box(tr("Theme"),
                      {{tr("Dark"), QStringLiteral("dark")}, {tr("Light"), QStringLiteral("light")}, {tr("As the system"), QStringLiteral("system")}},
                      settings.theme());
    theme->setObjectName(QStringLiteral("themeBox"));
    connect(theme, &QComboBox::activated, this, [&settings, theme] { settings.setTheme(theme->currentData().toString()); });
    form->addRow(tr("Theme"), theme);
    auto *language = box(tr("Language"),
                         {{tr("As the system"), QString()}, {QStringLiteral("English"), QStringLiteral("en")}, {QStringLiteral("简体中文"), QStringLiteral("zh_CN")}},
                         settings.language());
    language->setObjectName(QStringLiteral("languageBox"));
    connect(language, &QComboBox::activated, this, [&settings, language] {
        // After the list has closed: the whole window is made anew.
        QMetaObject::invokeMethod(
            &settings, [&settings, code = language->currentData().toString()] { settings.setLanguage(code); }, Qt::QueuedConnection);
    });
    form->addRow(tr("Language"), language);
    auto *device = box(tr("Device for pre-labeling"), {{tr("Automatic: the fastest that works"), QStringLiteral("auto")}}, settings.device());
    connect(device, &QComboBox::activated, this, [&settings, device] { settings.setDevice(device->currentData().toString()); });
    form->addRow(tr("Device for pre-labeling"), device);
    prelabeling.choices(this, [device](const Prelabeling::Choice &choice) {
        for (const extension::InferenceDevice &found : choice.devices) {
            const QString title = found.available ? tr("%1 (%2)").arg(found.provider, found.name)
                                                  : tr("%1: not available").arg(found.provider);
            int index = device->findData(found.provider);
            if (index < 0) {
                device->addItem(title, found.provider);
                index = device->count() - 1;
            } else {
                device->setItemText(index, title);
            }
            device->setItemData(index, found.available ? found.name : found.reason, Qt::ToolTipRole);
        }
    });
    auto *accept = new QDoubleSpinBox;
    accept->setRange(0, 1);
    accept->setSingleStep(0.05);
    accept->setValue(settings.acceptThreshold());
    accept->setAccessibleName(tr("Accept all: from this score on"));
    connect(accept, &QDoubleSpinBox::valueChanged, this, [&settings](double value) { settings.setAcceptThreshold(value); });
    form->addRow(tr("Accept all: from this score on"), accept);
    auto *score = new QDoubleSpinBox;
    score->setRange(-0.05, 1);
    score->setSingleStep(0.05);
    score->setSpecialValueText(tr("the model's own"));
    score->setValue(settings.scoreThreshold().value_or(-0.05));
    score->setAccessibleName(tr("Keep predictions from this score on"));
    connect(score, &QDoubleSpinBox::valueChanged, this, [&settings](double value) {
        settings.setScoreThreshold(value < 0 ? std::nullopt : std::optional(value));
    });
    form->addRow(tr("Keep predictions from this score on"), score);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(24);
    layout->addLayout(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    layout->addWidget(buttons);
}

}  // namespace plumbline::workstation
