// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/review.h"
#include "widgets/export.h"

#include <QAbstractListModel>
#include <QColor>
#include <QImage>

#include <functional>
#include <unordered_map>
#include <vector>

namespace plumbline::review {

/// One label that is to be decided about, as a contact sheet shows it.
struct Crop {
    AnnotationId id;
    ItemId item;
    std::size_t work = 0;  ///< which piece of work it belongs to, as the host counts them
    ClassId labelClass;
    QString title;         ///< class, translated
    QColor colour;         ///< of the class
    QString itemName;
    double size = 0;       ///< for sorting: square root of the area in pixels, or metres of the longest side
    std::optional<double> score;
    bool changed = false;  ///< other than in the round before
    bool settled = false;  ///< as it was in the round before, when nobody asked for anything: needs no second look
    std::optional<model::DecisionKind> decision;
    QString errorCode;
    double suspicion = 0;  ///< in [0, 1]: how much speaks for a look at it
    QString suspicionWhy;  ///< in words, translated; empty when nothing does
    bool operator==(const Crop &) const = default;
};

enum class CropOrder { AsLabeled, ByClass, SmallestFirst, LowestScoreFirst, UndecidedFirst, SuspiciousFirst };

/// The crops of a contact sheet in the order and the choice that is asked for. Pictures come from a lookup. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT CropModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CropRole = Qt::UserRole + 1, TitleRole, DecisionRole };
    enum class PictureState { Waiting, Ready, Unreadable };
    struct Picture {
        PictureState state = PictureState::Waiting;
        QImage image;
    };
    using Lookup = std::function<Picture(const Crop &)>;

    using QAbstractListModel::QAbstractListModel;

    void setLookup(Lookup lookup) { m_lookup = std::move(lookup); }
    void setCrops(std::vector<Crop> crops);
    void setOrder(CropOrder order);
    /// Null = all classes.
    void setClass(ClassId labelClass);
    /// Whether what needs no second look is among the rows; at first it is not.
    void setSettledShown(bool shown);
    [[nodiscard]] std::size_t settled() const;
    [[nodiscard]] CropOrder order() const { return m_order; }

    [[nodiscard]] const std::vector<Crop> &crops() const { return m_crops; }
    [[nodiscard]] const Crop *at(int row) const;
    /// Null when there is none.
    [[nodiscard]] const Crop *find(AnnotationId id) const;
    /// Pictures of these came or are gone: only their cells are painted anew.
    void picturesChanged(const std::vector<AnnotationId> &ids);
    [[nodiscard]] Picture pictureAt(int row) const;
    /// The row stays where it is until the order is asked for again: nothing jumps away under the eyes.
    void setDecision(AnnotationId id, std::optional<model::DecisionKind> decision, const QString &errorCode);
    /// Of all crops that need a decision, whatever is in sight.
    [[nodiscard]] std::size_t undecided() const;
    /// Row of the first undecided crop after `row`, going round; -1 when there is none.
    [[nodiscard]] int nextUndecided(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void arrange();
    [[nodiscard]] int rowOf(AnnotationId id) const;

    std::vector<Crop> m_crops;  // as they were set
    std::vector<std::size_t> m_rows;  // into m_crops
    std::vector<int> m_rowOf;  // of each of m_crops; -1 = not among them
    std::unordered_map<AnnotationId, std::size_t> m_places;
    CropOrder m_order = CropOrder::ByClass;
    ClassId m_class;
    bool m_settledShown = false;
    Lookup m_lookup;
};

/// What a decision is called, translated: "accepted", "to be fixed", "rejected".
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QString decisionWord(model::DecisionKind kind);

}  // namespace plumbline::review
