// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/casefile.h"

#include "core/base/atomicfile.h"
#include "core/model/codec.h"
#include "core/model/jsonfields.h"
#include "core/packet/packing.h"

#include <set>

namespace plumbline::packet {

using model::JsonFields;

namespace {

tl::unexpected<Error> wrong(const QString &text)
{
    return fail(ErrorCode::Malformed, text);
}

Result<> readItem(const Json &json, CaseFile &file)
{
    JsonFields f(json, tr("The item"));
    CaseItem item;
    item.item.id = ItemId::fromString(f.requiredText("id")).value_or(ItemId{});
    const auto kind = model::itemKindFromName(f.requiredText("kind"));
    item.item.name = f.requiredText("name");
    for (const Json &entry : f.list("media")) {
        JsonFields m(entry, tr("The medium"));
        const QByteArray member = m.requiredText("member").toLatin1();
        const QString text = m.text("path");
        const auto path = text.isEmpty() ? Result<QString>(QString()) : base::safeRelativePath(text);
        if (m.error())
            return fail(*m.error());
        if (!path || !isPlainName(member) || !item.media.emplace(*path, member).second)
            return wrong(tr("The medium of “%1” lies at no place that it can have.").arg(item.item.name));
    }
    if (f.error())
        return fail(*f.error());
    if (item.item.id.isNull() || !kind)
        return wrong(tr("The item has no id or no kind that is known here."));
    item.item.kind = *kind;
    const ItemId id = item.item.id;
    return file.items.emplace(id, std::move(item)).second ? Result<>() : wrong(tr("The item is there twice."));
}

Result<> readScene(const Json &json, CaseFile &file)
{
    const auto bytes = bytesFromJson(json, "scene");
    const auto scene = bytes ? model::decodeScene(*bytes) : Result<model::Scene>(fail(bytes.error()));
    if (!scene)
        return fail(scene.error());
    const auto item = file.items.find(scene->item);
    if (item == file.items.end() || item->second.scene)
        return wrong(tr("The scene belongs to no item of the packet."));
    item->second.scene = *scene;
    return {};
}

Result<> readCase(const Json &json, CaseFile &file)
{
    JsonFields f(json, tr("The case"));
    PacketCase made;
    made.id = Uuid::fromString(f.requiredText("id")).value_or(Uuid{});
    made.item = ItemId::fromString(f.requiredText("item")).value_or(ItemId{});
    made.why = f.text("why");
    made.likeness = f.has("likeness") ? f.number("likeness") : 1;
    made.absent = f.texts("absent");
    std::set<QString> letters;
    for (const Json &entry : f.list("versions")) {
        JsonFields v(entry, tr("The version"));
        const QString letter = v.requiredText("by");
        auto label = model::annotationFromJson(v.raw("annotation"), file.schema);
        if (v.error())
            return fail(*v.error());
        if (!label)
            return fail(label.error());
        if (!letters.insert(letter).second)
            return wrong(tr("The case has two versions of one letter."));
        made.versions.emplace_back(letter, std::move(*label));
    }
    if (f.has("base")) {
        auto label = model::annotationFromJson(f.raw("base"), file.schema);
        if (!label)
            return fail(label.error());
        made.base = std::move(*label);
    }
    if (f.error())
        return fail(*f.error());
    if (made.id.isNull() || made.versions.empty() || !file.items.contains(made.item))
        return wrong(tr("The case has no id, no versions, or no item of the packet."));
    file.cases.push_back(std::move(made));
    return {};
}

}  // namespace

Result<CaseFile> readCases(const PacketReader &packet)
{
    if (packet.manifest().kind != PacketKind::Adjudication)
        return wrong(
            tr("This is a packet of kind “%1”; there is nothing in it to decide.").arg(packetKindName(packet.manifest().kind)));
    auto schema = schemaOf(packet);
    if (!schema)
        return fail(schema.error());
    CaseFile file;
    file.schema = std::move(*schema);
    using Read = Result<> (*)(const Json &, CaseFile &);
    for (const auto &[name, read] : std::initializer_list<std::pair<const char *, Read>>{
             {"items.jsonl", readItem}, {"scenes.jsonl", readScene}, {"cases.jsonl", readCase}}) {
        const auto visited =
            packet.visitLines(name, [&, read = read](const Json &json, std::int64_t) { return read(json, file); });
        if (!visited)
            return fail(visited.error());
    }
    if (static_cast<std::int64_t>(file.cases.size()) != packet.manifest().cases)
        return wrong(tr("The packet does not hold what its summary says."));
    return file;
}

}  // namespace plumbline::packet
