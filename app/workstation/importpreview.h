// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"
#include "core/jobs/jobrunner.h"

#include <QWidget>

namespace plumbline::workstation {

class Services;

/// A few pictures with the labels that an import would bring, drawn over them. Main thread only; decodes on a worker.
class ImportPreview final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pictures = 6;

    /// The services must outlive the widget.
    explicit ImportPreview(Services &services, QWidget *parent = nullptr);

    void show(const std::vector<exchange::ImportSample> &samples);
    void clear();
    /// Pictures with their labels that are drawn by now.
    [[nodiscard]] int drawn() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Tile {
        exchange::ImportSample sample;
        QImage image;
        QString problem;
    };
    void load(std::size_t index);
    void drawLabels(Tile &tile) const;

    Services &m_services;
    std::vector<Tile> m_tiles;
    jobs::Generation m_generation;
};

}  // namespace plumbline::workstation
