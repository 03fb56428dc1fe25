// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/triagereading.h"

#include "core/base/atomicfile.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr int mostSide = 1600;                   // pixels of the picture that is kept
constexpr std::int64_t mostPixels = 64'000'000;  // larger pictures are read as previews

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workstation", text);
}

/// The picture of an item; of a scene what a camera saw first. Empty with words when there is none.
struct Found {
    QString path;
    QString why;
};
Found mediumOf(const store::Project &project, const model::Item &item, const std::optional<model::Scene> &scene)
{
    const QString medium = project.mediaPath(item);
    if (!scene)
        return {medium, {}};
    const QFileInfo info(medium);
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    for (const model::SceneFrame &frame : scene->frames)
        for (const model::SensorFile &file : frame.files) {
            const auto path = base::safeRelativePath(file.path);
            if (path && scene->sensors[static_cast<std::size_t>(file.sensor)].kind == model::SensorKind::Camera)
                return {folder + QLatin1Char('/') + *path, {}};
        }
    return {{}, tr("No camera has seen this scene. Show the item in the main window to look at it.")};
}

}  // namespace

Result<TriageReading> readTriage(store::Project &project, const exchange::MediaOpener &opener, const store::Person &person)
{
    TriageReading loaded;
    if (!project.store().readOnly()) {
        auto went = triage::goOn(project, opener, person);
        if (!went)
            return fail(went.error());
        loaded.went = std::move(*went);
    }
    auto overview = triage::overview(project, person);
    auto rates = triage::ratesOf(project, person);
    const auto reader = project.store().reader();
    if (!overview)
        return fail(overview.error());
    if (!rates)
        return fail(rates.error());
    if (!reader)
        return fail(reader.error());
    const auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    for (const model::LabelClass &labelClass : schema->classes)
        loaded.classes.append(labelClass.name);
    loaded.overview = std::move(*overview);
    loaded.rates = std::move(*rates);
    return loaded;
}

Result<CaseReading> readCase(const store::Project &project, const exchange::MediaOpener &opener, const store::Person &person,
                             const model::Item &item, const jobs::JobControl &control)
{
    CaseReading shown;
    auto events = triage::eventsOf(project, item.id, person);
    const auto reader = project.store().reader();
    if (!events)
        return fail(events.error());
    if (!reader)
        return fail(reader.error());
    const auto scene = (*reader)->scene(item.id);
    if (!scene)
        return fail(scene.error());
    shown.events = std::move(*events);
    const Found medium = mediumOf(project, item, *scene);
    shown.why = medium.why;
    if (medium.path.isEmpty() || control.cancelled())
        return shown;
    const auto source = opener.open(medium.path);
    if (!source) {
        shown.why = source.error().text;
        return shown;
    }
    const QSize size = (*source)->info().size;
    const bool huge = std::int64_t(size.width()) * size.height() > mostPixels;
    const auto frame = (*source)->load(0, huge ? extension::LoadQuality::Preview : extension::LoadQuality::Full, control);
    if (!frame || frame->image.isNull() || size.isEmpty()) {
        shown.why = frame ? tr("%1 has no picture.").arg(item.name) : frame.error().text;
        return shown;
    }
    shown.picture = frame->image;
    if (std::max(size.width(), size.height()) > mostSide)
        shown.picture = shown.picture.scaled(mostSide, mostSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.scale = double(shown.picture.width()) / size.width();
    return shown;
}

}  // namespace plumbline::workstation
