// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mediacatalog.h"

#include "core/base/sha256.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

namespace plumbline::exchange {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::exchange", text);
}

constexpr qint64 headBytes = 64 * 1024;

QByteArray headOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(headBytes) : QByteArray();
}

/// A file to look at and the folder its name is relative to.
struct Candidate {
    QString path;
    QString root;
    bool named = false;  ///< asked for by itself, not found in a folder
};

// Qt's listing passes over names whose bytes are not UTF-8, so they are looked for by themselves.
void reportUndecodable(const QString &folder, IssueList &issues)
{
    std::error_code error;
    for (std::filesystem::directory_iterator it(QFile::encodeName(folder).toStdString(), error), end; !error && it != end;
         it.increment(error)) {
        const QByteArray name = QByteArray::fromStdString(it->path().filename().string());
        if (QString::fromUtf8(name).toUtf8() != name)
            issues.problem(folder + QLatin1Char('/') + QString::fromLatin1(name.toPercentEncoding()), {},
                           tr("The file name is not UTF-8; rename the file to add it."));
    }
}

void collect(const QString &path, std::vector<Candidate> &found, IssueList &issues, const jobs::JobControl &control)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        issues.problem(path, {}, tr("There is no such file or folder."));
        return;
    }
    if (info.isFile()) {
        found.push_back({info.absoluteFilePath(), info.absolutePath(), true});
        return;
    }
    if (!info.isDir()) {
        issues.problem(path, {}, tr("This is neither a file nor a folder; it was left out."));
        return;
    }
    const QString root = info.absoluteFilePath();
    QStringList folders{root};
    while (!folders.isEmpty() && !control.cancelled()) {
        const QString folder = folders.takeFirst();
        if (store::Project::isProject(folder))
            continue;
        const QFileInfoList entries = QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        reportUndecodable(folder, issues);
        for (const QFileInfo &entry : entries) {
            // Links could lead out of the folder or round in circles.
            if (entry.isSymLink()) {
                issues.add(
                    {IssueSeverity::Note, entry.filePath(), {}, tr("Links are not followed; add what it points to by name.")});
                continue;
            }
            if (entry.isDir())
                folders.append(entry.absoluteFilePath());
            else
                found.push_back({entry.absoluteFilePath(), root, false});
        }
        control.report(static_cast<std::int64_t>(found.size()), 0, tr("Looking for media"));
    }
}

}  // namespace

MediaOpener::MediaOpener(std::vector<const extension::MediaSourceFactory *> factories, extension::MediaBudget budget)
    : m_factories(std::move(factories)), m_budget(budget)
{}

const extension::MediaSourceFactory *MediaOpener::factoryFor(const QString &path, extension::ProbeResult::Confidence least) const
{
    const QByteArray head = headOf(path);
    const extension::MediaSourceFactory *best = nullptr;
    auto confidence = extension::ProbeResult::Confidence(std::max<int>(least, extension::ProbeResult::Low) - 1);
    for (const extension::MediaSourceFactory *factory : m_factories) {
        const extension::ProbeResult probe = factory->probe(path, head);
        if (probe.confidence > confidence) {
            confidence = probe.confidence;
            best = factory;
        }
    }
    return best;
}

Result<std::unique_ptr<extension::MediaSource>> MediaOpener::open(const QString &path) const
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return fail(ErrorCode::Unsupported, tr("%1 is neither a file nor a folder.").arg(path));
    if (!info.exists())
        return fail(ErrorCode::NotFound, tr("%1 is not there. Move it back, or add its new place to the project.").arg(path));
    const extension::MediaSourceFactory *factory = factoryFor(path);
    if (!factory)
        return fail(ErrorCode::Unsupported, tr("%1 is no medium that an installed plugin can open.").arg(path));
    return factory->open(path, m_budget);
}

Result<extension::LoadedFrame> MediaOpener::loadFrame(const QString &path, std::int64_t index, extension::LoadQuality quality,
                                                      const jobs::JobControl &control) const
{
    const auto source = open(path);
    if (!source)
        return fail(source.error());
    return (*source)->load(index, quality, control);
}

Result<std::vector<extension::FoundMedium>> MediaOpener::survey(const QString &path, const jobs::JobControl &control) const
{
    for (const extension::MediaSourceFactory *factory : m_factories) {
        auto found = factory->survey(path, m_budget, control);
        if (!found || !found->empty())
            return found;
    }
    return std::vector<extension::FoundMedium>();
}

Result<model::Item> MediaOpener::describe(const QString &path, const QString &root, IssueList *issues) const
{
    const auto source = open(path);
    if (!source)
        return fail(source.error());
    const auto digest = base::sha256OfFile(path);
    if (!digest)
        return fail(digest.error());
    const extension::MediaInfo &info = (*source)->info();
    if (issues)
        for (const Issue &issue : info.issues.issues)
            issues->add(issue);
    model::Item item;
    item.kind = info.kind;
    item.name = root.isEmpty() ? QFileInfo(path).fileName() : QDir(root).relativeFilePath(path);
    item.contentSha256 = *digest;
    item.bytes = QFileInfo(path).size();
    item.width = info.size.width();
    item.height = info.size.height();
    item.frames = info.frames;
    return item;
}

QString numberedName(const QString &name, int number)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    const qsizetype split = dot > name.lastIndexOf(QLatin1Char('/')) + 1 ? dot : name.size();
    return QStringLiteral("%1 (%2)%3").arg(name.left(split)).arg(number).arg(name.mid(split));
}

namespace {

/// What is added, and what must not be added twice.
class Additions
{
public:
    Additions(store::Project &project, AddReport &report) : m_project(project), m_report(report) {}

    Result<> readProject()
    {
        auto reader = m_project.store().reader();
        if (!reader)
            return fail(reader.error());
        return (*reader)->visitItems([&](const model::Item &item) -> Result<> {
            if (!item.contentSha256.isNull())
                m_seen.emplace(item.contentSha256, item.id);
            m_names.insert(item.name);
            return {};
        });
    }

    /// The item is stored under its path; nothing when the project has its content already.
    const model::Item *add(model::Item item, const QString &path)
    {
        if (const auto known = m_seen.find(item.contentSha256); known != m_seen.end()) {
            m_report.duplicates.push_back({path, known->second});
            return nullptr;
        }
        item.id = ItemId{m_project.store().ids().version4()};
        item.path = m_project.storedPath(path);
        const QString wanted = item.name;
        for (int copy = 2; m_names.contains(item.name); ++copy)
            item.name = numberedName(wanted, copy);
        m_names.insert(item.name);
        m_seen.emplace(item.contentSha256, item.id);
        m_report.items.push_back(std::move(item));
        return &m_report.items.back();
    }

    void addFile(const MediaOpener &opener, const Candidate &candidate, const jobs::JobControl &control)
    {
        // What only its name speaks for may be a table of labels; in a folder it is passed over.
        const auto least = candidate.named ? extension::ProbeResult::Low : extension::ProbeResult::Medium;
        const extension::MediaSourceFactory *factory = opener.factoryFor(candidate.path, least);
        if (!factory) {
            // In a folder, files of other kinds (labels, read-me) are ordinary; naming one is a wish.
            const bool empty = QFileInfo(candidate.path).size() == 0;
            if (candidate.named || empty)
                m_report.issues.problem(candidate.path, {},
                                        empty ? tr("The file is empty; it was left out.")
                                              : tr("No installed plugin can open this file; it was left out."));
            return;
        }
        if (factory->kind() == model::ItemKind::Scene) {
            addScenes(opener, candidate, control);
            return;
        }
        auto item = opener.describe(candidate.path, candidate.root, &m_report.issues);
        if (!item)
            m_report.issues.problem(candidate.path, {}, item.error().text);
        else
            add(std::move(*item), candidate.path);
    }

    void addFound(const extension::FoundMedium &medium)
    {
        for (const Issue &issue : medium.info.issues.issues)
            m_report.issues.add(issue);
        model::Item item;
        item.kind = medium.info.kind;
        item.name = medium.name;
        item.contentSha256 = medium.contentSha256;
        item.bytes = medium.bytes;
        item.frames = medium.info.frames;
        const model::Item *added = add(std::move(item), medium.path);
        if (!added || !medium.info.scene)
            return;
        m_scenes.push_back(*medium.info.scene);
        m_scenes.back().item = added->id;
    }

    /// A file that is a scene by itself: its sensors and frames are stored with it.
    void addScenes(const MediaOpener &opener, const Candidate &candidate, const jobs::JobControl &control)
    {
        auto scenes = opener.survey(candidate.path, control);
        if (!scenes) {
            m_report.issues.problem(candidate.path, {}, scenes.error().text);
            return;
        }
        for (extension::FoundMedium &medium : *scenes) {
            medium.name = QDir(candidate.root).relativeFilePath(candidate.path);
            addFound(medium);
        }
    }

    Result<> store(store::BulkSink &sink) const
    {
        if (const auto added = sink.addItems(m_report.items); !added)
            return added;
        for (const model::Scene &scene : m_scenes) {
            history::GestureBuilder change(GestureId{}, {});
            change.put(nullptr, scene);
            if (const auto stored = sink.change(change.gesture().changes.front()); !stored)
                return stored;
        }
        return {};
    }

private:
    store::Project &m_project;
    AddReport &m_report;
    std::unordered_map<Sha256Digest, ItemId> m_seen;
    QSet<QString> m_names;
    std::vector<model::Scene> m_scenes;
};

}  // namespace

Result<AddReport> addMedia(store::Project &project, const MediaOpener &opener, const QStringList &paths,
                           const store::Person &person, const jobs::JobControl &control)
{
    AddReport report;
    Additions additions(project, report);
    if (const auto known = additions.readProject(); !known)
        return fail(known.error());
    std::vector<Candidate> candidates;
    for (const QString &path : paths) {
        const auto scenes = opener.survey(path, control);
        if (!scenes && scenes.error().code == ErrorCode::Cancelled)
            return fail(scenes.error());
        if (!scenes)
            report.issues.problem(path, {}, scenes.error().text);
        else if (scenes->empty())
            collect(path, candidates, report.issues, control);
        else
            for (const extension::FoundMedium &medium : *scenes)
                additions.addFound(medium);
    }
    const auto total = static_cast<std::int64_t>(candidates.size());
    std::int64_t done = 0;
    for (const Candidate &candidate : candidates) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, total, tr("Adding media"));
        additions.addFile(opener, candidate, control);
    }
    control.report(total, total);
    if (report.items.empty())
        return report;
    const auto stored = project.store().bulk(tr("Add %1 media").arg(report.items.size()), person.name,
                                             [&](store::BulkSink &sink) { return additions.store(sink); });
    if (!stored)
        return fail(stored.error());
    return report;
}

}  // namespace plumbline::exchange
