// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importer.h"

#include "core/exchange/importscenes.h"
#include "core/extension/linkguard.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

namespace plumbline::exchange {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::exchange", text);
}

constexpr std::size_t itemsPerBatch = 4096;

/// Merges foreign data per namespace; what is there stays.
Json merged(const Json &have, const Json &add)
{
    if (have.is_null())
        return add;
    Json result = have;
    if (add.is_object())
        for (const auto &[key, value] : add.items())
            if (!result.contains(key))
                result[key] = value;
    return result;
}

/// A skeleton with the same joints and edges is taken for the same, whatever else people have said about it since.
QString addSkeleton(model::Schema &schema, model::Skeleton skeleton)
{
    const QString wanted = skeleton.name;
    for (int copy = 2;; ++copy) {
        const auto known = std::find_if(schema.skeletons.begin(), schema.skeletons.end(),
                                        [&](const model::Skeleton &s) { return s.name == skeleton.name; });
        if (known == schema.skeletons.end()) {
            schema.skeletons.push_back(skeleton);
            return skeleton.name;
        }
        if (known->joints == skeleton.joints && known->edges == skeleton.edges) {
            if (known->mirrors.empty())
                known->mirrors = std::move(skeleton.mirrors);
            return known->name;
        }
        skeleton.name = QStringLiteral("%1 (%2)").arg(wanted).arg(copy);
    }
}

class ImportSink final : public extension::AnnotationSink
{
public:
    ImportSink(store::Project &project, const MediaOpener &opener, const ImportOptions &options, QString batchName,
               const jobs::JobControl &control)
        : m_project(project), m_opener(opener), m_options(options), m_request(options.request), m_batchName(std::move(batchName)),
          m_control(control), m_scenes(opener, control)
    {}

    [[nodiscard]] Result<> prepare(const store::Reader &reader)
    {
        auto schema = reader.schema();
        if (!schema)
            return fail(schema.error());
        m_reader = &reader;
        m_before = *schema;
        m_schema = std::move(*schema);
        for (std::size_t i = 0; i < m_schema.classes.size(); ++i)
            indexClass(i);
        for (std::size_t i = 0; i < m_schema.classes.size(); ++i)
            for (const QString &alias : m_schema.classes[i].aliases)
                if (!m_classPlaces.contains(alias))
                    m_classPlaces.insert(alias, i);
        QSet<QString> folders;
        QString lastFolder;
        const auto visited = reader.visitItems([&](const model::Item &item) -> Result<> {
            remember(item);
            if (const QString folder = QFileInfo(m_project.mediaPath(item)).path(); folder != lastFolder) {
                lastFolder = folder;
                folders.insert(folder);
            }
            const QString file = QFileInfo(item.name).fileName();
            // A file name that two items share matches neither.
            m_byFile.insert(file, m_byFile.contains(file) ? QString() : item.name);
            return {};
        });
        m_request.trustedFolders = QStringList(folders.begin(), folders.end());
        m_guard = extension::LinkGuard(m_request);
        return visited;
    }

    /// What the format is given: links may lead to where the project's pictures are.
    [[nodiscard]] const extension::ImportRequest &request() const { return m_request; }

    void setBulk(store::BulkSink *bulk) { m_bulk = bulk; }

    extension::ItemRef declareItem(extension::ForeignItem foreign) override
    {
        if (const auto known = m_refs.constFind(foreign.name); known != m_refs.constEnd())
            return *known;
        const auto ref = static_cast<extension::ItemRef>(m_items.size());
        m_refs.insert(foreign.name, ref);
        m_items.push_back(foreign.kind == model::ItemKind::Scene ? sceneFor(foreign) : itemFor(foreign));
        ++m_report.items;
        return ref;
    }

    extension::ClassRef declareClass(extension::ForeignClass foreign) override
    {
        if (const auto known = m_classRefs.constFind(foreign.name); known != m_classRefs.constEnd())
            return *known;
        const auto ref = static_cast<extension::ClassRef>(m_classes.size());
        m_classRefs.insert(foreign.name, ref);
        if (!m_classPlaces.contains(foreign.name)) {
            ClassId id{Uuid::fromName("class", foreign.name.toUtf8())};
            if (m_classIds.contains(id))
                id.uuid = m_project.store().ids().version4();
            static_cast<void>(model::addClass(m_schema, id, foreign.name));
            indexClass(m_schema.classes.size() - 1);
            m_report.newClasses.append(foreign.name);
        }
        model::LabelClass &labelClass = m_schema.classes[m_classPlaces.value(foreign.name)];
        labelClass.extra = merged(labelClass.extra, foreign.extra);
        m_classes.push_back({labelClass.id, foreign.name, 0});
        return ref;
    }

    const model::Scene *scene(extension::ItemRef ref) override
    {
        if (ref < 0 || static_cast<std::size_t>(ref) >= m_items.size())
            return nullptr;
        const ItemId id = m_items[static_cast<std::size_t>(ref)];
        auto known = m_sceneOf.find(id);
        if (known == m_sceneOf.end()) {
            auto stored = m_reader->scene(id);
            known = m_sceneOf.emplace(id, stored ? std::move(*stored) : std::nullopt).first;
        }
        return known->second ? &*known->second : nullptr;
    }

    QString declareSkeleton(model::Skeleton skeleton) override { return addSkeleton(m_schema, std::move(skeleton)); }

    void declareDataset(const QString &space, Json extra) override { m_dataset[space.toStdString()] = std::move(extra); }

    Result<> add(std::vector<extension::ForeignAnnotation> batch) override
    {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (m_bulk)
            if (const auto flushed = flushItems(); !flushed)
                return flushed;
        const std::int64_t now = m_project.store().clock().nowMicroseconds();
        for (extension::ForeignAnnotation &foreign : batch) {
            if (foreign.item < 0 || static_cast<std::size_t>(foreign.item) >= m_items.size())
                return fail(ErrorCode::Failed, tr("The format plugin named an item that it did not declare."));
            model::Annotation &a = foreign.annotation;
            const AnnotationId given = std::exchange(a.id, m_project.store().ids().make<AnnotationId>());
            if (!given.isNull())
                m_given[given] = a.id;
            if (!a.group.isNull()) {
                GroupId &group = m_groups[a.group];
                if (group.isNull())
                    group = m_project.store().ids().make<GroupId>();
                a.group = group;
            }
            a.item = m_items[static_cast<std::size_t>(foreign.item)];
            a.layer = m_options.layer.isEmpty() ? model::acceptedLayer() : m_options.layer;
            if (foreign.labelClass >= 0 && static_cast<std::size_t>(foreign.labelClass) < m_classes.size()) {
                ClassUse &use = m_classes[static_cast<std::size_t>(foreign.labelClass)];
                a.labelClass = use.id;
                ++use.count;
            } else {
                ++m_withoutClass;
            }
            if (m_options.dryRun)
                addToSample(a);
            a.origin.kind = model::OriginKind::Import;
            a.origin.by = m_batchName;
            a.createdMicroseconds = now;
            a.revision = 0;
            if (!a.track.isNull())
                if (const auto tracked = trackOf(a); !tracked)
                    return tracked;
        }
        for (extension::ForeignAnnotation &foreign : batch) {
            if (const auto related = relate(foreign.annotation.geometry); !related)
                return related;
            if (m_bulk)
                if (const auto added = m_bulk->addAnnotation(foreign.annotation, foreign.extraText); !added)
                    return added;
        }
        m_report.annotations += static_cast<std::int64_t>(batch.size());
        return {};
    }

    void issue(Issue issue) override { m_report.issues.add(std::move(issue)); }
    const jobs::JobControl &control() const override { return m_control; }

    /// The pictures of the samples, where they are.
    [[nodiscard]] Result<> describeSamples(const store::Reader &reader)
    {
        for (std::size_t i = 0; i < m_report.samples.size(); ++i) {
            ImportSample &sample = m_report.samples[i];
            const ItemId id = m_sampleItems[i];
            const auto fresh =
                std::find_if(m_pending.begin(), m_pending.end(), [&](const model::Item &item) { return item.id == id; });
            std::optional<model::Item> item;
            if (fresh != m_pending.end()) {
                item = *fresh;
            } else {
                auto known = reader.item(id);
                if (!known)
                    return fail(known.error());
                item = std::move(*known);
            }
            if (!item)
                continue;
            sample.name = item->name;
            sample.width = item->width;
            sample.height = item->height;
            if (!item->path.isEmpty())
                sample.path = m_project.mediaPath(*item);
        }
        return {};
    }

    /// Items without annotations, the new schema version and data-set facts.
    Result<> finish(const store::Reader &reader)
    {
        if (m_report.withoutMedia > 0)
            m_report.issues.warning(m_options.request.path, {},
                                    tr("%1 pictures are not on this machine where the labels say; their labels are kept.")
                                        .arg(m_report.withoutMedia));
        for (const ClassUse &use : m_classes)
            if (use.count > 0)
                m_report.byClass[use.name] += use.count;
        if (m_withoutClass > 0)
            m_report.byClass[QString()] += m_withoutClass;
        if (!m_bulk)
            return {};
        if (const auto flushed = flushItems(); !flushed)
            return flushed;
        if (!(m_schema == m_before)) {
            m_schema.version = m_before.version + 1;
            history::GestureBuilder builder({}, {});
            builder.put(m_before, m_schema);
            for (const history::Change &change : builder.gesture().changes)
                if (const auto done = m_bulk->change(change); !done)
                    return done;
        }
        for (const auto &[space, extra] : m_dataset.items()) {
            const QString key = QStringLiteral("dataset:") + QString::fromStdString(space);
            const auto before = reader.setting(key);
            if (!before)
                return fail(before.error());
            history::GestureBuilder builder({}, {});
            builder.setting(key, *before, merged(*before, extra));
            for (const history::Change &change : builder.gesture().changes)
                if (const auto done = m_bulk->change(change); !done)
                    return done;
        }
        return {};
    }

    ImportReport &report() { return m_report; }

private:
    struct ClassUse {
        ClassId id;
        QString name;
        std::int64_t count = 0;
    };

    /// What a picture of the project is known by.
    struct Known {
        ItemId id;
        Sha256Digest sha;
        int width = 0;
        int height = 0;
    };

    void indexClass(std::size_t place)
    {
        const model::LabelClass &labelClass = m_schema.classes[place];
        if (!m_classPlaces.contains(labelClass.name))
            m_classPlaces.insert(labelClass.name, place);
        m_classIds.insert(labelClass.id);
    }

    /// Puts the store's ids where a relation names those that the reader gave.
    [[nodiscard]] Result<> relate(geometry::Geometry &shape) const
    {
        auto *relation = std::get_if<geometry::Relation>(&shape);
        if (!relation)
            return {};
        const auto from = m_given.find(relation->from);
        const auto to = m_given.find(relation->to);
        if (from == m_given.end() || to == m_given.end())
            return fail(ErrorCode::Failed, tr("The format plugin related labels that it did not give."));
        relation->from = from->second;
        relation->to = to->second;
        return {};
    }

    void addToSample(const model::Annotation &annotation)
    {
        constexpr std::size_t mostLabels = 300;
        auto place = std::find(m_sampleItems.begin(), m_sampleItems.end(), annotation.item);
        if (place == m_sampleItems.end()) {
            if (static_cast<int>(m_sampleItems.size()) >= m_options.samples)
                return;
            m_sampleItems.push_back(annotation.item);
            m_report.samples.emplace_back();
            place = std::prev(m_sampleItems.end());
        }
        ImportSample &sample = m_report.samples[static_cast<std::size_t>(place - m_sampleItems.begin())];
        if (sample.labels.size() >= mostLabels)
            return;
        const model::LabelClass *labelClass = m_schema.find(annotation.labelClass);
        sample.labels.push_back(
            {annotation.geometry, labelClass ? labelClass->name : QString(), labelClass ? labelClass->colour : QColor()});
    }

    void remember(const model::Item &item)
    {
        m_byName.insert(item.name, {item.id, item.contentSha256, item.width, item.height});
        if (!item.contentSha256.isNull())
            m_bySha.insert(item.contentSha256.toBytes(), item.id);
    }

    ItemId itemFor(const extension::ForeignItem &foreign)
    {
        const QString medium = foreign.path.isEmpty() ? mediumOf(foreign.name) : foreign.path;
        std::optional<model::Item> described;
        if (!medium.isEmpty()) {
            auto opened = m_opener.describe(medium, {}, &m_report.issues);
            if (opened)
                described = std::move(*opened);
            else
                m_report.issues.problem(medium, {}, opened.error().text);
        }
        // Content decides before names: two folders often hold pictures of one name.
        if (described) {
            checkSize(foreign, described->width, described->height);
            if (const auto same = m_bySha.constFind(described->contentSha256.toBytes()); same != m_bySha.constEnd())
                return *same;
        }
        if (const Known *named = knownByName(foreign.name)) {
            const bool another = described && !named->sha.isNull() && named->sha != described->contentSha256;
            if (!another) {
                if (!described)
                    checkSize(foreign, named->width, named->height);
                return named->id;
            }
        }
        return addItem(foreign, std::move(described), medium);
    }

    ItemId sceneFor(const extension::ForeignItem &foreign)
    {
        const QString place = !foreign.path.isEmpty()                  ? foreign.path
                              : !m_options.request.mediaPath.isEmpty() ? m_options.request.mediaPath
                                                                       : m_options.request.path;
        const extension::FoundMedium *medium = m_scenes.find(place, foreign.name, m_report.issues);
        if (medium)
            if (const auto same = m_bySha.constFind(medium->contentSha256.toBytes()); same != m_bySha.constEnd())
                return *same;
        if (const Known *named = knownByName(foreign.name))
            return named->id;
        std::optional<model::Item> described;
        if (medium) {
            described.emplace();
            described->contentSha256 = medium->contentSha256;
            described->bytes = medium->bytes;
            described->frames = medium->info.frames;
            for (const Issue &issue : medium->info.issues.issues)
                m_report.issues.add(issue);
        }
        const ItemId id = addItem(foreign, std::move(described), medium ? medium->path : QString());
        if (medium && medium->info.scene) {
            model::Scene scene = *medium->info.scene;
            scene.item = id;
            m_newScenes.push_back(id);
            m_sceneOf[id] = std::move(scene);
        }
        return id;
    }

    /// Puts the store's id in the place of the one that the reader gave; the track is stored with its first label.
    Result<> trackOf(model::Annotation &a)
    {
        TrackId &id = m_tracks[{a.item, a.track}];
        if (id.isNull()) {
            id = m_project.store().ids().make<TrackId>();
            model::Track track;
            track.id = id;
            track.item = a.item;
            track.layer = a.layer;
            track.labelClass = a.labelClass;
            // Files list what was seen, frame by frame: where nothing is listed, nothing was seen.
            track.interpolation = model::Interpolation::None;
            track.origin = a.origin;
            history::GestureBuilder builder({}, {});
            builder.put(nullptr, track);
            if (m_bulk)
                if (const auto stored = m_bulk->change(builder.gesture().changes.front()); !stored)
                    return stored;
        }
        a.track = id;
        return {};
    }

    [[nodiscard]] const Known *knownByName(const QString &name) const
    {
        if (const auto named = m_byName.constFind(name); named != m_byName.constEnd())
            return &*named;
        const auto file = m_byFile.constFind(QFileInfo(name).fileName());
        if (file == m_byFile.constEnd() || file->isEmpty())
            return nullptr;
        return &*m_byName.constFind(*file);
    }

    void checkSize(const extension::ForeignItem &foreign, int width, int height)
    {
        if (foreign.width > 0 && foreign.height > 0 && width > 0 && height > 0
            && (foreign.width != width || foreign.height != height))
            m_report.issues.warning(
                m_options.request.path, foreign.name,
                tr("The labels were made for a picture of %1 × %2 pixels; the picture here has %3 × %4. They may not fit.")
                    .arg(foreign.width)
                    .arg(foreign.height)
                    .arg(width)
                    .arg(height));
    }

    ItemId addItem(const extension::ForeignItem &foreign, std::optional<model::Item> described, const QString &medium)
    {
        model::Item item;
        if (described) {
            item = std::move(*described);
            item.path = m_project.storedPath(QFileInfo(medium).absoluteFilePath());
        } else {
            ++m_report.withoutMedia;
            item.width = std::max(0, foreign.width);
            item.height = std::max(0, foreign.height);
        }
        item.id = ItemId{m_project.store().ids().version4()};
        item.kind = foreign.kind;
        item.name = foreign.name;
        for (int copy = 2; m_byName.contains(item.name); ++copy)
            item.name = numberedName(foreign.name, copy);
        item.extra = foreign.extra;
        ++m_report.newItems;
        remember(item);
        m_pending.push_back(item);
        return item.id;
    }

    // Where pictures usually lie beside labels, when the format does not know.
    [[nodiscard]] QString mediumOf(const QString &name)
    {
        const QString &given = m_options.request.mediaPath;
        if (given.isEmpty())
            return {};
        for (const QString &candidate : {given + QLatin1Char('/') + name, given + QLatin1Char('/') + QFileInfo(name).fileName()})
            if (QFileInfo(candidate).isFile() && m_guard.reaches(candidate))
                return candidate;
        return {};
    }

    Result<> flushItems()
    {
        while (!m_pending.empty()) {
            const std::size_t count = std::min(itemsPerBatch, m_pending.size());
            std::vector<model::Item> batch(std::make_move_iterator(m_pending.begin()),
                                           std::make_move_iterator(m_pending.begin() + static_cast<std::ptrdiff_t>(count)));
            m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(count));
            if (const auto added = m_bulk->addItems(std::move(batch)); !added)
                return added;
        }
        for (const ItemId &id : std::exchange(m_newScenes, {})) {
            history::GestureBuilder builder({}, {});
            builder.put(nullptr, *m_sceneOf.at(id));
            if (const auto stored = m_bulk->change(builder.gesture().changes.front()); !stored)
                return stored;
        }
        return {};
    }

    store::Project &m_project;
    const MediaOpener &m_opener;
    const ImportOptions &m_options;
    extension::ImportRequest m_request;
    extension::LinkGuard m_guard;
    QString m_batchName;
    const jobs::JobControl &m_control;
    ImportScenes m_scenes;
    const store::Reader *m_reader = nullptr;
    store::BulkSink *m_bulk = nullptr;
    std::unordered_map<ItemId, std::optional<model::Scene>> m_sceneOf;
    std::vector<ItemId> m_newScenes;  // not stored yet
    std::map<std::pair<ItemId, TrackId>, TrackId> m_tracks;  // ids that the reader set → the store's
    model::Schema m_before;
    model::Schema m_schema;
    QHash<QString, Known> m_byName;
    QHash<QByteArray, ItemId> m_bySha;
    QHash<QString, QString> m_byFile;  // file name → the one item name that ends in it; empty = several
    QHash<QString, extension::ItemRef> m_refs;
    std::vector<ItemId> m_items;
    QHash<QString, extension::ClassRef> m_classRefs;
    QHash<QString, std::size_t> m_classPlaces;  // in the schema, by name, then by alias
    QSet<ClassId> m_classIds;
    std::vector<ClassUse> m_classes;
    std::unordered_map<AnnotationId, AnnotationId> m_given;  // ids that the reader set → the store's
    std::unordered_map<GroupId, GroupId> m_groups;           // likewise
    std::deque<model::Item> m_pending;
    std::vector<ItemId> m_sampleItems;  // of the report's samples
    Json m_dataset = Json::object();
    std::int64_t m_withoutClass = 0;
    ImportReport m_report;
};

}  // namespace

Result<ImportReport> importAnnotations(store::Project &project, const MediaOpener &opener,
                                       const extension::AnnotationFormat &format, const ImportOptions &options,
                                       const store::Person &person, const jobs::JobControl &control)
{
    const QFileInfo source(options.request.path);
    if (!source.isFile() && !source.isDir())
        return fail(ErrorCode::NotFound, tr("There is no file or folder %1.").arg(options.request.path));
    auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const QString batchName = QStringLiteral("%1:%2").arg(format.id(), QFileInfo(options.request.path).fileName());
    ImportSink sink(project, opener, options, batchName, control);
    if (const auto prepared = sink.prepare(**reader); !prepared)
        return fail(prepared.error());

    const auto read = [&]() -> Result<> {
        if (const auto done = format.read(sink.request(), sink); !done)
            return done;
        return sink.finish(**reader);
    };
    if (options.dryRun) {
        if (const auto done = read(); !done)
            return fail(done.error());
        if (const auto described = sink.describeSamples(**reader); !described)
            return fail(described.error());
        return std::move(sink.report());
    }
    const auto stored = project.store().bulk(tr("Import %1").arg(batchName), person.name, [&](store::BulkSink &bulk) {
        sink.setBulk(&bulk);
        return read();
    });
    if (!stored)
        return fail(stored.error());
    return std::move(sink.report());
}

QString resultWords(const ImportReport &report)
{
    const QLocale locale;
    const QString labels = report.annotations == 1 ? tr("1 label") : tr("%1 labels").arg(locale.toString(qlonglong(report.annotations)));
    const QString items = report.items == 1 ? tr("1 item") : tr("%1 items").arg(locale.toString(qlonglong(report.items)));
    return tr("%1 on %2").arg(labels, items);
}

}  // namespace plumbline::exchange
