// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/jobs/jobrunner.h"
#include "core/prelabel/prelabeler.h"

#include <QObject>

#include <functional>

namespace plumbline::workstation {

class Services;

/// Runs the chosen model over items in the background; one run at a time. The loaded model is kept between runs. Main
/// thread only.
class Prelabeling final : public QObject
{
    Q_OBJECT

public:
    struct Choice {
        std::vector<extension::ModelInfo> models;
        std::vector<extension::InferenceDevice> devices;
    };

    /// The services must outlive it.
    explicit Prelabeling(Services &services, QObject *parent = nullptr);

    void setDocument(document::Document *document);
    [[nodiscard]] bool running() const { return m_running != 0; }
    /// Empty = every item. Edits are saved first. `addClasses`: what the schema lacks is added instead of left out.
    void run(const std::vector<ItemId> &items, bool addClasses = false);
    void cancel();
    /// Looks for models and devices on a worker.
    void choices(QObject *context, std::function<void(const Choice &)> deliver);
    /// Models that a document's project, the person's folder and the settings offer, in a form that a worker can use.
    [[nodiscard]] std::function<std::vector<extension::ModelInfo>()> finder();

signals:
    void runningChanged();
    /// Something came of it, also of a cancelled run.
    void finished(const plumbline::prelabel::PrelabelReport &report);
    void failed(const plumbline::Error &error);

private:
    struct Loaded;

    Services &m_services;
    document::Document *m_document = nullptr;
    jobs::JobId m_running = 0;
    jobs::Generation m_generation;
    std::shared_ptr<Loaded> m_loaded;
};

}  // namespace plumbline::workstation
