// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/cropsources.h"
#include "core/jobs/jobrunner.h"
#include "widgets/review/contactsheet.h"

#include <QObject>

#include <list>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace plumbline::workstation {

/// Reads pictures and sweeps in the background, each once for all crops of it on the sheet: those in sight first, then those of the
/// next pages. Crops are kept ready to be drawn, and packed for when they come into sight again; both bounded in memory. Main thread
/// only.
class CropCutter final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostBytes = qsizetype(96) << 20;         ///< of crops that are ready
    static constexpr qsizetype mostPackedBytes = qsizetype(192) << 20;  ///< of packed ones
    static constexpr int pagesAhead = 8;  ///< that are read before they come into sight
    static constexpr int side = cropSide;  ///< pixels of a crop's longer side at most

    CropCutter(exchange::MediaOpener opener, review::CropModel &model, review::ContactSheet &sheet, QObject *parent = nullptr);

    /// Where each label is; crops of others have no picture. What was cut of labels whose place is the same stays.
    void setPlaces(std::unordered_map<AnnotationId, CropPlace> places);
    [[nodiscard]] review::CropModel::Picture find(const review::Crop &crop);
    /// Nothing in sight or ahead waits for its picture.
    [[nodiscard]] bool idle() const { return m_reading.empty() && m_unpacking.empty(); }

signals:
    void becameIdle();

private:
    struct Kept {
        AnnotationId id;
        QImage image;  // null = unreadable
    };
    struct Packed {
        AnnotationId id;
        QByteArray jpeg;
    };
    struct Ready {
        std::vector<std::pair<AnnotationId, QImage>> crops;      // to be drawn now; a null picture = unreadable
        std::vector<std::pair<AnnotationId, QByteArray>> packed;  // for later
    };
    using Source = std::pair<QString, std::int64_t>;
    void look();
    void lookAtSight(int first, int last);
    void lookAhead(int first, int last);
    void unpack(std::vector<std::pair<AnnotationId, QByteArray>> packed);
    void read(const Source &source, const std::unordered_set<AnnotationId> &wanted);
    void take(const Ready &ready);
    void keep(AnnotationId id, const QImage &image);
    void pack(AnnotationId id, const QByteArray &jpeg);
    void drop(AnnotationId id);
    void forget(AnnotationId id);
    [[nodiscard]] bool mayRead() const;

    exchange::MediaOpener m_opener;
    review::CropModel &m_model;
    review::ContactSheet &m_sheet;
    std::unordered_map<AnnotationId, CropPlace> m_places;
    std::map<Source, std::vector<AnnotationId>> m_bySource;
    std::list<Kept> m_kept;  // last used first
    std::unordered_map<AnnotationId, std::list<Kept>::iterator> m_keptPlaces;
    qsizetype m_bytes = 0;
    std::list<Packed> m_packed;  // last used first
    std::unordered_map<AnnotationId, std::list<Packed>::iterator> m_packedPlaces;
    qsizetype m_packedBytes = 0;
    std::set<Source> m_reading;
    std::unordered_set<AnnotationId> m_unpacking;
    int m_shown = 0;  // pixels of a crop's longer side that the cells have room for
    jobs::JobRunner m_runner;
    jobs::JobRunner m_unpacker{1};  // never waits for a picture
};

}  // namespace plumbline::workstation
