// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/base/logging.h"
#include "core/prelabel/prelabeler.h"
#include "core/workflow/scenelabels.h"

#include <QFileInfo>

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

Json number(const std::optional<double> &value)
{
    return value ? Json(*value) : Json();
}

Result<Answer> models(Context &context, const std::vector<std::string> &arguments)
{
    QStringList folders{base::dataFolder() + QStringLiteral("/models")};
    Answer answer;
    if (!arguments.empty()) {
        if (arguments.size() != 2 || arguments[0] != "add")
            return fail(ErrorCode::InvalidArgument, QStringLiteral("Use “models” or “models add PATH”."));
        const QFileInfo source(q(arguments[1]));
        bool known = false;
        for (const extension::InferenceEngine *engine : context.engines()) {
            const auto info = engine->describe(source.absoluteFilePath());
            if (info && !info->problem.isEmpty())
                return fail(ErrorCode::Unsupported, info->problem);
            known |= info.has_value();
        }
        if (!known)
            return fail(ErrorCode::Unsupported, QStringLiteral("%1 is no model that an installed engine knows.").arg(source.filePath()));
        const QString target = folders.front() + QLatin1Char('/') + source.fileName();
        QDir().mkpath(folders.front());
        if (QFileInfo::exists(target))
            return fail(ErrorCode::AlreadyExists, QStringLiteral("A model named %1 is there already.").arg(source.fileName()));
        // A link keeps big weights in one place; the engine refuses links inside a model, not to it.
        if (!QFile::copy(source.absoluteFilePath(), target) && !QFile::link(source.absoluteFilePath(), target))
            return fail(ErrorCode::Failed, QStringLiteral("%1 cannot be written.").arg(target));
    }
    answer.json = {{"models", Json::array()}};
    for (const extension::ModelInfo &info : prelabel::listModels(context.engines(), folders)) {
        Json classes = Json::array();
        for (const QString &name : info.classNames)
            classes.push_back(toJson(name));
        answer.json["models"].push_back({{"id", toJson(info.id)},
                                         {"title", toJson(info.title)},
                                         {"engine", toJson(info.engine)},
                                         {"path", toJson(info.path)},
                                         {"task", toJson(info.task)},
                                         {"input", info.input == extension::ModelInput::Sweep ? "sweep" : "picture"},
                                         {"licence", toJson(info.licence)},
                                         {"classes", classes},
                                         {"problem", info.problem.isEmpty() ? Json() : toJson(info.problem)}});
        answer.text += QStringLiteral("%1  %2  %3  %4\n").arg(info.id, -20).arg(info.engine, -10).arg(info.title, info.problem);
    }
    return answer;
}

Result<Answer> devices(Context &context)
{
    Answer answer;
    answer.json = {{"devices", Json::array()}};
    for (const extension::InferenceEngine *engine : context.engines())
        for (const extension::InferenceDevice &device : engine->devices(true)) {
            answer.json["devices"].push_back({{"engine", toJson(engine->id())},
                                              {"provider", toJson(device.provider)},
                                              {"device", toJson(device.name)},
                                              {"available", device.available},
                                              {"reason", device.reason.isEmpty() ? Json() : toJson(device.reason)},
                                              {"warm_up_ms", number(device.warmUpMilliseconds)},
                                              {"latency_ms", number(device.latencyMilliseconds)}});
            const QString measured = device.latencyMilliseconds ? QStringLiteral("warm-up %1 ms, then %2 ms")
                                                                      .arg(device.warmUpMilliseconds.value_or(0), 0, 'f', 1)
                                                                      .arg(*device.latencyMilliseconds, 0, 'f', 2)
                                                                : device.reason;
            answer.text += QStringLiteral("%1  %2  %3  %4\n").arg(engine->id(), -10).arg(device.provider, -9).arg(device.name, measured);
        }
    return answer;
}

struct PrelabelArguments {
    std::string folder;
    std::string engine;
    std::string model;
    std::string device = "auto";
    std::vector<std::string> items;
    std::optional<double> threshold;
    bool again = false;
    bool addClasses = false;
};

Result<Answer> prelabel(Context &context, const PrelabelArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Write,
                                             arguments.addClasses ? workflow::Act::ChangeProject : workflow::Act::Label);
    if (!project)
        return fail(project.error());
    const QString engineId = q(arguments.engine);
    if (const auto loaded = context.plugins().require(QStringLiteral("engine:") + engineId); !loaded)
        return fail(loaded.error());
    const extension::InferenceEngine *engine = context.plugins().engines().find(engineId);
    if (!engine)
        return fail(ErrorCode::NotFound, QStringLiteral("The plugin for the engine “%1” did not register it.").arg(engineId));

    // A model is named by id (as `models` lists it) or by path.
    extension::ModelInfo model;
    const QString wanted = q(arguments.model);
    const auto listed = prelabel::listModels({engine}, {(*project)->modelsFolder(), base::dataFolder() + QStringLiteral("/models")});
    const auto byId = std::find_if(listed.begin(), listed.end(), [&](const extension::ModelInfo &info) {
        return wanted.isEmpty() ? info.problem.isEmpty() : info.id == wanted;
    });
    if (byId != listed.end()) {
        model = *byId;
    } else if (const auto described = wanted.isEmpty() ? std::nullopt : engine->describe(QFileInfo(wanted).absoluteFilePath())) {
        model = *described;
    } else {
        return fail(ErrorCode::NotFound, wanted.isEmpty() ? QStringLiteral("The engine %1 needs a model; name one with --model.").arg(engineId)
                                                          : QStringLiteral("There is no model “%1”; “models” lists them.").arg(wanted));
    }
    if (!model.problem.isEmpty())
        return fail(ErrorCode::Unsupported, model.problem);

    const auto session = engine->createSession({model.path, q(arguments.device)});
    if (!session)
        return fail(session.error());
    prelabel::PrelabelOptions options;
    options.modelId = model.id;
    options.again = arguments.again;
    options.addClasses = arguments.addClasses;
    options.scoreThreshold = arguments.threshold;
    options.input = model.input;
    options.labelsByFrame = workflow::labelsByFrame;
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    for (const std::string &name : arguments.items) {
        const auto item = Context::findItem(**reader, q(name));
        if (!item)
            return fail(item.error());
        options.items.push_back(item->id);
    }
    const auto report = prelabel::prelabel(**project, context.mediaOpener(), **session, options, context.person(), context.control());
    if (!report)
        return fail(report.error());
    Json leftOut = Json::object();
    std::int64_t left = 0;
    for (const auto &[name, count] : report->leftOut) {
        leftOut[name.toStdString()] = count;
        left += count;
    }
    Answer answer;
    answer.json = {{"items", report->items},
                   {"sweeps", report->sweeps},
                   {"skipped", report->skipped},
                   {"predictions", report->predictions},
                   {"left_out", leftOut},
                   {"labeled", report->labeled},
                   {"layer", toJson(model::modelLayer(model.id))},
                   {"model", toJson(model.id)},
                   {"weights_sha256", toJson(report->provenance.weightsSha256)},
                   {"provider", toJson(report->provenance.provider)},
                   {"device", toJson(report->provenance.device)},
                   {"fallback", report->provenance.fallbackReason.isEmpty() ? Json() : toJson(report->provenance.fallbackReason)},
                   {"warm_up_ms", report->warmUpMilliseconds},
                   {"latency_ms", report->latencyMilliseconds},
                   {"issues", issuesToJson(report->issues)}};
    answer.text = QStringLiteral("%1 predictions on %2 items by %3, on %4 (%5), %6 ms a %8; %7 items had some already.\n")
                      .arg(report->predictions)
                      .arg(report->items)
                      .arg(model.id, report->provenance.device, report->provenance.provider)
                      .arg(report->latencyMilliseconds, 0, 'f', 1)
                      .arg(report->skipped)
                      .arg(model.input == extension::ModelInput::Sweep ? QStringLiteral("sweep") : QStringLiteral("picture"));
    if (!report->provenance.fallbackReason.isEmpty())
        answer.text += report->provenance.fallbackReason + QLatin1Char('\n');
    if (left > 0)
        answer.text += QStringLiteral("%1 predictions were of classes that the schema lacks; --add-classes takes them.\n").arg(left);
    if (report->labeled > 0)
        answer.text += QStringLiteral("%1 predictions cover what is labeled or proposed already; they were left out.\n").arg(report->labeled);
    answer.text += issuesToText(report->issues);
    answer.problems = hasProblems(report->issues);
    return answer;
}

}  // namespace

void addPrelabelVerbs(CLI::App &app, Context &context)
{
    {
        auto arguments = std::make_shared<std::vector<std::string>>();
        CLI::App *verb = app.add_subcommand("models", "Models and their manifests");
        verb->add_option("ACTION", *arguments, "add PATH: keep a model for this user");
        verb->callback([=, &context] { context.run = [=, &context] { return models(context, *arguments); }; });
    }
    app.add_subcommand("devices", "Providers and devices, measured")->callback([&context] {
        context.run = [&context] { return devices(context); };
    });
    auto a = std::make_shared<PrelabelArguments>();
    CLI::App *verb = app.add_subcommand("prelabel", "Run a model over items and keep its proposals");
    verb->add_option("PROJECT", a->folder)->required();
    verb->add_option("--engine", a->engine, "onnx, classical, lidar-classical…")->required();
    verb->add_option("--model", a->model, "Model id or path; the engine's first when not named");
    verb->add_option("--device", a->device, "auto, or a provider that must be honoured: cpu webgpu cuda tensorrt")
        ->check(CLI::IsMember({"auto", "cpu", "webgpu", "cuda", "tensorrt"}))
        ->capture_default_str();
    verb->add_option("--items", a->items, "Only these items (ids or names)");
    verb->add_option("--threshold", a->threshold, "Keep predictions from this score on")->check(CLI::Range(0.0, 1.0));
    verb->add_flag("--again", a->again, "Also items that have proposals of this model");
    verb->add_flag("--add-classes", a->addClasses, "Add classes that the schema lacks");
    verb->callback([=, &context] { context.run = [=, &context] { return prelabel(context, *a); }; });
}

}  // namespace plumbline::cli
