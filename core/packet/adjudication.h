// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packet/workpacket.h"

namespace plumbline::packet {

struct CaseChoice {
    std::vector<ItemId> items;  ///< none = all
    double iou = 0.5;           ///< from where objects of different people can be the same one, in [0.1, 1]
    double alike = 0.75;        ///< below this mean likeness the shapes disagree
    bool media = true;          ///< without, the one who decides must have the media
};

/// Packs what the people who handed an item in disagree on: objects that one has and another has not, of different classes, of
/// shapes that are too little alike, or with other values. Names are replaced by letters, dealt anew for each item and packet. NotFound
/// when all agree. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PackReport> packCases(const store::Project &project, const QString &path,
                                                                 const CaseChoice &choice, const Packing &packing,
                                                                 const jobs::JobControl &control);

/// Packs decisions about the cases of a packet; no project is needed. Each line names a case and what is to be accepted:
///   {"case":ID,"choose":"A"}              that version
///   {"case":ID,"choose":null}             no object
///   {"case":ID,"annotation":{…}}          something else
/// and may have "note", and "supersedes": ids of decisions that this one settles. Malformed names the first line that is wrong.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PackReport> packDecisions(const PacketReader &cases, const QString &path,
                                                                     const std::vector<Json> &lines, const Packing &packing,
                                                                     const jobs::JobControl &control);

/// Packs what a person has decided in this project, in the window or by the command line, for another copy of it: all of their rulings
/// that are recorded here. Everybody sends their own, under the name under which their key is trusted there. NotFound when there are
/// none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PackReport> packRulings(const store::Project &project, const QString &path,
                                                                   const QString &person, const Packing &packing,
                                                                   const jobs::JobControl &control);

}  // namespace plumbline::packet
