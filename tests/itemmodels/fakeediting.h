// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/document/editing.h"
#include "tests/support/fakes.h"

#include <algorithm>

namespace plumbline::test {

/// A document in memory: pushes apply at once, without history.
class FakeEditing final : public document::Editing
{
public:
    explicit FakeEditing(QObject *parent = nullptr) : document::Editing(parent)
    {
        m_schema = model::emptySchema();
        car = model::addClass(m_schema, m_identity.ids.make<ClassId>(), QStringLiteral("car")).id;
        person = model::addClass(m_schema, m_identity.ids.make<ClassId>(), QStringLiteral("person")).id;
        m_item.id = m_identity.ids.make<ItemId>();
        m_class = car;
    }

    model::Schema &editSchema() { return m_schema; }
    model::Annotation &add(ClassId labelClass, const QString &layer = QStringLiteral("accepted"))
    {
        model::Annotation annotation = newAnnotation(geometry::Box{1, 2, 30, 40});
        annotation.labelClass = labelClass;
        annotation.layer = layer;
        m_annotations.push_back(annotation);
        return m_annotations.back();
    }
    void remove(AnnotationId id)
    {
        std::erase_if(m_annotations, [&](const model::Annotation &a) { return a.id == id; });
    }
    std::vector<model::Annotation> &edit() { return m_annotations; }
    model::Item &editItem() { return m_item; }
    void say(const document::DocumentEvent &event) { emit changed(event); }

    std::optional<model::Item> item() const override { return m_item; }
    const model::Schema &schema() const override { return m_schema; }
    [[nodiscard]] const model::Scene *scene() const override { return nullptr; }
    [[nodiscard]] const std::vector<model::Track> &tracks() const override { return m_tracks; }
    [[nodiscard]] TrackId newTrackId() override { return m_identity.ids.make<TrackId>(); }
    const std::vector<model::Annotation> &annotations() const override { return m_annotations; }
    const model::Annotation *annotation(AnnotationId id) const override
    {
        const auto it = std::find_if(m_annotations.begin(), m_annotations.end(), [&](const auto &a) { return a.id == id; });
        return it == m_annotations.end() ? nullptr : &*it;
    }
    bool editable(const model::Annotation &) const override { return true; }
    bool canCreate(QString *) const override { return true; }
    model::Annotation newAnnotation(const geometry::Geometry &geometry) override
    {
        model::Annotation annotation;
        annotation.id = m_identity.ids.make<AnnotationId>();
        annotation.item = m_item.id;
        annotation.layer = QStringLiteral("accepted");
        annotation.labelClass = m_class;
        annotation.geometry = geometry;
        return annotation;
    }
    history::GestureBuilder gesture(const QString &label) override
    {
        return history::GestureBuilder(m_identity.ids.make<GestureId>(), label);
    }
    void push(history::Gesture gesture) override { pushed.push_back(std::move(gesture)); }
    void undo() override {}
    void redo() override {}
    ClassId currentClass() const override { return m_class; }
    void setCurrentClass(ClassId id) override { m_class = id; }
    const QSet<AnnotationId> &selection() const override { return m_selection; }
    void select(const QSet<AnnotationId> &ids) override
    {
        m_selection = ids;
        emit changed(document::SelectionChanged{});
    }

    ClassId addClass(const QString &name) { return model::addClass(m_schema, m_identity.ids.make<ClassId>(), name).id; }

    ClassId car;
    ClassId person;
    std::vector<history::Gesture> pushed;

private:
    Identity m_identity;
    model::Schema m_schema;
    model::Item m_item;
    std::vector<model::Annotation> m_annotations;
    std::vector<model::Track> m_tracks;
    QSet<AnnotationId> m_selection;
    ClassId m_class;
};

}  // namespace plumbline::test
