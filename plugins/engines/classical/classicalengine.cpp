// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/classical/classicalengine.h"

#include "plugins/engines/classical/peopledetector.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSysInfo>

#include <algorithm>

namespace plumbline::engines::classical {

namespace {

constexpr double defaultThreshold = 0.5;
constexpr int measuredRuns = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::classical", text);
}

QString modelId()
{
    return QStringLiteral("hog-people");
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QString processorName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        for (QByteArray line = file.readLine(4096); !line.isEmpty(); line = file.readLine(4096)) {
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

QImage probePicture()
{
    QImage picture(192, 192, QImage::Format_RGB888);
    picture.fill(Qt::gray);
    return picture;
}

class PeopleSession final : public extension::InferenceSession
{
public:
    PeopleSession()
    {
        QElapsedTimer timer;
        timer.start();
        m_detector = std::make_unique<PeopleDetector>();
        (void)m_detector->detect(probePicture(), 1.0, jobs::JobControl());
        m_warmUpMilliseconds = milliseconds(timer);
        m_provenance.engine = QStringLiteral("classical");
        m_provenance.model = modelId();
        m_provenance.modelVersion = PeopleDetector::libraryVersion();
        m_provenance.weightsSha256 = m_detector->weightsSha256();
        m_provenance.provider = QStringLiteral("cpu");
        m_provenance.device = processorName();
    }

    [[nodiscard]] const extension::InferenceProvenance &provenance() const override { return m_provenance; }
    [[nodiscard]] double warmUpMilliseconds() const override { return m_warmUpMilliseconds; }
    [[nodiscard]] QStringList classNames() const override { return {QStringLiteral("person")}; }

    [[nodiscard]] Result<extension::InferenceOutput> run(const QImage &image, const extension::InferenceOptions &options,
                                                         const jobs::JobControl &control) override
    {
        const double threshold = options.scoreThreshold.value_or(defaultThreshold);
        if (!(threshold >= 0 && threshold <= 1))
            return fail(ErrorCode::InvalidArgument, tr("The score threshold must be from 0 to 1."));
        QElapsedTimer timer;
        timer.start();
        const auto people = m_detector->detect(image, threshold, control);
        if (!people)
            return fail(people.error());
        extension::InferenceOutput output;
        for (const Person &person : *people)
            output.predictions.push_back({QStringLiteral("person"), person.box, person.score});
        output.times.runMilliseconds = milliseconds(timer);
        return output;
    }

private:
    std::unique_ptr<PeopleDetector> m_detector;
    extension::InferenceProvenance m_provenance;
    double m_warmUpMilliseconds = 0;
};

}  // namespace

QString ClassicalEngine::id() const
{
    return QStringLiteral("classical");
}

QString ClassicalEngine::title() const
{
    return tr("Classical detectors");
}

std::vector<extension::ModelInfo> ClassicalEngine::builtInModels() const
{
    extension::ModelInfo people;
    people.id = modelId();
    people.title = tr("People (gradient histograms, built in)");
    people.engine = id();
    people.licence = QStringLiteral("Apache-2.0");  // OpenCV 4.5 and later
    people.task = QStringLiteral("detect");
    people.classNames = QStringList{QStringLiteral("person")};
    return {people};
}

std::optional<extension::ModelInfo> ClassicalEngine::describe(const QString &) const
{
    return std::nullopt;
}

std::vector<extension::InferenceDevice> ClassicalEngine::devices(bool measure) const
{
    extension::InferenceDevice device;
    device.provider = QStringLiteral("cpu");
    device.name = processorName();
    device.available = true;
    if (measure) {
        PeopleSession session;
        device.warmUpMilliseconds = session.warmUpMilliseconds();
        std::vector<double> times;
        for (int i = 0; i < measuredRuns; ++i) {
            QElapsedTimer timer;
            timer.start();
            (void)session.run(probePicture(), {}, jobs::JobControl());
            times.push_back(milliseconds(timer));
        }
        std::nth_element(times.begin(), times.begin() + measuredRuns / 2, times.end());
        device.latencyMilliseconds = times[measuredRuns / 2];
    }
    return {device};
}

Result<std::unique_ptr<extension::InferenceSession>>
ClassicalEngine::createSession(const extension::SessionRequest &request) const
{
    if (!request.model.isEmpty() && request.model != modelId())
        return fail(ErrorCode::NotFound, tr("There is no built-in model “%1”; there is %2.").arg(request.model, modelId()));
    if (request.device != QLatin1String("auto") && request.device != QLatin1String("cpu"))
        return fail(ErrorCode::NotFound,
                    tr("The people detector runs on the CPU only; “%1” is not available to it.").arg(request.device));
    return std::make_unique<PeopleSession>();
}

}  // namespace plumbline::engines::classical
