// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/packet/mergepacket.h"
#include "core/packet/packetlist.h"

#include <QStringList>

#include <memory>
#include <optional>

/// What happens with packets, as functions of copied inputs that run on a worker.
namespace plumbline::workstation {

/// What is known here of who signed a packet.
enum class Standing {
    Own,      ///< the person's own key
    Trusted,
    Changed,  ///< somebody of that name is trusted, under another key
    Stranger,
};

/// Why a sealed packet did not open.
enum class Seal {
    None,           ///< it is open
    NoKeys,         ///< the person has no keys yet
    Passphrase,     ///< their keys need one
    NotForUs,       ///< it is sealed to others
};

/// A packet that was looked into; nothing was taken.
struct PacketInspection {
    QString path;
    std::shared_ptr<packet::PacketReader> reader;  ///< null: it could not be opened, see problem
    std::optional<Error> problem;
    Seal seal = Seal::None;
    std::optional<Error> altered;  ///< the first member that is not what was signed
    Standing standing = Standing::Stranger;
    QString trustedAs;   ///< of Own and Trusted
    QString trustedKey;  ///< of Changed: the sixteen digits of the key that the name has here
    bool expired = false;
    struct Place {
        QString folder;
        QString name;
        packet::TakenBefore taken = packet::TakenBefore::No;
    };
    /// Projects among those that were open on this machine in which the packet belongs, latest first.
    std::vector<Place> places;

    /// It is whole, unaltered and good for something.
    [[nodiscard]] bool sound() const { return reader && !altered; }
};

struct InspectOptions {
    QString keys;           ///< folder of the keyring
    QByteArray passphrase;  ///< of one's own keys
    QStringList projects;   ///< folders that the packet may belong to
    std::shared_ptr<store::Project> open;  ///< the one that is open; may be null
};
/// Opens and checks a packet completely. A packet that is broken is an answer, not an error; only cancelling is one.
[[nodiscard]] Result<PacketInspection> inspectPacket(const QString &path, const InspectOptions &options,
                                                     const jobs::JobControl &control);
/// Asks the keyring again who the sender is.
void judgeSender(PacketInspection &inspection, const QString &keys);

/// What came of taking a packet.
struct PacketTaken {
    QString words;
    QString project;  ///< folder to be shown; empty = the open one
    IssueList issues;
    bool changed = false;  ///< something is new
};
/// Work into a folder that is made, or in which work of the same project lies. Nobody may hold it; one that was just let go is
/// waited for a moment. Whoever opens it leads a project that is made; the secret with which they signed in at `signedInAt` (may be
/// null) is theirs there, too, as nothing else would prove who they are.
[[nodiscard]] Result<PacketTaken> takeWork(const packet::PacketReader &packet, const QString &folder, const store::Person &person,
                                           const store::Project *signedInAt, const jobs::JobControl &control);
/// A recall into the project with the work.
[[nodiscard]] Result<PacketTaken> takeRecall(const packet::PacketReader &packet, const QString &folder,
                                             const store::Person &person, const jobs::JobControl &control);
/// Submissions and decisions into the project that asked for them. For those who may hand out work.
[[nodiscard]] Result<PacketTaken> mergeInto(store::Project &project, const packet::PacketReader &packet,
                                            const packet::Believed &sender, const store::Person &person,
                                            const jobs::JobControl &control);

}  // namespace plumbline::workstation
