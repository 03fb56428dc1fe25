// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/cloud/cloudreader.h"
#include "core/exchange/mediacatalog.h"

#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace plumbline::cli {

using base::toJson;

namespace {

Result<Answer> add(Context &context, const std::string &folder, const std::vector<std::string> &paths)
{
    const auto project = context.openProject(folder, store::Project::Access::Write, workflow::Act::ChangeProject);
    if (!project)
        return fail(project.error());
    QStringList list;
    for (const std::string &path : paths)
        list.append(QFile::decodeName(QByteArray::fromStdString(path)));
    const auto report = exchange::addMedia(**project, context.mediaOpener(), list, context.person(), context.control());
    if (!report)
        return fail(report.error());
    Answer answer;
    Json items = Json::array();
    for (const model::Item &item : report->items)
        items.push_back({{"id", toJson(item.id.toString())},
                         {"kind", toJson(model::itemKindName(item.kind))},
                         {"path", toJson((*project)->mediaPath(item))},
                         {"name", toJson(item.name)}});
    Json duplicates = Json::array();
    for (const auto &duplicate : report->duplicates)
        duplicates.push_back({{"path", toJson(duplicate.path)}, {"item", toJson(duplicate.item.toString())}});
    answer.json = {{"items", items}, {"duplicates", duplicates}, {"issues", issuesToJson(report->issues)}};
    answer.text = QStringLiteral("Added %1 media, %2 were there already, %3 issues.\n")
                      .arg(report->items.size())
                      .arg(report->duplicates.size())
                      .arg(report->issues.count())
                  + issuesToText(report->issues);
    answer.problems = hasProblems(report->issues);
    return answer;
}

Result<Answer> items(Context &context, const std::string &folder, const std::string &filterText)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    store::QueueFilter filter;
    filter.person = context.person().name;
    for (const QString &term : q(filterText).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype colon = term.indexOf(QLatin1Char(':'));
        const QString key = term.left(colon);
        const QString value = term.mid(colon + 1);
        if (colon > 0 && key == QLatin1String("state")) {
            filter.state = model::taskStateFromName(value);
            if (!filter.state)
                return fail(ErrorCode::InvalidArgument,
                            QStringLiteral("“%1” is no state; try to-do, in-progress, submitted, cannot-label, accepted or done.")
                                .arg(value));
        } else if (colon > 0 && key == QLatin1String("kind")) {
            filter.kind = model::itemKindFromName(value);
            if (!filter.kind)
                return fail(ErrorCode::InvalidArgument,
                            QStringLiteral("“%1” is no kind of item; there are image, video, scene and transcript.").arg(value));
        } else {
            filter.text += filter.text.isEmpty() ? term : QLatin1Char(' ') + term;
        }
    }
    const auto queue = (*reader)->queue(filter);
    if (!queue)
        return fail(queue.error());
    Answer answer;
    answer.streamed = true;
    for (const store::QueueEntry &entry : *queue) {
        const auto item = (*reader)->item(entry.item);
        if (!item)
            return fail(item.error());
        if (!*item)
            continue;
        const Json line = {{"id", toJson(entry.item.toString())},
                           {"kind", toJson(model::itemKindName(entry.kind))},
                           {"path", toJson((*project)->mediaPath(**item))},
                           {"name", toJson(entry.name)},
                           {"state", toJson(model::taskStateName(entry.state))},
                           {"frames", (*item)->frames}};
        Context::printLine(context.json ? base::toJsonLine(line)
                                        : QStringLiteral("%1  %2  %3")
                                              .arg(entry.item.toString(), model::taskStateName(entry.state), entry.name)
                                              .toUtf8());
    }
    return answer;
}

QString toText(const std::array<double, 3> &p)
{
    return QStringLiteral("(%1, %2, %3)").arg(p[0], 0, 'f', 3).arg(p[1], 0, 'f', 3).arg(p[2], 0, 'f', 3);
}

Result<Answer> cloudFile(Context &context, cloud::CloudReader &reader)
{
    const auto bounds = cloud::boundsOf(reader, context.control());
    if (!bounds)
        return fail(bounds.error());
    const cloud::CloudInfo &info = reader.info();
    Answer answer;
    answer.json = {{"kind", "cloud"},
                   {"format", toJson(info.format)},
                   {"points", info.points},
                   {"finite", bounds->finite},
                   {"fields", Json::array()},
                   {"bounds", nullptr},
                   {"issues", issuesToJson(info.issues)}};
    answer.text =
        QStringLiteral("cloud %1, %2 points, %3 of them with a position\n").arg(info.format).arg(info.points).arg(bounds->finite);
    for (const cloud::Channel &channel : info.channels) {
        answer.json["fields"].push_back({{"name", toJson(channel.name)}, {"type", toJson(cloud::nameOf(channel.type))}});
        answer.text += QStringLiteral("  %1  %2\n").arg(channel.name, cloud::nameOf(channel.type));
    }
    if (bounds->finite > 0) {
        answer.json["bounds"] = {{"min", bounds->least}, {"max", bounds->most}};
        answer.text += QStringLiteral("from %1 to %2\n").arg(toText(bounds->least), toText(bounds->most));
    }
    answer.text += issuesToText(info.issues);
    answer.problems = hasProblems(info.issues);
    return answer;
}

/// Sensors, frames and what is wrong of one scene, appended to an answer.
void addScene(Answer &answer, const extension::FoundMedium &medium)
{
    const model::Scene &scene = *medium.info.scene;
    const auto &frames = scene.frames;
    const auto posed = std::count_if(frames.begin(), frames.end(),
                                     [](const model::SceneFrame &frame) { return frame.world_from_ego.has_value(); });
    Json sensors = Json::array();
    QString lines;
    for (std::size_t s = 0; s < scene.sensors.size(); ++s) {
        const model::Sensor &sensor = scene.sensors[s];
        const auto files = std::count_if(frames.begin(), frames.end(), [&](const model::SceneFrame &frame) {
            return model::fileOf(frame, static_cast<std::int32_t>(s)) != nullptr;
        });
        const char *kind = sensor.kind == model::SensorKind::Camera  ? "camera"
                           : sensor.kind == model::SensorKind::Lidar ? "lidar"
                                                                     : "radar";
        Json entry = {{"name", toJson(sensor.name)}, {"kind", kind}, {"files", files}};
        QString lens;
        if (sensor.kind == model::SensorKind::Camera) {
            entry["calibrated"] = sensor.camera.has_value();
            if (sensor.camera) {
                entry["width"] = sensor.camera->width;
                entry["height"] = sensor.camera->height;
                entry["focal"] = {sensor.camera->fx, sensor.camera->fy};
            }
            lens = sensor.camera ? QStringLiteral(", %1 × %2 pixels, focal length %3")
                                       .arg(sensor.camera->width)
                                       .arg(sensor.camera->height)
                                       .arg(sensor.camera->fx, 0, 'f', 1)
                                 : QStringLiteral(", not calibrated");
        }
        lines += QStringLiteral("  %1 %2, %3 files%4\n").arg(QLatin1String(kind), sensor.name).arg(files).arg(lens);
        sensors.push_back(std::move(entry));
    }
    answer.json["scenes"].push_back({{"name", toJson(medium.name)},
                                     {"path", toJson(medium.path)},
                                     {"convention", toJson(scene.convention)},
                                     {"frames", frames.size()},
                                     {"first_microseconds", frames.front().microseconds},
                                     {"last_microseconds", frames.back().microseconds},
                                     {"poses", posed},
                                     {"label_frame", toJson(scene.labelFrame)},
                                     {"calibration_version", toJson(scene.calibrationVersion)},
                                     {"bytes", medium.bytes},
                                     {"sha256", toJson(medium.contentSha256.toHex())},
                                     {"sensors", std::move(sensors)},
                                     {"issues", issuesToJson(medium.info.issues)}});
    answer.text += QStringLiteral("scene %1, %2, %3 frames, %4 poses, calibration %5\n")
                       .arg(medium.name, scene.convention)
                       .arg(frames.size())
                       .arg(posed)
                       .arg(scene.calibrationVersion)
                   + lines + issuesToText(medium.info.issues);
    answer.problems = answer.problems || hasProblems(medium.info.issues);
}

Result<Answer> scenes(Context &context, const QString &path)
{
    const auto found = context.mediaOpener().survey(path, context.control());
    if (!found)
        return fail(found.error());
    Answer answer;
    answer.json = {{"kind", "scenes"}, {"scenes", Json::array()}};
    for (const extension::FoundMedium &medium : *found)
        if (medium.info.scene)
            addScene(answer, medium);
    if (answer.json["scenes"].empty())
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("%1 holds no scenes in a layout that an installed plugin knows; its files can be added one by one.")
                .arg(path));
    return answer;
}

Result<Answer> media(Context &context, const std::string &file)
{
    const QString path = QFile::decodeName(QByteArray::fromStdString(file));
    if (QFileInfo(path).isDir() || path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        if (QFileInfo::exists(path))
            return scenes(context, path);
    if (const auto guess = cloud::guessCloud(path)) {
        const auto reader = cloud::openCloud(path);
        return reader ? cloudFile(context, **reader) : fail(reader.error());
    }
    const auto source = context.mediaOpener().open(path);
    if (!source)
        return fail(source.error());
    const extension::MediaInfo &info = (*source)->info();
    Answer answer;
    answer.json = {{"kind", toJson(model::itemKindName(info.kind))},
                   {"format", toJson(info.format)},
                   {"width", info.size.width()},
                   {"height", info.size.height()},
                   {"stored_width", info.storedSize.width()},
                   {"stored_height", info.storedSize.height()},
                   {"bits", info.bitsPerChannel},
                   {"frames", info.frames},
                   {"issues", issuesToJson(info.issues)}};
    answer.text = QStringLiteral("%1 %2, %3 × %4 pixels, %5 bits\n")
                      .arg(model::itemKindName(info.kind), info.format)
                      .arg(info.size.width())
                      .arg(info.size.height())
                      .arg(info.bitsPerChannel)
                  + issuesToText(info.issues);
    answer.problems = hasProblems(info.issues);
    return answer;
}

Result<Answer> frame(Context &context, const std::string &file, std::int64_t index, const std::string &out)
{
    const auto loaded = context.mediaOpener().loadFrame(QFile::decodeName(QByteArray::fromStdString(file)), index,
                                                        extension::LoadQuality::Full, context.control());
    if (!loaded)
        return fail(loaded.error());
    if (!out.empty())
        if (const auto written = writePng(loaded->image, q(out)); !written)
            return fail(written.error());
    Answer answer;
    answer.json = {{"index", loaded->frame.index},
                   {"pts", loaded->frame.pts},
                   {"width", loaded->image.width()},
                   {"height", loaded->image.height()},
                   {"sha256", toJson(loaded->frame.sha256.toHex())}};
    answer.text = QStringLiteral("frame %1, sha256 %2").arg(loaded->frame.index).arg(loaded->frame.sha256.toHex());
    return answer;
}

}  // namespace

void addMediaVerbs(CLI::App &app, Context &context)
{
    {
        auto folder = std::make_shared<std::string>();
        auto paths = std::make_shared<std::vector<std::string>>();
        CLI::App *verb = app.add_subcommand("add", "Add media to a project");
        verb->add_option("PROJECT", *folder)->required();
        verb->add_option("PATH", *paths, "Files and folders")->required();
        verb->callback([=, &context] { context.run = [=, &context] { return add(context, *folder, *paths); }; });
    }
    {
        auto folder = std::make_shared<std::string>();
        auto filter = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("items", "List the queue, one item a line");
        verb->add_option("PROJECT", *folder)->required();
        verb->add_option("--filter", *filter, "Part of the name, state:STATE, kind:KIND");
        verb->callback([=, &context] { context.run = [=, &context] { return items(context, *folder, *filter); }; });
    }
    {
        auto file = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("media", "What a media file or a folder of scenes is");
        verb->add_option("FILE", *file, "A file, or a folder of scenes")->required();
        verb->callback([=, &context] { context.run = [=, &context] { return media(context, *file); }; });
    }
    {
        auto file = std::make_shared<std::string>();
        auto index = std::make_shared<std::int64_t>(0);
        auto out = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("frame", "Decode one frame exactly");
        verb->add_option("FILE", *file)->required();
        verb->add_option("--index", *index, "Frame number from 0")->capture_default_str();
        verb->add_option("--out", *out, "PNG to write");
        verb->callback([=, &context] { context.run = [=, &context] { return frame(context, *file, *index, *out); }; });
    }
}

}  // namespace plumbline::cli
