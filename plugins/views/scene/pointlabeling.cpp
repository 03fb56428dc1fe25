// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pointlabeling.h"

#include "core/geometry/groundsurface.h"
#include "widgets/theme/theme.h"

#include <QLocale>

#include <algorithm>

namespace plumbline::sceneview {

namespace {

std::optional<PointToolKind> kindOf(const QString &id)
{
    if (id == QLatin1String("scene.tool.pointLasso"))
        return PointToolKind::Lasso;
    if (id == QLatin1String("scene.tool.pointPolygon"))
        return PointToolKind::Polygon;
    if (id == QLatin1String("scene.tool.pointBrush"))
        return PointToolKind::Brush;
    if (id == QLatin1String("scene.tool.pointGround"))
        return PointToolKind::Ground;
    if (id == QLatin1String("scene.tool.pointCluster"))
        return PointToolKind::Cluster;
    return std::nullopt;
}

}  // namespace

PointLabeling::PointLabeling(View view)
    : m_view(std::move(view)), m_editing(m_view.tools.editing),
      m_edits(m_editing, [this](const QString &text) { m_view.tools.hint(text); }), m_bar(new PointBar), m_input(toolContext())
{
    m_bar->hide();
    connect(m_bar, &PointBar::optionsChanged, this, [this] { m_input.refresh(); });
    connect(m_bar, &PointBar::newInstanceWanted, this, &PointLabeling::newInstance);
}

PointLabeling::~PointLabeling()
{
    if (m_job)
        m_view.context.jobs().cancel(m_job);
}

PointToolContext PointLabeling::toolContext()
{
    return {m_view.tools,
            [this]() -> const PointOptions & { return m_bar->options(); },
            [this]() -> const std::vector<CloudPointer> & { return m_view.source.pieces(); },
            [this](bool erases) { return begin(erases); },
            [this] { return m_view.source.placesInFile(); },
            [this] { return ground(); },
            [this](const geometry::PointSet *points, bool erases) { mark(points, erases); },
            [this](PointChoice choice, bool erases) { choose(std::move(choice), erases); },
            [this](double factor) { resize(factor); }};
}

bool PointLabeling::setTool(const QString &id)
{
    const auto kind = kindOf(id);
    m_input.cancel();
    m_tool = kind ? id : QString();
    m_bar->setVisible(kind.has_value());
    if (!kind) {
        if (const auto before = std::exchange(m_modeBefore, std::nullopt); before && m_view.mode().showsLabels())
            m_view.setMode(*before);
        return false;
    }
    m_input.setKind(*kind);
    m_bar->setTool(*kind);
    refreshBar();
    if (!m_view.mode().showsLabels()) {
        m_modeBefore = m_view.mode();
        m_view.setMode({ColourMode::Kind::PointClass, {}});
    }
    return true;
}

bool PointLabeling::trigger(const QString &actionId)
{
    constexpr double step = 1.25;
    if (actionId == QLatin1String("scene.points.box"))
        labelBoxes();
    else if (actionId == QLatin1String("scene.points.larger"))
        resize(step);
    else if (actionId == QLatin1String("scene.points.smaller"))
        resize(1 / step);
    else if (actionId == QLatin1String("scene.points.newInstance"))
        newInstance();
    else if (actionId == QLatin1String("scene.points.take"))
        takeFromPoint();
    else if (actionId == QLatin1String("scene.points.allSweeps")) {
        PointOptions options = m_bar->options();
        options.allSweeps = !options.allSweeps;
        m_bar->setOptions(options);
        refreshBar();
        m_view.tools.hint(m_bar->options().allSweeps ? tr("Points are labeled in all sweeps.")
                                                     : tr("Points are labeled in this sweep only."));
    } else
        return false;
    return true;
}

bool PointLabeling::cancel()
{
    if (m_input.cancel())
        return true;
    if (m_job == 0)
        return false;
    m_view.context.jobs().cancel(m_job);
    return true;
}

bool PointLabeling::isWhole() const
{
    const auto &pieces = m_view.source.pieces();
    return pieces.size() == 1 && !pieces.front()->sample && !m_view.source.isLarge()
           && pieces.front()->indices.size() == pieces.front()->size();
}

QString PointLabeling::currentClass() const
{
    const model::LabelClass *labelClass = m_editing.schema().find(m_editing.currentClass());
    return labelClass ? labelClass->name : QString();
}

QString PointLabeling::labelFrame() const
{
    const model::Scene *scene = m_editing.scene();
    return scene ? scene->labelFrame : QString();
}

bool PointLabeling::begin(bool erases)
{
    if (m_job) {
        m_view.tools.hint(tr("Points are still being labeled. Wait, or stop it with Esc."));
        return false;
    }
    if (m_view.source.state() != CloudSource::State::Shown || m_view.source.placesInFile() == 0) {
        m_view.tools.hint(tr("The points are still being loaded."));
        return false;
    }
    if (!erases && currentClass().isEmpty()) {
        m_view.tools.hint(tr("Choose a class for the points first."));
        return false;
    }
    const auto before = m_edits.baseOf(m_editing.frame());
    if (const std::uint64_t places = m_view.source.placesInFile();
        before && geometry::pointsOf(*before) != std::optional(places)) {
        m_view.tools.hint(tr("The sweep has %1 points, its labels are for another number.").arg(places));
        return false;
    }
    return m_edits.canLabel(erases ? QString() : currentClass());
}

void PointLabeling::mark(const geometry::PointSet *points, bool erases)
{
    if (!points && !m_marks)
        return;
    std::shared_ptr<PointMarks> marks;
    if (points) {
        const model::LabelClass *labelClass = m_editing.schema().find(m_editing.currentClass());
        const QColor colour = erases || !labelClass ? QColor(255, 255, 255) : labelClass->colour.lighter(130);
        // What the gesture would leave as it is does not stand out.
        const geometry::PointEdit edit = editFor(erases ? QString() : currentClass(), m_bar->options().instance);
        const bool fits = m_colours && m_colours->counts().points == points->points();
        marks = std::make_shared<PointMarks>(PointMarks{fits ? geometry::changedBy(m_colours->labels(), *points, edit) : *points,
                                                        erases && !m_dark ? QColor(0, 0, 0) : colour,
                                                        m_view.source.request().tag.sensor});
    }
    m_marks = std::move(marks);
    // The rest of the look stays: this comes with every move of the mouse.
    if (CloudCanvas *canvas = m_view.tools.surface.canvas()) {
        CloudLook look = canvas->look();
        look.marks = m_marks;
        canvas->setLook(look);
    }
}

geometry::PointEdit PointLabeling::editFor(const QString &className, std::uint32_t instance) const
{
    const PointOptions &options = m_bar->options();
    geometry::PointEdit edit = className.isEmpty() ? geometry::clearingEdit() : geometry::PointEdit();
    if (!className.isEmpty()) {
        edit.className = className;
        edit.instance = geometry::isUnlabeled(className) ? 0 : instance;
    }
    edit.onlyUnlabeled = options.onlyUnlabeled;
    if (!options.onlyClass.isEmpty())
        edit.onlyClass = options.onlyClass;
    return edit;
}

void PointLabeling::choose(PointChoice choice, bool erases)
{
    const QString name = erases ? QString() : currentClass();
    apply({{std::move(choice), editFor(name, m_bar->options().instance)}},
          erases ? tr("Erase labels of points") : tr("Label points as %1").arg(name));
}

void PointLabeling::labelBoxes()
{
    if (m_job || m_view.source.state() != CloudSource::State::Shown) {
        static_cast<void>(begin(true));
        return;
    }
    std::vector<PointStep> steps;
    std::uint32_t instance = m_edits.nextInstance();
    QString name;
    for (const SceneBox &box : m_view.tools.boxes()) {
        const model::Annotation *annotation = box.selected && !box.ghost ? m_editing.annotation(box.id) : nullptr;
        const model::LabelClass *labelClass = annotation ? m_editing.schema().find(annotation->labelClass) : nullptr;
        if (!annotation)
            continue;
        name = labelClass ? labelClass->name : currentClass();
        if (name.isEmpty() || !m_edits.canLabel(name))
            return;
        PointChoice choice;
        choice.here = choice.elsewhere = geometry::BoxVolume{box.cuboid, 0};
        choice.exact = chosenIn(choice.here, m_view.source.pieces(), m_view.source.placesInFile());
        steps.push_back({std::move(choice), editFor(name, instance++)});
    }
    if (steps.empty()) {
        m_view.tools.hint(tr("Select a box first."));
        return;
    }
    const QString label =
        steps.size() == 1 ? tr("Label points as %1").arg(name) : tr("Label the points of %1 boxes").arg(steps.size());
    apply(std::move(steps), label);
}

void PointLabeling::apply(std::vector<PointStep> steps, const QString &label)
{
    const bool whole = isWhole();
    if (!whole)
        for (PointStep &step : steps)
            step.choice.exact.reset();
    if (!whole || m_bar->options().allSweeps) {
        applyFromFiles(std::move(steps), label);
        return;
    }
    std::vector<geometry::PointSet> chosen;
    for (PointStep &step : steps)
        chosen.push_back(std::move(*step.choice.exact));
    const std::int64_t frame = m_editing.frame();
    const auto change = labelSweep(frame, m_edits.baseOf(frame), labelFrame(), chosen, steps);
    if (!change) {
        m_view.tools.hint(tr("The sweep has %1 points, its labels are for another number.").arg(m_view.source.placesInFile()));
        return;
    }
    if (change->changed == 0)
        m_view.tools.hint(tr("None of these points changes."));
    else
        m_edits.push({*change}, label);
}

void PointLabeling::applyFromFiles(std::vector<PointStep> steps, const QString &label)
{
    const model::Scene *scene = m_editing.scene();
    if (!scene)
        return;
    const std::int64_t shown = m_editing.frame();
    std::vector<SweepToLabel> sweeps;
    const auto bases = m_edits.bases();
    for (std::int64_t frame = 0; frame < std::int64_t(scene->frames.size()); ++frame) {
        if (frame != shown && !m_bar->options().allSweeps)
            continue;
        const auto request = m_view.sweepOf(frame);
        if (!request)
            continue;
        const auto base = bases.find(frame);
        const geometry::Pose there = model::labelFromLabel(*scene, std::size_t(shown), std::size_t(frame));
        sweeps.push_back({frame, request->path, request->name,
                          geometry::composed(frame == shown ? geometry::Pose() : there, request->label_from_cloud),
                          base == bases.end() ? std::nullopt : std::optional(base->second), scene->labelFrame, frame == shown});
    }
    const ItemId item = m_editing.item() ? m_editing.item()->id : ItemId();
    m_job = m_view.context.jobs().run(
        tr("Label points"),
        [sweeps = std::move(sweeps), steps = std::move(steps)](jobs::JobControl &control) {
            return labelSweeps(sweeps, steps, control);
        },
        this,
        [this, item, label](Result<SweepsLabeled> labeled) {
            m_job = 0;
            if (!labeled) {
                m_view.tools.hint(labeled.error().text);
                return;
            }
            if (!m_editing.item() || m_editing.item()->id != item) {
                m_view.tools.hint(tr("Another item is shown by now. Its points were left as they are."));
                return;
            }
            if (labeled->changes.empty())
                m_view.tools.hint(labeled->problems.isEmpty() ? tr("None of these points changes.") : labeled->problems.front());
            else if (m_edits.push(labeled->changes, label))
                m_view.tools.hint(tr("%1 points in %2 sweeps.")
                                      .arg(QLocale().toString(qulonglong(labeled->points)))
                                      .arg(labeled->changes.size())
                                  + (labeled->problems.isEmpty()
                                         ? QString()
                                         : QStringLiteral(" ") + tr("Left out: %1").arg(labeled->problems.front())));
        },
        jobs::JobRunner::Visibility::WhenSlow);
    refreshBar();
}

void PointLabeling::takeFromPoint()
{
    const auto at = m_input.mouse();
    constexpr double radius = 6;
    const auto point = m_tool.isEmpty() || !at ? std::nullopt
                                               : pointAt(m_view.source.pieces(), *at, m_view.tools.surface.camera(),
                                                         m_view.tools.surface.size(), radius);
    if (!point || !m_colours || point->index >= point->piece->indices.size()) {
        m_view.tools.hint(tr("With a tool for points, move the mouse over a labeled point first."));
        return;
    }
    const PointColours::Label label = m_colours->labelAt(point->piece->indices[point->index]);
    const model::LabelClass *labelClass = m_editing.schema().find(label.className);
    if (!labelClass || geometry::isUnlabeled(label.className)) {
        m_view.tools.hint(tr("This point has no label."));
        return;
    }
    m_editing.setCurrentClass(labelClass->id);
    PointOptions options = m_bar->options();
    options.instance = label.instance;
    options.erases = false;
    m_bar->setOptions(options);
    refreshBar();
    m_view.tools.hint(label.instance == 0 ? tr("New labels are “%1”.").arg(label.className)
                                          : tr("New labels are “%1”, instance %2.").arg(label.className).arg(label.instance));
}

void PointLabeling::newInstance()
{
    PointOptions options = m_bar->options();
    options.instance = std::max(m_edits.nextInstance(), options.instance + 1);
    m_bar->setOptions(options);
    m_view.tools.hint(tr("New labels are of instance %1.").arg(options.instance));
}

void PointLabeling::resize(double factor)
{
    PointOptions options = m_bar->options();
    options.radius = std::clamp(options.radius * factor, smallestRadius, largestRadius);
    m_bar->setOptions(options);
    m_input.refresh();
}

const geometry::SurfaceVolume *PointLabeling::ground()
{
    if (!m_groundKnown) {
        m_groundKnown = true;
        m_ground = geometry::groundSurface(placed(m_view.source.pieces()));
    }
    return m_ground ? &*m_ground : nullptr;
}

void PointLabeling::sweepChanged()
{
    m_groundKnown = false;
    m_ground.reset();
    labelsChanged();
}

void PointLabeling::labelsChanged(bool classes)
{
    refreshBar();
    // Until its points are there, those of the sweep before keep their colours.
    if (m_view.source.state() == CloudSource::State::Loading)
        return;
    const model::Annotation *shown = m_editing.item() ? m_edits.shownIn(m_editing.frame()) : nullptr;
    const auto *labels = shown ? std::get_if<geometry::PointLabels>(&shown->geometry) : nullptr;
    const std::uint64_t places = m_view.source.placesInFile();
    const bool fits = labels && places > 0 && geometry::pointsOf(*labels) == std::optional(places);
    const geometry::PointLabels wanted = fits ? *labels : geometry::unlabeledPoints(places, labelFrame());
    if (places == 0)
        m_colours.reset();
    else if (classes || !m_colours || !(m_colours->labels() == wanted))
        m_colours = std::make_shared<PointColours>(wanted, m_editing.schema(), m_dark, m_view.source.request().tag.sensor);
    const QLocale locale;
    m_bar->setStatistics(places == 0 ? QString()
                         : labels && !fits
                             ? tr("The labels are for another number of points")
                             : tr("%1 of %2 points labeled (%3 %)")
                                   .arg(locale.toString(qulonglong(m_colours->counts().labeled)),
                                        locale.toString(qulonglong(places)),
                                        locale.toString(100.0 * double(m_colours->counts().labeled) / double(places), 'f', 1)));
    m_view.lookChanged();
}

void PointLabeling::refreshBar()
{
    QStringList names;
    for (const model::LabelClass &labelClass : m_editing.schema().classes)
        if (!labelClass.deprecated
            && (labelClass.geometries.isEmpty() || labelClass.geometries.contains(QStringLiteral("point-labels"))))
            names.append(labelClass.name);
    const model::LabelClass *current = m_editing.schema().find(m_editing.currentClass());
    m_bar->setClasses(currentClass(), current ? current->colour : QColor(), names);
    const model::Scene *scene = m_editing.scene();
    const bool alone = !scene || scene->frames.size() < 2;
    const bool lost = scene && std::any_of(scene->frames.begin(), scene->frames.end(), [](const model::SceneFrame &frame) {
                          return !frame.world_from_ego.has_value();
                      });
    m_bar->setAllSweepsPossible(alone ? tr("There is one sweep only.")
                                : lost
                                    ? tr("The vehicle's way is not known, so what stands still cannot be found in other sweeps.")
                                    : QString());
}

void PointLabeling::decorate(CloudLook &look)
{
    if (m_dark != look.dark && m_colours)
        m_colours = std::make_shared<PointColours>(m_colours->labels(), m_editing.schema(), look.dark, m_colours->sensor());
    m_dark = look.dark;
    // Other modes may have a colourer of their own.
    if (look.colourer && look.colourer == m_colourer)
        look.colourer.reset();
    m_colourer = look.mode.showsLabels() && m_colours ? m_colours->colourer(look.mode) : nullptr;
    if (m_colourer)
        look.colourer = m_colourer;
    look.marks = m_marks;
}

QString PointLabeling::wordsAt(const PickedPoint &point) const
{
    if (!m_colours || point.index >= point.piece->indices.size())
        return {};
    const QString words = m_colours->wordsFor(point.piece->indices[point.index]);
    return words.isEmpty() ? QString() : QStringLiteral(" · ") + words;
}

void PointLabeling::restoreState(const QVariantMap &state)
{
    m_bar->setOptions(PointOptions::fromMap(state));
}

}  // namespace plumbline::sceneview
