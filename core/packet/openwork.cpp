// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/log.h"
#include "core/base/atomicfile.h"
#include "core/model/codec.h"
#include "core/model/jsonfields.h"
#include "core/packet/packing.h"
#include "core/packet/packremarks.h"
#include "core/store/reader.h"

#include <QDir>
#include <QFileInfo>

#include <map>
#include <set>

namespace plumbline::packet {

using base::toJson;
using model::JsonFields;

namespace {

constexpr qint64 largestGuideline = 64 << 20;

QString originKey()
{
    return QStringLiteral("packet-origin");
}

/// What a work packet says, checked as a whole before any of it is taken.
struct Work {
    struct Medium {
        QByteArray member;
        QString target;  // below the project's folder
    };
    model::Schema schema;
    QString guideline;
    std::vector<model::Item> items;
    std::map<ItemId, std::vector<Medium>> media;
    std::map<ItemId, model::Scene> scenes;
    std::vector<model::Task> tasks;
    std::vector<model::Member> members;
    std::vector<model::Annotation> annotations;
    std::vector<model::Track> tracks;
    PackedRemarks remarks;
};

class WorkParser
{
public:
    explicit WorkParser(const PacketReader &packet) : m_packet(packet) {}

    Result<Work> parse()
    {
        auto schema = schemaOf(m_packet);
        if (!schema)
            return fail(schema.error());
        m_work.schema = std::move(*schema);
        const auto guideline = m_packet.read("guideline.md", largestGuideline);
        if (!guideline)
            return fail(guideline.error());
        m_work.guideline = QString::fromUtf8(*guideline);
        using Step = Result<> (WorkParser::*)(const Json &);
        for (const auto &[name, step] : {std::pair<const char *, Step>{"people.jsonl", &WorkParser::person},
                                         {"items.jsonl", &WorkParser::item},
                                         {"scenes.jsonl", &WorkParser::scene},
                                         {"tasks.jsonl", &WorkParser::task},
                                         {"annotations.jsonl", &WorkParser::annotation},
                                         {"tracks.jsonl", &WorkParser::track}}) {
            const auto visited =
                m_packet.visitLines(name, [this, step = step](const Json &json, std::int64_t) { return (this->*step)(json); });
            if (!visited)
                return fail(visited.error());
        }
        auto remarks = remarksOfWork(m_packet, m_work.tasks, [this](ItemId item) { return m_work.media.contains(item); });
        if (!remarks)
            return fail(remarks.error());
        m_work.remarks = std::move(*remarks);
        if (const auto complete = checkMedia(); !complete)
            return fail(complete.error());
        return std::move(m_work);
    }

private:
    static tl::unexpected<Error> wrong(const QString &text) { return fail(ErrorCode::Malformed, text); }

    Result<> person(const Json &json)
    {
        JsonFields f(json, tr("The person"));
        f.only({"name", "display_name", "cohort"});
        // Whoever the packet names, here they are annotators: a packet gives nobody rights.
        const model::Member member{f.requiredText("name"), f.text("display_name"), QStringLiteral("annotator"), f.text("cohort")};
        if (f.error())
            return fail(*f.error());
        if (!m_packet.manifest().people.contains(member.name))
            return wrong(tr("The person is not one that the summary of the packet names."));
        m_work.members.push_back(member);
        return {};
    }

    Result<> item(const Json &json)
    {
        JsonFields f(json, tr("The item"));
        f.only({"id", "kind", "name", "sha256", "bytes", "width", "height", "frames", "licence", "media"});
        model::Item item;
        const auto id = ItemId::fromString(f.requiredText("id"));
        const auto kind = model::itemKindFromName(f.requiredText("kind"));
        item.name = f.requiredText("name");
        if (f.has("sha256"))
            item.contentSha256 = Sha256Digest::fromHex(f.text("sha256")).value_or(Sha256Digest{});
        item.bytes = f.integer("bytes", 0);
        item.width = f.integer32("width", 0);
        item.height = f.integer32("height", 0);
        item.frames = f.integer("frames", 1);
        item.licence = f.text("licence");
        if (f.error())
            return fail(*f.error());
        if (!id || id->isNull() || !kind || item.name.isEmpty() || item.bytes < 0 || item.width < 0 || item.height < 0
            || item.frames < 0)
            return wrong(tr("The item has no id, kind or name, or sizes that cannot be."));
        item.id = *id;
        item.kind = *kind;
        if (m_work.media.contains(item.id))
            return wrong(tr("The item is there twice."));
        std::vector<Work::Medium> &media = m_work.media[item.id];
        for (const Json &entry : f.list("media"))
            if (const auto taken = medium(entry, item, media); !taken)
                return taken;
        if (item.kind == model::ItemKind::Scene)
            item.path = QStringLiteral("media/") + item.id.toString();
        else if (media.size() == 1)
            item.path = media.front().target;
        else
            return wrong(tr("The item must have exactly one medium."));
        m_work.items.push_back(std::move(item));
        return {};
    }

    Result<> medium(const Json &json, const model::Item &item, std::vector<Work::Medium> &media)
    {
        JsonFields f(json, tr("The medium"));
        f.only({"member", "path"});
        const QByteArray member = f.requiredText("member").toLatin1();
        const QString path = f.text("path");
        if (f.error())
            return fail(*f.error());
        // Each item has a place of its own below media/, whatever the packet says.
        const QByteArray own = "media/" + item.id.toString().toLatin1();
        if (!m_packet.find(member) || !member.startsWith(own) || !m_members.insert(member).second)
            return wrong(tr("The packet lacks the medium “%1”, or it is not this item's.").arg(QString::fromLatin1(member)));
        if (item.kind != model::ItemKind::Scene) {
            if (member.indexOf('/', own.size()) >= 0 || !path.isEmpty())
                return wrong(tr("The medium “%1” has a place that it cannot have.").arg(QString::fromLatin1(member)));
            media.push_back({member, QString::fromLatin1(member)});
            return {};
        }
        const auto safe = base::safeRelativePath(path);
        if (!safe)
            return fail(safe.error());
        if (*safe != path || !m_targets.insert(item.id.toString() + QLatin1Char('/') + path.toLower()).second)
            return wrong(tr("The file “%1” of the scene has a place that it cannot have.").arg(path));
        media.push_back({member, QString::fromLatin1(own) + QLatin1Char('/') + path});
        return {};
    }

    Result<> scene(const Json &json)
    {
        const auto bytes = bytesFromJson(json, "scene");
        if (!bytes)
            return fail(bytes.error());
        const auto scene = model::decodeScene(*bytes);
        if (!scene)
            return fail(scene.error());
        if (!m_work.media.contains(scene->item) || !m_work.scenes.emplace(scene->item, *scene).second)
            return wrong(tr("The scene belongs to no item of the packet."));
        return {};
    }

    Result<> task(const Json &json)
    {
        const auto task = taskFromJson(json);
        if (!task)
            return fail(task.error());
        if (!m_work.media.contains(task->item) || !m_packet.manifest().people.contains(task->assignee))
            return wrong(tr("The task is about an item or a person that the packet does not have."));
        m_work.tasks.push_back(*task);
        return {};
    }

    bool mayCarry(ItemId item, const QString &layer) const
    {
        return m_work.media.contains(item) && (model::isModelLayer(layer) || m_packet.manifest().people.contains(layer));
    }

    Result<> annotation(const Json &json)
    {
        auto label = model::annotationFromJson(json, m_work.schema);
        if (!label)
            return fail(label.error());
        if (label->id.isNull() || !mayCarry(label->item, label->layer))
            return wrong(tr("The label is of an item or a layer that the packet does not have."));
        m_work.annotations.push_back(std::move(*label));
        return {};
    }

    Result<> track(const Json &json)
    {
        const auto bytes = bytesFromJson(json, "track");
        if (!bytes)
            return fail(bytes.error());
        const auto track = model::decodeTrack(*bytes);
        if (!track)
            return fail(track.error());
        if (track->id.isNull() || !mayCarry(track->item, track->layer))
            return wrong(tr("The track is of an item or a layer that the packet does not have."));
        m_work.tracks.push_back(*track);
        return {};
    }

    Result<> checkMedia()
    {
        for (const model::Item &item : m_work.items)
            if ((item.kind == model::ItemKind::Scene) != m_work.scenes.contains(item.id))
                return wrong(tr("The scene of “%1” is missing, or is one of an item that is none.").arg(item.name));
        const Manifest &m = m_packet.manifest();
        if (m.items != static_cast<std::int64_t>(m_work.items.size()) || m.tasks != static_cast<std::int64_t>(m_work.tasks.size())
            || m.annotations != static_cast<std::int64_t>(m_work.annotations.size()))
            return wrong(tr("The packet does not hold what its summary says."));
        return {};
    }

    const PacketReader &m_packet;
    Work m_work;
    std::set<QByteArray> m_members;
    std::set<QString> m_targets;
};

class WorkTaker
{
public:
    WorkTaker(const PacketReader &packet, store::Project &project, const store::Person &person, const jobs::JobControl &control)
        : m_packet(packet), m_project(project), m_person(person), m_control(control)
    {}

    Result<OpenReport> take(const Work &work, bool made)
    {
        m_report.project = m_project.folder();
        m_report.made = made;
        const auto taken = tryTake(work, made);
        if (!taken) {
            for (const QString &file : m_written)
                QFile::remove(file);
            return fail(taken.error());
        }
        return std::move(m_report);
    }

private:
    Result<> tryTake(const Work &work, bool made)
    {
        auto reader = m_project.store().reader();
        auto log = store::RecordLog::open(m_project.store());
        if (!reader || !log)
            return fail(reader ? log.error() : reader.error());
        m_reader = std::move(*reader);
        const auto known = findNote(*log, model::RecordKind::PacketIn, m_packet.manifest().id);
        if (!known)
            return fail(known.error());
        if (*known) {
            m_report.known = true;
            return (*known)->recalled ? fail(ErrorCode::Failed, tr("The packet was recalled by its sender; it is not opened."))
                                      : Result<>();
        }
        if (!made)
            if (const auto fits = sameSchema(work.schema); !fits)
                return fits;
        for (const model::Item &item : work.items)
            if (const auto extracted = extract(item, work.media.at(item.id)); !extracted)
                return extracted;
        return store(work, made);
    }

    Result<> sameSchema(const model::Schema &schema)
    {
        const auto own = m_reader->schema();
        if (!own)
            return fail(own.error());
        model::Schema a = *own;
        model::Schema b = schema;
        a.version = b.version = 0;
        if (model::schemaToJson(a) == model::schemaToJson(b))
            return {};
        return fail(ErrorCode::Conflict,
                    tr("The packet was made under another label schema (version %1; here it is %2). Open it into a new folder.")
                        .arg(schema.version)
                        .arg(own->version));
    }

    Result<> extract(const model::Item &item, const std::vector<Work::Medium> &media)
    {
        const auto stored = m_reader->item(item.id);
        if (!stored)
            return fail(stored.error());
        if (*stored)
            return {};
        m_new.insert(item.id);
        for (const Work::Medium &medium : media) {
            const QString target = m_project.folder() + QLatin1Char('/') + medium.target;
            if (!QDir().mkpath(QFileInfo(target).path())
                || !base::isInside(m_project.folder() + QStringLiteral("/media"), target))
                return fail(ErrorCode::PermissionDenied, tr("There is no place for %1 in the project.").arg(medium.target));
            if (!QFileInfo::exists(target))
                m_written.append(target);
            if (const auto extracted = m_packet.extract(medium.member, target, m_control); !extracted)
                return extracted;
            if (item.kind != model::ItemKind::Scene && !item.contentSha256.isNull()) {
                const auto digest = base::sha256OfFile(target);
                if (!digest)
                    return fail(digest.error());
                if (*digest != item.contentSha256)
                    return fail(ErrorCode::Malformed,
                                tr("The medium of “%1” is not the one that the packet says.").arg(item.name));
            }
        }
        return {};
    }

    Result<> addEntities(const Work &work, bool made, history::GestureBuilder &builder)
    {
        const Manifest &manifest = m_packet.manifest();
        for (const auto &[id, scene] : work.scenes)
            if (m_new.contains(id))
                builder.put(nullptr, scene);
        for (const model::Track &track : work.tracks)
            if (m_new.contains(track.item))
                builder.put(nullptr, track);
        PacketNote note = noteOf(manifest);
        for (const model::Task &task : work.tasks) {
            note.tasks.insert(task.id);
            const auto stored = m_reader->task(task.id);
            if (!stored)
                return fail(stored.error());
            // Work that is under way here is not set back by a packet; a new round is a new beginning.
            if (*stored && (*stored)->round >= task.round)
                continue;
            builder.put(*stored ? &**stored : nullptr, task);
            ++m_report.tasks;
        }
        const auto members = m_reader->members();
        if (!members)
            return fail(members.error());
        for (const model::Member &member : work.members) {
            const bool there =
                std::any_of(members->begin(), members->end(), [&](const model::Member &m) { return m.name == member.name; });
            if (!there)
                builder.put(nullptr, member);
        }
        if (made)
            builder.setting(originKey(), nullptr,
                            {{"project", toJson(manifest.project.toString())}, {"name", toJson(manifest.projectName)}});
        builder.put(nullptr, noteRecord(model::RecordKind::PacketIn, note));
        if (const auto united = uniteRemarks(*m_reader, work.remarks, builder); !united)
            return fail(united.error());
        return {};
    }

    /// In the sender's name: whoever wrote a text counts as having read it, and who opens the packet has not.
    Result<> takeGuideline(const QString &text)
    {
        const auto before = m_reader->setting(QStringLiteral("guideline"));
        if (!before)
            return fail(before.error());
        if (text.isEmpty() || base::toQString(*before) == text)
            return {};
        history::GestureBuilder builder(m_project.store().ids().make<GestureId>(), tr("Open a work packet"));
        builder.setting(QStringLiteral("guideline"), *before, toJson(text));
        const auto done = m_project.store().bulk(
            tr("Open a work packet"), m_packet.manifest().sender.name,
            [&](store::BulkSink &sink) -> Result<> {
                for (const history::Change &change : builder.gesture().changes)
                    if (const auto added = sink.change(change); !added)
                        return added;
                return {};
            },
            store::Store::Undoable::No);
        return done ? Result<>() : fail(done.error());
    }

    Result<> store(const Work &work, bool made)
    {
        // First: taken again it is the same, and a packet that is known is not looked at again.
        if (const auto taken = takeGuideline(work.guideline); !taken)
            return taken;
        history::GestureBuilder builder(m_project.store().ids().make<GestureId>(), tr("Open a work packet"));
        if (const auto added = addEntities(work, made, builder); !added)
            return added;
        const auto done = m_project.store().bulk(
            tr("Open a work packet"), m_person.name,
            [&](store::BulkSink &sink) -> Result<> {
                std::vector<model::Item> items;
                for (const model::Item &item : work.items)
                    if (m_new.contains(item.id))
                        items.push_back(item);
                m_report.items = static_cast<std::int64_t>(items.size());
                if (const auto added = sink.addItems(std::move(items)); !added)
                    return added;
                for (const model::Annotation &label : work.annotations) {
                    if (!m_new.contains(label.item))
                        continue;
                    ++m_report.annotations;
                    if (const auto added = sink.addAnnotation(label); !added)
                        return added;
                }
                for (const history::Change &change : builder.gesture().changes)
                    if (const auto added = sink.change(change); !added)
                        return added;
                return m_control.cancelled() ? Result<>(jobs::JobControl::cancelledError()) : Result<>();
            },
            store::Store::Undoable::No);
        return done ? Result<>() : fail(done.error());
    }

    const PacketReader &m_packet;
    store::Project &m_project;
    const store::Person &m_person;
    const jobs::JobControl &m_control;
    std::unique_ptr<store::Reader> m_reader;
    std::set<ItemId> m_new;
    QStringList m_written;
    OpenReport m_report;
};

Result<> fromSameProject(const store::Project &project, const Manifest &manifest)
{
    const auto origin = originOf(project);
    if (!origin)
        return fail(origin.error());
    if (*origin && (*origin)->project == manifest.project)
        return {};
    return fail(ErrorCode::Conflict,
                *origin ? tr("%1 holds work of another project (“%2”). Open the packet into another folder.")
                              .arg(project.folder(), (*origin)->name)
                        : tr("%1 was not made from a packet. Open the packet into a folder of its own.").arg(project.folder()));
}

void logOpened(const store::Project &project, const Manifest &manifest, const store::Person &person)
{
    audit::note(project, person, audit::Action::PacketOpened, manifest.id.toString(),
                {{"kind", toJson(packetKindName(manifest.kind))}, {"sender", toJson(manifest.sender.name)}, {"tasks", manifest.tasks}});
}

}  // namespace

Result<std::optional<Origin>> originOf(const store::Project &project)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto setting = (*reader)->setting(originKey());
    if (!setting)
        return fail(setting.error());
    if (!setting->is_object())
        return std::optional<Origin>();
    const auto id = ProjectId::fromString(base::toQString(setting->value("project", Json())));
    if (!id)
        return fail(ErrorCode::Corrupt, tr("The project has lost where it came from."));
    return std::optional(Origin{*id, base::toQString(setting->value("name", Json()))});
}

Result<OpenReport> openWork(const PacketReader &packet, const QString &folder, const store::Person &person,
                            const jobs::JobControl &control)
{
    const Manifest &manifest = packet.manifest();
    if (manifest.kind != PacketKind::Work)
        return fail(ErrorCode::InvalidArgument, tr("This is a packet of %1, not of work.").arg(packetKindName(manifest.kind)));
    if (const auto good = stillGood(manifest, base::SystemClock().nowMicroseconds()); !good)
        return fail(good.error());
    if (const auto verified = packet.verify(control); !verified)
        return fail(verified.error());
    const auto work = WorkParser(packet).parse();
    if (!work)
        return fail(work.error());
    if (store::Project::isProject(folder)) {
        const auto project = store::Project::open(folder, store::Project::Access::Write);
        if (!project)
            return fail(project.error());
        if ((*project)->store().readOnly())
            return fail(ErrorCode::ReadOnly, (*project)->store().whyReadOnly());
        if (const auto fits = fromSameProject(**project, manifest); !fits)
            return fail(fits.error());
        auto report = WorkTaker(packet, **project, person, control).take(*work, false);
        if (report && !report->known)
            logOpened(**project, manifest, person);
        return report;
    }
    const bool existed = QFileInfo::exists(folder);
    auto project = store::Project::create(folder, {manifest.projectName, work->schema, person, true});
    if (!project)
        return fail(project.error());
    auto report = WorkTaker(packet, **project, person, control).take(*work, true);
    if (!report) {
        project->reset();
        QDir(folder).removeRecursively();
        if (existed)
            QDir().mkpath(folder);
    } else {
        logOpened(**project, manifest, person);
    }
    return report;
}

Result<OpenReport> openRecall(const PacketReader &packet, const QString &folder, const store::Person &person)
{
    const Manifest &manifest = packet.manifest();
    const auto project = store::Project::open(folder, store::Project::Access::Write);
    if (!project)
        return fail(project.error());
    if (const auto fits = fromSameProject(**project, manifest); !fits)
        return fail(fits.error());
    const auto log = store::RecordLog::open((*project)->store());
    if (!log)
        return fail(log.error());
    const auto known = findNote(*log, model::RecordKind::PacketIn, manifest.answers);
    if (!known)
        return fail(known.error());
    OpenReport report;
    report.project = (*project)->folder();
    report.known = *known && (*known)->recalled;
    if (report.known)
        return report;
    // Also when it was not opened here yet: it may come later than its recall.
    PacketNote note = *known ? **known : noteOf(manifest);
    note.packet = manifest.answers;
    if (*known && note.sender != manifest.sender.key.text())
        return fail(ErrorCode::PermissionDenied, tr("The packet came from somebody else; only they can recall it."));
    note.recalled = true;
    report.tasks = note.tasks.size();
    const model::Record before = *known ? noteRecord(model::RecordKind::PacketIn, **known) : model::Record();
    history::GestureBuilder builder((*project)->store().ids().make<GestureId>(), tr("Recall a packet"));
    builder.put(*known ? &before : nullptr, noteRecord(model::RecordKind::PacketIn, note)).notUndoable();
    const auto done = store::wait((*project)->store().commit(builder.take(), person.name));
    if (!done)
        return fail(done.error());
    logOpened(**project, manifest, person);
    return report;
}

}  // namespace plumbline::packet
