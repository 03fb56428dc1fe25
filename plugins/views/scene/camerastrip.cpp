// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/camerastrip.h"

#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::sceneview {

namespace {

constexpr std::size_t picturesKept = 24;
constexpr int widestPicture = 1600;  // pixels that are kept of one

}  // namespace

CameraStrip::CameraStrip(jobs::JobRunner &jobs, extension::ViewContext::FrameLoader loader, QWidget *parent)
    : QScrollArea(parent), m_jobs(jobs), m_loader(std::move(loader)), m_content(new QWidget), m_layout(new QVBoxLayout(m_content))
{
    setObjectName(QStringLiteral("sceneCameraStrip"));
    setAccessibleName(tr("Cameras"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(180);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    m_layout->addStretch(1);
    setWidget(m_content);
}

CameraStrip::~CameraStrip()
{
    for (const jobs::JobId job : m_loading)
        m_jobs.cancel(job);
}

void CameraStrip::setFrame(const model::Scene *scene, std::int64_t frame, const QString &folder)
{
    m_generation.next();
    for (const jobs::JobId job : std::exchange(m_loading, {}))
        m_jobs.cancel(job);
    std::vector<std::size_t> cameras;
    if (scene)
        for (std::size_t i = 0; i < scene->sensors.size(); ++i)
            if (scene->sensors[i].kind == model::SensorKind::Camera)
                cameras.push_back(i);
    while (m_views.size() > cameras.size()) {
        delete m_views.back();
        m_views.pop_back();
    }
    while (m_views.size() < cameras.size()) {
        auto *view = new CameraView;
        view->setMover(m_mover);
        connect(view, &CameraView::boxClicked, this, &CameraStrip::boxClicked);
        connect(view, &CameraView::boxHovered, this, &CameraStrip::boxHovered);
        connect(view, &CameraView::pictureBoxClicked, this, &CameraStrip::pictureBoxClicked);
        connect(view, &CameraView::pictureBoxChanged, this, &CameraStrip::pictureBoxChanged);
        m_layout->insertWidget(int(m_views.size()), view);
        m_views.push_back(view);
    }
    const auto token = m_generation.next();
    for (std::size_t i = 0; i < cameras.size(); ++i) {
        const model::Sensor &sensor = scene->sensors[cameras[i]];
        CameraShot shot;
        shot.name = sensor.name;
        shot.camera = sensor.camera;
        const auto &shown = scene->frames[std::size_t(frame)];
        const model::SensorFile *file = model::fileOf(shown, std::int32_t(cameras[i]));
        if (!file) {
            shot.problem = tr("No picture in this frame");
            shot.camera.reset();
            m_views[i]->setShot(shot);
            continue;
        }
        shot.camera_from_label = model::sensorFromLabel(*scene, shown, *file);
        shot.offsetMicroseconds = file->microseconds - shown.microseconds;
        shot.microseconds = file->microseconds;
        const QString path = folder + QLatin1Char('/') + file->path;
        const auto known = std::find_if(m_kept.begin(), m_kept.end(), [&](const auto &kept) { return kept.first == path; });
        if (known != m_kept.end()) {
            shot.picture = known->second;
            m_kept.splice(m_kept.begin(), m_kept, known);
        }
        m_views[i]->setShot(shot);
        if (shot.picture.isNull())
            m_loading.push_back(m_jobs.run(
                tr("Read %1").arg(file->path),
                [loader = m_loader, path](jobs::JobControl &control) -> Result<QImage> {
                    const auto loaded = loader(path, 0, extension::LoadQuality::Preview, control);
                    if (!loaded)
                        return fail(loaded.error());
                    return loaded->image.width() > widestPicture
                               ? loaded->image.scaledToWidth(widestPicture, Qt::SmoothTransformation)
                               : loaded->image;
                },
                this,
                [this, i, path](const Result<QImage> &picture) {
                    CameraShot loaded = m_views[i]->shot();
                    if (picture) {
                        loaded.picture = *picture;
                        m_kept.emplace_front(path, *picture);
                        while (m_kept.size() > picturesKept)
                            m_kept.pop_back();
                    } else {
                        loaded.problem = picture.error().text;
                    }
                    m_views[i]->setPicture(loaded);
                },
                jobs::JobRunner::Visibility::WhenSlow, token));
    }
    setBoxes(m_boxes, -1);
    setLines(m_lines);
    setPictureBoxes(m_pictureBoxes);
}

void CameraStrip::setBoxes(const std::vector<SceneBox> &boxes, int hovered)
{
    m_boxes = boxes;
    for (CameraView *view : m_views)
        view->setBoxes(boxes, hovered);
}

void CameraStrip::setPictureBoxes(const std::vector<PictureBox> &boxes)
{
    m_pictureBoxes = boxes;
    for (CameraView *view : m_views)
        view->setPictureBoxes(boxes);
}

void CameraStrip::setLines(const std::vector<SceneLine> &lines)
{
    m_lines = lines;
    for (CameraView *view : m_views)
        view->setLines(lines);
}

void CameraStrip::setPreview(const std::optional<geometry::Cuboid> &cuboid, const QColor &colour, TrackId track)
{
    for (CameraView *view : m_views)
        view->setPreview(cuboid, colour, track);
}

void CameraStrip::setPoints(const std::vector<CloudPointer> &pieces)
{
    for (CameraView *view : m_views)
        view->setPoints(pieces);
}

}  // namespace plumbline::sceneview
