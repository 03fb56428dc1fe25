// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/schema.h"
#include "plugins/formats/labelstudio/labelstudioshape.h"

namespace plumbline::labelstudio {

/// Member of an object; null when there is none.
[[nodiscard]] const Json &member(const Json &object, const char *key);

/// The id that results of a label made here have.
[[nodiscard]] QString freshId(const model::Annotation &annotation);

/// A result about the whole picture or one region as a label made here has it, without its "value".
[[nodiscard]] Json frameOf(const QString &id, const QString &type, const QString &fromName, QSize picture);
/// The result that says a shape and its class; an empty class name leaves the class to a result beside it.
[[nodiscard]] Json resultOf(const model::Annotation &annotation, const QString &className, const ShapeValue &shape,
                            QSize picture);
/// The result that says a class of the whole picture.
[[nodiscard]] Json choiceOf(const model::Annotation &annotation, const QString &className, QSize picture);
/// The relation between two results.
[[nodiscard]] Json relationOf(const QString &fromId, const QString &toId, const QString &type);

/// What `given` says beyond `written`, members of "value" one by one; null when nothing.
[[nodiscard]] Json beyond(const Json &given, const Json &written);
/// `written` with what beyond() kept put over it.
[[nodiscard]] Json withBeyond(const Json &written, const Json &kept);

/// resultOf() with what the label's own file said beyond it, as long as that still fits the label.
[[nodiscard]] Json resultWithKept(const model::Annotation &annotation, const QString &className, const Json &canonical,
                                  QSize picture);

/// An answer beside a region or about the whole picture: one choice, text, number or rating; the choices "true" and "false" are
/// yes and no. Nothing for other results and for several choices.
struct Answer {
    QString key;
    model::AttributeValue value;
};
[[nodiscard]] std::optional<Answer> answerOf(const Json &result);
/// Whether an attribute can be an answer; unset and "cannot tell" cannot.
[[nodiscard]] bool carries(const model::AttributeValue &value);
/// The result that says an attribute. `region` is the result it stands beside, null for the whole picture.
[[nodiscard]] Json answerResult(const QString &id, const Answer &answer, const model::Schema &schema, const Json &region,
                                QSize picture);
/// A result that was read, with the answer and the region of today.
[[nodiscard]] Json updatedAnswer(Json given, const Answer &answer, const Json &region);

/// Size of the picture that a result says, else `fallback`.
[[nodiscard]] QSize sizeOf(const Json &result, QSize fallback);

}  // namespace plumbline::labelstudio
