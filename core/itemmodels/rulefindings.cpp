// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/rulefindings.h"

#include <algorithm>
#include <type_traits>

namespace plumbline::itemmodels {

RuleFindings::RuleFindings(QObject *parent) : IssueSource(parent)
{
}

void RuleFindings::setEditing(document::Editing *editing)
{
    if (m_editing)
        disconnect(m_editing.data(), nullptr, this, nullptr);
    m_editing = editing;
    m_check.reset();
    m_sceneCheck.reset();
    if (m_editing) {
        m_layer = m_editing->newAnnotation(geometry::ItemLabel{}).layer;
        connect(m_editing, &document::Editing::changed, this, &RuleFindings::onEvent);
        connect(m_editing, &document::Editing::boxPointsChanged, this, [this] {
            if (m_isScene) {
                m_sceneCheck->setPoints(m_editing->boxPoints());
                publish();
            }
        });
        useSchema();
    }
    restart();
}

void RuleFindings::useSchema()
{
    const auto rules = std::make_shared<rules::RuleSet>(m_editing->schema());
    m_check = std::make_unique<rules::ImageCheck>(rules);
    m_sceneCheck = std::make_unique<rules::SceneCheck>(rules);
}

void RuleFindings::onEvent(const document::DocumentEvent &event)
{
    std::visit(
        [this](const auto &what) {
            using Event = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<Event, document::ItemShown>) {
                restart();
            } else if constexpr (std::is_same_v<Event, document::AnnotationsChanged>) {
                update(what.ids);
            } else if constexpr (std::is_same_v<Event, document::SchemaChanged>) {
                useSchema();
                restart();
            }
        },
        event);
}

void RuleFindings::restart()
{
    const auto item = m_editing ? m_editing->item() : std::nullopt;
    if (item && m_check) {
        std::vector<const model::Annotation *> labels;
        for (const model::Annotation &annotation : m_editing->annotations())
            if (annotation.layer == m_layer)
                labels.push_back(&annotation);
        m_check->start(item->width, item->height, labels);
        m_isScene = m_editing->scene() != nullptr;
        if (m_isScene) {
            m_sceneCheck->start(*m_editing->scene(), labels);
            m_sceneCheck->setPoints(m_editing->boxPoints());
        }
    }
    publish();
}

void RuleFindings::update(const QSet<AnnotationId> &ids)
{
    if (!m_check || !m_editing || !m_editing->item())
        return;
    std::vector<std::pair<AnnotationId, const model::Annotation *>> changes;
    QSet<AnnotationId> gone = ids;
    for (const model::Annotation &annotation : m_editing->annotations()) {
        if (!ids.contains(annotation.id) || annotation.layer != m_layer)
            continue;
        changes.emplace_back(annotation.id, &annotation);
        gone.remove(annotation.id);
    }
    for (const AnnotationId &id : gone)
        changes.emplace_back(id, nullptr);
    m_check->update(changes);
    if (m_isScene)
        m_sceneCheck->update(changes);
    publish();
}

void RuleFindings::publish()
{
    auto broken = m_check && m_editing && m_editing->item() ? m_check->findings() : std::vector<rules::Finding>();
    if (m_isScene && m_editing && m_editing->item()) {
        const auto ofScene = m_sceneCheck->findings();
        broken.insert(broken.end(), ofScene.begin(), ofScene.end());
    }
    // What blocks comes first; the order of the rules within.
    std::stable_partition(broken.begin(), broken.end(), [](const rules::Finding &finding) { return finding.blocks; });
    if (broken == m_broken)
        return;
    m_broken = std::move(broken);
    m_texts.clear();
    document::Marks marks = m_editing ? m_editing->marks() : document::Marks();
    marks.flagged.clear();
    marks.remarks.clear();
    for (const rules::Finding &finding : m_broken) {
        for (const AnnotationId &id : finding.labels) {
            marks.flagged.insert(id);
            m_texts[id].append(finding.text);
            marks.remarks[id].push_back({finding.text, finding.fix});
        }
    }
    if (m_editing)
        m_editing->setMarks(marks);
    emit changed();
}

QString RuleFindings::title() const
{
    return tr("Label rules");
}

std::vector<Finding> RuleFindings::findings() const
{
    std::vector<Finding> list;
    const auto item = m_editing ? m_editing->item() : std::nullopt;
    if (!item)
        return list;
    for (const rules::Finding &finding : m_broken)
        list.push_back({{finding.blocks ? IssueSeverity::Problem : IssueSeverity::Warning, item->name,
                         finding.frame < 0 ? QString() : tr("frame %1").arg(finding.frame + 1), finding.text},
                        item->id,
                        finding.labels.empty() ? AnnotationId{} : finding.labels.front()});
    return list;
}

const rules::Finding *RuleFindings::blocking() const
{
    return !m_broken.empty() && m_broken.front().blocks ? &m_broken.front() : nullptr;
}

int RuleFindings::blockingCount() const
{
    return static_cast<int>(std::count_if(m_broken.begin(), m_broken.end(), [](const rules::Finding &finding) { return finding.blocks; }));
}

}  // namespace plumbline::itemmodels
