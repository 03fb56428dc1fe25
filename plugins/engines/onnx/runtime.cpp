// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/runtime.h"

#include "core/base/logging.h"

#include <onnxruntime_session_options_config_keys.h>
#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <mutex>

#include <dlfcn.h>
#include <unistd.h>

namespace plumbline::engines::onnx {

namespace {

/// The library's environment is one for the whole process: one thread makes it while another lets the last one go, and it refuses.
std::mutex &environmentMutex()
{
    static std::mutex mutex;
    return mutex;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::onnx", text);
}

void ORT_API_CALL onMessage(void *placements, OrtLoggingLevel severity, const char *category, const char *sessionId, const char *,
                            const char *message)
{
    try {
        if (severity >= ORT_LOGGING_LEVEL_ERROR)
            base::log().warn("onnxruntime {}: {}", category, message);
        else
            static_cast<PlacementLog *>(placements)->message(sessionId, message);
    } catch (...) {
        // A lost log line must not unwind through the library's C frames.
    }
}

// ONNX Runtime looks for vendor libraries beside itself.
QString folderOfLibrary()
{
    Dl_info info{};
    if (!::dladdr(reinterpret_cast<const void *>(&OrtGetApiBase), &info) || !info.dli_fname)
        return {};
    return QFileInfo(QFile::decodeName(info.dli_fname)).canonicalPath();
}

// Hostile graphs can ask for any amount while running; half of the machine's memory is the most they get.
void limitMemory(Ort::Env &env)
{
    const auto bytes = static_cast<std::size_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const int growAsRequested = 1;
    const Ort::ArenaCfg arena(bytes / 2, growAsRequested, -1, -1);
    env.CreateAndRegisterAllocator(Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault), arena);
}

void append(Ort::SessionOptions &options, const QString &provider)
{
    const OrtApi &api = Ort::GetApi();
    const bool tensorrt = provider == QLatin1String("tensorrt");
    if (tensorrt) {
        OrtTensorRTProviderOptionsV2 *own = nullptr;
        Ort::ThrowOnError(api.CreateTensorRTProviderOptions(&own));
        const std::unique_ptr<OrtTensorRTProviderOptionsV2, void (*)(OrtTensorRTProviderOptionsV2 *)> guard(
            own, Ort::GetApi().ReleaseTensorRTProviderOptions);
        options.AppendExecutionProvider_TensorRT_V2(*own);
    }
    if (tensorrt || provider == QLatin1String("cuda")) {  // CUDA takes what TensorRT cannot
        OrtCUDAProviderOptionsV2 *own = nullptr;
        Ort::ThrowOnError(api.CreateCUDAProviderOptions(&own));
        const std::unique_ptr<OrtCUDAProviderOptionsV2, void (*)(OrtCUDAProviderOptionsV2 *)> guard(
            own, Ort::GetApi().ReleaseCUDAProviderOptions);
        options.AppendExecutionProvider_CUDA_V2(*own);
    }
    if (provider == QLatin1String("webgpu"))
        options.AppendExecutionProvider("WebGPU", {});
}

}  // namespace

Runtime::~Runtime()
{
    const std::scoped_lock lock(environmentMutex());
    m_env = Ort::Env(nullptr);
}

Result<std::shared_ptr<Runtime>> Runtime::start()
{
    const OrtApiBase *base = OrtGetApiBase();
    const OrtApi *api = base ? base->GetApi(ORT_API_VERSION) : nullptr;
    if (!api)
        return fail(
            ErrorCode::Unsupported, tr("The ONNX Runtime library is older than the one this program was built for."),
            QStringLiteral("API %1 is not in %2").arg(ORT_API_VERSION).arg(QLatin1String(base ? base->GetVersionString() : "?")));
    Ort::InitApi(api);
    std::shared_ptr<Runtime> runtime(new Runtime);
    auto started = guarded(tr("ONNX Runtime cannot be started."), [&] {
        const std::scoped_lock lock(environmentMutex());
        runtime->m_env = Ort::Env(ORT_LOGGING_LEVEL_WARNING, "plumbline", &onMessage, runtime->m_placements.get());
        runtime->m_env.DisableTelemetryEvents();
        for (const std::string &name : Ort::GetAvailableProviders())
            runtime->m_surroundings.compiledIn.append(QString::fromStdString(name));
    });
    if (!started)
        return fail(started.error());
    if (auto limited = guarded({}, [&] { limitMemory(runtime->m_env); }); !limited)
        base::log().info("onnxruntime: no memory limit: {}", limited.error().detail.toStdString());
    runtime->m_surroundings.libraryFolder = folderOfLibrary();
    return runtime;
}

Result<Runtime::Opened> Runtime::open(const QByteArray &graph, const QString &externalFolder, const ProviderState &provider)
{
    const bool cpu = provider.id == QLatin1String("cpu");
    const std::string id = "plumbline-" + std::to_string(++m_sessions);
    Opened opened;
    if (!cpu)
        m_placements->expect(id);
    auto loaded =
        guarded(cpu ? tr("ONNX Runtime cannot load the model.") : tr("%1 cannot run the model.").arg(provider.title), [&] {
            Ort::SessionOptions options;
            options.SetLogId(id.c_str());
            options.SetGraphOptimizationLevel(ORT_ENABLE_ALL);
            options.AddConfigEntry(kOrtSessionOptionsConfigUseEnvAllocators, "1");
            if (!externalFolder.isEmpty())
                options.AddConfigEntry(kOrtSessionOptionsModelExternalInitializersFileFolderPath,
                                       QFile::encodeName(externalFolder).constData());
            if (!cpu) {
                options.SetLogSeverityLevel(ORT_LOGGING_LEVEL_VERBOSE);  // that is where it tells the placement
                append(options, provider.id);
            }
            opened.session = Ort::Session(m_env, graph.constData(), static_cast<std::size_t>(graph.size()), options);
        });
    const auto placed = m_placements->take(id);
    if (!loaded)
        return fail(loaded.error());
    int there = 0;
    int onCpu = 0;
    for (const auto &[name, nodes] : placed)
        (name == runtimeName(QStringLiteral("cpu")).toStdString() ? onCpu : there) += nodes;
    if (!placed.empty() && there == 0)
        return fail(ErrorCode::Unsupported, tr("No part of this model can run on %1.").arg(provider.title));
    if (onCpu > 0)
        opened.note = tr("%1 of the model's %2 steps have no %3 version and run on the CPU")
                          .arg(onCpu)
                          .arg(onCpu + there)
                          .arg(provider.title);
    return opened;
}

Result<> Runtime::guarded(const QString &text, const std::function<void()> &work)
{
    try {
        work();
        return {};
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::TooLarge, text, QStringLiteral("out of memory"));
    } catch (const std::exception &error) {
        return fail(ErrorCode::Failed, text, QString::fromUtf8(error.what()));
    } catch (...) {
        return fail(ErrorCode::Failed, text, QStringLiteral("unknown exception"));
    }
}

}  // namespace plumbline::engines::onnx
