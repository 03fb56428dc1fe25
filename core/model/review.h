// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/sha256.h"
#include "core/geometry/shapes.h"
#include "core/model/frame.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace plumbline::model {

enum class DecisionKind {
    Accept,
    Fix,     ///< the author is asked to change it
    Reject,  ///< it should not be there; of a whole piece of work: it is to be done anew
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString decisionName(DecisionKind kind);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<DecisionKind> decisionFromName(QStringView name);

/// What a reviewer said about one label of a submission, or about the submission as a whole. Never changed: of two by the same
/// reviewer on the same thing the later one counts, and two by different reviewers that contradict are a conflict to be shown.
struct Decision {
    DecisionId id;
    ItemId item;
    SubmissionId submission;
    AnnotationId annotation;  ///< null = the work as a whole
    QString reviewer;
    DecisionKind kind = DecisionKind::Accept;
    QString errorCode;  ///< one of the schema's error types; empty for Accept
    QString comment;
    std::optional<FrameRef> frame;          ///< where something is wrong that no label stands for
    std::optional<geometry::Point> place;   ///< likewise, pixels of that frame
    Sha256Digest content;                   ///< of the label as the reviewer saw it; none for the whole
    std::int64_t createdMicroseconds = 0;
    bool authenticated = true;
    bool operator==(const Decision &) const = default;
};

/// A question or remark tied to a label, a place or a frame, with an answer below the other.
struct Thread {
    ThreadId id;
    ItemId item;
    AnnotationId annotation;  ///< null = not about one label
    std::optional<FrameRef> frame;
    std::optional<geometry::Point> place;  ///< pixels of that frame
    QString opener;
    bool resolved = false;
    QString resolvedBy;
    std::int64_t createdMicroseconds = 0;
    bool operator==(const Thread &) const = default;
};

/// One entry of a thread. Never changed.
struct Comment {
    CommentId id;
    ThreadId thread;
    ItemId item;
    QString author;
    QString text;
    QStringList mentions;  ///< members that are named in it
    std::int64_t createdMicroseconds = 0;
    bool operator==(const Comment &) const = default;
};

}  // namespace plumbline::model
