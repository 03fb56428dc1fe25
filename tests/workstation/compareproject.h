// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pose.h"
#include "core/model/schema.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "drivefiles.h"
#include "tests/support/verify.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <memory>

namespace plumbline::test {

/// A team project that several people have labeled: pictures, and a scene where one is given. The lead is the account that the
/// program runs under.
class CompareProject
{
public:
    const store::Person lead = store::operatingSystemPerson();
    const store::Person reviewer{QStringLiteral("rita"), true};
    std::vector<store::Person> people;  ///< annotators
    ClassId car, van, person;
    std::vector<ItemId> items;
    std::unique_ptr<store::Project> project;

    /// Fails the running test when it cannot be made.
    void make(const QString &folder, int annotators)
    {
        static constexpr const char *names[] = {"anna", "ben", "cleo", "dan", "eva"};
        store::Project::NewProject made;
        made.name = QStringLiteral("Street");
        made.schema = model::emptySchema();
        made.schema.version = 1;
        const auto add = [&](const char *name) {
            const ClassId id{Uuid::fromName("class", name)};
            model::addClass(made.schema, id, QLatin1String(name));
            return id;
        };
        car = add("car");
        van = add("van");
        person = add("person");
        model::Attribute colour;
        colour.key = QStringLiteral("colour");
        colour.type = model::AttributeType::Choice;
        colour.choices = {QStringLiteral("red"), QStringLiteral("blue")};
        colour.classes = {QStringLiteral("car")};
        made.schema.attributes.push_back(colour);
        made.creator = lead;
        made.team = true;
        auto created = store::Project::create(folder, made, {});
        QVERIFY_RESULT(created);
        project = std::move(*created);
        history::GestureBuilder builder(id<GestureId>(), QStringLiteral("Set up"));
        builder.put(nullptr, model::Member{reviewer.name, reviewer.name, QStringLiteral("reviewer"), {}});
        for (int i = 0; i < annotators; ++i) {
            people.push_back({QLatin1String(names[i]), true});
            builder.put(nullptr, model::Member{people.back().name, people.back().name, QStringLiteral("annotator"), {}});
        }
        commit(std::move(builder), lead);
    }

    /// A street with cars where `cars` says, 640 × 400 pixels. An empty path: the medium is not there.
    ItemId addPicture(const QString &path, const std::vector<geometry::Box> &cars, bool write = true)
    {
        QImage image(640, 400, QImage::Format_RGB32);
        image.fill(QColor(142, 166, 190));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(0, 190, 640, 210, QColor(84, 84, 88));
        for (int i = 0; i < 12; ++i)
            painter.fillRect(i * 56, 110 - (i % 3) * 22, 48, 80 + (i % 3) * 22, QColor(120 + i * 5, 104, 96));
        int hue = 10;
        for (const geometry::Box &box : cars) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor::fromHsv(hue, 150, 170));
            painter.drawRoundedRect(QRectF(box.x, box.y + box.h * 0.35, box.w, box.h * 0.5), 5, 5);
            painter.drawRoundedRect(QRectF(box.x + box.w * 0.2, box.y, box.w * 0.6, box.h * 0.45), 5, 5);
            painter.setBrush(QColor(30, 30, 32));
            for (const double at : {0.22, 0.78})
                painter.drawEllipse(QPointF(box.x + box.w * at, box.y + box.h * 0.86), box.h * 0.14, box.h * 0.14);
            hue = (hue + 83) % 360;
        }
        painter.end();
        if (write && !image.save(path))
            QTest::qFail("the picture cannot be written", __FILE__, __LINE__);
        model::Item item;
        item.id = id<ItemId>();
        item.path = path;
        item.name = QFileInfo(path).fileName();
        item.width = image.width();
        item.height = image.height();
        put(item, std::nullopt);
        return item.id;
    }

    /// Something that cannot be looked at.
    ItemId addOther(const QString &name, model::ItemKind kind)
    {
        model::Item item;
        item.id = id<ItemId>();
        item.kind = kind;
        item.path = item.name = name;
        put(item, std::nullopt);
        return item.id;
    }

    ItemId addScene(const QString &folder)
    {
        QFile file(folder + QStringLiteral("/scene.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        auto read = pointcloud::readSceneJson(opened ? file.readAll() : QByteArray(), file.fileName());
        if (!read) {
            QTest::qFail(qPrintable(read.error().text), __FILE__, __LINE__);
            return {};
        }
        model::Item item;
        item.id = id<ItemId>();
        item.kind = model::ItemKind::Scene;
        item.path = folder;
        item.name = QFileInfo(folder).fileName();
        item.frames = std::int64_t(read->scene.frames.size());
        model::Scene scene = read->scene;
        scene.item = item.id;
        model::stampCalibration(scene);
        put(item, scene);
        m_scene = scene;
        return item.id;
    }

    /// Collected until submit().
    model::Annotation draw(ItemId item, const store::Person &by, ClassId labelClass, const geometry::Geometry &shape,
                           const model::Attributes &attributes = {}, std::int64_t frame = -1)
    {
        model::Annotation label;
        label.id = id<AnnotationId>();
        label.item = item;
        label.layer = by.name;
        label.labelClass = labelClass;
        label.geometry = shape;
        label.attributes = attributes;
        if (frame >= 0) {
            label.frame.emplace();
            label.frame->index = frame;
            label.frame->pts = m_scene.frames[std::size_t(frame)].microseconds;
            label.frame->timeBase = {1, 1'000'000};
        }
        label.origin.by = by.name;
        history::GestureBuilder builder(id<GestureId>(), QStringLiteral("Draw"));
        builder.create(label);
        commit(std::move(builder), by);
        return label;
    }
    /// What a model proposes.
    void propose(ItemId item, ClassId labelClass, const geometry::Geometry &shape, double score)
    {
        model::Annotation label;
        label.id = id<AnnotationId>();
        label.item = item;
        label.layer = model::modelLayer(QStringLiteral("street-detector"));
        label.labelClass = labelClass;
        label.geometry = shape;
        label.score = score;
        label.origin.kind = model::OriginKind::Model;
        history::GestureBuilder builder(id<GestureId>(), QStringLiteral("Propose"));
        builder.create(label);
        commit(std::move(builder), lead);
    }
    void remove(const model::Annotation &label, const store::Person &by)
    {
        const auto stored = (*project->store().reader())->annotation(label.id);
        history::GestureBuilder builder(id<GestureId>(), QStringLiteral("Delete"));
        builder.remove(**stored);
        commit(std::move(builder), by);
    }
    void submit(ItemId item)
    {
        for (const store::Person &by : people)
            submit(item, by);
    }
    void submit(ItemId item, const store::Person &by) { QVERIFY_RESULT(workflow::submit(*project, item, by, {}, m_random)); }
    void commit(history::GestureBuilder &&builder, const store::Person &by)
    {
        QVERIFY_RESULT(store::wait(project->store().commit(builder.take(), by.name)));
    }
    void close() { project.reset(); }

private:
    template <typename Id>
    [[nodiscard]] Id id()
    {
        return project->store().ids().make<Id>();
    }
    void put(const model::Item &item, const std::optional<model::Scene> &scene)
    {
        history::GestureBuilder builder(id<GestureId>(), QStringLiteral("Add"));
        builder.put(nullptr, item);
        if (scene)
            builder.put(nullptr, *scene);
        commit(std::move(builder), lead);
        items.push_back(item.id);
    }

    model::Scene m_scene;  // the last one that was added
    base::SeededRandom m_random{5};
};

}  // namespace plumbline::test
