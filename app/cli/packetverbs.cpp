// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/newlead.h"
#include "core/base/atomicfile.h"
#include "core/packet/adjudication.h"
#include "core/packet/mergepacket.h"
#include "core/packet/packetlist.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>

#include <iostream>
#include <string>

namespace plumbline::cli {

using base::toJson;
using packet::Keyring;
using packet::PacketKind;
using packet::PacketReader;

namespace {

constexpr qint64 largestCard = 16 * 1024;
constexpr qint64 largestPassphrase = 4096;

struct PacketArguments {
    std::string folder;
    std::string file;
    std::string out;
    std::string into;
    std::string keys;
    std::string passphraseFile;
    std::string name;
    std::string remove;
    std::string accept;
    std::string cohort;
    std::string expires;
    std::string packet;
    std::vector<std::string> people;
    std::vector<std::string> items;
    std::vector<std::string> tasks;
    std::vector<std::string> receivers;
    std::int64_t limit = 0;
    double iou = 0.5;
    double alike = 0.75;
    bool noPassphrase = false;
    bool submissions = false;
    bool cases = false;
    bool rulings = false;
    bool noMedia = false;
    bool late = false;
    bool list = false;
};

Keyring ringOf(const PacketArguments &a)
{
    return Keyring(a.keys.empty() ? Keyring::standardFolder() : q(a.keys));
}

Result<QByteArray> passphraseOf(const PacketArguments &a)
{
    if (a.passphraseFile.empty())
        return qgetenv("PLUMBLINE_PASSPHRASE");
    const auto text = base::readFile(q(a.passphraseFile), largestPassphrase);
    if (!text)
        return fail(text.error());
    QByteArray first = text->split('\n').front();
    if (first.endsWith('\r'))
        first.chop(1);
    return first;
}

Json cardJson(const packet::KeyCard &card)
{
    return {{"name", toJson(card.name)},
            {"key", toJson(card.key.text())},
            {"key_id", toJson(card.key.idText())},
            {"sealing_key", toJson(card.sealingKey.text())}};
}

Result<Answer> keygen(Context &context, const PacketArguments &a)
{
    const auto passphrase = passphraseOf(a);
    if (!passphrase)
        return fail(passphrase.error());
    if (passphrase->isEmpty() != a.noPassphrase)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Name --passphrase-file FILE (or PLUMBLINE_PASSPHRASE), or else --no-passphrase for keys that "
                                   "whoever reads your files can use."));
    Keyring ring = ringOf(a);
    const auto card = ring.generate(a.name.empty() ? context.person().name : q(a.name), *passphrase);
    if (!card)
        return fail(card.error());
    Answer answer;
    answer.json = cardJson(*card);
    answer.json["card"] = toJson(ring.cardPath());
    answer.text =
        QStringLiteral("Made keys for %1 (%2).\nGive %3 to those you work with, and tell them the digits on another way.")
            .arg(card->name, card->key.idText(), ring.cardPath());
    return answer;
}

Result<Answer> trust(const PacketArguments &a)
{
    Keyring ring = ringOf(a);
    Answer answer;
    if (!a.remove.empty())
        if (const auto done = ring.distrust(q(a.remove)); !done)
            return fail(done.error());
    if (!a.file.empty()) {
        const auto text = base::readFile(q(a.file), largestCard);
        const auto card = text ? packet::KeyCard::fromText(*text) : Result<packet::KeyCard>(fail(text.error()));
        if (!card)
            return fail(card.error());
        if (const auto done = ring.trust(*card, a.name.empty() ? card->name : q(a.name)); !done)
            return fail(done.error());
    }
    const auto cards = ring.trusted();
    if (!cards)
        return fail(cards.error());
    answer.json["trusted"] = Json::array();
    for (const packet::KeyCard &card : *cards) {
        answer.json["trusted"].push_back(cardJson(card));
        answer.text += QStringLiteral("%1  %2\n").arg(card.key.idText(), card.name);
    }
    if (cards->empty())
        answer.text = QStringLiteral("Nobody is trusted yet.");
    return answer;
}

/// The sender's key stays here while the packet is made.
struct Sealing {
    packet::SigningKey key;
    packet::Packing packing;
};

Result<std::unique_ptr<Sealing>> packingOf(const PacketArguments &a)
{
    const Keyring ring = ringOf(a);
    const auto passphrase = passphraseOf(a);
    if (!passphrase)
        return fail(passphrase.error());
    const auto card = ring.ownCard();
    auto key = ring.signingKey(*passphrase);
    if (!card || !key)
        return fail(card ? key.error() : card.error());
    auto made = std::make_unique<Sealing>(Sealing{std::move(*key), {}});
    packet::Packing &packing = made->packing;
    packing.key = &made->key;
    packing.sender = {card->name, card->key, card->sealingKey};
    const auto trusted = ring.trusted();
    if (!trusted)
        return fail(trusted.error());
    for (const std::string &receiver : a.receivers) {
        const auto known =
            std::find_if(trusted->begin(), trusted->end(), [&](const packet::KeyCard &c) { return c.name == q(receiver); });
        if (known == trusted->end())
            return fail(ErrorCode::NotFound,
                        QStringLiteral("You have no key of “%1”; “packet trust CARD” takes their card.").arg(q(receiver)));
        packing.receivers.push_back(known->sealingKey);
        packing.receiver = packing.receiver.isEmpty() ? known->name : packing.receiver + QStringLiteral(", ") + known->name;
    }
    if (!a.expires.empty()) {
        const QString text = q(a.expires).contains(QLatin1Char('T')) ? q(a.expires) : q(a.expires) + QStringLiteral("T23:59:59Z");
        const auto time = model::microsecondsFromIso(text);
        if (!time)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("“%1” is no day; write 2026-12-31 or 2026-12-31T12:00:00Z.").arg(q(a.expires)));
        if (*time <= base::SystemClock().nowMicroseconds())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("%1 is over; nobody could open the packet.").arg(q(a.expires)));
        packing.expiresMicroseconds = *time;
    }
    return made;
}

Json manifestJson(const packet::Manifest &m)
{
    return base::parseJson(m.toText()).value_or(Json());
}

Answer packedAnswer(const packet::PackReport &report, const std::string &out)
{
    const packet::Manifest &m = report.manifest;
    Answer answer;
    answer.json = {{"packet", toJson(m.id.toString())},
                   {"kind", toJson(packet::packetKindName(m.kind))},
                   {"out", out},
                   {"bytes", report.bytes},
                   {"items", m.items},
                   {"tasks", m.tasks},
                   {"annotations", m.annotations},
                   {"submissions", m.submissions},
                   {"cases", m.cases},
                   {"decisions", m.decisions},
                   {"issues", issuesToJson(report.issues)}};
    answer.text =
        QStringLiteral("Packed %1 as %2: %3 items, %4 tasks, %5 labels, %6 submissions, %7 cases, %8 decisions, %9 bytes.\n")
            .arg(packet::packetKindName(m.kind), m.id.toString())
            .arg(m.items)
            .arg(m.tasks)
            .arg(m.annotations)
            .arg(m.submissions)
            .arg(m.cases)
            .arg(m.decisions)
            .arg(report.bytes)
        + issuesToText(report.issues);
    answer.problems = hasProblems(report.issues);
    return answer;
}

Result<Answer> pack(Context &context, const PacketArguments &a)
{
    if (a.submissions + a.cases + a.rulings > 1)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("A packet carries submissions, cases or rulings, one of them."));
    // What one handed in oneself everybody may send back.
    const bool own = a.submissions && (a.people.empty() || q(a.people.front()) == context.person().name);
    const auto project = context.openProject(a.folder, store::Project::Access::Write, own ? workflow::Act::Label : workflow::Act::HandOut);
    if (!project)
        return fail(project.error());
    const auto sealing = packingOf(a);
    if (!sealing)
        return fail(sealing.error());
    std::vector<ItemId> items;
    if (!a.items.empty()) {
        const auto reader = (*project)->store().reader();
        if (!reader)
            return fail(reader.error());
        for (const std::string &name : a.items) {
            const auto item = Context::findItem(**reader, q(name));
            if (!item)
                return fail(item.error());
            items.push_back(item->id);
        }
    }
    Result<packet::PackReport> report;
    if (a.submissions) {
        const QString person = a.people.empty() ? context.person().name : q(a.people.front());
        report = packet::packSubmissions(**project, q(a.out), person, (*sealing)->packing, context.control());
    } else if (a.rulings) {
        report = packet::packRulings(**project, q(a.out), context.person().name, (*sealing)->packing, context.control());
    } else if (a.cases) {
        report =
            packet::packCases(**project, q(a.out), {items, a.iou, a.alike, !a.noMedia}, (*sealing)->packing, context.control());
    } else {
        packet::WorkChoice choice;
        for (const std::string &name : a.people)
            choice.people.append(q(name));
        choice.cohort = q(a.cohort);
        choice.items = items;
        choice.most = a.limit;
        for (const std::string &text : a.tasks) {
            const auto id = TaskId::fromString(q(text));
            if (!id)
                return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no id of a task.").arg(q(text)));
            choice.tasks.push_back(*id);
        }
        if (choice.people.isEmpty() && choice.cohort.isEmpty())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("Say whose work it is: --assignee NAME or --cohort NAME."));
        report = packet::packWork(**project, q(a.out), choice, (*sealing)->packing, context.person(), context.control());
    }
    if (!report)
        return fail(report.error());
    if (a.submissions || a.cases || a.rulings)
        if (const auto noted = packet::rememberPacket(**project, report->manifest, true, context.person()); !noted)
            return fail(noted.error());
    return packedAnswer(*report, a.out);
}

/// A packet from outside with what is known of its sender.
struct Received {
    std::unique_ptr<PacketReader> reader;
    std::optional<QString> trustedAs;
};

Result<Received> receive(Context &context, const PacketArguments &a)
{
    const Keyring ring = ringOf(a);
    std::optional<packet::OpeningKey> own;
    auto reader = PacketReader::open(q(a.file), nullptr, context.control());
    if (!reader && reader.error().code == ErrorCode::PermissionDenied && ring.hasKeys()) {
        const auto passphrase = passphraseOf(a);
        if (!passphrase)
            return fail(passphrase.error());
        auto opening = ring.openingKey(*passphrase);
        if (!opening)
            return fail(opening.error());
        own = std::move(*opening);
        reader = PacketReader::open(q(a.file), &*own, context.control());
    }
    if (!reader)
        return fail(reader.error());
    const auto name = ring.nameOf((*reader)->manifest().sender.key);
    if (!name)
        return fail(name.error());
    return Received{std::move(*reader), *name};
}

Result<packet::Believed> believed(const Received &received, const PacketArguments &a)
{
    const packet::Sender &sender = received.reader->manifest().sender;
    if (received.trustedAs)
        return packet::Believed{*received.trustedAs, true, a.late};
    if (q(a.accept).toUpper() == sender.key.idText())
        return packet::Believed{sender.name, false, a.late};
    return fail(ErrorCode::PermissionDenied, QStringLiteral("The packet is signed by a stranger who calls themselves “%1” (key "
                                                            "%2). Take their card with “packet trust”, or take this one "
                                                            "packet with --accept %2.")
                                                 .arg(sender.name, sender.key.idText()));
}

Result<Answer> inspect(Context &context, const PacketArguments &a)
{
    const auto received = receive(context, a);
    if (!received)
        return fail(received.error());
    const PacketReader &reader = *received->reader;
    if (const auto verified = reader.verify(context.control()); !verified)
        return fail(verified.error());
    const packet::Manifest &m = reader.manifest();
    IssueList issues;
    if (!received->trustedAs)
        issues.warning(
            q(a.file), {},
            QStringLiteral("The sender is a stranger: key %1 is not among those you trust.").arg(m.sender.key.idText()));
    if (m.expiresMicroseconds != 0 && base::SystemClock().nowMicroseconds() > m.expiresMicroseconds)
        issues.warning(q(a.file), {}, QStringLiteral("The packet has expired."));
    Answer answer;
    Json members = Json::array();
    for (const packet::ZipMember &member : reader.members())
        members.push_back({{"name", member.name.toStdString()}, {"bytes", member.size}});
    answer.json = {{"packet", manifestJson(m)},
                   {"key_id", toJson(m.sender.key.idText())},
                   {"trusted_as", received->trustedAs ? toJson(*received->trustedAs) : Json(nullptr)},
                   {"sealed", reader.sealed()},
                   {"bytes", reader.bytes()},
                   {"members", members},
                   {"issues", issuesToJson(issues)}};
    if (a.cases && reader.find("cases.jsonl")) {
        answer.json["cases"] = Json::array();
        const auto visited = reader.visitLines("cases.jsonl", [&](const Json &line, std::int64_t) -> Result<> {
            answer.json["cases"].push_back(line);
            return {};
        });
        if (!visited)
            return fail(visited.error());
    }
    const auto row = [&](const char *name, const QString &value) {
        if (!value.isEmpty() && value != QLatin1String("0"))
            answer.text += QStringLiteral("%1 %2\n").arg(QLatin1String(name), -12).arg(value);
    };
    row("kind", packet::packetKindName(m.kind));
    row("packet", m.id.toString());
    row("project", QStringLiteral("%1 (%2)").arg(m.projectName, m.project.toString()));
    row("sender",
        QStringLiteral("%1, key %2, %3")
            .arg(m.sender.name, m.sender.key.idText(),
                 received->trustedAs ? QStringLiteral("trusted as %1").arg(*received->trustedAs) : QStringLiteral("a stranger")));
    row("receiver", m.receiver);
    row("created", model::isoFromMicroseconds(m.createdMicroseconds));
    row("expires", m.expiresMicroseconds == 0 ? QString() : model::isoFromMicroseconds(m.expiresMicroseconds));
    row("sealed", reader.sealed() ? QStringLiteral("yes") : QStringLiteral("no"));
    row("people", m.people.join(QStringLiteral(", ")));
    row("cohort", m.cohort);
    for (const auto &[name, count] : {std::pair{"items", m.items},
                                      {"tasks", m.tasks},
                                      {"labels", m.annotations},
                                      {"submissions", m.submissions},
                                      {"cases", m.cases},
                                      {"decisions", m.decisions}})
        row(name, QString::number(count));
    row("members", QString::number(reader.members().size()));
    row("bytes", QString::number(reader.bytes()));
    answer.text += issuesToText(issues);
    answer.problems = hasProblems(issues);
    return answer;
}

Result<Answer> open(Context &context, const PacketArguments &a)
{
    // Who opens work into a folder of their own may label there; more it does not take.
    if (store::Project::isProject(q(a.into)))
        if (const auto allowed = context.openProject(a.into, store::Project::Access::Read, workflow::Act::Label); !allowed)
            return fail(allowed.error());
    const auto received = receive(context, a);
    if (!received)
        return fail(received.error());
    if (const auto sender = believed(*received, a); !sender)
        return fail(sender.error());
    const PacketReader &reader = *received->reader;
    if (reader.manifest().kind == PacketKind::Adjudication)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Cases are looked at with “packet inspect --cases” and decided with “packet decide”."));
    const bool recall = reader.manifest().kind == PacketKind::Recall;
    const auto report = recall ? packet::openRecall(reader, q(a.into), context.person()) : takeWork(context, reader, q(a.into));
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"project", toJson(report->project)},
                   {"made", report->made},
                   {"known", report->known},
                   {"items", report->items},
                   {"tasks", report->tasks},
                   {"annotations", report->annotations},
                   {"issues", issuesToJson(report->issues)}};
    answer.text =
        report->known ? QStringLiteral("Everything of this packet is there already.")
        : recall
            ? QStringLiteral("The packet %1 is recalled; its work is no longer wanted.").arg(reader.manifest().answers.toString())
            : QStringLiteral("Took %1 items, %2 tasks and %3 labels into %4.")
                  .arg(report->items)
                  .arg(report->tasks)
                  .arg(report->annotations)
                  .arg(report->project);
    return answer;
}

Result<Answer> merge(Context &context, const PacketArguments &a)
{
    const auto project = context.openProject(a.folder, store::Project::Access::Write, workflow::Act::HandOut);
    if (!project)
        return fail(project.error());
    const auto received = receive(context, a);
    if (!received)
        return fail(received.error());
    const auto sender = believed(*received, a);
    if (!sender)
        return fail(sender.error());
    const auto report =
        packet::mergePacket(**project, *received->reader, *sender, context.person(), context.random(), context.control());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"packet", toJson(received->reader->manifest().id.toString())},
                   {"merged", report->merged},
                   {"known", report->known},
                   {"held", report->held},
                   {"labels", report->labels},
                   {"accepted", report->accepted},
                   {"conflicts", report->conflicts},
                   {"issues", issuesToJson(report->issues)}};
    answer.text =
        QStringLiteral("Merged %1, %2 were there already, %3 held back; %4 labels changed, %5 accepted, %6 new conflicts.\n")
            .arg(report->merged)
            .arg(report->known)
            .arg(report->held)
            .arg(report->labels)
            .arg(report->accepted)
            .arg(report->conflicts)
        + issuesToText(report->issues);
    answer.problems = hasProblems(report->issues);
    return answer;
}

Result<Answer> decide(Context &context, const PacketArguments &a)
{
    const auto received = receive(context, a);
    if (!received)
        return fail(received.error());
    if (const auto sender = believed(*received, a); !sender)
        return fail(sender.error());
    const auto sealing = packingOf(a);
    if (!sealing)
        return fail(sealing.error());
    std::vector<Json> lines;
    std::string line;
    while (std::getline(std::cin, line)) {
        if (line.empty())
            continue;
        auto json = base::parseJson(QByteArrayView(line.data(), static_cast<qsizetype>(line.size())));
        if (!json)
            return fail(ErrorCode::Malformed, QStringLiteral("Line %1: %2").arg(lines.size() + 1).arg(json.error().text));
        lines.push_back(std::move(*json));
    }
    const auto report = packet::packDecisions(*received->reader, q(a.out), lines, (*sealing)->packing, context.control());
    return report ? Result<Answer>(packedAnswer(*report, a.out)) : fail(report.error());
}

Result<Answer> recall(Context &context, const PacketArguments &a)
{
    const auto id = Uuid::fromString(q(a.packet));
    if (!id)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no id of a packet.").arg(q(a.packet)));
    const auto project = context.openProject(a.folder, store::Project::Access::Write, workflow::Act::HandOut);
    if (!project)
        return fail(project.error());
    if (const auto done = packet::recall(**project, *id, context.person()); !done)
        return fail(done.error());
    Answer answer;
    answer.json = {{"packet", a.packet}, {"recalled", true}};
    answer.text = QStringLiteral("Recalled %1; what answers it is held back from now on.").arg(q(a.packet));
    if (a.out.empty())
        return answer;
    const auto sealing = packingOf(a);
    if (!sealing)
        return fail(sealing.error());
    if (const auto notice = packet::packRecall(**project, *id, q(a.out), (*sealing)->packing, context.control()); !notice)
        return fail(notice.error());
    answer.json["out"] = a.out;
    return answer;
}

Result<Answer> conflicts(Context &context, const PacketArguments &a)
{
    const auto project = context.openProject(a.folder, store::Project::Access::Read, workflow::Act::Adjudicate);
    if (!project)
        return fail(project.error());
    const auto list = packet::conflicts(**project);
    if (!list)
        return fail(list.error());
    Answer answer;
    answer.json["conflicts"] = Json::array();
    for (const packet::Conflict &conflict : *list) {
        Json parts = Json::array();
        for (const QString &part : conflict.parts)
            parts.push_back(toJson(part));
        answer.json["conflicts"].push_back({{"id", toJson(conflict.id.toString())},
                                            {"item", toJson(conflict.item.toString())},
                                            {"kind", toJson(conflict.kind)},
                                            {"subject", toJson(conflict.subject)},
                                            {"parts", parts},
                                            {"text", toJson(packet::conflictWords(conflict.kind))}});
        answer.text +=
            QStringLiteral("%1  %2  %3\n").arg(conflict.item.toString(), conflict.subject, packet::conflictWords(conflict.kind));
    }
    if (list->empty())
        answer.text = QStringLiteral("There are no conflicts.");
    return answer;
}

}  // namespace

void addPacketVerbs(CLI::App &app, Context &context)
{
    auto a = std::make_shared<PacketArguments>();
    CLI::App *verb = app.add_subcommand("packet", "Work, answers and decisions as one signed file, with no network");
    verb->require_subcommand(1);
    const auto add = [=, &context](const char *name, const char *text, const auto &run) {
        CLI::App *sub = verb->add_subcommand(name, text);
        sub->add_option("--keys", a->keys, "Folder of your keys and of those you trust");
        sub->add_option("--passphrase-file", a->passphraseFile,
                        "File whose first line is the passphrase of your keys (also PLUMBLINE_PASSPHRASE)");
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *a); }; });
        return sub;
    };
    CLI::App *made = add("keygen", "Make your keys", keygen);
    made->add_option("--name", a->name, "Your name; the account's when not given");
    made->add_flag("--no-passphrase", a->noPassphrase, "Keys that whoever reads your files can use");
    CLI::App *trusted =
        add("trust", "Whose packets you take", [](Context &, const PacketArguments &args) { return trust(args); });
    trusted->add_option("CARD", a->file, "Key card to take");
    trusted->add_option("--as", a->name, "Name of the member it belongs to; the card's when not given");
    trusted->add_option("--remove", a->remove, "Name to trust no more");
    CLI::App *packed =
        add("pack", "Pack work for people; --submissions: what was handed in; --cases: what people disagree on", pack);
    packed->add_option("PROJECT", a->folder)->required();
    packed->add_option("--out", a->out, "Packet to write")->required();
    packed->add_option("--assignee", a->people, "Whose work (repeatable)");
    packed->add_option("--cohort", a->cohort, "Work of all members of a cohort");
    packed->add_option("--items", a->items, "Only these items (id or name)");
    packed->add_option("--tasks", a->tasks, "Only these tasks (id)");
    packed->add_option("--limit", a->limit, "Items at most")->check(CLI::Range(1, 1'000'000'000));
    packed->add_option("--to", a->receivers, "Seal it to this trusted person (repeatable)");
    packed->add_option("--expires", a->expires, "Last day, as 2026-12-31");
    packed->add_flag("--submissions", a->submissions,
                     "What --assignee (you, when not named) handed in of the work that came in packets");
    packed->add_flag("--cases", a->cases, "What people disagree on, to be decided");
    packed->add_flag("--rulings", a->rulings, "What you have decided in this project, for another copy of it");
    packed->add_option("--iou", a->iou, "Of --cases: from where objects can be the same one")->check(CLI::Range(0.1, 1.0));
    packed->add_option("--alike", a->alike, "Of --cases: below this mean likeness shapes disagree")->check(CLI::Range(0.0, 1.0));
    packed->add_flag("--no-media", a->noMedia, "Of --cases: without pictures");
    CLI::App *inspected = add("inspect", "Check a packet and show what is in it; takes nothing", inspect);
    inspected->add_option("PACKET", a->file)->required();
    inspected->add_flag("--cases", a->cases, "Print its cases too (with --json)");
    CLI::App *opened = add("open", "Take work into a project", open);
    opened->add_option("PACKET", a->file)->required();
    opened->add_option("--into", a->into, "Project; made when there is none")->required();
    opened->add_option("--accept", a->accept, "Take this packet although a stranger with this key signed it");
    CLI::App *merged = add("merge", "Take submissions or decisions back", merge);
    merged->add_option("PROJECT", a->folder)->required();
    merged->add_option("PACKET", a->file)->required();
    merged->add_option("--accept", a->accept,
                       "Take this packet although a stranger with this key signed it; its work is never scored");
    merged->add_flag("--late", a->late, "Also answers to packets that were recalled or had expired");
    CLI::App *decided = add("decide", "Decide cases: JSON lines on standard input become a packet of decisions", decide);
    decided->add_option("PACKET", a->file)->required();
    decided->add_option("--out", a->out, "Packet to write")->required();
    decided->add_option("--to", a->receivers, "Seal it to this trusted person (repeatable)");
    decided->add_option("--accept", a->accept, "Although a stranger with this key signed the cases");
    CLI::App *recalled = add("recall", "A packet is not to be worked on any more", recall);
    recalled->add_option("PROJECT", a->folder)->required();
    recalled->add_option("--packet", a->packet, "Its id")->required();
    recalled->add_option("--out", a->out, "Notice to write for those who have it");
    recalled->add_option("--to", a->receivers, "Seal the notice to this trusted person (repeatable)");
    CLI::App *listed = add("conflicts", "What came back and only a person can decide", conflicts);
    listed->add_option("PROJECT", a->folder)->required();
}

}  // namespace plumbline::cli
