// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/calibrationwork.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace plumbline::sceneview {

namespace {

constexpr double nearPixels = 25;  // of the calibrated picture, within which a projected point is meant
constexpr double farFactor = 2.5;  // times the median residual
constexpr double farPixels = 2;

double median(std::vector<double> of)
{
    std::nth_element(of.begin(), of.begin() + std::ptrdiff_t(of.size() / 2), of.end());
    return of[of.size() / 2];
}

}  // namespace

CalibrationWork::CalibrationWork(document::Editing &editing, std::function<void(const QString &)> hint)
    : m_editing(editing), m_hint(std::move(hint)), m_panel(new CalibrationPanel)
{
    m_panel->hide();
    connect(m_panel, &CalibrationPanel::cameraChosen, this, [this](int index) {
        const model::Scene *scene = m_editing.scene();
        for (std::size_t i = 0; scene && i < scene->sensors.size(); ++i)
            if (scene->sensors[i].camera && index-- == 0)
                chooseCamera(std::int32_t(i));
    });
    connect(m_panel, &CalibrationPanel::laterChosen, this, &CalibrationWork::setLater);
    connect(m_panel, &CalibrationPanel::fitWanted, this, &CalibrationWork::fit);
    connect(m_panel, &CalibrationPanel::applyWanted, this, &CalibrationWork::apply);
    connect(m_panel, &CalibrationPanel::discardWanted, this, &CalibrationWork::discard);
    connect(m_panel, &CalibrationPanel::closeWanted, this, [this] { setOpen(false); });
    connect(m_panel, &CalibrationPanel::removeWanted, this, [this] {
        if (const auto row = m_panel->row())
            remove(*row);
    });
}

const geometry::Camera *CalibrationWork::camera() const
{
    const model::Scene *scene = m_editing.scene();
    if (!scene || m_sensor < 0 || std::size_t(m_sensor) >= scene->sensors.size() || !scene->sensors[std::size_t(m_sensor)].camera)
        return nullptr;
    return &*scene->sensors[std::size_t(m_sensor)].camera;
}

bool CalibrationWork::knowsWay() const
{
    const model::Scene *scene = m_editing.scene();
    return scene && std::count_if(scene->frames.begin(), scene->frames.end(), [](const model::SceneFrame &frame) {
                        return frame.world_from_ego.has_value();
                    }) > 1;
}

void CalibrationWork::setOpen(bool open)
{
    if (open == m_open)
        return;
    const model::Scene *scene = m_editing.scene();
    if (open) {
        if (!camera()) {
            m_sensor = -1;
            for (std::size_t i = 0; scene && i < scene->sensors.size() && m_sensor < 0; ++i)
                if (scene->sensors[i].camera)
                    m_sensor = std::int32_t(i);
        }
        if (!camera()) {
            m_hint(tr("No camera of this scene is calibrated."));
            return;
        }
    }
    m_open = open;
    m_panel->setVisible(open);
    m_waiting.reset();
    // What is only tried is not shown where nobody sees that it is.
    m_change = {};
    m_proposal.clear();
    refresh();
    emit openChanged();
}

void CalibrationWork::sceneChanged()
{
    const auto item = m_editing.item();
    const ItemId id = item ? item->id : ItemId();
    if (id != m_item) {
        m_item = id;
        m_places.clear();
        m_sensor = -1;
        setOpen(false);
    }
    if (m_waitingFrame != m_editing.frame())
        m_waiting.reset();
    if (m_open && !camera())
        setOpen(false);
    else
        refresh();
}

void CalibrationWork::chooseCamera(std::int32_t sensor)
{
    m_sensor = sensor;
    m_change = {};
    m_proposal.clear();
    m_waiting.reset();
    refresh();
}

void CalibrationWork::setLater(double milliseconds)
{
    if (!std::isfinite(milliseconds))
        return;
    m_change.laterMicroseconds = std::llround(milliseconds * 1000);
    m_proposal.clear();
    refresh();
}

void CalibrationWork::showPoint(const Vector3 &label)
{
    if (!m_open)
        return;
    m_waiting = label;
    m_waitingFrame = m_editing.frame();
    refresh();
}

void CalibrationWork::showPixel(std::int32_t sensor, const geometry::Point &pixel, const std::vector<CloudPointer> &pieces)
{
    if (!m_open)
        return;
    if (sensor != m_sensor)
        chooseCamera(sensor);
    const model::Scene *scene = shown();
    const std::int64_t frame = m_editing.frame();
    const geometry::Camera *lens = camera();
    const model::SensorFile *file = scene && lens && std::size_t(frame) < scene->frames.size()
                                        ? model::fileOf(scene->frames[std::size_t(frame)], sensor)
                                        : nullptr;
    if (!file)
        return;
    if (m_waiting) {
        m_places.push_back({sensor, frame, *m_waiting, pixel});
        m_waiting.reset();
        m_proposal.clear();
        refresh();
        return;
    }
    const geometry::Pose camera_from_label = model::sensorFromLabel(*scene, scene->frames[std::size_t(frame)], *file);
    double best = nearPixels;
    double bestDepth = std::numeric_limits<double>::infinity();
    for (const CloudPointer &piece : pieces)
        for (const auto &p : piece->positions) {
            const Vector3 place{piece->origin[0] + double(p[0]), piece->origin[1] + double(p[1]),
                                piece->origin[2] + double(p[2])};
            const Vector3 seen = geometry::transformed(camera_from_label, place);
            const auto at = geometry::projected(*lens, seen);
            if (!at)
                continue;
            const double off = std::hypot(at->x - pixel.x, at->y - pixel.y);
            const double depth = std::sqrt(seen[0] * seen[0] + seen[1] * seen[1] + seen[2] * seen[2]);
            // Of those about as near, the one in front is seen.
            if (off > best + 2 || (off > best - 2 && depth >= bestDepth))
                continue;
            best = std::min(best, off);
            bestDepth = depth;
            m_waiting = place;
        }
    m_waitingFrame = frame;
    if (!m_waiting)
        m_hint(tr("No point of the cloud lies here. Click a point in the cloud first."));
    refresh();
}

std::vector<CameraView::Mark> CalibrationWork::marksOf(std::int32_t sensor) const
{
    std::vector<CameraView::Mark> marks;
    const model::Scene *scene = shown();
    if (!m_open || !scene || sensor < 0 || std::size_t(sensor) >= scene->sensors.size()
        || !scene->sensors[std::size_t(sensor)].camera)
        return marks;
    const model::SceneFrame *frame =
        std::size_t(m_editing.frame()) < scene->frames.size() ? &scene->frames[std::size_t(m_editing.frame())] : nullptr;
    const model::SensorFile *file = frame ? model::fileOf(*frame, sensor) : nullptr;
    if (!file)
        return marks;
    const geometry::Pose camera_from_label = model::sensorFromLabel(*scene, *frame, *file);
    const geometry::Camera &lens = *scene->sensors[std::size_t(sensor)].camera;
    const auto computed = [&](const Vector3 &label) -> std::optional<QPointF> {
        const auto at = geometry::projected(lens, geometry::transformed(camera_from_label, label));
        return at ? std::optional(QPointF(at->x, at->y)) : std::nullopt;
    };
    for (const ShownPlace &place : m_places)
        if (place.sensor == sensor && place.frame == m_editing.frame()) {
            const auto at = computed(place.label);
            const QPointF wanted(place.pixel.x, place.pixel.y);
            marks.push_back({wanted, at, !at || QLineF(wanted, *at).length() > farPixels});
        }
    if (m_waiting && sensor == m_sensor)
        if (const auto at = computed(*m_waiting))
            marks.push_back({*at, at, false});
    return marks;
}

void CalibrationWork::fit()
{
    const model::Scene *scene = m_editing.scene();
    const geometry::Camera *lens = camera();
    if (!scene || !lens)
        return;
    // From the scene's own extrinsic, at the times that are tried.
    CameraChange times = m_change;
    times.ego_from_sensor.reset();
    const model::Scene timed = sceneview::changed(*scene, m_sensor, times);
    const auto fitted =
        fitExtrinsic(*lens, timed.sensors[std::size_t(m_sensor)].ego_from_sensor, correspondencesOf(timed, m_sensor, m_places));
    if (fitted) {
        m_change.ego_from_sensor = fitted->ego_from_sensor;
        m_proposal = tr("Proposed: turned by %1°, shifted by %2 cm. %3 px before, %4 px after. The pictures show it.")
                         .arg(fitted->turnRadians * 180 / std::numbers::pi, 0, 'f', 2)
                         .arg(fitted->shiftMetres * 100, 0, 'f', 1)
                         .arg(fitted->rmsBefore, 0, 'f', 2)
                         .arg(fitted->rmsAfter, 0, 'f', 2);
    } else {
        m_change.ego_from_sensor.reset();
        m_proposal = fitted.error().text;
    }
    refresh();
}

void CalibrationWork::apply()
{
    const model::Scene *scene = m_editing.scene();
    QString why;
    if (!scene || m_change.isNothing())
        return;
    if (!m_editing.canCreate(&why)) {
        m_hint(why);
        return;
    }
    const model::Scene before = *scene;
    const model::Scene after = sceneview::changed(before, m_sensor, m_change);
    if (const QString wrong = model::whyInvalid(after); !wrong.isEmpty()) {
        m_hint(wrong);
        return;
    }
    m_change = {};
    m_proposal = tr("Applied. Undo takes it back.");
    m_editing.push(
        m_editing.gesture(tr("Calibrate %1").arg(before.sensors[std::size_t(m_sensor)].name)).put(&before, after).take());
    refresh();
}

void CalibrationWork::discard()
{
    m_change = {};
    m_proposal.clear();
    refresh();
}

void CalibrationWork::remove(std::size_t row)
{
    std::size_t seen = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i)
        if (m_places[i].sensor == m_sensor && seen++ == row) {
            m_places.erase(m_places.begin() + std::ptrdiff_t(i));
            break;
        }
    m_proposal.clear();
    refresh();
}

void CalibrationWork::refresh()
{
    const model::Scene *scene = m_editing.scene();
    m_tried.reset();
    if (scene && m_open && !m_change.isNothing())
        m_tried = sceneview::changed(*scene, m_sensor, m_change);
    CalibrationWords words;
    if (scene && camera()) {
        for (std::size_t i = 0; i < scene->sensors.size(); ++i) {
            if (!scene->sensors[i].camera)
                continue;
            if (std::int32_t(i) == m_sensor)
                words.camera = int(words.cameras.size());
            words.cameras.append(scene->sensors[i].name);
        }
        const auto list = correspondencesOf(*shown(), m_sensor, m_places);
        const geometry::Pose &pose = shown()->sensors[std::size_t(m_sensor)].ego_from_sensor;
        std::vector<double> offs;
        for (const Correspondence &correspondence : list)
            if (const auto off = residualOf(*camera(), pose, correspondence))
                offs.push_back(*off);
        const double usual = offs.empty() ? 0 : median(offs);
        std::size_t next = 0;
        for (const ShownPlace &place : m_places) {
            if (place.sensor != m_sensor || next >= list.size())
                continue;
            const auto off = residualOf(*camera(), pose, list[next++]);
            words.rows.push_back({tr("%1, %2, %3 · frame %4")
                                      .arg(place.label[0], 0, 'f', 2)
                                      .arg(place.label[1], 0, 'f', 2)
                                      .arg(place.label[2], 0, 'f', 2)
                                      .arg(place.frame + 1),
                                  tr("%1, %2").arg(place.pixel.x, 0, 'f', 1).arg(place.pixel.y, 0, 'f', 1),
                                  off ? tr("%1 px").arg(*off, 0, 'f', 1) : tr("not seen"),
                                  !off || (*off > farPixels && *off > farFactor * usual)});
        }
        if (const auto rms = rmsOf(*camera(), pose, list))
            words.rms = tr("Root mean square: %1 px over %2 places").arg(*rms, 0, 'f', 2).arg(offs.size());
        words.canFit = list.size() >= fewestCorrespondences;
        words.timeOffers = knowsWay();
    }
    words.laterMilliseconds = double(m_change.laterMicroseconds) / 1000;
    words.proposal = m_proposal;
    words.next = m_waiting ? tr("Now click in the picture where this point should be.")
                           : tr("Click a point in the cloud, or its projection in a picture. At least %1 places make a proposal.")
                                 .arg(fewestCorrespondences);
    words.canApply = !m_change.isNothing();
    m_panel->setWords(words);
    emit changed();
}

}  // namespace plumbline::sceneview
