// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/history/gesture.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/remark.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "core/model/track.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>
#include <variant>
#include <vector>

namespace plumbline::document {

/// What happened to the open document. Exhaustively visited: a new kind does not compile until every view handles it.
struct ItemShown {
    ItemId item;  ///< null = nothing is shown
};
struct AnnotationsChanged {
    ItemId item;
    QSet<AnnotationId> ids;  ///< created, changed or removed
};
struct SelectionChanged {};
struct CurrentClassChanged {};
struct SchemaChanged {};
struct SaveStateChanged {};
struct HistoryChanged {};
struct QueueChanged {};   ///< items or task states
struct GaugeChanged {};
struct FrameShown {
    std::int64_t index = 0;
};
struct TracksChanged {
    ItemId item;
    QSet<TrackId> ids;
};

using DocumentEvent = std::variant<ItemShown, AnnotationsChanged, SelectionChanged, CurrentClassChanged, SchemaChanged,
                                   SaveStateChanged, HistoryChanged, QueueChanged, GaugeChanged, FrameShown, TracksChanged>;

/// What lists and checks say about labels for the view to show. State of the window: never stored, never undone.
struct Marks {
    QSet<AnnotationId> filteredOut;  ///< the filter of the annotation list hides them
    QSet<AnnotationId> flagged;      ///< a label-time rule is broken
    QHash<AnnotationId, std::vector<model::Remark>> remarks = {};  ///< what is wrong with them
    bool operator==(const Marks &) const = default;
};

/// What views and tools see of the open document: the labels of the shown item and one way to change them.
/// Abstract so that views are tested with a fake and know nothing of stores. Main thread only.
class PLUMBLINE_CORE_EXPORT Editing : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The shown item; nothing when none is.
    [[nodiscard]] virtual std::optional<model::Item> item() const = 0;
    [[nodiscard]] virtual const model::Schema &schema() const = 0;
    /// Sensors and frame table of the shown item; null unless it is a scene. Valid until the next event.
    [[nodiscard]] virtual const model::Scene *scene() const = 0;
    /// The frame that is looked at, 0 … item()->frames - 1; 0 after another item is shown. Not part of the data.
    [[nodiscard]] std::int64_t frame() const { return m_frame; }
    /// Out of range is brought into it. FrameShown follows when it changes.
    void setFrame(std::int64_t index);
    /// What names a frame of the shown item in an annotation; nothing for items that have one frame and no time.
    [[nodiscard]] std::optional<model::FrameRef> frameRef(std::int64_t index) const;
    /// Tracks of the shown item in every visible layer. Valid until the next event.
    [[nodiscard]] virtual const std::vector<model::Track> &tracks() const = 0;
    [[nodiscard]] virtual TrackId newTrackId() = 0;
    /// Labels of all frames of the shown item in every visible layer, in creation order. Valid until the next event.
    [[nodiscard]] virtual const std::vector<model::Annotation> &annotations() const = 0;
    [[nodiscard]] virtual const model::Annotation *annotation(AnnotationId id) const = 0;
    /// Whether this annotation may be changed now (own layer, project writable, task not closed).
    [[nodiscard]] virtual bool editable(const model::Annotation &annotation) const = 0;
    /// Whether new annotations may be made now; when not, why (translated).
    [[nodiscard]] virtual bool canCreate(QString *why = nullptr) const = 0;

    /// A value ready to be filled in and pushed: id, item, layer, frame, current class, origin, created are set.
    [[nodiscard]] virtual model::Annotation newAnnotation(const geometry::Geometry &geometry) = 0;
    [[nodiscard]] virtual history::GestureBuilder gesture(const QString &label) = 0;
    /// The only way to change data: shown at once, durable when the store acknowledges. Empty gestures are dropped.
    virtual void push(history::Gesture gesture) = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;

    [[nodiscard]] virtual ClassId currentClass() const = 0;
    virtual void setCurrentClass(ClassId id) = 0;

    [[nodiscard]] virtual const QSet<AnnotationId> &selection() const = 0;
    virtual void select(const QSet<AnnotationId> &ids) = 0;

    [[nodiscard]] const Marks &marks() const { return m_marks; }
    void setMarks(const Marks &marks);
    /// What a view of a scene has counted in the sweeps that it has read, for checks; none after another item is shown. State
    /// of the window.
    [[nodiscard]] const QHash<AnnotationId, model::BoxPoints> &boxPoints() const { return m_boxPoints; }
    void setBoxPoints(const QHash<AnnotationId, model::BoxPoints> &points);

signals:
    void marksChanged();
    void boxPointsChanged();
    void changed(const plumbline::document::DocumentEvent &event);

protected:
    /// To be called before ItemShown is sent.
    void resetFrame()
    {
        m_frame = 0;
        m_boxPoints.clear();
    }

private:
    Marks m_marks;
    QHash<AnnotationId, model::BoxPoints> m_boxPoints;
    std::int64_t m_frame = 0;
};

}  // namespace plumbline::document
