// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetjobs.h"

#include "app/workstation/projectjobs.h"
#include "core/base/clock.h"
#include "core/identity/signin.h"
#include "core/packet/keyring.h"
#include "core/packet/workpacket.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace plumbline::workstation {

using packet::PacketKind;
using packet::PacketReader;

namespace {

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("plumbline::workstation", text, meaning, n);
}

// Opens it, sealed or not; says in the inspection why it does not.
void openPacket(PacketInspection &inspection, const InspectOptions &options, const jobs::JobControl &control)
{
    const packet::Keyring ring(options.keys);
    auto reader = PacketReader::open(inspection.path, nullptr, control);
    if (!reader && reader.error().code == ErrorCode::PermissionDenied) {
        if (!ring.hasKeys()) {
            inspection.seal = Seal::NoKeys;
            inspection.problem = reader.error();
            return;
        }
        const auto key = ring.openingKey(options.passphrase);
        if (!key) {
            inspection.seal = Seal::Passphrase;
            inspection.problem = key.error();
            return;
        }
        reader = PacketReader::open(inspection.path, &*key, control);
        if (!reader && reader.error().code == ErrorCode::PermissionDenied)
            inspection.seal = Seal::NotForUs;
    }
    if (reader)
        inspection.reader = std::move(*reader);
    else
        inspection.problem = reader.error();
}

// Work belongs where work of the same project lies, answers where it was handed out.
bool belongsTo(const store::Project &project, const packet::Manifest &manifest)
{
    if (manifest.kind == PacketKind::Submissions || manifest.kind == PacketKind::Decisions)
        return project.id() == manifest.project;
    const auto origin = packet::originOf(project);
    return origin && *origin && (*origin)->project == manifest.project;
}

void addPlace(PacketInspection &inspection, const store::Project &project)
{
    const packet::Manifest &manifest = inspection.reader->manifest();
    if (!belongsTo(project, manifest))
        return;
    const auto taken = packet::takenBefore(project, manifest.id);
    inspection.places.push_back({project.folder(), project.name(), taken.value_or(packet::TakenBefore::No)});
}

Result<> mayMerge(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    return reader ? workflow::demand(**reader, person, workflow::Act::HandOut) : fail(reader.error());
}

}  // namespace

void judgeSender(PacketInspection &inspection, const QString &keys)
{
    const packet::Keyring ring(keys);
    const packet::Sender &sender = inspection.reader->manifest().sender;
    inspection.standing = Standing::Stranger;
    inspection.trustedAs.clear();
    inspection.trustedKey.clear();
    const auto name = ring.nameOf(sender.key);
    if (name && *name) {
        const auto own = ring.hasKeys() ? ring.ownCard() : Result<packet::KeyCard>(fail(ErrorCode::NotFound, {}));
        inspection.standing = own && own->key == sender.key ? Standing::Own : Standing::Trusted;
        inspection.trustedAs = **name;
        return;
    }
    const auto cards = ring.trusted();
    if (!cards)
        return;
    for (const packet::KeyCard &card : *cards)
        if (card.name == sender.name) {
            inspection.standing = Standing::Changed;
            inspection.trustedKey = card.key.idText();
        }
}

Result<PacketInspection> inspectPacket(const QString &path, const InspectOptions &options, const jobs::JobControl &control)
{
    PacketInspection inspection;
    inspection.path = path;
    openPacket(inspection, options, control);
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    if (!inspection.reader)
        return inspection;
    const packet::Manifest &manifest = inspection.reader->manifest();
    judgeSender(inspection, options.keys);
    inspection.expired =
        manifest.expiresMicroseconds != 0 && base::SystemClock().nowMicroseconds() > manifest.expiresMicroseconds;
    if (const auto verified = inspection.reader->verify(control); !verified) {
        if (verified.error().code == ErrorCode::Cancelled)
            return fail(verified.error());
        inspection.altered = verified.error();
        return inspection;
    }
    if (options.open)
        addPlace(inspection, *options.open);
    for (const QString &folder : options.projects) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        if ((options.open && options.open->folder() == folder) || !store::Project::isProject(folder))
            continue;
        if (const auto project = store::Project::open(folder, store::Project::Access::Read); project)
            addPlace(inspection, **project);
    }
    return inspection;
}

namespace {

Result<> keepSecret(const store::Project &from, const QString &folder, const QString &member)
{
    const auto secret = identity::storedSecret(from, member);
    if (!secret || !*secret)
        return secret ? Result<>() : fail(secret.error());
    const auto made = store::Project::open(folder, store::Project::Access::Write);
    if (!made)
        return fail(made.error());
    history::GestureBuilder builder((*made)->store().ids().make<GestureId>(), tr("Open a work packet"));
    builder.put(nullptr, **secret).notUndoable();
    const auto done = store::wait((*made)->store().commit(builder.take(), member));
    return done ? Result<>() : fail(done.error());
}

}  // namespace

Result<PacketTaken> takeWork(const PacketReader &packet, const QString &folder, const store::Person &person,
                             const store::Project *signedInAt, const jobs::JobControl &control)
{
    if (folder.isEmpty() || QFileInfo(folder).isRelative())
        return fail(ErrorCode::InvalidArgument, tr("Name a folder for the work."));
    if (store::Project::isProject(folder)) {
        // Let go again: what takes the packet opens it itself.
        if (const auto free = openForWriting(folder, control); !free)
            return fail(free.error());
    } else {
        QDir().mkpath(QFileInfo(folder).absolutePath());
    }
    const auto report = packet::openWork(packet, folder, person, control);
    if (!report)
        return fail(report.error());
    if (report->made && signedInAt && person.authenticated && person.name != store::operatingSystemPerson().name)
        if (const auto kept = keepSecret(*signedInAt, folder, person.name); !kept)
            return fail(kept.error());
    const QLocale locale;
    PacketTaken taken;
    taken.project = report->project;
    taken.issues = report->issues;
    taken.changed = !report->known;
    taken.words = report->known ? tr("Everything of this packet is there already.")
                                : tr("Taken: %1 items, %2 tasks and %3 labels.")
                                      .arg(locale.toString(qlonglong(report->items)), locale.toString(qlonglong(report->tasks)),
                                           locale.toString(qlonglong(report->annotations)));
    return taken;
}

Result<PacketTaken> takeRecall(const PacketReader &packet, const QString &folder, const store::Person &person,
                               const jobs::JobControl &control)
{
    if (const auto free = openForWriting(folder, control); !free)
        return fail(free.error());
    const auto report = packet::openRecall(packet, folder, person);
    if (!report)
        return fail(report.error());
    PacketTaken taken;
    taken.project = report->project;
    taken.changed = !report->known;
    taken.words = report->known
                      ? tr("The recall is known here already.")
                      : tr("The work of that packet is no longer wanted. Your labels stay; they are not sent any more.");
    return taken;
}

Result<PacketTaken> mergeInto(store::Project &project, const PacketReader &packet, const packet::Believed &sender,
                              const store::Person &person, const jobs::JobControl &control)
{
    if (const auto may = mayMerge(project, person); !may)
        return fail(may.error());
    base::SystemRandom random;
    const auto report = packet::mergePacket(project, packet, sender, person, random, control);
    if (!report)
        return fail(report.error());
    if (const auto noted = packet::rememberPacket(project, packet.manifest(), false, person); !noted)
        return fail(noted.error());
    const QLocale locale;
    const auto number = [&](std::int64_t n) { return locale.toString(qlonglong(n)); };
    const bool decisions = packet.manifest().kind == PacketKind::Decisions;
    PacketTaken taken;
    taken.issues = report->issues;
    taken.changed = report->merged > 0;
    QStringList parts;
    if (report->merged > 0)
        parts << (decisions ? tr("%n decision(s) merged", nullptr, static_cast<int>(report->merged))
                            : tr("%n submission(s) merged", nullptr, static_cast<int>(report->merged)));
    else if (report->held == 0)
        parts << tr("Nothing new: everything of this packet was merged before");
    if (report->known > 0 && report->merged > 0)
        parts << tr("%1 were there already").arg(number(report->known));
    if (report->held > 0)
        parts << tr("%1 held back, see below").arg(number(report->held));
    if (report->labels > 0)
        parts << tr("%1 labels changed").arg(number(report->labels));
    if (report->accepted > 0)
        parts << tr("%1 accepted").arg(number(report->accepted));
    if (report->conflicts > 0)
        parts << tr("%n new conflict(s) that only a person can decide", nullptr, static_cast<int>(report->conflicts));
    taken.words = parts.join(QStringLiteral("; ")) + QLatin1Char('.');
    return taken;
}

}  // namespace plumbline::workstation
