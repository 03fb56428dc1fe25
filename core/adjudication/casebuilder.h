// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adjudication/comparison.h"
#include "core/model/track.h"
#include "core/workflow/handedin.h"
#include "core/store/reader.h"

#include <map>
#include <memory>
#include <vector>

/// How the cases of an item come about; window, command line and packets have them from here.
namespace plumbline::adjudication {

using workflow::HandedIn;

/// Everything that is said about one item.
struct Sayings {
    model::Item item;
    std::optional<model::Scene> scene;
    std::vector<Source> sources;  ///< people by letter, then consensus, models, accepted layer
    std::vector<std::vector<model::Track>> tracks;  ///< of each source
    [[nodiscard]] std::size_t people() const;
};

enum class Beside { Yes, No };

/// Gathers what people handed in, and with `beside` what stands next to it. Letters follow from `salt`, item and person.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Sayings> gather(const store::Reader &reader, const HandedIn &handedIn,
                                                           const model::Item &item, const std::vector<model::Submission> &answers,
                                                           const QByteArray &salt, Beside beside);

/// The cases, without rulings: disagreements first, in reading order; agreed ones after them.
///
/// Labels with a place (2D shapes and cuboids, whatever their role) belong together as overlap::ItemOverlaps::clusters() says. Of a
/// scene this is asked in every frame, with what tracks say between keyframes; where nobody has a keyframe there is no case. Other
/// labels belong together when they are about the same thing: the same span, message, question, range of time, two objects that
/// belong together; item labels when they are of one class, or when everybody has at most one. TooLarge as ItemOverlaps::of() says.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Case>>
casesOf(const Sayings &sayings, const store::Reader &reader, const CompareOptions &options, const jobs::JobControl &control);

/// Rulings that no other one supersedes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<Ruling> holding(std::vector<Ruling> rulings);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Ruling>> rulingsOf(const store::RecordLog &log, ItemId item);
/// Whether a ruling about other versions is about an object of this case, in the same frame.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isAbout(const Ruling &ruling, const Case &one);
/// Gives each case the rulings that hold. One about a case that is no more, since somebody handed in anew, is given only where it
/// says something else than those about the case itself.
PLUMBLINE_CORE_EXPORT void attachRulings(std::vector<Case> &cases, const std::vector<Ruling> &held);

/// Which tracks of different people are one: each person's track with the one that it most often shares a case with, if that holds
/// both ways. Every track that is in a case is named; the value is the least id of those that are one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::map<TrackId, TrackId> joinedTracks(const std::vector<Case> &cases);

/// "A", "B" … "Z", "A1"…
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString letterOf(std::size_t number);

}  // namespace plumbline::adjudication
