// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/scenechecks.h"

#include "core/rules/scenecheck.h"
#include "core/rules/sweepprobe.h"
#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/cuboidmoves.h"

#include <algorithm>

namespace plumbline::sceneview {

namespace {

using Cuboids = std::vector<std::pair<AnnotationId, geometry::Cuboid>>;
using Points = QHash<AnnotationId, model::BoxPoints>;

constexpr int pauseMilliseconds = 120;  // several changes in a row are counted once

model::QuickFix fixOf(const std::vector<model::Remark> &remarks)
{
    const auto found = std::find_if(remarks.begin(), remarks.end(),
                                    [](const model::Remark &remark) { return remark.fix != model::QuickFix::None; });
    return found == remarks.end() ? model::QuickFix::None : found->fix;
}

}  // namespace

SceneChecks::SceneChecks(document::Editing &editing, jobs::JobRunner &jobs, Hint hint, Reveal reveal)
    : m_editing(editing), m_jobs(jobs), m_hint(std::move(hint)), m_reveal(std::move(reveal))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &SceneChecks::count);
    connect(&m_editing, &document::Editing::changed, this, &SceneChecks::onEvent);
}

SceneChecks::~SceneChecks()
{
    if (m_reading)
        m_jobs.cancel(m_reading);
}

void SceneChecks::onEvent(const document::DocumentEvent &event)
{
    if (std::holds_alternative<document::ItemShown>(event)) {
        m_allFrames.next();
        if (m_reading)
            m_jobs.cancel(std::exchange(m_reading, 0));
        setSweep(-1, {}, false);
    } else if (std::holds_alternative<document::AnnotationsChanged>(event) && !m_pieces.empty()) {
        m_pause.start();
    }
}

void SceneChecks::setSweep(std::int64_t frame, const std::vector<CloudPointer> &pieces, bool all)
{
    m_generation.next();
    m_counting = false;
    m_frame = frame;
    m_pieces = pieces;
    m_all = all;
    if (pieces.empty())
        m_pause.stop();
    else
        m_pause.start();
}

// Only what has not been counted as it lies now.
void SceneChecks::count()
{
    Cuboids cuboids;
    for (const model::Annotation &label : m_editing.annotations()) {
        const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
        if (!cuboid || model::isModelLayer(label.layer) || !isOfFrame(label, m_frame))
            continue;
        const auto known = m_editing.boxPoints().constFind(label.id);
        if (known == m_editing.boxPoints().constEnd() || !(known->cuboid == *cuboid) || (m_all && !known->all))
            cuboids.emplace_back(label.id, *cuboid);
    }
    if (cuboids.empty() || m_pieces.empty())
        return;
    m_counting = true;
    m_jobs.run(
        tr("Count the points of boxes"),
        [cuboids = std::move(cuboids), pieces = m_pieces, all = m_all](jobs::JobControl &control) -> Result<Points> {
            rules::SweepProbe probe(cuboids);
            for (const CloudPointer &piece : pieces) {
                if (control.cancelled())
                    return jobs::JobControl::cancelledError();
                for (const auto &p : piece->positions)
                    probe.add(
                        {piece->origin[0] + double(p[0]), piece->origin[1] + double(p[1]), piece->origin[2] + double(p[2])});
            }
            return probe.result(all);
        },
        this,
        [this](const Result<Points> &points) {
            m_counting = false;
            if (points)
                take(*points);
        },
        jobs::JobRunner::Visibility::Quiet, m_generation.next());
}

void SceneChecks::take(const Points &points)
{
    Points all = m_editing.boxPoints();
    for (auto it = all.begin(); it != all.end();)
        it = m_editing.annotation(it.key()) ? std::next(it) : all.erase(it);
    for (auto it = points.cbegin(); it != points.cend(); ++it)
        if (m_editing.annotation(it.key()))
            all.insert(it.key(), it.value());
    m_editing.setBoxPoints(all);
}

void SceneChecks::checkAllFrames(const QString &folder)
{
    const model::Scene *scene = m_editing.scene();
    if (!scene)
        return;
    if (m_reading) {
        m_hint(tr("The frames are being read already."));
        return;
    }
    std::vector<model::Annotation> labels;
    for (const model::Annotation &label : m_editing.annotations())
        if (std::holds_alternative<geometry::Cuboid>(label.geometry) && !model::isModelLayer(label.layer))
            labels.push_back(label);
    if (labels.empty()) {
        m_hint(tr("This scene has no boxes yet."));
        return;
    }
    m_reading = m_jobs.run(
        tr("Check all frames"),
        [scene = *scene, folder, labels = std::move(labels)](jobs::JobControl &control) {
            return rules::probeScene(scene, folder, labels, control);
        },
        this,
        [this](const Result<rules::SceneProbe> &probed) {
            m_reading = 0;
            if (!probed) {
                if (probed.error().code != ErrorCode::Cancelled)
                    m_hint(probed.error().text);
                return;
            }
            take(probed->points);
            const auto findings = m_editing.marks().remarks.size();
            QString text = findings == 0 ? tr("All frames are checked; nothing is found.")
                                         : tr("All frames are checked; boxes with findings: %1.").arg(findings);
            if (!probed->unread.isEmpty())
                text += QLatin1Char(' ') + tr("Sweeps that cannot be read: %1.").arg(probed->unread.join(QStringLiteral("; ")));
            m_hint(text);
        },
        jobs::JobRunner::Visibility::Listed, m_allFrames.next());
}

void SceneChecks::step(int direction)
{
    std::vector<std::pair<std::int64_t, AnnotationId>> places;
    for (auto it = m_editing.marks().remarks.cbegin(); it != m_editing.marks().remarks.cend(); ++it)
        if (const model::Annotation *label = m_editing.annotation(it.key()))
            places.emplace_back(label->frame ? label->frame->index : 0, it.key());
    if (places.empty()) {
        m_hint(tr("Nothing is found in this scene."));
        return;
    }
    std::sort(places.begin(), places.end());
    // From the selected label on, else from the shown frame.
    std::pair<std::int64_t, AnnotationId> from{m_editing.frame(), {}};
    bool selected = false;
    for (const auto &place : places)
        if (m_editing.selection().contains(place.second)) {
            from = place;
            selected = true;
        }
    auto next = direction > 0 ? (selected ? std::upper_bound(places.begin(), places.end(), from)
                                          : std::lower_bound(places.begin(), places.end(), from))
                              : std::lower_bound(places.begin(), places.end(), from);
    if (direction < 0)
        next = next == places.begin() ? std::prev(places.end()) : std::prev(next);
    else if (next == places.end())
        next = places.begin();
    const AnnotationId id = next->second;
    const auto number = next - places.begin() + 1;
    const std::vector<model::Remark> remarks = m_editing.marks().remarks.value(id);
    m_reveal(id);
    m_editing.select({id});
    QString text = tr("%1 of %2: %3").arg(number).arg(places.size()).arg(remarks.front().text);
    if (fixOf(remarks) != model::QuickFix::None)
        text += QLatin1Char(' ') + tr("{scene.check.fix} puts it right.");
    m_hint(text);
}

std::optional<geometry::Cuboid> SceneChecks::putRight(const model::Annotation &label) const
{
    const auto &cuboid = std::get<geometry::Cuboid>(label.geometry);
    switch (fixOf(m_editing.marks().remarks.value(label.id))) {
    case model::QuickFix::StandOnGround: {
        const auto points = m_editing.boxPoints().value(label.id);
        return points.ground ? std::optional(standingAt(cuboid, *points.ground)) : std::nullopt;
    }
    case model::QuickFix::TrackSize: {
        std::vector<geometry::Cuboid> track;
        for (const model::Annotation &other : m_editing.annotations())
            if (other.track == label.track && other.layer == label.layer && other.role == model::Role::Object
                && std::holds_alternative<geometry::Cuboid>(other.geometry))
                track.push_back(std::get<geometry::Cuboid>(other.geometry));
        const std::array<double, 3> size = rules::usualSize(track);
        geometry::Cuboid fixed = moved(cuboid, {0, 0, (size[2] - cuboid.size[2]) / 2});
        fixed.size = size;
        return fixed;
    }
    case model::QuickFix::TurnRound: return flipped(cuboid);
    case model::QuickFix::None: break;
    }
    return std::nullopt;
}

void SceneChecks::putRight()
{
    std::vector<std::pair<const model::Annotation *, geometry::Cuboid>> changes;
    int locked = 0;
    for (const model::Annotation &label : m_editing.annotations()) {
        if (!m_editing.selection().contains(label.id) || !std::holds_alternative<geometry::Cuboid>(label.geometry))
            continue;
        const auto fixed = putRight(label);
        if (fixed && m_editing.editable(label))
            changes.emplace_back(&label, *fixed);
        else if (fixed)
            ++locked;
    }
    if (changes.empty()) {
        m_hint(locked > 0 ? tr("%n label(s) cannot be changed here.", nullptr, locked)
                          : tr("Nothing is found at the selected boxes that can be put right by itself."));
        return;
    }
    const QString what = changes.size() == 1 ? className(changes.front().first->labelClass) : tr("%1 boxes").arg(changes.size());
    history::GestureBuilder builder = m_editing.gesture(tr("Put %1 right").arg(what));
    for (const auto &[label, cuboid] : changes) {
        model::Annotation after = *label;
        after.geometry = cuboid;
        builder.update(*label, after);
    }
    m_editing.push(builder.take());
}

QStringList SceneChecks::remarksOfSelected() const
{
    QStringList texts;
    if (m_editing.selection().size() == 1)
        for (const model::Remark &remark : m_editing.marks().remarks.value(*m_editing.selection().cbegin()))
            texts.append(remark.text);
    return texts;
}

QString SceneChecks::className(ClassId id) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(id);
    return labelClass ? labelClass->name : tr("a label");
}

}  // namespace plumbline::sceneview
