// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/survey.h"

#include "core/cloud/cloudreader.h"
#include "core/extension/formatsupport.h"
#include "core/model/codec.h"
#include "plugins/media/pointcloud/scenejson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>

#include <deque>

namespace plumbline::pointcloud {

using extension::FoundMedium;

namespace {

constexpr int mostLevels = 3;
constexpr int mostFolders = 20'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

/// File of the first sweep; without one, the first file.
QString firstSweep(const SceneDraft &draft)
{
    for (const model::SceneFrame &frame : draft.scene.frames)
        for (const model::SensorFile &file : frame.files)
            if (draft.scene.sensors[static_cast<std::size_t>(file.sensor)].kind == model::SensorKind::Lidar)
                return draft.folder + QLatin1Char('/') + file.path;
    return draft.folder + QLatin1Char('/') + draft.scene.frames.front().files.front().path;
}

Result<FoundMedium> mediumOf(SceneDraft draft, const QString &name)
{
    FoundMedium medium;
    const auto sweep = base::sha256OfFile(firstSweep(draft));
    if (!sweep)
        return fail(sweep.error());
    // A cloud by itself is told by its content alone, whatever it is called.
    const bool lone = draft.scene.convention == QLatin1String("cloud");
    medium.contentSha256 = lone ? *sweep : base::sha256(model::encode(draft.scene) + sweep->toBytes());
    medium.path = draft.path;
    medium.name = name;
    for (const model::SceneFrame &frame : draft.scene.frames)
        for (const model::SensorFile &file : frame.files)
            medium.bytes += QFileInfo(draft.folder + QLatin1Char('/') + file.path).size();
    medium.info.kind = model::ItemKind::Scene;
    medium.info.format = draft.scene.convention;
    medium.info.frames = static_cast<std::int64_t>(draft.scene.frames.size());
    medium.info.issues = std::move(draft.issues);
    medium.info.scene = std::move(draft.scene);
    return medium;
}

/// What a survey collects.
class Survey
{
public:
    Survey(const QString &root, const jobs::JobControl &control) : m_root(QDir(root).absolutePath()), m_control(control) {}

    Result<std::vector<FoundMedium>> run()
    {
        std::deque<std::pair<QString, int>> folders{{m_root, 0}};
        for (int looked = 0; !folders.empty() && looked < mostFolders; ++looked) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            const auto [path, level] = folders.front();
            folders.pop_front();
            DataFolder folder(path, m_root);
            const KnownLayout known = layoutOf(folder);
            if (known.layout) {
                if (const auto read = take(folder, *known.layout); !read)
                    return fail(read.error());
            } else {
                lookAt(folder);
                for (const QString &name : folder.folders({}))
                    if (level < mostLevels && !QFileInfo(folder.absolute(name)).isSymLink())
                        folders.emplace_back(folder.absolute(name), level + 1);
            }
            if (const auto refused = folder.refusedLinks(); refused && known.layout)
                m_issues.add(*refused);
        }
        if (m_found.empty())
            return m_firstError ? fail(*m_firstError) : Result<std::vector<FoundMedium>>(std::vector<FoundMedium>());
        return complete();
    }

private:
    Result<> take(DataFolder &folder, const Layout &layout)
    {
        auto drafts = layout.read(folder, m_control);
        if (!drafts)
            return drafts.error().code == ErrorCode::Cancelled ? Result<>(fail(drafts.error())) : broken(drafts.error());
        const QString place = QDir(m_root).relativeFilePath(folder.path());
        const QString own = place == QLatin1String(".") ? QString() : place;
        std::int64_t done = 0;
        for (SceneDraft &draft : *drafts) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            m_control.report(done++, static_cast<std::int64_t>(drafts->size()), tr("Reading scenes"));
            QString name = own;
            if (!draft.name.isEmpty())
                name += name.isEmpty() ? draft.name : QLatin1Char('/') + draft.name;
            add(std::move(draft), name.isEmpty() ? QFileInfo(m_root).fileName() : name);
        }
        return {};
    }

    Result<> broken(const Error &error)
    {
        m_issues.problem(m_root, {}, error.text);
        if (!m_firstError)
            m_firstError = error;
        return {};
    }

    void add(SceneDraft draft, const QString &wanted)
    {
        if (const auto finished = finish(draft, Pictures::Compared, m_control); !finished) {
            for (const Issue &issue : draft.issues.issues)
                m_issues.add(issue);
            static_cast<void>(broken(finished.error()));
            return;
        }
        QString name = wanted;
        for (int copy = 2; m_names.contains(name); ++copy)
            name = QStringLiteral("%1 (%2)").arg(wanted).arg(copy);
        auto medium = mediumOf(std::move(draft), name);
        if (!medium) {
            static_cast<void>(broken(medium.error()));
            return;
        }
        m_names.insert(name);
        m_found.push_back(std::move(*medium));
    }

    /// A folder without a layout: its clouds stand for themselves, its pictures are not taken along with scenes.
    void lookAt(DataFolder &folder)
    {
        for (const QString &name : folder.files({})) {
            if (extension::isPictureName(name))
                ++m_pictures;
            else
                m_loose.append(folder.absolute(name));
        }
    }

    Result<std::vector<FoundMedium>> complete()
    {
        for (const QString &path : std::as_const(m_loose)) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            if (cloud::guessCloud(path).value_or(cloud::CloudGuess{}).certain)
                if (auto draft = sceneOfCloud(path))
                    add(std::move(*draft), QDir(m_root).relativeFilePath(path));
        }
        if (m_pictures > 0)
            m_issues.add({IssueSeverity::Note,
                          m_root,
                          {},
                          tr("%1 pictures beside the scenes were not added; add their folder by itself.").arg(m_pictures)});
        for (const Issue &issue : m_issues.issues)
            m_found.front().info.issues.add(issue);
        return std::move(m_found);
    }

    QString m_root;
    const jobs::JobControl &m_control;
    std::vector<FoundMedium> m_found;
    QSet<QString> m_names;
    QStringList m_loose;
    std::int64_t m_pictures = 0;
    IssueList m_issues;
    std::optional<Error> m_firstError;
};

QByteArray headOf(const QString &path)
{
    constexpr qint64 headBytes = 4096;
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(headBytes) : QByteArray();
}

}  // namespace

KnownLayout layoutOf(DataFolder &folder)
{
    for (const Layout &layout : layouts())
        if (QString why = layout.why(folder); !why.isEmpty())
            return {&layout, std::move(why)};
    return {};
}

Result<SceneDraft> sceneOfCloud(const QString &path)
{
    const QFileInfo info(path);
    const auto reader = cloud::openCloud(info.absoluteFilePath());
    if (!reader)
        return fail(reader.error());
    SceneDraft draft;
    draft.path = info.absoluteFilePath();
    draft.folder = info.absolutePath();
    draft.name = info.fileName();
    draft.scene.convention = QStringLiteral("cloud");
    draft.scene.labelFrame = QStringLiteral("lidar");
    addSensor(draft.scene, draft.scene.labelFrame, model::SensorKind::Lidar);
    draft.scene.frames.push_back({0, std::nullopt, {{0, info.fileName(), 0, std::nullopt}}});
    for (const Issue &issue : (*reader)->info().issues.issues)
        draft.issues.add(issue);
    if (const auto finished = finish(draft, Pictures::Compared, {}); !finished)
        return fail(finished.error());
    return draft;
}

Result<std::vector<FoundMedium>> surveyFolder(const QString &path, const jobs::JobControl &control)
{
    return Survey(path, control).run();
}

Result<std::vector<FoundMedium>> surveyFile(const QString &path, const jobs::JobControl &control)
{
    std::vector<FoundMedium> found;
    const QFileInfo info(path);
    if (looksLikeSceneJson(headOf(path))) {
        DataFolder folder(info.absolutePath(), info.absolutePath());
        auto drafts = readSceneJsonFile(folder, info.fileName());
        if (!drafts)
            return fail(drafts.error());
        for (SceneDraft &draft : *drafts) {
            if (const auto finished = finish(draft, Pictures::Compared, control); !finished)
                return fail(finished.error());
            auto medium = mediumOf(std::move(draft), info.fileName());
            if (!medium)
                return fail(medium.error());
            found.push_back(std::move(*medium));
        }
    } else if (cloud::guessCloud(path)) {
        auto draft = sceneOfCloud(path);
        if (!draft)
            return fail(draft.error());
        auto medium = mediumOf(std::move(*draft), info.fileName());
        if (!medium)
            return fail(medium.error());
        found.push_back(std::move(*medium));
    }
    return found;
}

QString whySceneJson(DataFolder &folder)
{
    const QString file = folder.file(QStringLiteral("scene.json"));
    if (file.isEmpty() || !looksLikeSceneJson(headOf(folder.absolute(file))))
        return {};
    return tr("It has a scene.json.");
}

Drafts readSceneJsonFolder(DataFolder &folder, const jobs::JobControl &)
{
    return readSceneJsonFile(folder, QStringLiteral("scene.json"));
}

Drafts readSceneJsonFile(DataFolder &folder, const QString &name)
{
    constexpr qint64 mostBytes = qint64(512) << 20;
    const auto text = folder.text(name, mostBytes);
    if (!text)
        return fail(text.error());
    auto read = readSceneJson(*text, folder.absolute(name));
    if (!read)
        return fail(read.error());
    SceneDraft draft;
    // The folder's own scene is opened by the folder, another one by its file.
    draft.path = name == QLatin1String("scene.json") ? folder.path() : folder.absolute(name);
    draft.folder = folder.path();
    draft.scene = std::move(read->scene);
    draft.issues = std::move(read->issues);
    std::int64_t missing = 0;
    QString first;
    for (model::SceneFrame &frame : draft.scene.frames)
        std::erase_if(frame.files, [&](const model::SensorFile &file) {
            const bool there = !folder.file(file.path).isEmpty();
            if (!there && missing++ == 0)
                first = folder.absolute(file.path);
            return !there;
        });
    if (missing > 0)
        draft.issues.problem(first, {}, tr("The file is not there; so are %1 in all. They were left out.").arg(missing));
    std::vector<SceneDraft> drafts;
    drafts.push_back(std::move(draft));
    return drafts;
}

}  // namespace plumbline::pointcloud
