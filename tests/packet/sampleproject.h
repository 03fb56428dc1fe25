// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/packet/adjudication.h"
#include "core/packet/mergepacket.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"
#include "core/workflow/desk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace plumbline::test {

/// Where syncing a file costs nothing, when there is such a place.
inline QString quickFolder()
{
    return QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm/plumbline-test-XXXXXX")
                                                              : QDir::tempPath() + QStringLiteral("/plumbline-test-XXXXXX");
}

/// Somebody with keys.
struct Party {
    QString name;
    packet::SigningKey signing = std::move(*packet::SigningKey::generate());
    packet::OpeningKey opening = std::move(*packet::OpeningKey::generate());

    [[nodiscard]] packet::Packing packing() const
    {
        packet::Packing packing;
        packing.key = &signing;
        packing.sender = {name, signing.publicKey(), opening.sealingKey()};
        return packing;
    }
    [[nodiscard]] store::Person person() const { return {name, true}; }
};

inline model::Schema twoClasses()
{
    model::Schema schema = model::emptySchema();
    model::addClass(schema, ClassId{Uuid::fromName("class", "car")}, QStringLiteral("car"));
    model::addClass(schema, ClassId{Uuid::fromName("class", "bus")}, QStringLiteral("bus"));
    return schema;
}

/// A team project with small files for pictures.
inline Result<std::unique_ptr<store::Project>> makeProject(const QString &folder, const Party &lead, const QStringList &members,
                                                           int items)
{
    auto project = store::Project::create(folder, {QStringLiteral("streets"), twoClasses(), lead.person(), true});
    if (!project)
        return project;
    store::Store &db = (*project)->store();
    history::GestureBuilder builder(db.ids().make<GestureId>(), QStringLiteral("Add"));
    for (const QString &name : members)
        builder.put(nullptr, model::Member{name, name, QStringLiteral("annotator"), QStringLiteral("north")});
    for (int i = 0; i < items; ++i) {
        model::Item item;
        item.id = ItemId{db.ids().version4()};
        item.name = QStringLiteral("street %1.png").arg(i);
        item.path = QStringLiteral("media/%1.png").arg(i);
        item.width = 640;
        item.height = 480;
        item.extra = {{"coco", {{"id", i}}}};
        item.tags = QStringList{QStringLiteral("canary-tag")};
        const QByteArray content = "picture " + QByteArray::number(i);
        item.contentSha256 = base::sha256(content);
        item.bytes = content.size();
        QFile file((*project)->folder() + QLatin1Char('/') + item.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return fail(ErrorCode::Failed, file.errorString());
        builder.put(nullptr, item);
    }
    builder.setting(QStringLiteral("guideline"), nullptr, "# Cars\nDraw them.\n");
    if (const auto done = store::wait(db.commit(builder.take(), lead.name)); !done)
        return fail(done.error());
    return project;
}

inline std::vector<model::Item> itemsOf(const store::Project &project)
{
    std::vector<model::Item> items;
    const auto reader = project.store().reader();
    (void)(*reader)->visitItems([&](const model::Item &item) -> Result<> {
        items.push_back(item);
        return {};
    });
    std::sort(items.begin(), items.end(), [](const model::Item &a, const model::Item &b) { return a.id < b.id; });
    return items;
}

inline std::vector<model::Annotation> labelsOf(const store::Project &project, ItemId item, const QString &layer)
{
    const auto reader = project.store().reader();
    auto labels = (*reader)->annotations({item, layer}).value();
    std::sort(labels.begin(), labels.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    for (model::Annotation &label : labels)
        label.revision = 0;
    return labels;
}

inline model::Annotation box(store::Project &project, ItemId item, const QString &layer, double x, const char *className = "car")
{
    model::Annotation label;
    label.id = project.store().ids().make<AnnotationId>();
    label.item = item;
    label.layer = layer;
    label.labelClass = ClassId{Uuid::fromName("class", className)};
    label.geometry = geometry::Box{x, 10.25, 50, 40};
    label.origin.by = layer;
    label.createdMicroseconds = project.store().clock().nowMicroseconds();
    return label;
}

inline Result<> commit(store::Project &project, history::GestureBuilder &builder, const QString &actor)
{
    const auto done = store::wait(project.store().commit(builder.take(), actor));
    return done ? Result<>() : fail(done.error());
}

inline history::GestureBuilder gesture(store::Project &project)
{
    return history::GestureBuilder(project.store().ids().make<GestureId>(), QStringLiteral("Edit"));
}

/// Everything that packets bring, as one text: equal for projects in the same state.
inline QByteArray foldOf(const store::Project &project)
{
    QByteArrayList rows;
    const auto reader = project.store().reader();
    const auto log = store::RecordLog::open(project.store());
    const auto labels = (*reader)->annotations({});
    for (const model::Annotation &label : *labels)
        rows.append("a" + model::encode(label).toHex());
    const auto tracks = (*reader)->tracks({});
    for (const model::Track &track : *tracks)
        rows.append("t" + model::encode(track).toHex());
    for (const model::Item &item : itemsOf(project)) {
        const auto submissions = (*reader)->submissions(item.id, {});
        for (const model::Submission &submission : *submissions)
            rows.append("s" + model::encode(submission).toHex());
    }
    for (const auto kind : {model::RecordKind::Snapshot, model::RecordKind::Decision, model::RecordKind::Conflict}) {
        const auto records = log->all(kind);
        for (const model::Record &record : *records)
            rows.append("r" + model::encode(record).toHex());
    }
    std::sort(rows.begin(), rows.end());
    return rows.join('\n');
}

inline QStringList verified(const store::Project &project)
{
    const auto reader = project.store().reader();
    const auto problems = (*reader)->verify({});
    return problems ? *problems : QStringList{problems.error().text};
}

}  // namespace plumbline::test
