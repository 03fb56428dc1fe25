// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/camerastrip.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace plumbline::sceneview {

namespace {

constexpr std::size_t picturesKept = 24;
constexpr int widestPicture = 1600;  // pixels that are kept of one
constexpr int comfortable = 250;     // pixels of width that a picture should have
constexpr int small = 130;           // beside an enlarged one
constexpr int mostColumns = 4;

// A calibration may name cameras of which nothing was kept.
bool hasPictures(const model::Scene &scene, std::size_t sensor)
{
    return std::any_of(scene.frames.begin(), scene.frames.end(), [&](const model::SceneFrame &frame) {
        return model::fileOf(frame, static_cast<std::int32_t>(sensor)) != nullptr;
    });
}

}  // namespace

CameraStrip::CameraStrip(jobs::JobRunner &jobs, extension::ViewContext::FrameLoader loader, QWidget *parent)
    : QScrollArea(parent), m_jobs(jobs), m_loader(std::move(loader)), m_content(new QWidget), m_layout(new QGridLayout(m_content))
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
            if (scene->sensors[i].kind == model::SensorKind::Camera && hasPictures(*scene, i))
                cameras.push_back(i);
    while (m_views.size() > cameras.size()) {
        delete m_views.back();
        m_views.pop_back();
    }
    while (m_views.size() < cameras.size()) {
        addView();
    }
    m_sensors.assign(cameras.begin(), cameras.end());
    if (m_enlarged >= int(m_views.size()))
        m_enlarged = -1;
    arrange();
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
                    emit picturesChanged();
                },
                jobs::JobRunner::Visibility::WhenSlow, token));
    }
    setBoxes(m_boxes, -1);
    setLines(m_lines);
    setPictureBoxes(m_pictureBoxes);
    emit picturesChanged();
}

void CameraStrip::addView()
{
    auto *view = new CameraView;
    view->setMover(m_mover);
    const int camera = int(m_views.size());
    connect(view, &CameraView::boxClicked, this, &CameraStrip::boxClicked);
    connect(view, &CameraView::boxHovered, this, &CameraStrip::boxHovered);
    connect(view, &CameraView::pictureBoxClicked, this, &CameraStrip::pictureBoxClicked);
    connect(view, &CameraView::pictureBoxChanged, this, &CameraStrip::pictureBoxChanged);
    connect(view, &CameraView::enlargeWanted, this, [this, camera] { enlarge(m_enlarged == camera ? -1 : camera); });
    connect(view, &CameraView::placeClicked, this, [this, camera](QPointF pixel) { emit placeClicked(camera, pixel); });
    m_views.push_back(view);
    m_columns = 0;
}

void CameraStrip::arrange()
{
    const int count = int(m_views.size());
    const int room = std::max(viewport()->width(), 1);
    const bool one = m_enlarged >= 0;
    const int wanted = std::clamp(room / (one ? small : comfortable), 1, std::min(mostColumns, std::max(1, count - int(one))));
    // Two rows of two are read better than one of three and one of one.
    const int rows = (std::max(count - int(one), 1) + wanted - 1) / wanted;
    const int columns = std::clamp((count - int(one) + rows - 1) / rows, 1, mostColumns);
    int arranged = 0;
    for (int i = 0; i < m_layout->count(); ++i)
        arranged += m_layout->itemAt(i)->widget() != nullptr;
    const int key = columns + (one ? 100 * (m_enlarged + 1) : 0);
    if (key == m_columns && arranged == count)
        return;
    m_columns = key;
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    for (int row = 0; row < m_layout->rowCount(); ++row)
        m_layout->setRowStretch(row, 0);
    for (int column = 0; column < std::max(m_layout->columnCount(), columns); ++column)
        m_layout->setColumnStretch(column, column < columns ? 1 : 0);
    int row = 0;
    if (one)
        m_layout->addWidget(m_views[std::size_t(m_enlarged)], row++, 0, 1, columns);
    int column = 0;
    for (int i = 0; i < count; ++i) {
        if (i == m_enlarged)
            continue;
        m_layout->addWidget(m_views[std::size_t(i)], row, column);
        if (++column == columns) {
            column = 0;
            ++row;
        }
    }
    m_layout->setRowStretch(row + 1, 1);
}

void CameraStrip::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void CameraStrip::enlarge(int camera)
{
    m_enlarged = camera >= 0 && camera < int(m_views.size()) && m_views.size() > 1 ? camera : -1;
    arrange();
    verticalScrollBar()->setValue(0);
}

void CameraStrip::enlargeNext()
{
    enlarge(m_enlarged + 1 < int(m_views.size()) ? m_enlarged + 1 : -1);
}

bool CameraStrip::isCalibrated() const
{
    return std::any_of(m_views.begin(), m_views.end(), [](const CameraView *view) { return view->shot().camera.has_value(); });
}

std::vector<ColourShot> CameraStrip::shots() const
{
    std::vector<ColourShot> shots;
    for (const CameraView *view : m_views)
        if (view->shot().camera && !view->shot().picture.isNull())
            shots.push_back({*view->shot().camera, view->shot().camera_from_label, view->shot().picture});
    return shots;
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
