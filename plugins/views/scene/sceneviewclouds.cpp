// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneview.h"
#include "widgets/theme/theme.h"

#include <algorithm>

/// Which points the view of scenes shows, and in which colours.
namespace plumbline::sceneview {

void SceneView::applyChoice()
{
    const model::Scene *scene = m_editing.scene();
    const std::int64_t frame = m_editing.frame();
    if (!scene || m_item.id.isNull() || std::size_t(frame) >= scene->frames.size())
        return;
    const CloudChoice &choice = m_cloudBar->choice();
    m_clouds.setSwitchedOff(choice.switchedOff);
    m_clouds.setSweeps(choice.sweeps);
    const auto lidars = m_clouds.lidars(*scene, frame);
    m_cloudBar->setOffers(
        lidars, scene->frames.size(),
        scene->frames[std::size_t(frame)].world_from_ego
            ? QString()
            : tr("Where the vehicle was in this frame is not known, so sweeps of others cannot be laid over it."));
    if (choice.clip == CloudChoice::Clip::Box && !m_clipped && !selectedBox()) {
        m_context.showHint(tr("Select a box first."));
        CloudChoice other = choice;
        other.clip = CloudChoice::Clip::Nothing;
        m_cloudBar->setChoice(other);
    }
    updateClip();
    m_loading.start();
    if (m_clouds.show(*scene, frame, folder()))
        return;
    m_loading.stop();
    const bool off = std::any_of(lidars.begin(), lidars.end(), [](const LidarState &lidar) { return lidar.recorded; });
    m_surface->setMessage(QStringLiteral("issues"),
                          off ? tr("All lidars of this frame are switched off") : tr("No sweep in this frame"),
                          off ? tr("Switch one on in the bar over the scene.")
                              : tr("The cameras of this frame are shown beside it, if it has any."));
}

void SceneView::updateClip()
{
    const CloudChoice &choice = m_cloudBar->choice();
    const auto selected = selectedBox();
    m_cloudBar->setHasBox(selected.has_value());
    if (choice.clip != CloudChoice::Clip::Box)
        m_clipped.reset();
    if (choice.clip == CloudChoice::Clip::Nothing || m_item.id.isNull()) {
        m_clouds.setClip(std::nullopt);
        return;
    }
    if (choice.clip == CloudChoice::Clip::Slice) {
        m_clouds.setClip(clipBetween(m_groundHeight + choice.low, m_groundHeight + choice.high));
        return;
    }
    // The cut stays while its box is changed and follows its track from frame to frame.
    const std::int64_t frame = m_editing.frame();
    if (selected
        && (!m_clipped || selected->id != m_clipped->id || selected->track != m_clipped->track || frame != m_clippedFrame)) {
        m_clipped = selected;
    } else if (m_clipped && frame != m_clippedFrame && !m_clipped->track.isNull()) {
        const auto goesOn =
            std::find_if(m_boxes.begin(), m_boxes.end(), [this](const SceneBox &box) { return box.track == m_clipped->track; });
        if (goesOn != m_boxes.end())
            m_clipped = *goesOn;
    }
    m_clippedFrame = frame;
    m_clouds.setClip(m_clipped ? std::optional(clipAround(m_clipped->cuboid, choice.margin)) : std::nullopt);
}

void SceneView::toggleClip(CloudChoice::Clip clip)
{
    CloudChoice choice = m_cloudBar->choice();
    choice.clip = choice.clip == clip ? CloudChoice::Clip::Nothing : clip;
    m_cloudBar->setChoice(choice);
    applyChoice();
}

void SceneView::refreshColours()
{
    CloudCanvas *canvas = m_surface->canvas();
    if (!canvas)
        return;
    const ColourMode::Kind kind = m_bar->display().mode.kind;
    CloudLook look = canvas->look();
    look.colourer.reset();
    if (kind == ColourMode::Kind::Camera) {
        m_cameraColours.update(m_clouds.pieces(), m_cameras->shots());
        look.colourer = m_cameraColours.colourer();
    } else if (kind == ColourMode::Kind::BoxClass || kind == ColourMode::Kind::BoxInstance) {
        look.colourer =
            m_boxColours.of(m_boxes, kind == ColourMode::Kind::BoxClass ? BoxColours::By::Class : BoxColours::By::Instance,
                            theme::themeOf(m_widget->palette()).colour(theme::Token::Surface0));
    }
    if (kind != ColourMode::Kind::Camera)
        m_cameraColours.clear();
    canvas->setLook(look);
}

void SceneView::refreshCount(const std::optional<geometry::Cuboid> &preview)
{
    const auto box = selectedBox();
    const auto cuboid = preview ? preview : box ? std::optional(box->cuboid) : std::nullopt;
    const QString words = cuboid && m_source.state() == CloudSource::State::Shown
                              ? QStringLiteral(" · ") + wordsFor(m_clouds.countIn(*cuboid))
                              : QString();
    if (words == m_countWords)
        return;
    m_countWords = words;
    refreshStatus();
}

QString SceneView::whereFrom(const PickedPoint &point) const
{
    const model::Scene *scene = m_editing.scene();
    const SweepTag tag = point.piece->tag;
    QString text;
    if (scene && tag.sensor >= 0 && std::size_t(tag.sensor) < scene->sensors.size()
        && std::count_if(scene->sensors.begin(), scene->sensors.end(), [](const model::Sensor &sensor) {
               return sensor.kind == model::SensorKind::Lidar;
           }) > 1)
        text += QStringLiteral(" · ") + scene->sensors[std::size_t(tag.sensor)].name;
    if (point.piece->merged)
        text += tr(" · of frame %1").arg(tag.frame + 1);
    return text;
}

QVariantMap SceneView::choiceState() const
{
    const CloudChoice &choice = m_cloudBar->choice();
    return {{QStringLiteral("sweeps"), choice.sweeps},
            {QStringLiteral("off"), QStringList(choice.switchedOff.begin(), choice.switchedOff.end())},
            {QStringLiteral("margin"), choice.margin},
            {QStringLiteral("low"), choice.low},
            {QStringLiteral("high"), choice.high},
            {QStringLiteral("slice"), choice.clip == CloudChoice::Clip::Slice}};
}

void SceneView::restoreChoice(const QVariantMap &state)
{
    CloudChoice choice;
    choice.sweeps = state.value(QStringLiteral("sweeps"), 1).toInt();
    const QStringList off = state.value(QStringLiteral("off")).toStringList();
    choice.switchedOff = QSet<QString>(off.begin(), off.end());
    choice.margin = state.value(QStringLiteral("margin"), choice.margin).toDouble();
    choice.low = state.value(QStringLiteral("low"), choice.low).toDouble();
    choice.high = state.value(QStringLiteral("high"), choice.high).toDouble();
    // A cut around a box ends with the session: the box is not selected any more.
    if (state.value(QStringLiteral("slice")).toBool())
        choice.clip = CloudChoice::Clip::Slice;
    m_cloudBar->setChoice(choice);
    applyChoice();
}

}  // namespace plumbline::sceneview
