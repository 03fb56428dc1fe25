// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Packing a thousand tasks against copying their media, file by file and synced as packets are; merging 100,000 decisions against the
// ten seconds that they may take.
#include "core/base/atomicfile.h"
#include "core/packet/mergepacket.h"
#include "core/packet/packetwriter.h"
#include "core/packet/settlement.h"
#include "core/store/reader.h"

#include <QDir>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>

using namespace plumbline;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int pictures = 1000;
constexpr qsizetype pictureBytes = 500'000;
constexpr int decisionsPerPicture = 100;

double milliseconds(Clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

void print(const char *name, double ours, double peer, const char *peerName)
{
    const Json line = {{"name", name},          {"ours", ours},         {"peer", peer},
                       {"peer_name", peerName}, {"ratio", ours / peer}, {"unit", "ms"}};
    std::puts(base::toJsonLine(line).constData());
    std::fflush(stdout);
}

Result<std::vector<model::Item>> addPictures(store::Project &project)
{
    base::SeededRandom random(1);
    std::vector<model::Item> items;
    QByteArray content(pictureBytes, '\0');
    for (int i = 0; i < pictures; ++i) {
        for (qsizetype at = 0; at + 8 <= content.size(); at += 8) {
            const std::uint64_t bits = random.next();
            std::memcpy(content.data() + at, &bits, sizeof bits);
        }
        model::Item item;
        item.id = ItemId{project.store().ids().version4()};
        item.name = QStringLiteral("%1.jpg").arg(i);
        item.path = QStringLiteral("media/%1.jpg").arg(i);
        item.contentSha256 = base::sha256(content);
        item.bytes = content.size();
        QFile file(project.folder() + QLatin1Char('/') + item.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return fail(ErrorCode::NoSpace, file.errorString());
        items.push_back(item);
    }
    const auto added = project.store().bulk(QStringLiteral("Add"), QStringLiteral("me"),
                                            [&](store::BulkSink &sink) { return sink.addItems(items); });
    return added ? Result<std::vector<model::Item>>(items) : fail(added.error());
}

Result<> copyAll(const store::Project &project, const std::vector<model::Item> &items, const QString &folder)
{
    QDir().mkpath(folder);
    for (const model::Item &item : items)
        if (!QFile::copy(project.mediaPath(item), folder + QLatin1Char('/') + item.name))
            return fail(ErrorCode::NoSpace, item.name);
    return {};
}

// 100 objects of each of two people on each picture, and a decision about each pair.
Result<> writeDecisions(store::Project &project, const std::vector<model::Item> &items, const QString &path,
                        const packet::Packing &packing)
{
    std::vector<model::Annotation> labels;
    QByteArray lines;
    const model::Schema schema = model::emptySchema();
    for (const model::Item &item : items)
        for (int i = 0; i < decisionsPerPicture; ++i) {
            std::vector<AnnotationId> versions;
            for (const char *who : {"ann", "bob"}) {
                model::Annotation label;
                label.id = project.store().ids().make<AnnotationId>();
                label.item = item.id;
                label.layer = QString::fromLatin1(who);
                label.geometry = geometry::Box{5.0 * i, 10, 20, 30};
                versions.push_back(label.id);
                labels.push_back(label);
            }
            std::sort(versions.begin(), versions.end());
            Json list = Json::array();
            for (const AnnotationId &id : versions)
                list.push_back(base::toJson(id.toString()));
            lines += base::toJsonLine({{"id", base::toJson(project.store().ids().version4().toString())},
                                       {"case", base::toJson(adjudication::caseIdOf(item.id, versions).toString())},
                                       {"item", base::toJson(item.id.toString())},
                                       {"versions", list},
                                       {"choice", list[0]},
                                       {"result", model::annotationToJson(labels.back(), schema)},
                                       {"supersedes", Json::array()},
                                       {"note", ""},
                                       {"created", "2026-11-20T03:00:00.000000Z"}})
                     + '\n';
        }
    const auto added = project.store().bulk(QStringLiteral("Label"), QStringLiteral("me"),
                                            [&](store::BulkSink &sink) { return sink.addAnnotations(labels); });
    if (!added)
        return fail(added.error());
    packet::Manifest manifest;
    manifest.kind = packet::PacketKind::Decisions;
    manifest.id = project.store().ids().version4();
    manifest.project = project.id();
    manifest.sender = packing.sender;
    auto writer = packet::PacketWriter::begin(path, manifest, {});
    if (!writer)
        return fail(writer.error());
    for (const auto &[name, content] : {std::pair<QByteArray, QByteArray>{"decisions.jsonl", lines},
                                        {"schema.json", base::toJsonText(model::schemaToJson(schema))}})
        if (const auto done = (*writer)->add(name, content); !done)
            return done;
    return (*writer)->finish(*packing.key, {});
}

Result<> run()
{
    QTemporaryDir folder(QDir::currentPath() + QStringLiteral("/bench-XXXXXX"));
    auto project = store::Project::create(folder.filePath(QStringLiteral("p.plumb")),
                                          {{}, model::emptySchema(), {QStringLiteral("me"), true}, true});
    if (!project)
        return fail(project.error());
    const auto items = addPictures(**project);
    const auto key = packet::SigningKey::generate();
    if (!items || !key)
        return fail(items ? key.error() : items.error());
    packet::Packing packing;
    packing.key = &*key;
    packing.sender = {QStringLiteral("me"), key->publicKey(), std::nullopt};
    packet::WorkChoice choice;
    choice.people = QStringList{QStringLiteral("ann")};

    // In turns, so that a busy disk slows both; the first round only warms up.
    double ours = 0;
    double peer = 0;
    for (int round = 0; round < 3; ++round) {
        auto start = Clock::now();
        if (const auto copied = copyAll(**project, *items, folder.filePath(QStringLiteral("copy%1").arg(round))); !copied)
            return copied;
        const double copying = milliseconds(start);
        start = Clock::now();
        const QString path = folder.filePath(QStringLiteral("w.plumbpack"));
        if (const auto packed = packet::packWork(**project, path, choice, packing, {QStringLiteral("me"), true}, {}); !packed)
            return fail(packed.error());
        const double packed = milliseconds(start);
        ours = round == 0 ? 0 : ours + packed;
        peer = round == 0 ? 0 : peer + copying;
        QDir(folder.filePath(QStringLiteral("copy%1").arg(round))).removeRecursively();
    }
    print("packet-pack-1000-tasks", ours / 2, peer / 2, "copying the media");

    const QString path = folder.filePath(QStringLiteral("d.plumbpack"));
    if (const auto written = writeDecisions(**project, *items, path, packing); !written)
        return written;
    base::SystemRandom random;
    const auto start = Clock::now();
    const auto reader = packet::PacketReader::open(path);
    if (!reader)
        return fail(reader.error());
    const auto merged = packet::mergePacket(**project, **reader, {QStringLiteral("judge"), true, false},
                                            {QStringLiteral("me"), true}, random, {});
    if (!merged)
        return fail(merged.error());
    if (merged->accepted != std::int64_t(pictures) * decisionsPerPicture)
        return fail(ErrorCode::Failed, QStringLiteral("not all decisions were taken"));
    print("packet-merge-100000-decisions", milliseconds(start), 10'000, "ten seconds");
    return {};
}

}  // namespace

int main()
{
    const auto done = run();
    if (!done)
        std::fprintf(stderr, "%s\n", qPrintable(done.error().text));
    return done ? 0 : 1;
}
