// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/geometry/pose.h"
#include "core/geometry/shapes.h"
#include "core/jobs/jobcontrol.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace plumbline::extension {

/// A place where models can run, as measured on this machine.
struct InferenceDevice {
    QString provider;  ///< "tensorrt", "cuda", "webgpu", "cpu"
    QString name;      ///< as the provider or driver reports it, e.g. "SwiftShader Device (Subzero)"
    bool available = false;
    QString reason;    ///< when not available: why, translated
    std::optional<double> warmUpMilliseconds;   ///< first run, session creation included
    std::optional<double> latencyMilliseconds;  ///< median of later runs of the probe model
};

/// What is asked of an engine.
struct SessionRequest {
    QString model;               ///< folder with model.json, or a bare model file; empty for engines without weights
    QString device = QStringLiteral("auto");  ///< "auto", or a provider name that must be honoured
};

/// What a model looks at.
enum class ModelInput { Picture, Sweep };

/// One sweep of a LiDAR for a model that looks at sweeps. Metres.
struct InferenceSweep {
    std::int64_t frame = 0;         ///< index in the scene; sessions are given the frames of a scene in order
    std::int64_t microseconds = 0;
    std::vector<std::array<float, 3>> positions;  ///< in the scene's label frame; finite
    std::vector<float> intensity;   ///< per point as the file has it; empty when it has none
    geometry::Pose ego_from_label;  ///< z is up in the ego frame
    std::optional<geometry::Pose> world_from_label;  ///< nothing: the way of the vehicle is not known
    QString labelFrame;             ///< name to give cuboids
};

struct Prediction {
    QString className;
    geometry::Geometry geometry;  ///< image space of the picture that was given; label frame of the sweep
    double score = 0;             ///< in [0, 1]
    std::uint64_t track = 0;      ///< the same for one object through a scene; 0 = not tracked
};

/// Who made predictions, for provenance. Says what really ran, not what was wanted.
struct InferenceProvenance {
    QString engine;
    QString model;
    QString modelVersion;
    QString weightsSha256;
    QString provider;
    QString device;
    QString fallbackReason;  ///< when "auto" could not take a faster provider: why, translated
};

struct InferenceTimes {
    double preprocessMilliseconds = 0;
    double runMilliseconds = 0;
    double postprocessMilliseconds = 0;
};

struct InferenceOutput {
    std::vector<Prediction> predictions;
    InferenceTimes times;
};

struct InferenceOptions {
    std::optional<double> scoreThreshold;  ///< the model's own when unset
};

/// A model loaded on a device. One thread at a time; stateful engines (trackers) say so.
class InferenceSession
{
public:
    virtual ~InferenceSession() = default;

    [[nodiscard]] virtual const InferenceProvenance &provenance() const = 0;
    [[nodiscard]] virtual double warmUpMilliseconds() const = 0;
    [[nodiscard]] virtual QStringList classNames() const = 0;
    [[nodiscard]] virtual bool stateful() const { return false; }
    /// One picture, upright, any RGB or grey format. Blocks; polls control.
    [[nodiscard]] virtual Result<InferenceOutput> run(const QImage &image, const InferenceOptions &options,
                                                      const jobs::JobControl &control) = 0;
    /// One sweep; only models whose input are sweeps. A stateful session forgets its tracks when frame is not after the last.
    [[nodiscard]] virtual Result<InferenceOutput> runSweep(const InferenceSweep &sweep, const InferenceOptions &options,
                                                           const jobs::JobControl &control)
    {
        static_cast<void>(sweep);
        static_cast<void>(options);
        static_cast<void>(control);
        return fail(ErrorCode::Unsupported, QStringLiteral("This model looks at pictures."));
    }
};

/// A model that an engine can run, as listed to the user.
struct ModelInfo {
    QString id;
    QString title;
    QString engine;
    QString path;  ///< empty for engines without weights
    QString licence;
    QString task;  ///< "detect"…
    ModelInput input = ModelInput::Picture;
    QStringList classNames;
    QString problem;  ///< why it cannot be used; empty when it can
};

/// A pre-labeling engine. Const, re-entrant, any thread. Never touches the document.
class InferenceEngine
{
public:
    virtual ~InferenceEngine() = default;

    [[nodiscard]] virtual QString id() const = 0;  ///< "onnx", "classical"
    [[nodiscard]] virtual QString title() const = 0;  ///< translated
    /// Models that work without any file.
    [[nodiscard]] virtual std::vector<ModelInfo> builtInModels() const { return {}; }
    /// Reads a manifest or recognises a bare file; `problem` says why it cannot be used. Nothing when it is not ours at all.
    [[nodiscard]] virtual std::optional<ModelInfo> describe(const QString &path) const = 0;
    /// Every provider, available or not; `measure` runs a tiny probe model on each available one.
    [[nodiscard]] virtual std::vector<InferenceDevice> devices(bool measure) const = 0;
    /// A named provider that is not there is an error, never a silent fall-back.
    [[nodiscard]] virtual Result<std::unique_ptr<InferenceSession>> createSession(const SessionRequest &request) const = 0;
};

}  // namespace plumbline::extension
