// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/modeldialog.h"

#include "app/workstation/settings.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

ModelDialog::ModelDialog(Settings &settings, Prelabeling &prelabeling, QWidget *window)
    : QDialog(window), m_settings(settings), m_prelabeling(prelabeling), m_models(new QListWidget), m_devices(new QComboBox),
      m_facts(new QLabel)
{
    setObjectName(QStringLiteral("modelDialog"));
    setWindowTitle(tr("Pre-labeling"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(new QLabel(tr("Model")));
    m_models->setObjectName(QStringLiteral("modelList"));
    m_models->setAccessibleName(tr("Model"));
    layout->addWidget(m_models, 1);
    m_facts->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setMinimumHeight(36);
    m_facts->setAlignment(Qt::AlignTop);
    layout->addWidget(m_facts);
    auto *row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Device")));
    m_devices->setAccessibleName(tr("Device"));
    row->addWidget(m_devices, 1);
    layout->addLayout(row);
    auto *buttons = new QHBoxLayout;
    auto *add = new QPushButton(tr("Add a model…"));
    auto *one = new QPushButton(tr("Pre-label this item"));
    auto *all = new QPushButton(tr("Pre-label all items"));
    buttons->addWidget(add);
    buttons->addStretch();
    buttons->addWidget(one);
    buttons->addWidget(all);
    layout->addLayout(buttons);
    add->setAutoDefault(false);
    all->setAutoDefault(false);
    one->setDefault(true);
    resize(560, 420);

    connect(m_models, &QListWidget::currentRowChanged, this, [this](int chosen) {
        if (chosen < 0 || chosen >= static_cast<int>(m_known.size()))
            return;
        const extension::ModelInfo &model = m_known[static_cast<std::size_t>(chosen)];
        if (model.problem.isEmpty()) {
            if (!m_filling)
                m_settings.setModel(model.id);
            QStringList facts;
            if (!model.classNames.isEmpty())
                facts.append(tr("%n class(es)", nullptr, static_cast<int>(model.classNames.size())) + QStringLiteral(": ")
                             + QStringList(model.classNames.mid(0, 8)).join(QStringLiteral(", "))
                             + (model.classNames.size() > 8 ? QStringLiteral("…") : QString()));
            if (model.input == extension::ModelInput::Sweep)
                facts.append(tr("Looks at the sweeps of LiDAR scenes and tracks what it finds"));
            if (!model.licence.isEmpty())
                facts.append(tr("Licence: %1").arg(model.licence));
            m_facts->setText(facts.join(QLatin1Char('\n')));
        } else {
            m_facts->setText(model.problem);
        }
    });
    connect(m_devices, &QComboBox::activated, this, [this] { m_settings.setDevice(m_devices->currentData().toString()); });
    connect(add, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Add a model"), m_settings.lastFolder(QStringLiteral("model")),
                                                          tr("Models (*.onnx model.json)"));
        if (path.isEmpty())
            return;
        const QFileInfo info(path);
        m_settings.setLastFolder(QStringLiteral("model"), info.absolutePath());
        m_settings.addModelPath(info.fileName() == QLatin1String("model.json") ? info.absolutePath() : path);
        refresh();
    });
    connect(one, &QPushButton::clicked, this, [this] {
        emit thisItemRequested();
        close();
    });
    connect(all, &QPushButton::clicked, this, [this] {
        emit allItemsRequested();
        close();
    });
    m_facts->setText(tr("Looking for models…"));
    refresh();
}

void ModelDialog::refresh()
{
    m_prelabeling.choices(this, [this](const Prelabeling::Choice &choice) { fill(choice); });
}

void ModelDialog::fill(const Prelabeling::Choice &choice)
{
    m_known = choice.models;
    {
        const QSignalBlocker blocked(m_models);
        m_models->clear();
        for (const extension::ModelInfo &model : m_known) {
            auto *row = new QListWidgetItem(model.problem.isEmpty() ? model.title : tr("%1: cannot be used").arg(model.title), m_models);
            row->setToolTip(model.problem.isEmpty() ? model.path : model.problem);
            if (!model.problem.isEmpty())
                row->setForeground(palette().color(QPalette::PlaceholderText));
        }
    }
    // As Prelabeling::run chooses: the one that is set, else the first with a file, else the first that works.
    const auto rowOf = [this](const auto &test) {
        const auto it = std::find_if(m_known.begin(), m_known.end(), test);
        return it == m_known.end() ? -1 : static_cast<int>(it - m_known.begin());
    };
    int current = rowOf([this](const extension::ModelInfo &model) { return model.id == m_settings.model(); });
    if (m_settings.model().isEmpty())
        current = rowOf([](const extension::ModelInfo &model) { return model.problem.isEmpty() && !model.path.isEmpty(); });
    if (current < 0)
        current = rowOf([](const extension::ModelInfo &model) { return model.problem.isEmpty(); });
    m_filling = true;
    m_models->setCurrentRow(current);
    m_filling = false;
    if (m_known.empty())
        m_facts->setText(tr("No model yet. Add an .onnx file, or put model folders into the project's “models” folder."));
    m_devices->clear();
    m_devices->addItem(tr("Automatic: the fastest that works"), QStringLiteral("auto"));
    for (const extension::InferenceDevice &device : choice.devices) {
        m_devices->addItem(device.available ? tr("%1 (%2)").arg(device.provider, device.name)
                                            : tr("%1: not available").arg(device.provider),
                           device.provider);
        m_devices->setItemData(m_devices->count() - 1, device.available ? device.name : device.reason, Qt::ToolTipRole);
    }
    m_devices->setCurrentIndex(std::max(0, m_devices->findData(m_settings.device())));
}

}  // namespace plumbline::workstation
