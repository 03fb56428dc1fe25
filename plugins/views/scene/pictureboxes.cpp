// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pictureboxes.h"

#include "core/document/accepting.h"
#include "core/model/picturelinks.h"
#include "plugins/views/scene/boxes.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::sceneview::PictureBoxes", text);
}

const model::Sensor *cameraNamed(const model::Scene *scene, const QString &name)
{
    if (scene)
        for (const model::Sensor &sensor : scene->sensors)
            if (sensor.name == name && sensor.kind == model::SensorKind::Camera)
                return &sensor;
    return nullptr;
}

}  // namespace

std::vector<PictureBox> pictureBoxesOf(const document::Editing &editing, std::int64_t frame)
{
    std::vector<PictureBox> boxes;
    const std::vector<model::Annotation> &labels = editing.annotations();
    const bool any = std::any_of(labels.begin(), labels.end(), [](const model::Annotation &label) {
        return std::holds_alternative<geometry::Box>(label.geometry);
    });
    if (!any)
        return boxes;
    const model::PictureLinks links(labels);
    for (const model::Annotation &label : labels) {
        const auto *box = std::get_if<geometry::Box>(&label.geometry);
        if (!box || !label.frame || !isOfFrame(label, frame) || editing.marks().filteredOut.contains(label.id)
            || !cameraNamed(editing.scene(), label.frame->stream))
            continue;
        if (model::isModelLayer(label.layer) && !isOpenPrediction(label))
            continue;
        const model::LabelClass *labelClass = editing.schema().find(label.labelClass);
        const model::Annotation *cuboid = links.cuboidOf(label);
        PictureBox shown;
        shown.id = label.id;
        shown.camera = label.frame->stream;
        shown.box = *box;
        shown.colour = labelClass ? labelClass->colour : QColor(200, 200, 200);
        shown.title = labelClass ? labelClass->name : QString();
        shown.dashed = isOpenPrediction(label);
        shown.selected = editing.selection().contains(label.id);
        shown.cuboidSelected = cuboid && editing.selection().contains(cuboid->id);
        shown.flagged = editing.marks().flagged.contains(label.id);
        shown.changeable = editing.editable(label) || (shown.dashed && editing.canCreate());
        boxes.push_back(std::move(shown));
    }
    return boxes;
}

std::optional<PictureOutline> outlineOf(const geometry::Camera &camera, const geometry::Pose &camera_from_label,
                                        const geometry::Cuboid &cuboid)
{
    const auto seen = geometry::projectedBounds(camera, camera_from_label, cuboid);
    if (!seen)
        return std::nullopt;
    const double left = std::clamp(seen->x, 0.0, camera.width);
    const double top = std::clamp(seen->y, 0.0, camera.height);
    PictureOutline outline;
    outline.box = {left, top, std::clamp(seen->right(), 0.0, camera.width) - left,
                   std::clamp(seen->bottom(), 0.0, camera.height) - top};
    if (!(outline.box.w >= 1 && outline.box.h >= 1))
        return std::nullopt;
    std::array<double, 4> whole{};
    bool first = true;
    for (const geometry::Vector3 &corner : geometry::cornersOf(cuboid)) {
        const auto at = geometry::projected(camera, geometry::transformed(camera_from_label, corner));
        if (!at)
            return outline;
        whole = first ? std::array<double, 4>{at->x, at->y, at->x, at->y}
                      : std::array<double, 4>{std::min(whole[0], at->x), std::min(whole[1], at->y), std::max(whole[2], at->x),
                                              std::max(whole[3], at->y)};
        first = false;
    }
    const double area = (whole[2] - whole[0]) * (whole[3] - whole[1]);
    if (area > 0)
        outline.truncated = std::clamp(1 - outline.box.area() / area, 0.0, 1.0);
    return outline;
}

PictureHandle pictureHandleAt(const geometry::Box &box, const QTransform &toScreen, QPointF pixel, double radius)
{
    const QRectF place = toScreen.mapRect(QRectF(box.x, box.y, box.w, box.h));
    if (!place.adjusted(-radius, -radius, radius, radius).contains(pixel))
        return {};
    PictureHandle handle;
    if (std::abs(pixel.x() - place.left()) <= radius)
        handle.x = -1;
    if (const double off = std::abs(pixel.x() - place.right());
        off <= radius && (handle.x == 0 || off < pixel.x() - place.left()))
        handle.x = 1;
    if (std::abs(pixel.y() - place.top()) <= radius)
        handle.y = -1;
    if (const double off = std::abs(pixel.y() - place.bottom());
        off <= radius && (handle.y == 0 || off < pixel.y() - place.top()))
        handle.y = 1;
    return handle;
}

geometry::Box dragged(const geometry::Box &box, PictureHandle handle, QPointF place, QSizeF limit)
{
    constexpr double least = 1;
    if (!limit.isEmpty())
        place = {std::clamp(place.x(), 0.0, limit.width()), std::clamp(place.y(), 0.0, limit.height())};
    double left = box.x;
    double right = box.right();
    double top = box.y;
    double bottom = box.bottom();
    if (handle.x < 0)
        left = std::min(place.x(), right - least);
    else if (handle.x > 0)
        right = std::max(place.x(), left + least);
    if (handle.y < 0)
        top = std::min(place.y(), bottom - least);
    else if (handle.y > 0)
        bottom = std::max(place.y(), top + least);
    return {left, top, right - left, bottom - top};
}

void paintPictureBoxes(QPainter &painter, const QTransform &toScreen, const std::vector<PictureBox> &boxes, AnnotationId replaced,
                       const geometry::Box &preview)
{
    painter.setBrush(Qt::NoBrush);
    for (const PictureBox &shown : boxes) {
        const geometry::Box &box = shown.id == replaced ? preview : shown.box;
        const QRectF place = toScreen.mapRect(QRectF(box.x, box.y, box.w, box.h));
        const double wide = shown.selected ? 2.4 : shown.cuboidSelected ? 2 : 1.3;
        painter.setPen(QPen(QColor(0, 0, 0, 120), wide + 1.6, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(place);
        QPen pen(shown.colour, wide, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
        if (shown.dashed)
            pen.setDashPattern({5, 3});
        painter.setPen(pen);
        painter.drawRect(place);
        if (!shown.selected || !shown.changeable)
            continue;
        painter.setBrush(shown.colour);
        constexpr double half = 3;
        for (const QPointF &corner : {place.topLeft(), place.topRight(), place.bottomLeft(), place.bottomRight()})
            painter.drawRect(QRectF(corner - QPointF(half, half), QSizeF(2 * half, 2 * half)));
        painter.setBrush(Qt::NoBrush);
    }
}

bool PictureBoxEdits::mayHaveBoxes(ClassId id) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(id);
    return !labelClass || labelClass->geometries.isEmpty() || labelClass->geometries.contains(QStringLiteral("box"));
}

// Only what the schema asks, as a number: nothing is answered for people otherwise.
void PictureBoxEdits::setFacts(model::Annotation &box, const std::optional<double> &truncated) const
{
    const QString key = QStringLiteral("truncated");
    const model::Attribute *attribute = m_editing.schema().attribute(key);
    if (truncated && attribute && attribute->type == model::AttributeType::Number
        && m_editing.schema().isAsked(*attribute, box.attributes))
        box.attributes[key] = std::round(*truncated * 100) / 100;
}

void PictureBoxEdits::make(bool selectedOnly)
{
    const model::Scene *scene = m_editing.scene();
    const std::int64_t frame = m_editing.frame();
    if (!scene || frame < 0 || std::size_t(frame) >= scene->frames.size())
        return;
    if (QString why; !m_editing.canCreate(&why)) {
        m_hint(why);
        return;
    }
    const model::SceneFrame &shown = scene->frames[std::size_t(frame)];
    const model::PictureLinks links(m_editing.annotations());
    std::vector<model::Annotation> made;
    int cuboids = 0;
    int there = 0;
    int refused = 0;
    for (const model::Annotation &label : m_editing.annotations()) {
        const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
        if (!cuboid || !isOfFrame(label, frame) || !m_editing.editable(label)
            || (selectedOnly && !m_editing.selection().contains(label.id)))
            continue;
        ++cuboids;
        if (!mayHaveBoxes(label.labelClass)) {
            ++refused;
            continue;
        }
        for (const model::SensorFile &file : shown.files) {
            const model::Sensor &sensor = scene->sensors[std::size_t(file.sensor)];
            if (sensor.kind != model::SensorKind::Camera || !sensor.camera || !geometry::isUsable(*sensor.camera))
                continue;
            if (links.boxOf(label, sensor.name)) {
                ++there;
                continue;
            }
            const auto outline = outlineOf(*sensor.camera, model::sensorFromLabel(*scene, shown, file), *cuboid);
            if (!outline)
                continue;
            model::Annotation box = m_editing.newAnnotation(outline->box);
            box.labelClass = label.labelClass;
            box.role = label.role;
            box.attributes = label.attributes;
            box.parent = label.id;
            box.origin.kind = model::OriginKind::Propagated;
            box.frame = m_editing.frameRef(frame);
            box.frame->stream = sensor.name;
            box.frame->pts = file.microseconds;
            setFacts(box, outline->truncated);
            made.push_back(std::move(box));
        }
    }
    if (made.empty()) {
        m_hint(cuboids == 0 ? (selectedOnly ? tr("Select a box of this frame first.") : tr("This frame has no boxes yet."))
               : refused == cuboids ? tr("Its class has no boxes in pictures; the schema says so.")
               : there > 0          ? tr("It has its boxes in the pictures. Delete one to have it made anew.")
                                    : tr("No calibrated camera sees it in this frame."));
        return;
    }
    history::GestureBuilder builder =
        m_editing.gesture(made.size() == 1 ? tr("Box of %1 in the picture").arg(className(made.front().labelClass))
                                           : tr("%1 boxes in pictures").arg(made.size()));
    for (const model::Annotation &box : made)
        builder.create(box);
    const auto count = made.size();
    m_editing.push(builder.take());
    m_hint(there > 0 ? tr("Boxes made in pictures: %1. There before, and left as they were: %2.").arg(count).arg(there)
                     : tr("Boxes made in pictures: %1.").arg(count));
}

void PictureBoxEdits::setBox(AnnotationId id, const geometry::Box &box)
{
    const model::Annotation *before = m_editing.annotation(id);
    if (!before || before->geometry == geometry::Geometry(box))
        return;
    history::GestureBuilder builder = m_editing.gesture(tr("Resize %1 in the picture").arg(className(before->labelClass)));
    if (isOpenPrediction(*before)) {
        model::Annotation copy = document::acceptedCopy(m_editing, *before);
        copy.geometry = box;
        model::Annotation judged = *before;
        judged.verdict = model::Verdict::Accepted;
        m_editing.push(builder.create(copy).update(*before, judged).take());
        m_editing.select({copy.id});
        return;
    }
    model::Annotation after = *before;
    after.geometry = box;
    m_editing.push(builder.update(*before, after).take());
}

QString PictureBoxEdits::className(ClassId id) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(id);
    return labelClass ? labelClass->name : tr("a label");
}

}  // namespace plumbline::sceneview
