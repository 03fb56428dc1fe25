// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/matching/matcher.h"
#include "widgets/canvas/imagecanvas.h"

#include <QFrame>

#include <functional>

class QComboBox;
class QLabel;
class QListWidget;

namespace plumbline::canvas {
class SplitDivider;
}

namespace plumbline::imageview {

/// One place where two layers of a picture do not say the same.
struct Difference {
    enum class Kind { OnlyMine, OnlyTheirs, OtherClass, OtherShape };
    Kind kind = Kind::OnlyMine;
    AnnotationId mine;    ///< null for OnlyTheirs
    AnnotationId theirs;  ///< null for OnlyMine
    double iou = 0;
    bool operator==(const Difference &) const = default;
};

/// What two layers disagree about: labels that only one has, pairs of another class, pairs that overlap less than
/// `sameShape`. Sorted by kind. Pure.
[[nodiscard]] std::vector<Difference> differencesOf(const std::vector<model::Annotation> &mine,
                                                    const std::vector<model::Annotation> &theirs, double sameShape = 0.85);

/// Compares the layer that is worked on with another one of the same picture: over each other in two colours, or beside each
/// other with a line to drag; and a list of the differences to step through. A panel in the corner of the canvas, its child.
/// Changes how labels are drawn, never what they are. Main thread only.
class Comparison final : public QFrame
{
    Q_OBJECT

public:
    enum class Mode { Off, Overlay, Split };
    using Reveal = std::function<void(AnnotationId)>;

    Comparison(canvas::ImageCanvas &canvas, document::Editing &editing, Reveal reveal);

    [[nodiscard]] Mode mode() const { return m_mode; }
    /// False when the picture has one layer only; then nothing changes.
    bool setMode(Mode mode);
    [[nodiscard]] bool shows(const model::Annotation &annotation) const;
    /// Colours and sides of the mode.
    void adapt(const model::Annotation &annotation, canvas::CanvasShape &shape) const;
    /// Labels or picture changed.
    void refresh();
    /// To the next or previous difference, round and round.
    void step(int direction);
    [[nodiscard]] const std::vector<Difference> &differences() const { return m_differences; }

signals:
    /// Shapes must be drawn anew.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString wordsFor(const Difference &difference) const;
    [[nodiscard]] QString classOf(AnnotationId id) const;
    [[nodiscard]] QStringList otherLayers() const;
    void place();
    void refreshWords();

    canvas::ImageCanvas &m_canvas;
    document::Editing &m_editing;
    Reveal m_reveal;
    canvas::SplitDivider *m_divider;
    QLabel *m_mine;
    QComboBox *m_others;
    QLabel *m_counts;
    QListWidget *m_list;
    Mode m_mode = Mode::Off;
    QString m_own;
    QString m_other;
    std::vector<Difference> m_differences;
};

}  // namespace plumbline::imageview
