// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"

#include "core/base/cbor.h"
#include "core/model/codec.h"
#include "core/store/rows.h"
#include "core/store/undostacks.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace plumbline::store {

using history::EntityType;

namespace {

Result<model::Annotation> annotationAt(const Statement &row, int dataColumn, int revisionColumn)
{
    auto annotation = model::decodeAnnotation(row.view(dataColumn));
    if (annotation)
        annotation->revision = row.integer(revisionColumn);
    return annotation;
}

Result<Json> jsonAt(QByteArrayView data)
{
    base::CborReader reader(data);
    return base::parseJson(reader.utf8(), 128);
}

QString escapedForLike(QString text)
{
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    text.replace(QLatin1Char('%'), QStringLiteral("\\%"));
    text.replace(QLatin1Char('_'), QStringLiteral("\\_"));
    return text;
}

// The latest `limit` gestures of the actor; -1 = all.
Result<UndoStacks> readUndoStacks(Connection &connection, const QString &actor, std::int64_t limit)
{
    UndoStacks stacks;
    Statement read = connection.prepare("SELECT * FROM (SELECT n, undoes, undoable, label FROM gesture WHERE actor = ? "
                                        "ORDER BY n DESC LIMIT ?) ORDER BY n");
    read.bind(actor).bind(limit);
    const auto walked = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        stacks.add({row.integer(0), row.text(3), 0}, row.isNull(1) ? std::nullopt : std::optional(row.integer(1)), row.integer(2) != 0);
        return {};
    });
    return walked ? Result<UndoStacks>(std::move(stacks)) : fail(walked.error());
}

// What came in packets may be stored in another order than it was handed in, and of two with one number the earlier one stands: the
// places of one task's submissions stay, what stands in them is put in order.
void inOrderOfNumbers(std::vector<model::Submission> &list)
{
    const auto before = [](const model::Submission &a, const model::Submission &b) {
        return std::tie(a.round, a.number, b.createdMicroseconds, b.id) < std::tie(b.round, b.number, a.createdMicroseconds, a.id);
    };
    std::map<TaskId, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < list.size(); ++i)
        places[list[i].task].push_back(i);
    for (const auto &[task, own] : places) {
        std::vector<model::Submission> sorted;
        for (const std::size_t place : own)
            sorted.push_back(list[place]);
        if (std::is_sorted(sorted.begin(), sorted.end(), before))
            continue;
        std::stable_sort(sorted.begin(), sorted.end(), before);
        for (std::size_t i = 0; i < own.size(); ++i)
            list[own[i]] = std::move(sorted[i]);
    }
}

}  // namespace

Reader::Reader(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

Reader::~Reader() = default;

Result<model::Schema> Reader::schema() const
{
    Statement read = m_connection->prepare("SELECT data FROM entity WHERE type = ? AND id = ? AND alive = 1");
    const auto row = read.bind(static_cast<int>(EntityType::Schema)).bind(history::schemaKey()).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return model::Schema{};
    return history::decodeSchema(read.view(0));
}

Result<Json> Reader::setting(const QString &key) const
{
    Statement read = m_connection->prepare("SELECT data FROM entity WHERE type = ? AND id = ? AND alive = 1");
    const auto row = read.bind(static_cast<int>(EntityType::Setting)).bind(history::settingKey(key)).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return Json();
    auto json = jsonAt(read.view(0));
    if (!json)
        return json;
    return json->is_array() && json->size() == 2 ? Result<Json>((*json)[1]) : Result<Json>(Json());
}

Result<std::vector<model::Member>> Reader::members() const
{
    Statement read = m_connection->prepare("SELECT data FROM entity WHERE type = ? AND alive = 1 ORDER BY created_seq");
    read.bind(static_cast<int>(EntityType::Member));
    return decodedRows<model::Member>(std::move(read), model::decodeMember);
}

Result<std::int64_t> Reader::itemCount() const
{
    return m_connection->integer("SELECT count(*) FROM item WHERE alive = 1");
}

Result<std::int64_t> Reader::lastItemNumber() const
{
    return m_connection->integer("SELECT ifnull(max(n), 0) FROM item");
}

Result<std::int64_t> Reader::itemNumber(ItemId id) const
{
    Statement read = m_connection->prepare("SELECT n FROM item WHERE id = ? AND alive = 1");
    const auto row = read.bind(id.uuid).step();
    if (!row)
        return fail(row.error());
    return *row ? read.integer(0) : 0;
}

Result<std::optional<model::Item>> Reader::item(ItemId id) const
{
    Statement read = m_connection->prepare("SELECT data FROM item WHERE id = ? AND alive = 1");
    read.bind(id.uuid);
    return firstOf(decodedRows<model::Item>(std::move(read), model::decodeItem));
}

Result<std::vector<model::Item>> Reader::itemsByName(const QString &name) const
{
    Statement read = m_connection->prepare("SELECT data FROM item WHERE name = ? AND alive = 1 ORDER BY n");
    read.bind(name);
    return decodedRows<model::Item>(std::move(read), model::decodeItem);
}

Result<std::vector<model::Item>> Reader::itemsByFileName(const QString &fileName) const
{
    // No file is called so, and SQLite takes patterns of 50,000 bytes at most.
    if (fileName.size() > 4096)
        return std::vector<model::Item>();
    Statement read = m_connection->prepare("SELECT data FROM item WHERE name LIKE '%/' || ? ESCAPE '\\' AND alive = 1 ORDER BY n");
    read.bind(escapedForLike(fileName));
    return decodedRows<model::Item>(std::move(read), model::decodeItem);
}

Result<> Reader::visitItems(const std::function<Result<>(const model::Item &)> &visitor) const
{
    return forEachRow(m_connection->prepare("SELECT data FROM item WHERE alive = 1 ORDER BY n"), [&](Statement &row) -> Result<> {
        const auto item = model::decodeItem(row.view(0));
        return item ? visitor(*item) : fail(item.error());
    });
}

Result<std::map<model::ItemKind, std::int64_t>> Reader::itemsByKind() const
{
    std::map<model::ItemKind, std::int64_t> counts;
    const auto done = forEachRow(m_connection->prepare("SELECT kind, count(*) FROM item WHERE alive = 1 GROUP BY kind"),
                                 [&](Statement &row) -> Result<> {
                                     counts[static_cast<model::ItemKind>(row.integer(0))] = row.integer(1);
                                     return {};
                                 });
    return done ? Result<std::map<model::ItemKind, std::int64_t>>(counts) : fail(done.error());
}

Result<std::vector<QueueEntry>> Reader::queue(const QueueFilter &filter, std::int64_t offset, std::int64_t limit) const
{
    Statement read = m_connection->prepare(
        "SELECT i.id, i.name, i.kind, ifnull(t.state, 0), i.n FROM item i "
        "LEFT JOIN entity t INDEXED BY entity_by_item ON t.type = ?1 AND t.item = i.id AND t.owner = ?2 AND t.alive = 1 "
        "WHERE i.alive = 1 AND (?3 = '' OR i.name LIKE '%' || ?3 || '%' ESCAPE '\\') AND (?4 < 0 OR ifnull(t.state, 0) = ?4) "
        "AND (?5 < 0 OR i.kind = ?5) ORDER BY i.n LIMIT ?6 OFFSET ?7");
    read.bind(static_cast<int>(EntityType::Task))
        .bind(filter.person)
        .bind(escapedForLike(filter.text))
        .bind(filter.state ? static_cast<int>(*filter.state) : -1)
        .bind(filter.kind ? static_cast<int>(*filter.kind) : -1)
        .bind(limit)
        .bind(offset);
    std::vector<QueueEntry> list;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        list.push_back({ItemId{row.uuid(0)}, row.text(1), static_cast<model::ItemKind>(row.integer(2)),
                        static_cast<model::TaskState>(row.integer(3)), row.integer(4)});
        return {};
    });
    return done ? Result<std::vector<QueueEntry>>(std::move(list)) : fail(done.error());
}

Result<Reader::QueueSlice> Reader::queueSlice(const QString &person, std::int64_t after, std::int64_t limit) const
{
    Statement read = m_connection->prepare("SELECT i.id, i.name, i.kind, ifnull(t.state, 0), i.n FROM item i "
                                           "LEFT JOIN entity t INDEXED BY entity_by_item "
                                           "ON t.type = ?1 AND t.item = i.id AND t.owner = ?2 AND t.alive = 1 "
                                           "WHERE i.n > ?3 AND i.alive = 1 ORDER BY i.n LIMIT ?4");
    read.bind(static_cast<int>(EntityType::Task)).bind(person).bind(after).bind(limit);
    QueueSlice slice;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        slice.entries.push_back({ItemId{row.uuid(0)}, row.text(1), static_cast<model::ItemKind>(row.integer(2)),
                                 static_cast<model::TaskState>(row.integer(3)), row.integer(4)});
        slice.last = row.integer(4);
        return {};
    });
    return done ? Result<QueueSlice>(std::move(slice)) : fail(done.error());
}

Result<Reader::QueueChanges> Reader::queueChanges(const QString &person, std::int64_t since) const
{
    QueueChanges changes;
    std::vector<Uuid> tasks;
    {
        Statement read = m_connection->prepare("SELECT seq, entity_type, entity FROM operation WHERE seq > ? ORDER BY seq");
        read.bind(since);
        changes.lastOperation = since;
        const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
            changes.lastOperation = row.integer(0);
            const auto type = static_cast<EntityType>(row.integer(1));
            changes.items = changes.items || type == EntityType::Item;
            if (type == EntityType::Task)
                tasks.push_back(row.uuid(2));
            return {};
        });
        if (!done)
            return fail(done.error());
    }
    for (const Uuid &id : tasks) {
        Statement read = m_connection->prepare("SELECT item, state, alive FROM entity WHERE type = ? AND id = ? AND owner = ?");
        const auto row = read.bind(static_cast<int>(EntityType::Task)).bind(id).bind(person).step();
        if (!row)
            return fail(row.error());
        if (*row)
            changes.states.emplace_back(ItemId{read.uuid(0)},
                                        read.integer(2) ? static_cast<model::TaskState>(read.integer(1)) : model::TaskState::ToDo);
    }
    return changes;
}

Result<std::map<model::TaskState, std::int64_t>> Reader::queueCounts(const QString &person) const
{
    std::map<model::TaskState, std::int64_t> counts;
    Statement read = m_connection->prepare(
        "SELECT t.state, count(*) FROM entity t INDEXED BY entity_by_owner JOIN item i ON i.id = t.item AND i.alive = 1 "
        "WHERE t.type = ? AND t.owner = ? AND t.alive = 1 GROUP BY t.state");
    read.bind(static_cast<int>(EntityType::Task)).bind(person);
    std::int64_t touched = 0;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        counts[static_cast<model::TaskState>(row.integer(0))] += row.integer(1);
        touched += row.integer(1);
        return {};
    });
    if (!done)
        return fail(done.error());
    const auto all = itemCount();
    if (!all)
        return fail(all.error());
    counts[model::TaskState::ToDo] += *all - touched;
    return counts;
}

Result<std::optional<model::Annotation>> Reader::annotation(AnnotationId id) const
{
    Statement read = m_connection->prepare("SELECT data, revision FROM annotation WHERE id = ? AND alive = 1");
    const auto row = read.bind(id.uuid).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    auto annotation = annotationAt(read, 0, 1);
    return annotation ? Result<std::optional<model::Annotation>>(std::move(*annotation)) : fail(annotation.error());
}

Result<std::vector<model::Annotation>> Reader::annotations(const AnnotationFilter &filter) const
{
    Statement read = filter.item
                         ? m_connection->prepare("SELECT a.data, a.revision FROM annotation a "
                                                 "WHERE a.item = (SELECT n FROM item WHERE id = ?2) AND a.alive = 1 AND "
                                                 "(?1 IS NULL OR a.layer = (SELECT n FROM layer WHERE name = ?1)) ORDER BY a.n")
                         : m_connection->prepare("SELECT a.data, a.revision FROM annotation a WHERE a.alive = 1 AND "
                                                 "(?1 IS NULL OR a.layer = (SELECT n FROM layer WHERE name = ?1)) ORDER BY a.n");
    if (filter.layer)
        read.bind(*filter.layer);
    else
        read.bindNull();
    if (filter.item)
        read.bind(filter.item->uuid);
    std::vector<model::Annotation> list;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        auto annotation = annotationAt(row, 0, 1);
        if (!annotation)
            return fail(annotation.error());
        list.push_back(std::move(*annotation));
        return {};
    });
    return done ? Result<std::vector<model::Annotation>>(std::move(list)) : fail(done.error());
}

Result<> Reader::visit(const std::optional<QString> &layer, bool all, const ItemVisitor &visitor) const
{
    // One pass over items and one over annotations sorted the same way, merged: memory holds one item at a time.
    Statement read = m_connection->prepare(
        "SELECT i.data, a.data, a.revision, i.n FROM item i LEFT JOIN annotation a ON a.item = i.n AND a.alive = 1 AND "
        "(?1 IS NULL OR a.layer = (SELECT n FROM layer WHERE name = ?1)) WHERE i.alive = 1 ORDER BY i.n, a.n");
    if (layer)
        read.bind(*layer);
    else
        read.bindNull();
    std::int64_t current = -1;
    model::Item item;
    std::vector<model::Annotation> annotations;
    const auto flush = [&]() -> Result<> {
        if (current < 0 || (annotations.empty() && !all))
            return {};
        return visitor(item, annotations);
    };
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        if (row.integer(3) != current) {
            if (const auto flushed = flush(); !flushed)
                return flushed;
            auto next = model::decodeItem(row.view(0));
            if (!next)
                return fail(next.error());
            item = std::move(*next);
            annotations.clear();
            current = row.integer(3);
        }
        if (row.isNull(1))
            return {};
        auto annotation = annotationAt(row, 1, 2);
        if (!annotation)
            return fail(annotation.error());
        annotations.push_back(std::move(*annotation));
        return {};
    });
    return done ? flush() : done;
}

Result<std::map<std::size_t, std::int64_t>> Reader::annotationsByGeometry(const std::optional<QString> &layer) const
{
    Statement read = m_connection->prepare("SELECT kind, count(*) FROM annotation WHERE alive = 1 AND "
                                           "(?1 IS NULL OR layer = (SELECT n FROM layer WHERE name = ?1)) GROUP BY kind");
    if (layer)
        read.bind(*layer);
    else
        read.bindNull();
    std::map<std::size_t, std::int64_t> counts;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        counts[static_cast<std::size_t>(row.integer(0))] = row.integer(1);
        return {};
    });
    return done ? Result<std::map<std::size_t, std::int64_t>>(counts) : fail(done.error());
}

Result<std::map<ClassId, std::int64_t>> Reader::annotationsByClass(const std::optional<QString> &layer) const
{
    Statement read =
        m_connection->prepare("SELECT c.id, count(*) FROM annotation a LEFT JOIN class_ref c ON c.n = a.class WHERE a.alive = 1 AND "
                              "(?1 IS NULL OR a.layer = (SELECT n FROM layer WHERE name = ?1)) GROUP BY a.class");
    if (layer)
        read.bind(*layer);
    else
        read.bindNull();
    std::map<ClassId, std::int64_t> counts;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        counts[ClassId{row.uuid(0)}] = row.integer(1);
        return {};
    });
    return done ? Result<std::map<ClassId, std::int64_t>>(counts) : fail(done.error());
}

Result<std::vector<std::pair<QString, std::int64_t>>> Reader::layers() const
{
    std::vector<std::pair<QString, std::int64_t>> list;
    const auto done = forEachRow(m_connection->prepare("SELECT l.name, count(*) FROM annotation a JOIN layer l ON l.n = a.layer "
                                                       "WHERE a.alive = 1 GROUP BY a.layer ORDER BY l.n"),
                                 [&](Statement &row) -> Result<> {
                                     list.emplace_back(row.text(0), row.integer(1));
                                     return {};
                                 });
    return done ? Result<std::vector<std::pair<QString, std::int64_t>>>(std::move(list)) : fail(done.error());
}

Result<std::vector<model::Track>> Reader::tracks(const AnnotationFilter &filter) const
{
    Statement read =
        m_connection->prepare(entitiesOf(filter.item.has_value(), "(?3 IS NULL OR owner = ?3) ORDER BY created_seq, id").constData());
    read.bind(static_cast<int>(EntityType::Track));
    read.bind(filter.item ? filter.item->uuid : Uuid{});
    if (filter.layer)
        read.bind(*filter.layer);
    else
        read.bindNull();
    return decodedRows<model::Track>(std::move(read), model::decodeTrack);
}

Result<std::optional<model::Scene>> Reader::scene(ItemId item) const
{
    Statement read = m_connection->prepare("SELECT data FROM entity WHERE type = ? AND id = ? AND alive = 1");
    read.bind(static_cast<int>(EntityType::Scene)).bind(item.uuid);
    return firstOf(decodedRows<model::Scene>(std::move(read), model::decodeScene));
}

Result<std::optional<model::Task>> Reader::task(TaskId id) const
{
    Statement read = m_connection->prepare("SELECT data FROM entity WHERE type = ? AND id = ? AND alive = 1");
    read.bind(static_cast<int>(EntityType::Task)).bind(id.uuid);
    return firstOf(decodedRows<model::Task>(std::move(read), model::decodeTask));
}

Result<std::vector<model::Submission>> Reader::submissions(std::optional<ItemId> item, const QString &annotator) const
{
    Statement read =
        m_connection->prepare(entitiesOf(item.has_value(), "(?3 = '' OR owner = ?3) ORDER BY created_seq").constData());
    read.bind(static_cast<int>(EntityType::Submission)).bind(item ? item->uuid : Uuid{}).bind(annotator);
    auto list = decodedRows<model::Submission>(std::move(read), model::decodeSubmission);
    if (list)
        inOrderOfNumbers(*list);
    return list;
}

Result<> Reader::visitJudgements(const std::function<Result<>(const model::Judgement &)> &visitor) const
{
    Statement read = m_connection->prepare("SELECT data FROM entity WHERE type = ? AND alive = 1 ORDER BY created_seq, id");
    read.bind(static_cast<int>(EntityType::Judgement));
    return forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        const auto judgement = model::decodeJudgement(row.view(0));
        return judgement ? visitor(*judgement) : fail(judgement.error());
    });
}

Result<std::vector<GestureRecord>> Reader::gestures(std::int64_t limit, const QString &actor) const
{
    Statement read = m_connection->prepare(
        "SELECT g.n, g.id, g.actor, g.label, g.undoes, g.created, (SELECT count(*) FROM operation o WHERE o.gesture = g.n) "
        "FROM gesture g WHERE ?1 = '' OR g.actor = ?1 ORDER BY g.n DESC LIMIT ?2");
    read.bind(actor).bind(limit);
    std::vector<GestureRecord> list;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        GestureRecord record{row.integer(0), GestureId{row.uuid(1)}, row.text(2), row.text(3), {}, row.integer(5), row.integer(6)};
        if (!row.isNull(4))
            record.undoes = row.integer(4);
        list.push_back(std::move(record));
        return {};
    });
    return done ? Result<std::vector<GestureRecord>>(std::move(list)) : fail(done.error());
}

Result<std::vector<OperationRecord>> Reader::operations(std::int64_t gestureNumber) const
{
    Statement read = m_connection->prepare(
        "SELECT seq, op_id, kind, entity_type, entity, field_group, base_ver FROM operation WHERE gesture = ? ORDER BY seq");
    read.bind(gestureNumber);
    std::vector<OperationRecord> list;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        list.push_back({row.integer(0), OperationId{row.uuid(1)}, static_cast<history::ChangeKind>(row.integer(2)),
                        static_cast<EntityType>(row.integer(3)), row.uuid(4), row.text(5), row.integer(6)});
        return {};
    });
    return done ? Result<std::vector<OperationRecord>>(std::move(list)) : fail(done.error());
}

Result<std::int64_t> Reader::lastOperation() const
{
    return m_connection->integer("SELECT ifnull(max(seq), 0) FROM operation");
}

Result<Reader::UndoLabels> Reader::undoLabels(const QString &actor) const
{
    const auto stacks = readUndoStacks(*m_connection, actor, -1);
    if (!stacks)
        return fail(stacks.error());
    return UndoLabels{stacks->undoLabel(), stacks->redoLabel()};
}

Result<Reader::UndoSteps> Reader::undoSteps(const QString &actor, std::int64_t limit) const
{
    const auto stacks = readUndoStacks(*m_connection, actor, limit);
    if (!stacks)
        return fail(stacks.error());
    UndoSteps steps;
    for (const UndoStacks::Step &step : stacks->done)
        steps.done.push_back(step.origin);
    for (const UndoStacks::Step &step : stacks->undone)
        steps.undone.push_back(step.origin);
    return steps;
}

}  // namespace plumbline::store
