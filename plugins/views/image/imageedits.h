// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "plugins/views/image/viewmarks.h"

#include <QCoreApplication>

#include <functional>
#include <optional>
#include <vector>

namespace plumbline::imageview {

/// Everything the image view can do to labels: each call is one gesture and one push, or none. A change of a prediction
/// accepts it with the correction: a copy in the working layer, the prediction marked as accepted. Main thread only.
class ImageEdits
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::ImageEdits)

public:
    /// What changed about a shape, for the words of the gesture.
    enum class Verb { Move, Resize, Reshape, Turn };
    using Change = std::function<void(model::Annotation &)>;
    using NewGeometry = std::pair<AnnotationId, geometry::Geometry>;
    using Hint = std::function<void(const QString &)>;

    /// The document outlives this. `hint` takes one line for the user when something cannot be done.
    ImageEdits(document::Editing &editing, Hint hint);

    /// Area that labels are kept in; nothing while no picture is shown.
    void setPicture(const std::optional<geometry::Box> &picture) { m_picture = picture; }
    [[nodiscard]] const std::optional<geometry::Box> &picture() const { return m_picture; }
    /// Area that a label of this class must stay in; nothing where the schema lets it reach outside the picture.
    [[nodiscard]] std::optional<geometry::Box> limits(ClassId id) const;
    /// Of the class for new labels.
    [[nodiscard]] std::optional<geometry::Box> limits() const { return limits(m_editing.currentClass()); }
    [[nodiscard]] std::optional<geometry::Box> limitsOf(AnnotationId id) const;
    [[nodiscard]] ViewMarks &marks() { return m_marks; }
    [[nodiscard]] const ViewMarks &marks() const { return m_marks; }

    [[nodiscard]] static bool isOpenPrediction(const model::Annotation &annotation);
    /// Drawn and offered: an open prediction or any label that is not a prediction.
    [[nodiscard]] static bool isShown(const model::Annotation &annotation);
    /// May be moved, changed, deleted: editable, or a prediction that can be accepted now.
    [[nodiscard]] bool isChangeable(const model::Annotation &annotation) const;
    /// Whether the current class may be drawn with this kind ("box"); says why when not.
    [[nodiscard]] bool mayDraw(const QString &geometryName) const;
    /// Whether a label's class allows another kind of geometry.
    [[nodiscard]] bool mayBecome(const model::Annotation &annotation, const QString &geometryName) const;
    /// Whether new labels may be made now; says why when not.
    [[nodiscard]] bool canCreate() const;

    void create(const geometry::Geometry &geometry);
    /// One of newAnnotation(), filled in.
    void create(const model::Annotation &annotation, const QString &label);
    /// One gesture over these labels; selects what stands for them afterwards. Says how many cannot be changed.
    void change(const std::vector<const model::Annotation *> &annotations, const QString &label, const Change &change);
    void setGeometries(const std::vector<NewGeometry> &changes, Verb verb);
    /// Labels that change, come (like another, with a shape of their own) and go.
    struct Regions {
        std::vector<NewGeometry> changes;
        std::vector<NewGeometry> creations;
        std::vector<AnnotationId> removals;
    };
    /// All of it in one gesture; selects what has changed and come. Labels that cannot be changed stay as they are. False
    /// when nothing was done.
    bool apply(const Regions &regions, const QString &label);
    /// Moves the selection by whole-number steps of the keyboard, kept inside the picture.
    void nudge(double dx, double dy);
    /// The part of (dx, dy) that keeps these labels inside the picture.
    [[nodiscard]] geometry::Point allowedMove(const std::vector<AnnotationId> &ids, double dx, double dy) const;

    /// Deletes own labels, rejects predictions.
    void removeSelected();
    /// Of the selection; without one it becomes the class for new labels.
    void setClass(ClassId id);
    void toggleUnsure();
    void toggleIgnore();
    /// Both return what was shown next to the last handled prediction, to go on with.
    AnnotationId acceptSelected();
    AnnotationId rejectSelected();

    /// Gives a measure the scale it is read with; other labels stay.
    static void restamp(model::Annotation &annotation, std::optional<double> scale);

    void copySelected();
    void paste();
    /// Without the step that keeps copies apart from their originals.
    void pasteInPlace();
    void duplicateSelected();

    [[nodiscard]] std::vector<AnnotationId> selectedInOrder() const;
    [[nodiscard]] std::vector<const model::Annotation *> selectedAnnotations() const;
    [[nodiscard]] QString className(ClassId id) const;
    /// "car", "label" or "3 labels".
    [[nodiscard]] QString noun(const std::vector<const model::Annotation *> &annotations) const;

private:
    void pasteWith(bool apart);
    void addRelationsOf(std::vector<const model::Annotation *> &going) const;
    [[nodiscard]] std::optional<double> withFollowers(std::vector<const model::Annotation *> &annotations,
                                                      const QHash<AnnotationId, geometry::Geometry> &geometries) const;
    void settle(model::Verdict verdict, const std::vector<const model::Annotation *> &predictions, const QString &label);
    void insert(std::vector<model::Annotation> templates, double offset, const QString &label);
    [[nodiscard]] AnnotationId nextOpenPrediction() const;

    document::Editing &m_editing;
    Hint m_hint;
    std::optional<geometry::Box> m_picture;
    ViewMarks m_marks;
    int m_pastes = 0;  // of the present clipboard into the present item, each a step further
    ItemId m_pasteItem;
    QByteArray m_pasted;
};

}  // namespace plumbline::imageview
