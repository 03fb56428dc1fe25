// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/comparisonpane.h"

#include "plugins/views/scene/pointcolours.h"
#include "widgets/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr double lookRadius = 30;   // metres around the sensor
constexpr double steepPitch = -1.0;  // of the first look at a scene
constexpr double widths = 2.6;      // of what is marked that are seen around it
constexpr double leastDistance = 8;
constexpr std::size_t heightsLookedAt = 20'000;

}  // namespace

CloudLimits ComparisonPane::usualLimits()
{
    CloudLimits limits;
    limits.keptAhead = 1'000'000;
    return limits;
}

ComparisonPane::ComparisonPane(extension::MediaContext &context, CloudLimits limits)
    : m_context(context), m_clouds(
                              context.jobs(), [] { return QString(); }, limits),
      m_widget(new QWidget), m_surface(new SceneSurface), m_slider(new QSlider(Qt::Horizontal)), m_where(new QLabel),
      m_camera(new ComparisonCamera(context, m_surface)), m_bar(new QWidget)
{
    m_widget->setObjectName(QStringLiteral("comparisonScene"));
    auto *down = new QVBoxLayout(m_widget);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_surface, 1);
    auto *across = new QHBoxLayout(m_bar);
    across->setContentsMargins(4, 0, 4, 0);
    across->setSpacing(4);
    const std::pair<ViewCamera::Preset, QString> presets[] = {{ViewCamera::Preset::Top, tr("Above")},
                                                              {ViewCamera::Preset::Free, tr("Free")}};
    for (const auto &[preset, title] : presets) {
        auto *button = new QToolButton;
        button->setText(title);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setToolTip(preset == ViewCamera::Preset::Top ? tr("Look straight down") : tr("Look from behind and above"));
        connect(button, &QToolButton::clicked, this, [this, which = preset] { lookFrom(which); });
        across->addWidget(button);
    }
    across->addStretch(0);
    m_slider->setAccessibleName(tr("Sweep"));
    m_slider->setFocusPolicy(Qt::NoFocus);
    across->addWidget(m_slider, 1);
    across->addWidget(m_where);
    down->addWidget(m_bar);
    m_surface->setFocusPolicy(Qt::ClickFocus);
    m_widget->installEventFilter(this);
    connect(m_slider, &QSlider::valueChanged, this, [this](int frame) {
        setFrame(frame);
        tell();
    });
    connect(m_surface, &SceneSurface::cameraChanged, this, [this] {
        m_clouds.setView(m_surface->camera(), m_surface->size());
        if (m_quiet > 0 || m_surface->camera() == m_told)
            return;
        m_placed = true;
        tell();
    });
    connect(m_surface, &SceneSurface::pointsUnavailable, this, [this](const QString &why) {
        m_noPoints = why;
        refreshState();
    });
    if (!m_surface->canvas())
        m_noPoints = tr("This machine has no OpenGL 3.3, so the points cannot be drawn. The boxes are shown all the same.");
    connect(&m_clouds, &SceneClouds::changed, this, &ComparisonPane::cloudsChanged);
    connect(&m_clouds, &SceneClouds::stateChanged, this, &ComparisonPane::refreshState);
    m_told = m_surface->camera();
    refreshLook();
}

ComparisonPane::~ComparisonPane()
{
    m_clouds.disconnect(this);
    delete m_widget;
}

QWidget *ComparisonPane::widget()
{
    return m_widget;
}

bool ComparisonPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_widget && event->type() == QEvent::PaletteChange)
        refreshLook();
    return QObject::eventFilter(watched, event);
}

void ComparisonPane::showItem(const model::Item &item, const std::optional<model::Scene> &scene, const QString &mediaPath)
{
    const QFileInfo medium(mediaPath);
    const QString folder = medium.isDir() ? medium.absoluteFilePath() : medium.absolutePath();
    if (item.id == m_item.id && folder == m_folder && scene == m_scene)
        return;
    m_item = item;
    m_scene = scene;
    m_folder = folder;
    m_frame = 0;
    m_placed = false;
    m_rangeKnown = false;
    m_sources.clear();
    m_marked.clear();
    m_pointColours.reset();
    m_clouds.clear();
    if (!m_scene || m_scene->frames.empty()) {
        refreshSlider();
        m_surface->setMessage(QStringLiteral("issues"), tr("%1 cannot be shown").arg(item.name),
                              tr("The project knows no sensors and frames of this scene. Add its folder again."));
        refreshLabels();
        return;
    }
    refreshSlider();
    m_surface->setAccessibleName(tr("Scene %1").arg(item.name));
    loadFrame();
}

void ComparisonPane::setFrame(std::int64_t frame)
{
    if (!m_scene || frame == m_frame || frame < 0 || frame >= std::int64_t(m_scene->frames.size()))
        return;
    m_frame = frame;
    refreshSlider();
    loadFrame();
}

void ComparisonPane::refreshSlider()
{
    const int frames = m_scene ? int(m_scene->frames.size()) : 0;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, std::max(0, frames - 1));
    m_slider->setValue(int(m_frame));
    m_slider->setVisible(frames > 1);
    m_where->setVisible(frames > 1);
    // The slider keeps its length while the digits change.
    m_where->setMinimumWidth(m_where->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(frames).arg(frames)));
    m_where->setText(tr("%1 of %2").arg(m_frame + 1).arg(frames));
}

void ComparisonPane::loadFrame()
{
    m_surface->setMessage({}, {}, {});
    refreshLabels();
    if (!m_clouds.show(*m_scene, m_frame, m_folder))
        m_surface->setMessage(QStringLiteral("issues"), tr("No sweep in this frame"), {});
}

void ComparisonPane::cloudsChanged()
{
    if (m_surface->canvas())
        m_surface->canvas()->setPieces(m_clouds.all());
    const CloudSource &source = m_clouds.first();
    if (source.state() == CloudSource::State::Shown && !source.pieces().empty()) {
        refreshLook();
        if (!m_placed) {
            fit();
        } else if (const auto bounds = m_clouds.bounds()) {
            ViewCamera camera = m_surface->camera();
            camera.reach = std::max({0.1, bounds->second[0] - bounds->first[0], bounds->second[1] - bounds->first[1],
                                     bounds->second[2] - bounds->first[2]});
            setCamera(camera);
        }
    }
    refreshState();
}

void ComparisonPane::refreshState()
{
    OverlayContent &content = m_surface->overlay().content();
    const CloudSource &source = m_clouds.first();
    content.status.clear();
    switch (source.state()) {
    case CloudSource::State::Empty: break;
    case CloudSource::State::Failed:
        m_surface->setMessage(QStringLiteral("issues"), tr("%1 cannot be shown").arg(source.request().name), source.error());
        break;
    case CloudSource::State::Loading:
        if (source.pieces().empty())
            content.status = tr("Loading %1…").arg(source.request().name);
        break;
    case CloudSource::State::Shown:
        m_surface->setMessage({}, {}, {});
        content.status = m_noPoints;
        break;
    }
    m_surface->overlay().update();
}

void ComparisonPane::setSources(const std::vector<extension::ComparedLabels> &sources, const model::Schema &schema)
{
    m_sources = sources;
    m_schema = schema;
    refreshLabels();
}

void ComparisonPane::setMarked(const std::vector<AnnotationId> &labels, bool goThere)
{
    m_order = labels;
    m_marked = QSet<AnnotationId>(labels.begin(), labels.end());
    refreshLabels();
    if (goThere)
        go();
}

void ComparisonPane::refreshLabels()
{
    OverlayContent &content = m_surface->overlay().content();
    content.boxes = m_scene ? comparedBoxes(m_sources, m_schema, *m_scene, m_frame, m_marked) : std::vector<SceneBox>();
    content.lines = m_scene ? comparedLines(m_sources, m_schema, m_frame, m_marked) : std::vector<SceneLine>();
    content.hovered = -1;
    content.flashed = -1;
    m_camera->setMarked(m_scene ? &*m_scene : nullptr, m_frame, m_folder, content.boxes,
                        m_scene ? comparedPictureBoxes(m_sources, m_schema, m_frame, m_marked) : std::vector<PictureBox>());
    const geometry::PointLabels *points = comparedPoints(m_sources, m_frame);
    const bool dark = theme::themeOf(m_widget->palette()).dark;
    m_pointColours = points ? std::make_shared<const PointColours>(*points, m_schema, dark) : nullptr;
    refreshLook();
}

bool ComparisonPane::sensorIsWithin() const
{
    const auto bounds = m_clouds.bounds();
    const Vector3 sensor = m_clouds.sensor();
    return bounds && sensor[0] >= bounds->first[0] && sensor[0] <= bounds->second[0] && sensor[1] >= bounds->first[1]
           && sensor[1] <= bounds->second[1];
}

void ComparisonPane::refreshLook()
{
    const theme::Theme &theme = theme::themeOf(m_widget->palette());
    const CloudSource &source = m_clouds.first();
    const bool shown = source.state() == CloudSource::State::Shown && !source.pieces().empty();
    CloudLook look = m_surface->canvas() ? m_surface->canvas()->look() : CloudLook();
    if (shown && !m_rangeKnown) {
        const CloudData &data = *source.pieces().front();
        look.range = rangeOf(data, {}, m_clouds.sensor());
        std::vector<double> heights;
        for (std::size_t i = 0; i < std::min(data.size(), heightsLookedAt); ++i)
            heights.push_back(double(data.positions[i][2]) + data.origin[2]);
        m_groundHeight = usualRange(std::move(heights), 0.1)[0];
        m_rangeKnown = true;
    }
    look.mode = {m_pointColours ? ColourMode::Kind::PointClass : ColourMode::Kind::Height, {}};
    look.colourer = m_pointColours ? m_pointColours->colourer(look.mode) : nullptr;
    look.dark = theme.dark;
    look.ground = theme.colour(theme::Token::Surface0);
    look.lines = theme.colour(theme::Token::Line);
    look.plain = theme.colour(theme::Token::Text2);
    look.rings = shown && sensorIsWithin();
    look.grid = shown;
    look.sensor = m_clouds.sensor();
    look.groundHeight = m_groundHeight;
    if (m_surface->canvas())
        m_surface->canvas()->setLook(look);
    OverlayContent &content = m_surface->overlay().content();
    content.rings = look.rings;
    content.sensor = look.sensor;
    content.groundHeight = m_groundHeight;
    m_surface->overlay().update();
}

void ComparisonPane::setCamera(const ViewCamera &camera)
{
    ++m_quiet;
    m_surface->setCamera(camera);
    m_told = camera;
    --m_quiet;
}

void ComparisonPane::tell()
{
    m_told = m_surface->camera();
    if (m_placeChanged)
        m_placeChanged();
}

void ComparisonPane::lookFrom(ViewCamera::Preset preset)
{
    ViewCamera camera = m_surface->camera();
    camera.set(preset, 0);
    m_surface->setCamera(camera);
}

void ComparisonPane::fit()
{
    const auto bounds = m_clouds.bounds();
    if (!bounds)
        return;
    ViewCamera camera = m_surface->camera();
    camera.set(ViewCamera::Preset::Free, 0);
    camera.pitch = steepPitch;
    camera.reach = 0.1;
    Vector3 least = bounds->first;
    Vector3 most = bounds->second;
    for (std::size_t axis = 0; axis < 3; ++axis)
        camera.reach = std::max(camera.reach, most[axis] - least[axis]);
    // Of a sweep the middle is what is worked on: a few points lie far out.
    if (sensorIsWithin()) {
        const Vector3 sensor = m_clouds.sensor();
        for (std::size_t axis = 0; axis < 2; ++axis) {
            least[axis] = std::max(least[axis], sensor[axis] - lookRadius);
            most[axis] = std::min(most[axis], sensor[axis] + lookRadius);
        }
        most[2] = std::min(most[2], std::max(m_groundHeight + 6, least[2] + 1));
    }
    camera.fit(least, most, m_surface->size());
    setCamera(camera);
}

void ComparisonPane::go()
{
    if (!m_scene)
        return;
    if (const auto frame = frameOfFirst(m_sources, m_scene->frames.size(), m_order))
        setFrame(*frame);
    const OverlayContent &content = m_surface->overlay().content();
    const auto bounds = boundsOfSelected(content.boxes, content.lines);
    if (!bounds)
        return;
    ViewCamera camera = m_surface->camera();
    if (!m_placed) {
        camera.set(ViewCamera::Preset::Free, 0);
        camera.pitch = steepPitch;
    }
    double length = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        camera.target[axis] = (bounds->first[axis] + bounds->second[axis]) / 2;
        length += std::pow(bounds->second[axis] - bounds->first[axis], 2);
    }
    camera.distance = std::max(leastDistance, widths * std::sqrt(length));
    m_placed = true;
    setCamera(camera);
}

QVariantMap ComparisonPane::place() const
{
    const ViewCamera &camera = m_surface->camera();
    return {{QStringLiteral("frame"), qint64(m_frame)},
            {QStringLiteral("target"), QVariantList{camera.target[0], camera.target[1], camera.target[2]}},
            {QStringLiteral("yaw"), camera.yaw},
            {QStringLiteral("pitch"), camera.pitch},
            {QStringLiteral("distance"), camera.distance},
            {QStringLiteral("parallel"), camera.parallel}};
}

void ComparisonPane::setPlace(const QVariantMap &place)
{
    if (place.value(QStringLiteral("fitted")).toBool()) {
        m_placed = false;
        fit();
        return;
    }
    if (place.contains(QStringLiteral("frame")))
        setFrame(place.value(QStringLiteral("frame")).toLongLong());
    const QVariantList target = place.value(QStringLiteral("target")).toList();
    if (target.size() != 3)
        return;
    ViewCamera camera = m_surface->camera();
    double sum = 0;
    for (int axis = 0; axis < 3; ++axis) {
        camera.target[std::size_t(axis)] = target[axis].toDouble();
        sum += target[axis].toDouble();
    }
    camera.yaw = place.value(QStringLiteral("yaw")).toDouble();
    camera.pitch = place.value(QStringLiteral("pitch")).toDouble();
    camera.distance = place.value(QStringLiteral("distance")).toDouble();
    camera.parallel = place.value(QStringLiteral("parallel")).toBool();
    if (!std::isfinite(sum + camera.yaw + camera.pitch) || !(camera.distance > 0) || !std::isfinite(camera.distance))
        return;
    m_placed = true;
    setCamera(camera);
}

}  // namespace plumbline::sceneview
