// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formattable.h"

#include "core/extension/formatsupport.h"
#include "core/geometry/mask.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::exchange {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::exchange", text);
}

bool isOfScene(const geometry::Geometry &shape)
{
    return std::holds_alternative<geometry::Cuboid>(shape) || std::holds_alternative<geometry::PointLabels>(shape)
           || std::holds_alternative<geometry::Polyline3>(shape);
}

/// One picture, or one sweep with its camera, with one label of a class.
class Specimen final : public extension::AnnotationSource
{
public:
    explicit Specimen(model::Annotation annotation)
    {
        m_schema = model::emptySchema();
        model::Skeleton skeleton;
        skeleton.name = QStringLiteral("arm");
        skeleton.joints = QStringList{QStringLiteral("elbow"), QStringLiteral("hand")};
        m_schema.skeletons.push_back(std::move(skeleton));
        annotation.labelClass = model::addClass(m_schema, ClassId{Uuid::fromName("class", "thing")}, QStringLiteral("thing")).id;
        m_item.id = ItemId{Uuid::fromName("item", "picture.png")};
        m_item.kind = model::ItemKind::Image;
        m_item.name = QStringLiteral("picture.png");
        m_item.width = 64;
        m_item.height = 48;
        if (annotation.frame)
            makeScene();
        annotation.id = AnnotationId{Uuid::fromName("annotation", "1")};
        annotation.item = m_item.id;
        annotation.layer = model::acceptedLayer();
        m_annotations.push_back(std::move(annotation));
    }
    const model::Schema &schema() const override { return m_schema; }
    std::int64_t itemCount() const override { return 1; }
    std::int64_t annotationCount() const override { return 1; }
    Json datasetExtra(const QString &) const override { return {}; }
    Result<> visit(const Visitor &visitor) const override { return visitor(m_item, m_annotations); }
    Result<std::optional<model::Scene>> scene(const model::Item &) const override { return m_scene; }
    QString mediaPath(const model::Item &) const override { return {}; }
    const jobs::JobControl &control() const override { return m_control; }

private:
    /// A lidar that is the vehicle's frame, and a camera that looks along its x.
    void makeScene()
    {
        m_item.kind = model::ItemKind::Scene;
        m_item.name = QStringLiteral("scene");
        m_scene.emplace();
        m_scene->labelFrame = QStringLiteral("lidar");
        m_scene->sensors.push_back({m_scene->labelFrame, model::SensorKind::Lidar, {}, std::nullopt});
        geometry::Camera camera;
        camera.width = camera.height = camera.fx = camera.fy = 100;
        const geometry::Pose ego_from_camera{{-0.5, 0.5, -0.5, 0.5}, {}};
        m_scene->sensors.push_back({QStringLiteral("image_2"), model::SensorKind::Camera, ego_from_camera, camera});
        m_scene->frames.push_back(
            {0,
             geometry::Pose{},
             {{0, QStringLiteral("000000.bin"), 0, std::nullopt}, {1, QStringLiteral("000000.png"), 0, std::nullopt}}});
    }

    std::optional<model::Scene> m_scene;
    model::Schema m_schema;
    model::Item m_item;
    std::vector<model::Annotation> m_annotations;
    jobs::JobControl m_control;
};

struct Kind {
    QString name;
    model::Annotation annotation;
};

std::vector<Kind> shapes()
{
    using namespace geometry;
    const Ring square{{4, 4}, {20, 4}, {20, 20}, {4, 20}};
    const Ring hole{{8, 8}, {12, 8}, {12, 12}};
    const Ring apart{{30, 30}, {40, 30}, {40, 40}};
    const std::vector<std::pair<QString, Geometry>> list{{{}, ItemLabel{}},
                                                         {{}, Box{4, 4, 16, 16}},
                                                         {{}, RotatedBox{20, 20, 16, 8, 0.5}},
                                                         {{}, Ellipse{20, 20, 8, 4, 0.5}},
                                                         {{}, Polygon{{{{{4, 4}, {20, 4}, {24, 12}, {12, 24}, {4, 20}}, {}}}}},
                                                         {tr("polygons with holes"), Polygon{{{square, {hole}}}}},
                                                         {tr("polygons of several parts"), Polygon{{{square, {}}, {apart, {}}}}},
                                                         {{}, Polyline{{{4, 4}, {20, 20}, {24, 8}}}},
                                                         {{}, KeyPoints{{{4, 4, 2}, {20, 20, 1}}, QStringLiteral("arm")}},
                                                         {{}, rasterised(Polygon{{{square, {}}}}, 64, 48)}};
    std::vector<Kind> kinds;
    for (const auto &[name, shape] : list) {
        Kind kind{name.isEmpty() ? extension::shapesName(shape) : name, {}};
        kind.annotation.geometry = shape;
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

/// What scenes are labeled with: in the frame of the lidar, boxes in the camera's picture.
std::vector<Kind> sceneShapes()
{
    using namespace geometry;
    const QString frame = QStringLiteral("lidar");
    PointLabels points;
    points.coordinateFrame = frame;
    points.classes = {QStringLiteral("car")};
    points.classRuns = points.instanceRuns = {{0, 3}};
    std::vector<Kind> kinds;
    for (const Geometry &shape : {Geometry(Cuboid{{10, 0, 0}, {4, 2, 1.5}, {0, 0, 0, 1}, frame}), Geometry(points),
                                  Geometry(Polyline3{{{0, 0, 0}, {1, 0, 0}}, frame}), Geometry(Box{4, 4, 16, 16})}) {
        Kind kind{extension::shapesName(shape), {}};
        kind.annotation.geometry = shape;
        kind.annotation.frame = model::FrameRef{isOfScene(shape) ? frame : QStringLiteral("image_2"), 0, 0, {1, 1'000'000}, {}};
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

std::vector<Kind> facts(const model::Annotation &base)
{
    std::vector<Kind> kinds;
    const auto add = [&](const QString &name, const auto &change) {
        kinds.push_back({name, base});
        change(kinds.back().annotation);
    };
    add(tr("attributes"), [](model::Annotation &a) { a.attributes[QStringLiteral("colour")] = QStringLiteral("red"); });
    add(tr("scores"), [](model::Annotation &a) { a.score = 0.5; });
    add(tr("crowd regions"), [](model::Annotation &a) { a.role = model::Role::Crowd; });
    add(tr("ignore regions"), [](model::Annotation &a) { a.role = model::Role::Ignore; });
    add(tr("groups"), [](model::Annotation &a) { a.group = GroupId{Uuid::fromName("group", "1")}; });
    add(tr("tracks"), [](model::Annotation &a) { a.track = TrackId{Uuid::fromName("track", "1")}; });
    add(tr("marks of doubt"), [](model::Annotation &a) { a.unsure = true; });
    add(tr("makers"), [](model::Annotation &a) { a.origin.by = QStringLiteral("ann"); });
    return kinds;
}

/// Kinds by what happens to them, in order of first appearance.
class Fates
{
public:
    void add(const QString &why, const QString &kind)
    {
        const auto it = std::find_if(m_fates.begin(), m_fates.end(), [&](const auto &fate) { return fate.first == why; });
        if (it == m_fates.end())
            m_fates.emplace_back(why, QStringList{kind});
        else if (!it->second.contains(kind))
            it->second.append(kind);
    }
    [[nodiscard]] QString text() const
    {
        QStringList parts;
        for (const auto &[why, kinds] : m_fates)
            parts.append(QStringLiteral("%1: %2").arg(kinds.join(QStringLiteral(", ")), why));
        return parts.join(QStringLiteral("<br>"));
    }

private:
    std::vector<std::pair<QString, QStringList>> m_fates;
};

Result<std::vector<extension::Loss>> lossesOf(const extension::AnnotationFormat &format, const model::Annotation &annotation)
{
    extension::ExportRequest request;
    const auto options = format.options();
    const QString media = extension::mediaOption().key;
    for (const extension::FormatOption &option : options)
        request.options[option.key] = option.key == media ? QStringLiteral("copy") : option.defaultValue;
    return format.checkExport(Specimen(annotation), request);
}

QString cell(QString text)
{
    return text.replace(QLatin1Char('|'), QLatin1String("\\|")).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

Result<QString> rowOf(const extension::AnnotationFormat &format, const QString &sample)
{
    const extension::FormatCapabilities can = format.capabilities();
    QStringList exact;
    Fates fates;
    std::optional<model::Annotation> base;
    const QStringList ofScenes{QStringLiteral("cuboid"), QStringLiteral("point-labels"), QStringLiteral("polyline3")};
    const bool forScenes = std::any_of(can.geometries.begin(), can.geometries.end(),
                                       [&](const QString &geometry) { return ofScenes.contains(geometry); });
    const std::vector<Kind> kinds = !can.write ? std::vector<Kind>() : forScenes ? sceneShapes() : shapes();
    for (const Kind &kind : kinds) {
        const auto losses = lossesOf(format, kind.annotation);
        if (!losses)
            return fail(losses.error());
        if (losses->empty()) {
            exact.append(kind.name);
            // Facts are tried on a shape that the format has; a box where there is a choice.
            const bool box = std::holds_alternative<geometry::Box>(kind.annotation.geometry);
            if (!base || (box && !forScenes))
                base = kind.annotation;
        }
        for (const extension::Loss &loss : *losses)
            fates.add(loss.why, kind.name);
    }
    const std::vector<Kind> factKinds = base ? facts(*base) : std::vector<Kind>();
    for (const Kind &kind : factKinds) {
        const auto losses = lossesOf(format, kind.annotation);
        if (!losses)
            return fail(losses.error());
        for (const extension::Loss &loss : *losses)
            fates.add(loss.why, kind.name);
    }
    const QString none = QStringLiteral("–");
    const QStringList columns{QStringLiteral("`%1`").arg(format.id()),
                              can.read ? can.geometries.join(QStringLiteral(", ")) : none,
                              exact.isEmpty() ? none : exact.join(QStringLiteral(", ")), fates.text(),
                              sample.isEmpty() ? tr("from the specification") : QStringLiteral("`%1`").arg(sample)};
    QString row = QStringLiteral("|");
    for (const QString &column : columns)
        row += QLatin1Char(' ') + cell(column) + QLatin1String(" |");
    return row + QLatin1Char('\n');
}

}  // namespace

Result<QString> formatTable(std::vector<const extension::AnnotationFormat *> formats,
                            const std::function<QString(const QString &id)> &sampleOf)
{
    std::sort(formats.begin(), formats.end(), [](const auto *a, const auto *b) { return a->id() < b->id(); });
    QString table = tr("| format | reads | writes as it is | what happens to the rest | round trip on |\n")
                    + QStringLiteral("|---|---|---|---|---|\n");
    for (const extension::AnnotationFormat *format : formats) {
        const auto row = rowOf(*format, sampleOf(format->id()));
        if (!row)
            return fail(row.error());
        table += *row;
    }
    return table;
}

}  // namespace plumbline::exchange
