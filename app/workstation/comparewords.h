// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adjudication/comparison.h"
#include "core/model/schema.h"

#include <QStringList>

#include <optional>

/// What a comparison says to people. Pure functions; names of people only where `blind` is false.
namespace plumbline::workstation {

enum class CaseState {
    Open,    ///< also decided, but about a version that was handed in anew since
    Saving,  ///< decided, and on its way to the project
    Ruled,
    Contradictory,
    Agreed,  ///< nothing to decide
};
[[nodiscard]] CaseState caseState(const adjudication::Case &found);
/// Whether somebody has to decide about it before the item can be ended.
[[nodiscard]] inline bool isOpen(CaseState state)
{
    return state == CaseState::Open || state == CaseState::Contradictory;
}
[[nodiscard]] QString caseStateWord(CaseState state);

/// "A", "A · anna", "Consensus", "Model yolo", "Accepted".
[[nodiscard]] QString sourceTitle(const adjudication::Source &source, bool blind);
/// "A", "Consensus", "Model": for names of labels in a picture.
[[nodiscard]] QString sourceShort(const adjudication::Source &source);
/// What a source says about the object: people's versions and what lies beside them; null when it has none.
[[nodiscard]] const adjudication::Case::Version *versionOf(const adjudication::Case &found, std::size_t source);
/// All labels that are about the object, those first that lie in its own frame: what is between two of a track's frames has the
/// id of one that lies elsewhere.
[[nodiscard]] std::vector<AnnotationId> labelsOf(const adjudication::Case &found, const adjudication::Comparison &comparison);

/// The classes that were named: "car", "car / van".
[[nodiscard]] QString caseTitle(const adjudication::Case &found, const model::Schema &schema);
/// Why it is a difference, in few words: "not C", "class", "shape 62 %".
[[nodiscard]] QString whyWords(const adjudication::Case &found, const adjudication::Comparison &comparison);
/// The same as a sentence.
[[nodiscard]] QString whySentence(const adjudication::Case &found, const adjudication::Comparison &comparison);
/// "car · ignore · unsure": without attributes.
[[nodiscard]] QString labelWords(const model::Annotation &label, const model::Schema &schema);
/// What a source says: labelWords(), "no such object", or empty where it cannot have an opinion.
[[nodiscard]] QString saidWords(const adjudication::Case &found, std::size_t source, const adjudication::Comparison &comparison,
                                const model::Schema &schema);
/// A line for every attribute, role or track on which versions differ: "colour: A red · B blue · C not answered".
[[nodiscard]] QStringList valueDifferences(const adjudication::Case &found, const adjudication::Comparison &comparison,
                                           const model::Schema &schema);
/// "version A", "no object", "changed: car".
[[nodiscard]] QString rulingWords(const adjudication::Ruling &ruling, const adjudication::Case &found,
                                  const adjudication::Comparison &comparison, const model::Schema &schema);
/// The rulings that hold, a line each with who made it where that may be said; `person` is "you".
[[nodiscard]] QStringList rulingLines(const adjudication::Case &found, const adjudication::Comparison &comparison,
                                      const model::Schema &schema, const QString &person);

}  // namespace plumbline::workstation
