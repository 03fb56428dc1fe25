// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneview.h"

#include "plugins/views/scene/pointpick.h"
#include "plugins/views/scene/sceneactions.h"
#include "plugins/views/scene/tracks.h"
#include "widgets/theme/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr int loadingMilliseconds = 150;
constexpr int flashMilliseconds = 900;

template <typename... F>
struct Overloaded : F... {
    using F::operator()...;
};

}  // namespace

SceneView::SceneView(extension::ViewContext &context, CloudLimits limits)
    : m_context(context), m_editing(context.editing()),
      m_edits(m_editing, [this](const QString &text) { m_context.showHint(text); }),
      m_tracks(m_editing, [this](const QString &text) { m_context.showHint(text); }), m_exposure(m_editing),
      m_pictureEdits(m_editing, [this](const QString &text) { m_context.showHint(text); }),
      m_clouds(
          context.jobs(), [this] { return m_context.cacheFolder(); }, limits),
      m_source(m_clouds.first()), m_cameraColours(context.jobs()), m_widget(new QWidget), m_bar(new SceneBar),
      m_cloudBar(new CloudBar), m_surface(new SceneSurface), m_sides(new SidePanel),
      m_cameras(new CameraStrip(context.jobs(), context.frameLoader())), m_timeline(new Timeline),
      m_sheet(new TrackSheet(
          {m_editing, m_tracks, m_exposure, context.jobs(), context.frameLoader(),
           [this](std::int64_t frame) { return sweepOf(frame); }, [this] { return folder(); },
           [this](const QString &text) { m_context.showHint(text); }})),
      m_across(new QSplitter(Qt::Horizontal)), m_down(new QSplitter(Qt::Vertical))
{
    m_checks = std::make_unique<SceneChecks>(
        m_editing, context.jobs(), [this](const QString &text) { m_context.showHint(text); }, [this](AnnotationId id) { reveal(id); });
    setUpParts();
    setUpTools();
    setUpTracks();
    connect(&m_editing, &document::Editing::changed, this, &SceneView::documentChanged);
    connect(&m_editing, &document::Editing::marksChanged, this, &SceneView::refreshBoxes);
    connect(&m_clouds, &SceneClouds::changed, this, &SceneView::sourceChanged);
    connect(&m_clouds, &SceneClouds::stateChanged, this, &SceneView::sourceStateChanged);
    connect(&m_cameraColours, &CameraColouring::changed, this, &SceneView::refreshColours);
    m_loading.setSingleShot(true);
    m_loading.setInterval(loadingMilliseconds);
    connect(&m_loading, &QTimer::timeout, this, &SceneView::refreshStatus);
    m_flash.setSingleShot(true);
    m_flash.setInterval(flashMilliseconds);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        m_surface->overlay().content().flashed = -1;
        m_surface->overlay().update();
    });
    clear();
}

void SceneView::setUpParts()
{
    m_widget->setObjectName(QStringLiteral("sceneView"));
    m_widget->setFocusProxy(m_surface);
    auto *layout = new QVBoxLayout(m_widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_cloudBar);
    layout->addWidget(m_across, 1);
    setUpCalibration();
    layout->addWidget(m_timeline);
    m_down->addWidget(m_surface);
    m_down->addWidget(m_sides);
    m_down->setStretchFactor(0, 4);
    m_down->setStretchFactor(1, 1);
    m_down->setCollapsible(0, false);
    m_down->setSizes({640, 190});
    m_across->addWidget(m_down);
    m_across->addWidget(m_cameras);
    m_across->setStretchFactor(0, 4);
    m_across->setStretchFactor(1, 1);
    m_across->setCollapsible(0, false);
    m_across->setSizes({900, 300});
    m_widget->installEventFilter(this);
    m_surface->installEventFilter(this);
    connect(m_bar, &SceneBar::displayChanged, this, &SceneView::showDisplay);
    connect(m_cloudBar, &CloudBar::choiceChanged, this, &SceneView::applyChoice);
    connect(m_cameras, &CameraStrip::picturesChanged, this, &SceneView::refreshColours);
    connect(m_surface, &SceneSurface::cameraChanged, this, &SceneView::sendView);
    connect(m_surface, &SceneSurface::pointsUnavailable, this, [this](const QString &why) {
        m_noPoints = why;
        refreshStatus();
    });
    if (!m_surface->canvas())
        m_noPoints =
            tr("This machine has no OpenGL 3.3, so the points cannot be drawn. Boxes, side views and cameras still work.");
    connect(m_timeline, &Timeline::frameChosen, this, [this](std::int64_t index) { m_editing.setFrame(index); });
    connect(m_cameras, &CameraStrip::boxClicked, this, &SceneView::clickBox);
    connect(m_cameras, &CameraStrip::boxHovered, this, &SceneView::setHovered);
    connect(m_cameras, &CameraStrip::pictureBoxClicked, this, [this](AnnotationId id) { m_editing.select({id}); });
    connect(m_cameras, &CameraStrip::pictureBoxChanged, this,
            [this](AnnotationId id, const geometry::Box &box) { m_pictureEdits.setBox(id, box); });
    connect(m_sides, &SidePanel::dragged, this, [this](const geometry::Cuboid &cuboid) {
        const auto box = selectedBox();
        setPreview(cuboid, box ? &*box : nullptr);
    });
    connect(m_sides, &SidePanel::released, this, [this](const geometry::Cuboid &cuboid, SceneEdits::Verb verb) {
        const auto box = selectedBox();
        setPreview(std::nullopt, nullptr);
        if (box)
            m_edits.setCuboid(*box, cuboid, verb);
    });
}

void SceneView::setUpTools()
{
    m_toolContext = std::make_unique<ToolContext>(
        ToolContext{m_editing, m_edits, *m_surface,
                    [this]() -> const std::vector<SceneBox> & {
                        // Where places are shown, clicks mean points.
                        static const std::vector<SceneBox> none;
                        return m_calibration->isOpen() ? none : m_boxes;
                    },
                    [this]() -> const std::vector<CloudPointer> & { return m_clouds.pieces(); },
                    [this]() -> const GroundMap & { return ground(); }, [this] { return groundHeight(); },
                    [this] { return m_sensor; }, [this](int box) { setHovered(box); },
                    [this](const std::optional<geometry::Cuboid> &cuboid, const SceneBox *box) { setPreview(cuboid, box); },
                    [this](QPointF at) { pickPoint(at); }, [this](const QString &text) { m_context.showHint(text); }});
    m_select = std::make_unique<SelectTool>(*m_toolContext);
    m_cuboid = std::make_unique<CuboidTool>(*m_toolContext);
    m_points = std::make_unique<PointLabeling>(PointLabeling::View{
        m_context, *m_toolContext, m_source, [this](std::int64_t frame) { return sweepOf(frame); },
        [this] { return m_bar->display().mode; }, [this](const ColourMode &mode) { setMode(mode); }, [this] { refreshLook(false); }});
    static_cast<QVBoxLayout *>(m_widget->layout())->insertWidget(1, m_points->bar());
    m_line = std::make_unique<LineTool>(*m_toolContext, *m_select);
}

SceneView::~SceneView()
{
    m_surface->setInput(nullptr);
    m_clouds.disconnect(this);
    m_cameraColours.disconnect(this);
    delete m_widget;
}

QWidget *SceneView::widget()
{
    return m_widget;
}

bool SceneView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_widget && event->type() == QEvent::PaletteChange)
        refreshLook(false);
    // Notices of the window lie below the bars.
    if (watched == m_surface && event->type() == QEvent::Resize)
        m_widget->setProperty("barHeight", m_across->y());
    return QObject::eventFilter(watched, event);
}

void SceneView::showFrame(const model::Item &item, const Result<extension::LoadedFrame> &frame)
{
    m_loading.stop();
    const bool sameItem = m_item.id == item.id;
    m_item = item;
    if (!sameItem) {
        showSheet(false);
        m_fitted = false;
        m_rangeKnown = false;
        m_clipped.reset();
    }
    const model::Scene *scene = m_editing.scene();
    if (!frame || !scene || scene->frames.empty()) {
        m_clouds.clear();
        m_cameras->setFrame(nullptr, 0, {});
        m_timeline->setScene(nullptr);
        m_surface->setInput(nullptr);
        m_surface->setMessage(QStringLiteral("issues"), tr("%1 cannot be shown").arg(item.name),
                              frame ? tr("The project knows no sensors and frames of this scene. Add its folder again.")
                                    : frame.error().text);
        refreshBoxes();
        return;
    }
    m_timeline->setScene(scene);
    m_surface->setAccessibleName(tr("Scene %1").arg(item.name));
    m_surface->setInput(input());
    loadFrame();
}

void SceneView::showLoading(const model::Item &item)
{
    m_surface->setMessage(QStringLiteral("image"), tr("Loading %1…").arg(item.name), {});
}

void SceneView::clear()
{
    m_loading.stop();
    m_item = {};
    m_fitted = false;
    m_clouds.clear();
    m_cameras->setFrame(nullptr, 0, {});
    m_cameras->hide();
    showSheet(false);
    m_calibration->setOpen(false);
    m_timeline->setScene(nullptr);
    m_surface->setInput(nullptr);
    m_surface->overlay().content() = {};
    m_surface->setMessage(QStringLiteral("box"), tr("No scene is open"),
                          tr("Choose an item in the queue, or drop a folder of sweeps here."));
    refreshBoxes();
    refreshLook(false);
}

QString SceneView::folder() const
{
    const QFileInfo medium(m_context.mediaPath());
    return medium.isDir() ? medium.absoluteFilePath() : medium.absolutePath();
}

std::optional<SweepRequest> SceneView::sweepOf(std::int64_t frame) const
{
    const model::Scene *scene = m_editing.scene();
    return scene ? m_clouds.sweepOf(*scene, frame, folder()) : std::nullopt;
}

void SceneView::loadFrame()
{
    const std::int64_t frame = m_editing.frame();
    m_timeline->setFrame(frame);
    m_surface->overlay().content().pickedPoint.reset();
    m_checks->setSweep(frame, {}, false);
    m_calibration->sceneChanged();
    m_cameras->setFrame(m_calibration->tried() ? m_calibration->tried() : m_editing.scene(), frame, folder());
    m_trialShown = m_calibration->tried() != nullptr;
    m_cameras->setVisible(m_bar->display().cameras && !m_cameras->isEmpty());
    fitCameras();
    m_bar->setHasCameras(!m_cameras->isEmpty());
    refreshBoxes();
    applyChoice();
}

void SceneView::prefetch()
{
    const std::int64_t frame = m_editing.frame();
    const std::int64_t step = frame < m_lastFrame ? -1 : 1;
    m_lastFrame = frame;
    if (const model::Scene *scene = m_editing.scene())
        m_clouds.prefetch(*scene, frame + step, folder());
}

void SceneView::sourceChanged()
{
    m_ground.reset();
    if (m_source.state() == CloudSource::State::Shown && !m_source.pieces().empty())
        m_checks->setSweep(m_editing.frame(), m_source.pieces(), !m_source.isLarge() && !m_source.pieces().front()->sample);
    if (m_source.state() != CloudSource::State::Empty)
        m_sensor = m_clouds.sensor();
    if (m_surface->canvas())
        m_surface->canvas()->setPieces(m_clouds.all());
    if (m_source.state() == CloudSource::State::Shown && !m_source.pieces().empty()) {
        if (!m_rangeKnown) {
            m_bar->setModes(modesFor(m_source.pieces().front()->channels, m_cameras->isCalibrated()));
            refreshLook(true);
            m_rangeKnown = true;
            // Only now the height of the ground is known.
            updateClip();
        } else {
            refreshLook(false);
        }
        if (!m_fitted) {
            m_fitted = true;
            fit();
            if (!m_toRestore.isEmpty())
                restoreState(std::exchange(m_toRestore, {}));
        }
    }
    if (m_bar->display().cameraPoints)
        m_cameras->setPoints(m_clouds.pieces());
    m_points->sweepChanged();
    refreshColours();
    refreshSides();
    refreshStatus();
}

void SceneView::sourceStateChanged()
{
    if (m_source.state() == CloudSource::State::Shown) {
        m_loading.stop();
        if (!m_source.isRefining())
            prefetch();
    }
    refreshStatus();
}

void SceneView::refreshStatus()
{
    OverlayContent &content = m_surface->overlay().content();
    const QLocale locale;
    switch (m_source.state()) {
    case CloudSource::State::Empty: content.status.clear(); break;
    case CloudSource::State::Failed:
        m_surface->setMessage(QStringLiteral("issues"), tr("%1 cannot be shown").arg(m_source.request().name), m_source.error());
        content.status.clear();
        break;
    case CloudSource::State::Loading:
        if (m_loading.isActive())
            break;
        content.status = tr("Loading %1…").arg(m_source.request().name);
        m_surface->setMessage(QStringLiteral("image"), m_source.pieces().empty() ? content.status : QString(), {});
        break;
    case CloudSource::State::Shown:
        m_surface->setMessage({}, {}, {});
        content.status = m_clouds.words() + m_countWords;
        if (!m_noPoints.isEmpty())
            content.status = m_noPoints;
        break;
    }
    m_surface->overlay().update();
}

void SceneView::sendView()
{
    m_clouds.setView(m_surface->camera(), m_surface->size());
}

void SceneView::refreshBoxes()
{
    m_boxes = m_item.id.isNull() ? std::vector<SceneBox>() : boxesOf(m_editing, m_editing.frame());
    OverlayContent &content = m_surface->overlay().content();
    content.boxes = m_boxes;
    content.hovered = -1;
    content.flashed = -1;
    content.remarks = m_checks->remarksOfSelected();
    content.lines = m_item.id.isNull() ? std::vector<SceneLine>() : linesOf(m_editing, m_editing.frame());
    if (content.lineDraft.points.empty())
        content.lineDraft.active = -1;
    m_cameras->setPictureBoxes(m_item.id.isNull() || !content.boxesShown ? std::vector<PictureBox>()
                                                                         : pictureBoxesOf(m_editing, m_editing.frame()));
    m_cameras->setLines(content.boxesShown ? content.lines : std::vector<SceneLine>());
    m_surface->overlay().update();
    m_cameras->setBoxes(content.boxesShown ? m_boxes : std::vector<SceneBox>(), -1);
    updateClip();
    refreshColours();
    refreshSides();
    refreshMarks();
}

void SceneView::refreshSides()
{
    refreshCount(std::nullopt);
    if (m_sides->isHidden())
        return;
    m_sides->setBox(selectedBox(), m_clouds.pieces());
}

std::optional<SceneBox> SceneView::selectedBox() const
{
    const auto selected = [](const SceneBox &box) { return box.selected; };
    const auto box = std::find_if(m_boxes.begin(), m_boxes.end(), selected);
    if (box == m_boxes.end() || std::count_if(m_boxes.begin(), m_boxes.end(), selected) != 1)
        return std::nullopt;
    return *box;
}

const GroundMap &SceneView::ground()
{
    if (!m_ground)
        m_ground.emplace(m_clouds.whole());
    return *m_ground;
}

void SceneView::refreshLook(bool range)
{
    const theme::Theme &theme = theme::themeOf(m_widget->palette());
    const SceneDisplay &display = m_bar->display();
    OverlayContent &content = m_surface->overlay().content();
    CloudLook look = m_surface->canvas() ? m_surface->canvas()->look() : CloudLook();
    const bool otherMode = !(look.mode == display.mode);
    look.mode = display.mode;
    if (!m_source.pieces().empty() && (range || otherMode)) {
        const CloudData &data = *m_source.pieces().front();
        look.range = rangeOf(data, look.mode, m_sensor);
        std::vector<double> heights;
        for (std::size_t i = 0; i < std::min<std::size_t>(data.size(), 20'000); ++i)
            heights.push_back(double(data.positions[i][2]) + data.origin[2]);
        m_groundHeight = usualRange(std::move(heights), 0.1)[0];
    }
    look.dark = theme.dark;
    look.ground = theme.colour(theme::Token::Surface0);
    look.lines = theme.colour(theme::Token::Line);
    look.plain = theme.colour(theme::Token::Text2);
    look.pointSize = display.pointSize;
    look.edges = display.edges;
    const bool hasScene = !m_source.pieces().empty();
    look.grid = display.grid && hasScene;
    look.rings = display.rings && hasScene && isSensorWithin();
    look.sensor = m_sensor;
    look.groundHeight = m_groundHeight;
    m_points->decorate(look);
    if (m_surface->canvas())
        m_surface->canvas()->setLook(look);
    content.rings = look.rings;
    content.sensor = m_sensor;
    content.groundHeight = m_groundHeight;
    const bool metric = look.mode.kind == ColourMode::Kind::Height || look.mode.kind == ColourMode::Kind::Distance;
    content.legendBar = hasScene && (metric || look.mode.kind == ColourMode::Kind::Channel);
    content.legendTitle = titleOf(look.mode);
    const auto number = [metric](double value) {
        return metric ? tr("%1 m").arg(value, 0, 'f', 1) : QString::number(value, 'g', 3);
    };
    content.legendLow = number(look.range[0]);
    content.legendHigh = number(look.range[1]);
    m_surface->overlay().update();
}

void SceneView::showDisplay()
{
    const SceneDisplay &display = m_bar->display();
    m_sides->setVisible(display.sides);
    m_cameras->setVisible(display.cameras && !m_cameras->isEmpty());
    m_cameras->setPoints(display.cameraPoints ? m_clouds.pieces() : std::vector<CloudPointer>());
    refreshLook(false);
    refreshColours();
    refreshSides();
}

void SceneView::setHovered(int box)
{
    OverlayContent &content = m_surface->overlay().content();
    if (content.hovered == box)
        return;
    content.hovered = box;
    m_surface->overlay().update();
    m_cameras->setBoxes(content.boxesShown ? m_boxes : std::vector<SceneBox>(), box);
}

void SceneView::setPreview(const std::optional<geometry::Cuboid> &cuboid, const SceneBox *box)
{
    OverlayContent &content = m_surface->overlay().content();
    content.preview = cuboid;
    content.replaced = cuboid && box ? box->id : AnnotationId();
    content.replacedGhost = cuboid && box && box->ghost ? box->track : TrackId();
    if (box)
        content.previewColour = box->colour;
    m_surface->overlay().update();
    m_sides->setPreview(cuboid);
    refreshCount(cuboid);
    m_cameras->setPreview(cuboid, content.previewColour, box ? box->track : TrackId());
}

void SceneView::pickPoint(QPointF at)
{
    constexpr double radius = 5;
    OverlayContent &content = m_surface->overlay().content();
    const auto point = pointAt(m_clouds.all(), at, m_surface->camera(), m_surface->size(), radius);
    content.pickedPoint = point ? std::optional(point->place) : std::nullopt;
    if (point && !point->piece->merged)
        m_calibration->showPoint(point->place);
    content.pickedText = point ? wordsFor(*point, m_sensor) + m_points->wordsAt(*point) + whereFrom(*point) : QString();
    m_surface->overlay().update();
}

void SceneView::clickBox(int index)
{
    if (index < 0 || std::size_t(index) >= m_boxes.size()) {
        m_editing.select({});
        return;
    }
    const SceneBox box = m_boxes[std::size_t(index)];
    if (box.ghost) {
        m_edits.setCuboid(box, box.cuboid, SceneEdits::Verb::Move);
        return;
    }
    m_editing.select({box.id});
    goTo(box.cuboid, false);
}

void SceneView::documentChanged(const document::DocumentEvent &event)
{
    if (std::holds_alternative<document::AnnotationsChanged>(event) || std::holds_alternative<document::TracksChanged>(event)
        || std::holds_alternative<document::ItemShown>(event))
        m_exposure.forget();
    std::visit(Overloaded{[this](const document::ItemShown &shown) {
                              if (shown.item.isNull()) {
                                  clear();
                                  return;
                              }
                              m_select->cancel();
                              m_cuboid->cancel();
                              m_points->cancel();
                              m_line->cancel();
                              refreshBoxes();
                          },
                          [this](const document::AnnotationsChanged &) {
                              refreshBoxes();
                              m_points->labelsChanged();
                          },
                          [this](const document::SelectionChanged &) { refreshBoxes(); },
                          [this](const document::CurrentClassChanged &) { m_points->labelsChanged(); },
                          [this](const document::SchemaChanged &) {
                              refreshBoxes();
                              m_points->labelsChanged(true);
                          },
                          [this](const document::QueueChanged &) {
                              refreshBoxes();
                              m_points->labelsChanged();
                          }, [](const document::SaveStateChanged &) {},
                          [](const document::HistoryChanged &) {}, [](const document::GaugeChanged &) {},
                          [this](const document::FrameShown &) {
                              m_select->cancel();
                              m_cuboid->cancel();
                              m_points->dropGesture();
                              m_line->cancel();
                              setPreview(std::nullopt, nullptr);
                              if (!m_item.id.isNull())
                                  loadFrame();
                          },
                          [this](const document::TracksChanged &) { refreshBoxes(); }},
               event);
}

}  // namespace plumbline::sceneview
