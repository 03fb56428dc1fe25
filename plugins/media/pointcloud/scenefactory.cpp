// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/scenefactory.h"

#include "core/cloud/cloudreader.h"
#include "plugins/media/pointcloud/scenejson.h"
#include "plugins/media/pointcloud/survey.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace plumbline::pointcloud {

namespace {

using extension::MediaBudget;
using extension::MediaInfo;
using extension::ProbeResult;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

class SceneSource final : public extension::MediaSource
{
public:
    explicit SceneSource(MediaInfo info) : m_info(std::move(info)) {}

    [[nodiscard]] const MediaInfo &info() const override { return m_info; }
    [[nodiscard]] Result<extension::LoadedFrame> load(std::int64_t index, extension::LoadQuality,
                                                      const jobs::JobControl &) override
    {
        if (index < 0 || index >= m_info.frames)
            return fail(ErrorCode::InvalidArgument, tr("There is no frame %1; the scene has %2.").arg(index).arg(m_info.frames));
        extension::LoadedFrame frame;
        frame.frame.index = index;
        if (m_info.scene)
            frame.frame.pts = m_info.scene->frames[static_cast<std::size_t>(index)].microseconds;
        return frame;
    }

private:
    MediaInfo m_info;
};

/// Whether the first line names the columns of points.
bool namesColumns(QByteArrayView head)
{
    const qsizetype end = head.indexOf('\n');
    const QString line = QString::fromLatin1(end < 0 ? head : head.first(end)).toLower();
    QStringList names;
    QString name;
    for (const QChar c : line) {
        if (c.isLetterOrNumber() || c == QLatin1Char('_')) {
            name += c;
        } else if (!name.isEmpty()) {
            names.append(name);
            name.clear();
        }
    }
    names.append(name);
    return names.contains(QStringLiteral("x")) && names.contains(QStringLiteral("y")) && names.contains(QStringLiteral("z"));
}

/// Floats without a header look like many things: labels of points are whole numbers, which are nothing as floats, and a sweep
/// has whole points.
bool looksLikeSweep(const QString &path, QByteArrayView head)
{
    constexpr qsizetype stride = 4 * sizeof(float);
    constexpr float nothing = .01f;
    const qsizetype points = head.size() / stride;
    qsizetype placed = 0;
    for (qsizetype i = 0; i < points; ++i) {
        std::array<float, 3> p{};
        std::memcpy(p.data(), head.data() + i * stride, sizeof p);
        placed += std::abs(p[0]) > nothing || std::abs(p[1]) > nothing || std::abs(p[2]) > nothing;
    }
    return QFileInfo(path).size() % stride == 0 && placed * 2 > points;
}

ProbeResult probeFile(const QString &path, QByteArrayView head)
{
    if (looksLikeSceneJson(head))
        return {ProbeResult::Certain, tr("It is a scene.json.")};
    const auto guess = cloud::guessCloud(path);
    if (!guess)
        return {ProbeResult::None, tr("It is neither a point cloud nor a scene.")};
    const QString words = tr("It is a point cloud: %1.").arg(guess->format);
    if (guess->certain)
        return {ProbeResult::Certain, words};
    const bool isTable =
        path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive) || path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    const bool isBare = guess->format == QLatin1String("kitti bin");
    const bool unsure = (isTable && !namesColumns(head)) || (isBare && !looksLikeSweep(path, head));
    return {unsure ? ProbeResult::Low : ProbeResult::Medium, words};
}

MediaInfo infoOf(SceneDraft draft)
{
    MediaInfo info;
    info.kind = model::ItemKind::Scene;
    info.format = draft.scene.convention;
    info.frames = static_cast<std::int64_t>(draft.scene.frames.size());
    info.issues = std::move(draft.issues);
    info.scene = std::move(draft.scene);
    return info;
}

Result<MediaInfo> infoOfFolder(const QString &path)
{
    DataFolder folder(path, path);
    const KnownLayout known = layoutOf(folder);
    if (!known.layout)
        return fail(ErrorCode::Unsupported, tr("%1 has none of the layouts of scenes that are known.").arg(path));
    if (known.layout->manyScenes) {
        MediaInfo info;
        info.kind = model::ItemKind::Scene;
        info.format = QLatin1String(known.layout->convention);
        return info;
    }
    auto drafts = known.layout->read(folder, {});
    if (!drafts)
        return fail(drafts.error());
    SceneDraft &draft = drafts->front();
    if (const auto finished = finish(draft, Pictures::Believed, {}); !finished)
        return fail(finished.error());
    return infoOf(std::move(draft));
}

Result<MediaInfo> infoOfFile(const QString &path, const MediaBudget &budget)
{
    const QFileInfo file(path);
    if (file.size() > budget.fileBytes)
        return fail(ErrorCode::TooLarge, tr("%1 is larger than is allowed.").arg(path));
    if (cloud::guessCloud(path)) {
        auto draft = sceneOfCloud(path);
        return draft ? Result<MediaInfo>(infoOf(std::move(*draft))) : fail(draft.error());
    }
    DataFolder folder(file.absolutePath(), file.absolutePath());
    auto drafts = readSceneJsonFile(folder, file.fileName());
    if (!drafts)
        return fail(drafts.error());
    if (const auto finished = finish(drafts->front(), Pictures::Believed, {}); !finished)
        return fail(finished.error());
    return infoOf(std::move(drafts->front()));
}

}  // namespace

ProbeResult SceneFactory::probe(const QString &path, QByteArrayView head) const
{
    const QFileInfo info(path);
    if (info.isFile())
        return probeFile(path, head);
    if (!info.isDir())
        return {ProbeResult::None, tr("It is neither a file nor a folder.")};
    DataFolder folder(path, path);
    const KnownLayout known = layoutOf(folder);
    return known.layout ? ProbeResult{ProbeResult::Certain, known.why}
                        : ProbeResult{ProbeResult::None, tr("It has none of the layouts of scenes that are known.")};
}

Result<std::unique_ptr<extension::MediaSource>> SceneFactory::open(const QString &path, const MediaBudget &budget) const
{
    auto info = QFileInfo(path).isDir() ? infoOfFolder(path) : infoOfFile(path, budget);
    if (!info)
        return fail(info.error());
    return std::make_unique<SceneSource>(std::move(*info));
}

Result<std::vector<extension::FoundMedium>> SceneFactory::survey(const QString &path, const MediaBudget &budget,
                                                                 const jobs::JobControl &control) const
{
    const QFileInfo info(path);
    if (info.isDir())
        return surveyFolder(path, control);
    if (!info.isFile() || info.size() > budget.fileBytes)
        return std::vector<extension::FoundMedium>();
    return surveyFile(path, control);
}

}  // namespace plumbline::pointcloud
