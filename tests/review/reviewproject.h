// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schema.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <memory>

namespace plumbline::test {

/// A team project with four members, one class and a few pictures that are not there.
class ReviewProject
{
public:
    const store::Person lea{QStringLiteral("lea"), true};    ///< lead
    const store::Person rita{QStringLiteral("rita"), true};  ///< reviewer
    const store::Person rolf{QStringLiteral("rolf"), true};  ///< reviewer
    const store::Person anna{QStringLiteral("anna"), true};  ///< annotator
    const store::Person ben{QStringLiteral("ben"), true};    ///< annotator

    /// Fails the running test when it cannot be made.
    void make(int items)
    {
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold")).toUtf8());
        store::Project::NewProject made;
        made.name = QStringLiteral("review");
        made.schema = model::emptySchema();
        made.schema.version = 1;
        car = ClassId{Uuid::fromName("class", "car")};
        model::addClass(made.schema, car, QStringLiteral("car"));
        made.creator = lea;
        made.team = true;
        store::Store::Options options;
        options.clock = &clock;
        options.random = &m_ids;
        auto created = store::Project::create(m_dir.filePath(QStringLiteral("p%1.plumb").arg(++m_run)), made, options);
        QVERIFY_RESULT(created);
        project = std::move(*created);
        history::GestureBuilder builder(ids().make<GestureId>(), QStringLiteral("Set up"));
        const auto member = [&](const store::Person &person, const char *role) {
            builder.put(nullptr, model::Member{person.name, person.name, QLatin1String(role), {}});
        };
        member(rita, "reviewer");
        member(rolf, "reviewer");
        member(anna, "annotator");
        member(ben, "annotator");
        this->items.clear();
        for (int i = 0; i < items; ++i) {
            model::Item item;
            item.id = ids().make<ItemId>();
            item.name = QStringLiteral("%1.jpg").arg(i);
            item.path = item.name;
            item.width = item.height = 1000;
            this->items.push_back(item.id);
            builder.put(nullptr, item);
        }
        QVERIFY_RESULT(store::wait(project->store().commit(builder.take(), lea.name)));
    }

    [[nodiscard]] base::IdSource &ids() const { return project->store().ids(); }
    [[nodiscard]] std::unique_ptr<store::Reader> reader() const { return std::move(*project->store().reader()); }

    model::Annotation draw(ItemId item, const store::Person &person, const geometry::Box &box)
    {
        model::Annotation label;
        label.id = ids().make<AnnotationId>();
        label.item = item;
        label.layer = person.name;
        label.labelClass = car;
        label.geometry = box;
        label.origin.by = person.name;
        commit(history::GestureBuilder(ids().make<GestureId>(), QStringLiteral("Draw")).create(label), person);
        return label;
    }
    model::Annotation move(const model::Annotation &label, const geometry::Box &box, const store::Person &person)
    {
        model::Annotation moved = label;
        moved.geometry = box;
        commit(history::GestureBuilder(ids().make<GestureId>(), QStringLiteral("Move")).update(label, moved), person);
        return moved;
    }
    void remove(const model::Annotation &label, const store::Person &person)
    {
        const auto stored = reader()->annotation(label.id);
        commit(history::GestureBuilder(ids().make<GestureId>(), QStringLiteral("Delete")).remove(**stored), person);
    }
    void commit(history::GestureBuilder &builder, const store::Person &person)
    {
        clock.advance(1'000'000);
        QVERIFY_RESULT(store::wait(project->store().commit(builder.take(), person.name)));
    }
    void commit(history::GestureBuilder &&builder, const store::Person &person) { commit(builder, person); }
    Result<workflow::SubmitResult> submit(ItemId item, const store::Person &person)
    {
        clock.advance(1'000'000);
        return workflow::submit(*project, item, person, {}, m_random);
    }
    [[nodiscard]] model::TaskState state(ItemId item, const store::Person &person) const
    {
        const auto task = reader()->task(workflow::annotateTask(item, person.name));
        return task && *task ? (*task)->state : model::TaskState::ToDo;
    }
    [[nodiscard]] std::vector<model::Annotation> accepted(ItemId item) const
    {
        return reader()->annotations({item, model::acceptedLayer()}).value();
    }

    ManualClock clock;
    std::unique_ptr<store::Project> project;
    std::vector<ItemId> items;
    ClassId car;

private:
    QTemporaryDir m_dir;
    base::SeededRandom m_ids{11};
    base::SeededRandom m_random{5};
    int m_run = 0;
};

}  // namespace plumbline::test
