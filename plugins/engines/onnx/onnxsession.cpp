// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/onnxsession.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <thread>

namespace plumbline::engines::onnx {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::onnx", text);
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// Asks a run to end when the job is cancelled or its time is up: the call itself does not return before.
class RunWatch
{
public:
    RunWatch(const jobs::JobControl &control, std::chrono::milliseconds limit, Ort::RunOptions &options)
        : m_thread([this, &control, limit, &options](const std::stop_token &stop) {
              using namespace std::chrono_literals;
              const auto end = std::chrono::steady_clock::now() + limit;
              std::unique_lock lock(m_mutex);
              while (!stop.stop_requested()) {
                  (void)m_wake.wait_for(lock, stop, 20ms, [] { return false; });
                  m_timeIsUp = std::chrono::steady_clock::now() >= end;
                  if (!stop.stop_requested() && (control.cancelled() || m_timeIsUp)) {
                      if (OrtStatus *status = Ort::GetApi().RunOptionsSetTerminate(options))
                          Ort::GetApi().ReleaseStatus(status);
                      return;
                  }
              }
          })
    {
    }

    [[nodiscard]] bool timeIsUp() const { return m_timeIsUp; }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::atomic<bool> m_timeIsUp = false;
    std::jthread m_thread;  // last: stopped and joined first
};

constexpr auto noLimit = std::chrono::hours(24);

std::optional<QString> mappedName(const ModelManifest &manifest, const QString &name)
{
    const auto it = manifest.classMapping.find(name);
    return it == manifest.classMapping.end() ? std::optional<QString>(name) : it->second;
}

}  // namespace

QStringList mappedClassNames(const ModelManifest &manifest)
{
    QStringList names;
    for (const QString &name : manifest.classNames) {
        if (const auto mapped = mappedName(manifest, name))
            names.append(*mapped);
    }
    names.removeDuplicates();
    return names;
}

Result<std::unique_ptr<OnnxSession>> OnnxSession::create(std::shared_ptr<Runtime> runtime, const LoadedModel &model,
                                                         const ProviderState &provider, const QString &fallbackReason,
                                                         std::chrono::milliseconds firstRunLimit)
{
    QElapsedTimer timer;
    timer.start();
    auto opened = runtime->open(model.bytes, model.folder, provider);
    if (!opened)
        return fail(opened.error());
    std::unique_ptr<OnnxSession> session(new OnnxSession);
    session->m_runtime = std::move(runtime);
    session->m_session = std::move(opened->session);
    session->m_manifest = model.manifest;
    session->m_inputName = model.graph.inputs.front().name.toStdString();
    session->m_outputName = model.manifest.outputName.isEmpty() ? model.graph.outputs.front().name.toStdString()
                                                                : model.manifest.outputName.toStdString();
    QStringList reasons{fallbackReason, opened->note};
    reasons.removeAll(QString());
    session->m_provenance = {QStringLiteral("onnx"), model.manifest.id, model.manifest.version, model.weightsSha256, provider.id,
                             provider.deviceName, reasons.join(QStringLiteral("; "))};
    const QSize size = model.manifest.input.size;
    try {
        session->m_tensor.resize(std::size_t(3) * static_cast<std::size_t>(size.width()) *
                                 static_cast<std::size_t>(size.height()));
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::TooLarge, tr("The model's input does not fit into memory."));
    }
    extension::InferenceTimes times;
    if (auto found = session->infer(1.0, jobs::JobControl(), firstRunLimit, times); !found)
        return fail(found.error());
    session->m_warmUpMilliseconds = milliseconds(timer);
    return session;
}

QStringList OnnxSession::classNames() const
{
    return mappedClassNames(m_manifest);
}

Result<std::vector<Candidate>> OnnxSession::infer(double scoreThreshold, const jobs::JobControl &control,
                                                  std::chrono::milliseconds limit, extension::InferenceTimes &times)
{
    QElapsedTimer timer;
    timer.start();
    Result<std::vector<Candidate>> found;
    bool timeIsUp = false;
    auto ran = Runtime::guarded(tr("The model failed while running."), [&] {
        const QSize size = m_manifest.input.size;
        const std::int64_t planar[] = {1, 3, size.height(), size.width()};
        const std::int64_t interleaved[] = {1, size.height(), size.width(), 3};
        const std::int64_t *shape = m_manifest.input.layout == Layout::Nchw ? planar : interleaved;
        const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
        auto input = Ort::Value::CreateTensor<float>(memory, m_tensor.data(), m_tensor.size(), shape, 4);
        const char *inputName = m_inputName.c_str();
        const char *outputName = m_outputName.c_str();
        Ort::RunOptions options;
        options.SetRunLogSeverityLevel(ORT_LOGGING_LEVEL_WARNING);
        std::vector<Ort::Value> outputs;
        const RunWatch watch(control, limit, options);
        try {
            outputs = m_session.Run(options, &inputName, &input, 1, &outputName, 1);
        } catch (...) {
            timeIsUp = watch.timeIsUp();
            throw;
        }
        times.runMilliseconds = milliseconds(timer);
        const auto info = outputs.front().GetTensorTypeAndShapeInfo();
        if (!outputs.front().IsTensor() || info.GetElementType() != ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT) {
            found = fail(ErrorCode::Unsupported,
                         tr("The model's output “%1” is not of 32-bit floats.").arg(QString::fromStdString(m_outputName)));
            return;
        }
        const auto dims = info.GetShape();
        found = decode({outputs.front().GetTensorData<float>(), info.GetElementCount()}, dims, m_manifest.head, scoreThreshold);
    });
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    if (timeIsUp)
        return fail(ErrorCode::TooLarge, tr("The model did not finish its first run within %1 seconds.")
                                             .arg(std::chrono::duration_cast<std::chrono::seconds>(limit).count()));
    if (!ran)
        return fail(ran.error());
    return found;
}

Result<extension::InferenceOutput> OnnxSession::run(const QImage &image, const extension::InferenceOptions &options,
                                                    const jobs::JobControl &control)
{
    if (image.isNull())
        return fail(ErrorCode::InvalidArgument, tr("The picture is empty or too large for memory."));
    const double threshold = options.scoreThreshold.value_or(m_manifest.scoreThreshold);
    if (!(threshold >= 0 && threshold <= 1))
        return fail(ErrorCode::InvalidArgument, tr("The score threshold must be from 0 to 1."));
    if (control.cancelled())
        return jobs::JobControl::cancelledError();

    extension::InferenceOutput output;
    QElapsedTimer timer;
    timer.start();
    const Letterbox letterbox = letterboxFor(image.size(), m_manifest.input);
    if (auto filled = fillTensor(image, m_manifest.input, letterbox, m_tensor, control); !filled)
        return fail(filled.error());
    output.times.preprocessMilliseconds = milliseconds(timer);

    auto found = infer(threshold, control, noLimit, output.times);
    if (!found)
        return fail(found.error());

    for (const Candidate &candidate : suppress(std::move(*found), m_manifest.nmsThreshold)) {
        const auto name = mappedName(m_manifest, m_manifest.classNames[candidate.classIndex]);
        const auto box = imageFromInput(candidate.box, letterbox);
        if (name && box)
            output.predictions.push_back({*name, *box, candidate.score});
    }
    output.times.postprocessMilliseconds =
        milliseconds(timer) - output.times.preprocessMilliseconds - output.times.runMilliseconds;
    return output;
}

}  // namespace plumbline::engines::onnx
