// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/layerhistory.h"

#include "core/history/gesture.h"
#include "core/model/codec.h"
#include "core/store/sqlite.h"
#include "core/store/store.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::store {

using history::ChangeKind;
using history::EntityType;

namespace {

tl::unexpected<Error> lost()
{
    return fail(ErrorCode::Corrupt,
                QCoreApplication::translate("plumbline::store",
                                            "The history no longer holds what these labels were; verify the project."));
}

}  // namespace

LayerHistory::LayerHistory(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
LayerHistory::LayerHistory(LayerHistory &&) noexcept = default;
LayerHistory::~LayerHistory() = default;

Result<LayerHistory> LayerHistory::open(const Store &store)
{
    auto connection = Connection::open(store.file(), Connection::Mode::ReadOnly);
    if (!connection)
        return fail(connection.error());
    // One moment: what is read and what is taken back must not come apart.
    if (const auto begun = connection->execute("BEGIN"); !begun)
        return fail(begun.error());
    return LayerHistory(std::make_unique<Connection>(std::move(*connection)));
}

Result<LayerState> LayerHistory::at(ItemId item, const QString &layer, std::int64_t seq) const
{
    LayerState state;
    Statement labels =
        m_connection->prepare("SELECT a.id, a.alive, a.data, a.created_seq FROM annotation a JOIN item i ON i.n = a.item "
                              "JOIN layer l ON l.n = a.layer WHERE i.id = ? AND l.name = ? ORDER BY a.n");
    labels.bind(item.uuid).bind(layer);
    const auto annotations = rows(std::move(labels), false, seq);
    if (!annotations)
        return fail(annotations.error());
    for (const Row &row : *annotations) {
        auto annotation = model::decodeAnnotation(row.data);
        if (!annotation)
            return fail(annotation.error());
        state.annotations.push_back(std::move(*annotation));
    }
    Statement ways = m_connection->prepare("SELECT id, alive, data, created_seq FROM entity INDEXED BY entity_by_item "
                                           "WHERE type = ? AND item = ? AND owner = ? ORDER BY created_seq, id");
    ways.bind(static_cast<int>(EntityType::Track)).bind(item.uuid).bind(layer);
    const auto tracks = rows(std::move(ways), true, seq);
    if (!tracks)
        return fail(tracks.error());
    for (const Row &row : *tracks) {
        auto track = model::decodeTrack(row.data);
        if (!track)
            return fail(track.error());
        state.tracks.push_back(std::move(*track));
    }
    return state;
}

Result<std::vector<LayerHistory::Row>> LayerHistory::rows(Statement read, bool tracks, std::int64_t seq) const
{
    std::vector<Row> list;
    while (true) {
        const auto more = read.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        // What was made later was not there.
        if (read.integer(3) <= seq)
            list.push_back({read.uuid(0), read.integer(1) != 0, read.blob(2), read.integer(3)});
    }
    for (Row &row : list)
        if (const auto done = takeBack(row, tracks, seq); !done)
            return fail(done.error());
    std::erase_if(list, [](const Row &row) { return !row.alive; });
    return list;
}

// What was done to the row alone and to the bulk that it came with are two series of operations; in neither order do they meet
// twice, so they are merged by number.
Result<> LayerHistory::takeBack(Row &row, bool track, std::int64_t seq) const
{
    if (const auto begun = bulkBegan(row.createdBy); !begun)
        return begun;
    const auto &bulk = m_bulks[row.createdBy];
    auto whole = bulk.begin();
    const auto takeBulkBackTo = [&](std::int64_t until) {
        for (; whole != bulk.end() && whole->first > until; ++whole)
            row.alive = !whole->second;
    };
    Statement read = m_connection->prepare("SELECT o.seq, o.kind, o.field_group, o.before_sha, b.data FROM operation o "
                                           "LEFT JOIN payload b ON b.sha = o.before_sha "
                                           "WHERE o.entity = ? AND o.entity_type = ? AND o.seq > ? ORDER BY o.seq DESC");
    read.bind(row.id).bind(static_cast<int>(track ? EntityType::Track : EntityType::Annotation)).bind(seq);
    while (true) {
        const auto more = read.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        takeBulkBackTo(read.integer(0));
        const auto kind = static_cast<ChangeKind>(read.integer(1));
        if (kind == ChangeKind::Create) {
            row.alive = false;
            continue;
        }
        if (read.isNull(4) && !read.isNull(3))
            return lost();
        const QByteArray before = read.blob(4);
        if (kind == ChangeKind::Delete || track) {
            row.alive = true;
            row.data = before;
            continue;
        }
        auto annotation = model::decodeAnnotation(row.data);
        if (!annotation)
            return fail(annotation.error());
        if (const auto applied = model::applyGroup(*annotation, read.text(2), before); !applied)
            return applied;
        row.data = model::encode(*annotation);
    }
    takeBulkBackTo(seq);
    return {};
}

Result<> LayerHistory::bulkBegan(std::int64_t seq) const
{
    if (m_bulks.contains(seq))
        return {};
    std::vector<std::pair<std::int64_t, bool>> done;
    Statement read = m_connection->prepare("SELECT o.seq, o.kind FROM bulk b CROSS JOIN operation o ON o.entity = b.id "
                                           "WHERE b.seq = ? ORDER BY o.seq DESC");
    read.bind(seq);
    while (true) {
        const auto more = read.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        done.emplace_back(read.integer(0), static_cast<ChangeKind>(read.integer(1)) == ChangeKind::BulkCreate);
    }
    m_bulks.emplace(seq, std::move(done));
    return {};
}

}  // namespace plumbline::store
