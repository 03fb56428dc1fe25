// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/onnxengine.h"

#include "plugins/engines/onnx/builtindata.h"
#include "plugins/engines/onnx/onnxsession.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace plumbline::engines::onnx {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::onnx", text);
}

constexpr int measuredRuns = 7;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// Starts the embedded probe model on a provider; fills in availability, warm-up and latency.
void probe(Runtime &runtime, const ProviderState &provider, bool measure, extension::InferenceDevice &device)
{
    QElapsedTimer timer;
    timer.start();
    auto opened = runtime.open(probeModel(), {}, provider);
    if (!opened) {
        device.available = false;
        device.reason = opened.error().text;
        return;
    }
    if (!measure)
        return;
    std::vector<double> times;
    double warmUp = 0;
    const auto measured = Runtime::guarded(tr("The provider starts but fails while running."), [&] {
        std::vector<float> picture(3 * 64 * 64, 0.5F);
        const std::int64_t shape[] = {1, 3, 64, 64};
        const char *input = "x";
        const char *output = "y";
        const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
        const auto value = Ort::Value::CreateTensor<float>(memory, picture.data(), picture.size(), shape, 4);
        Ort::RunOptions options;
        options.SetRunLogSeverityLevel(ORT_LOGGING_LEVEL_WARNING);
        (void)opened->session.Run(options, &input, &value, 1, &output, 1);
        warmUp = milliseconds(timer);
        for (int i = 0; i < measuredRuns; ++i) {
            timer.restart();
            (void)opened->session.Run(options, &input, &value, 1, &output, 1);
            times.push_back(milliseconds(timer));
        }
    });
    if (!measured) {
        device.available = false;
        device.reason = measured.error().text;
        return;
    }
    std::nth_element(times.begin(), times.begin() + measuredRuns / 2, times.end());
    device.warmUpMilliseconds = warmUp;
    device.latencyMilliseconds = times[measuredRuns / 2];
}

}  // namespace

OnnxEngine::OnnxEngine(std::chrono::milliseconds firstRunLimit) : m_firstRunLimit(firstRunLimit) {}
OnnxEngine::~OnnxEngine() = default;

QString OnnxEngine::id() const
{
    return QStringLiteral("onnx");
}

QString OnnxEngine::title() const
{
    return tr("ONNX Runtime");
}

std::optional<extension::ModelInfo> OnnxEngine::describe(const QString &path) const
{
    if (!isModelPath(path))
        return std::nullopt;
    extension::ModelInfo info;
    info.engine = id();
    info.path = path;
    const auto model = loadModel(path);
    if (!model) {
        const QFileInfo file(path);
        info.id = info.title = file.fileName() == QLatin1String("model.json") ? file.dir().dirName() : file.completeBaseName();
        info.problem = model.error().text;
        return info;
    }
    info.id = model->manifest.id;
    info.title = model->manifest.title;
    info.licence = model->manifest.licence;
    info.task = model->manifest.task;
    info.classNames = mappedClassNames(model->manifest);
    return info;
}

std::vector<extension::InferenceDevice> OnnxEngine::devices(bool measure) const
{
    std::vector<extension::InferenceDevice> devices;
    const auto started = runtime();
    for (const QString &id : providerIds()) {
        extension::InferenceDevice device;
        device.provider = id;
        if (started) {
            const ProviderState state = lookAt(id, (*started)->surroundings());
            device.name = state.deviceName;
            device.available = state.present;
            device.reason = state.reason;
            if (state.present)
                probe(**started, state, measure, device);
        } else {
            device.reason = started.error().text;
        }
        devices.push_back(device);
    }
    return devices;
}

Result<std::unique_ptr<extension::InferenceSession>> OnnxEngine::createSession(const extension::SessionRequest &request) const
{
    const bool automatic = request.device == QLatin1String("auto");
    if (!automatic && !providerIds().contains(request.device))
        return fail(
            ErrorCode::InvalidArgument,
            tr("There is no provider “%1”; there are auto, %2.").arg(request.device, providerIds().join(QStringLiteral(", "))));
    const auto model = loadModel(request.model);
    if (!model)
        return fail(model.error());
    auto started = runtime();
    if (!started)
        return fail(started.error());

    QStringList passedOver;
    for (const QString &id : automatic ? providerIds() : QStringList{request.device}) {
        const ProviderState state = lookAt(id, (*started)->surroundings());
        if (!state.present && !automatic)
            return fail(ErrorCode::NotFound, tr("%1 is not available: %2.").arg(state.title, state.reason));
        if (!state.present) {
            passedOver.append(tr("%1: %2").arg(state.title, state.reason));
            continue;
        }
        if (automatic && state.software) {
            passedOver.append(
                tr("%1: %2 computes on the processor and is slower than the CPU provider").arg(state.title, state.deviceName));
            continue;
        }
        auto session = OnnxSession::create(*started, *model, state, passedOver.join(QStringLiteral("; ")), m_firstRunLimit);
        if (session)
            return std::unique_ptr<extension::InferenceSession>(std::move(*session));
        if (!automatic || id == providerIds().last())
            return fail(session.error());
        passedOver.append(tr("%1: %2").arg(state.title, session.error().text));
    }
    return fail(ErrorCode::NotFound, tr("No provider can run the model: %1.").arg(passedOver.join(QStringLiteral("; "))));
}

Result<std::shared_ptr<Runtime>> OnnxEngine::runtime() const
{
    const std::scoped_lock lock(m_mutex);
    if (auto running = m_runtime.lock())
        return running;
    auto started = Runtime::start();
    if (started)
        m_runtime = *started;
    return started;
}

}  // namespace plumbline::engines::onnx
