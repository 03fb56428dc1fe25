// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/model/calibration.h"
#include "core/model/codec.h"
#include "tests/support/fakes.h"

#include <QStringList>

#include <algorithm>

namespace plumbline::test {

/// A document in memory for tests of views and tools: applies gestures through the same encodings as the store, with undo
/// and redo, and remembers what was pushed.
class FakeEditing final : public document::Editing
{
public:
    FakeEditing()
    {
        m_schema = model::emptySchema();
        for (const char *name : {"car", "person", "bicycle"})
            model::addClass(m_schema, identity.ids.make<ClassId>(), QString::fromLatin1(name));
        m_currentClass = m_schema.classes.front().id;
        m_item.id = identity.ids.make<ItemId>();
        m_item.name = QStringLiteral("street.png");
        m_item.width = 400;
        m_item.height = 300;
    }

    // What tests set up and look at.
    Identity identity;
    QString layer = QStringLiteral("ann");
    bool open = true;  ///< the task can be worked on
    std::optional<model::Scene> shownScene;
    std::vector<history::Gesture> pushed;

    [[nodiscard]] ClassId classNamed(const char *name) const { return m_schema.find(QString::fromLatin1(name))->id; }
    model::Schema &mutableSchema() { return m_schema; }
    model::Annotation add(const geometry::Geometry &geometry, const char *className = "car")
    {
        model::Annotation annotation = newAnnotation(geometry);
        annotation.labelClass = classNamed(className);
        m_annotations.push_back(annotation);
        emitChanged(annotation.id);
        return annotation;
    }
    model::Annotation addPrediction(const geometry::Geometry &geometry, double score, const char *className = "car")
    {
        model::Annotation annotation = newAnnotation(geometry);
        annotation.labelClass = classNamed(className);
        annotation.layer = model::modelLayer(QStringLiteral("demo"));
        annotation.score = score;
        annotation.origin = {};
        annotation.origin.kind = model::OriginKind::Model;
        annotation.origin.model = QStringLiteral("demo");
        annotation.origin.provider = QStringLiteral("cpu");
        m_annotations.push_back(annotation);
        emitChanged(annotation.id);
        return annotation;
    }
    void change(AnnotationId id, const std::function<void(model::Annotation &)> &f)
    {
        const auto it = find(id);
        f(*it);
        emitChanged(id);
    }
    void showItem(const model::Item &item, std::vector<model::Annotation> annotations = {})
    {
        m_item = item;
        m_tracks.clear();
        m_annotations = std::move(annotations);
        resetFrame();
        m_selection.clear();
        emit changed(document::ItemShown{item.id});
    }
    [[nodiscard]] std::size_t pushes() const { return pushed.size(); }

    // Editing
    [[nodiscard]] std::optional<model::Item> item() const override { return m_item; }
    [[nodiscard]] const model::Schema &schema() const override { return m_schema; }
    [[nodiscard]] const model::Scene *scene() const override { return shownScene ? &*shownScene : nullptr; }
    [[nodiscard]] const std::vector<model::Track> &tracks() const override { return m_tracks; }
    [[nodiscard]] TrackId newTrackId() override { return identity.ids.make<TrackId>(); }
    [[nodiscard]] const std::vector<model::Annotation> &annotations() const override { return m_annotations; }
    [[nodiscard]] const model::Annotation *annotation(AnnotationId id) const override
    {
        const auto it = std::find_if(m_annotations.begin(), m_annotations.end(), [id](const auto &a) { return a.id == id; });
        return it == m_annotations.end() ? nullptr : &*it;
    }
    [[nodiscard]] bool editable(const model::Annotation &annotation) const override { return open && annotation.layer == layer; }
    [[nodiscard]] bool canCreate(QString *why = nullptr) const override
    {
        if (!open && why)
            *why = QStringLiteral("This task is submitted.");
        return open;
    }
    [[nodiscard]] model::Annotation newAnnotation(const geometry::Geometry &geometry) override
    {
        model::Annotation annotation;
        annotation.id = identity.ids.make<AnnotationId>();
        annotation.item = m_item.id;
        annotation.layer = layer;
        annotation.labelClass = m_currentClass;
        annotation.frame = frameRef(frame());
        annotation.geometry = geometry;
        annotation.origin.by = layer;
        annotation.createdMicroseconds = identity.clock.nowMicroseconds();
        if (shownScene)
            model::setCalibration(annotation, shownScene->calibrationVersion);
        return annotation;
    }
    [[nodiscard]] history::GestureBuilder gesture(const QString &label) override { return {identity.ids.make<GestureId>(), label}; }
    void push(history::Gesture gesture) override
    {
        if (gesture.empty())
            return;
        apply(gesture);
        pushed.resize(m_position);
        pushed.push_back(std::move(gesture));
        m_position = pushed.size();
        emit changed(document::HistoryChanged{});
    }
    void undo() override
    {
        if (m_position > 0)
            apply(history::inverse(pushed[--m_position], {}, QString()));
    }
    void redo() override
    {
        if (m_position < pushed.size())
            apply(pushed[m_position++]);
    }
    [[nodiscard]] ClassId currentClass() const override { return m_currentClass; }
    void setCurrentClass(ClassId id) override
    {
        m_currentClass = id;
        emit changed(document::CurrentClassChanged{});
    }
    [[nodiscard]] const QSet<AnnotationId> &selection() const override { return m_selection; }
    void select(const QSet<AnnotationId> &ids) override
    {
        if (m_selection == ids)
            return;
        m_selection = ids;
        emit changed(document::SelectionChanged{});
    }

private:
    std::vector<model::Annotation>::iterator find(AnnotationId id)
    {
        return std::find_if(m_annotations.begin(), m_annotations.end(), [id](const auto &a) { return a.id == id; });
    }
    void emitChanged(AnnotationId id) { emit changed(document::AnnotationsChanged{m_item.id, {id}}); }

    void apply(const history::Gesture &gesture)
    {
        QSet<AnnotationId> touched;
        for (const history::Change &change : gesture.changes) {
            if (change.type == history::EntityType::Schema) {
                m_schema = history::decodeSchema(change.after).value();
                emit changed(document::SchemaChanged{});
                continue;
            }
            if (change.type == history::EntityType::Track) {
                applyTrack(change);
                continue;
            }
            if (change.type == history::EntityType::Scene) {
                shownScene = model::decodeScene(change.after).value();
                emit changed(document::FrameShown{frame()});
                continue;
            }
            if (change.type != history::EntityType::Annotation)
                qFatal("the fake holds annotations, tracks, a scene and a schema only");
            const AnnotationId id{change.entity};
            touched.insert(id);
            switch (change.kind) {
            case history::ChangeKind::Create: {
                const auto annotation = model::decodeAnnotation(change.after);
                // Undeleting restores the place in creation order.
                const auto at = std::find_if(m_annotations.begin(), m_annotations.end(), [&](const auto &a) { return annotation->id < a.id; });
                m_annotations.insert(at, annotation.value());
                break;
            }
            case history::ChangeKind::Delete: m_annotations.erase(find(id)); break;
            case history::ChangeKind::Update:
                if (model::encodeGroup(*find(id), change.group) != change.before)
                    qFatal("an update does not start from the present value");
                if (!model::applyGroup(*find(id), change.group, change.after))
                    qFatal("an update does not decode");
                break;
            default: qFatal("the fake takes no bulk changes");
            }
        }
        emit changed(document::AnnotationsChanged{m_item.id, touched});
    }

    void applyTrack(const history::Change &change)
    {
        std::erase_if(m_tracks, [&](const model::Track &track) { return track.id.uuid == change.entity; });
        if (!change.after.isEmpty())
            m_tracks.push_back(model::decodeTrack(change.after).value());
        emit changed(document::TracksChanged{m_item.id, {TrackId{change.entity}}});
    }

    model::Item m_item;
    std::vector<model::Track> m_tracks;
    model::Schema m_schema;
    std::vector<model::Annotation> m_annotations;
    QSet<AnnotationId> m_selection;
    ClassId m_currentClass;
    std::size_t m_position = 0;
};

}  // namespace plumbline::test
