// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/geometry/shapes.h"

#include <QObject>
#include <QPointF>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace plumbline::extension {
class AnnotationView;
}

namespace plumbline::workstation {

/// What is marked over the shown item. A value.
struct MarkedPlaces {
    std::set<AnnotationId> asked;    ///< labels that a reviewer wants otherwise
    std::set<AnnotationId> talked;   ///< labels with an open thread
    std::vector<geometry::Point> pins;  ///< open threads about a place, pixels of the picture
    std::optional<geometry::Point> chosenPin;
    AnnotationId chosen;
    [[nodiscard]] bool empty() const { return asked.empty() && talked.empty() && pins.empty(); }
    bool operator==(const MarkedPlaces &) const = default;
};

/// Small signs over a view: at labels that are asked about, and pins at places. Drawn over whatever the view shows, of one size at
/// every zoom; takes no input, except when a place is asked for: then the next click of the left button is the answer. Main thread
/// only.
class RemarkMarks final : public QObject
{
    Q_OBJECT

public:
    explicit RemarkMarks(QObject *parent = nullptr);
    ~RemarkMarks() override;

    /// Null = there is no view. A view of a kind in which nothing can be pointed at shows nothing.
    void setView(extension::AnnotationView *view);
    void setPlaces(const MarkedPlaces &places);
    [[nodiscard]] const MarkedPlaces &places() const { return m_places; }
    /// Where on the view's surface a label's sign lies; nothing when it is not in sight.
    [[nodiscard]] std::optional<QPointF> signOf(AnnotationId id) const;

    /// Whether places in this view can be pointed at.
    [[nodiscard]] bool hasPlaces() const;
    /// The next click says where, Esc and the right button that it is not wanted after all.
    void askForPlace(std::function<void(std::optional<geometry::Point>)> answer);
    [[nodiscard]] bool asking() const { return m_answer != nullptr; }
    /// Brings a place of the picture into sight.
    void showPlace(const geometry::Point &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Overlay;
    void answer(const std::optional<geometry::Point> &place);

    QPointer<QWidget> m_surface;
    QPointer<Overlay> m_overlay;
    extension::AnnotationView *m_view = nullptr;
    MarkedPlaces m_places;
    std::function<void(std::optional<geometry::Point>)> m_answer;
};

}  // namespace plumbline::workstation
