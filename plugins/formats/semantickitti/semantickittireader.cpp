// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/semantickitti/semantickittireader.h"

#include "core/base/atomicfile.h"
#include "core/extension/sceneparts.h"
#include "plugins/formats/semantickitti/semantickittilabels.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace plumbline::semantickitti {

namespace {

constexpr qint64 maximumFile = qint64(1) << 30;
constexpr qint64 bytesOfPoint = 16;
constexpr qint64 bytesOfLabel = 4;
constexpr qsizetype mostSequences = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::semantickitti", text);
}

QString velodyne()
{
    return QStringLiteral("velodyne");
}

bool isSequence(const QString &folder)
{
    const QFileInfo labels(folder + QStringLiteral("/labels"));
    return labels.isDir() && !labels.isSymLink()
           && !QDir(labels.absoluteFilePath()).entryList({QStringLiteral("*.label")}, QDir::Files | QDir::NoSymLinks).isEmpty();
}

/// Folders of sequences at or below a path.
QStringList sequencesAt(const QString &path)
{
    const QFileInfo given(path);
    QString folder = QDir::cleanPath(given.isDir() ? given.absoluteFilePath() : given.absolutePath());
    if (QFileInfo(folder).fileName() == QLatin1String("labels"))
        folder = QFileInfo(folder).absolutePath();
    if (isSequence(folder))
        return {folder};
    QStringList found;
    const QStringList roots = given.isDir() ? QStringList{folder + QStringLiteral("/sequences"), folder} : QStringList();
    for (const QString &root : roots) {
        for (const QString &name :
             QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name).mid(0, mostSequences))
            if (isSequence(root + QLatin1Char('/') + name))
                found.append(root + QLatin1Char('/') + name);
        if (!found.isEmpty())
            break;
    }
    return found;
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, extension::AnnotationSink &sink) : m_request(request), m_sink(sink) {}

    Result<> read(const QString &folder)
    {
        const QString name = QFileInfo(folder).fileName();
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        item.name = QFileInfo(QFileInfo(folder).path()).fileName() == QLatin1String("sequences")
                        ? QStringLiteral("sequences/") + name
                        : name;
        item.path = folder;
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        const model::Scene *scene = m_sink.scene(ref);
        const extension::SceneFrames frames(scene, velodyne());
        const QFileInfo given(m_request.path);
        const QStringList files = given.isDir()
                                      ? QDir(folder + QStringLiteral("/labels"))
                                            .entryList({QStringLiteral("*.label")}, QDir::Files | QDir::NoSymLinks, QDir::Name)
                                      : QStringList{given.fileName()};
        std::int64_t done = 0;
        for (const QString &file : files) {
            if (m_sink.control().cancelled())
                return jobs::JobControl::cancelledError();
            m_sink.control().report(done++, files.size(), tr("Reading labels of points"));
            const QString place = name + QStringLiteral("/labels/") + file;
            const QString stem = extension::withoutEnding(file);
            const auto index = frames.indexNamed(stem);
            if (!index) {
                say(place, tr("The scene has no sweep of this name; its labels were left out."));
                continue;
            }
            auto labels = labelsOf(folder, file, stem, scene ? scene->labelFrame : velodyne());
            if (!labels) {
                say(place, labels.error().text);
                continue;
            }
            for (const QString &one : labels->classes)
                static_cast<void>(m_sink.declareClass({one, {}}));
            extension::ForeignAnnotation label;
            label.item = ref;
            label.annotation.geometry = std::move(*labels);
            label.annotation.frame = frames.ref(*index);
            std::vector<extension::ForeignAnnotation> batch;
            batch.push_back(std::move(label));
            if (const auto added = m_sink.add(std::move(batch)); !added)
                return added;
            m_good = true;
        }
        return {};
    }

    [[nodiscard]] bool good() const { return m_good; }

private:
    Result<geometry::PointLabels> labelsOf(const QString &folder, const QString &file, const QString &stem,
                                           const QString &frame) const
    {
        const auto bytes = base::readFile(folder + QStringLiteral("/labels/") + file, maximumFile);
        if (!bytes)
            return fail(bytes.error());
        const QFileInfo sweep(folder + QStringLiteral("/velodyne/") + stem + QStringLiteral(".bin"));
        if (sweep.isFile() && sweep.size() / bytesOfPoint != bytes->size() / bytesOfLabel)
            return fail(ErrorCode::Malformed, tr("It has %1 labels for %2 points; they were left out.")
                                                  .arg(bytes->size() / bytesOfLabel)
                                                  .arg(sweep.size() / bytesOfPoint));
        return labelsFrom(*bytes, frame);
    }

    void say(const QString &file, const QString &text) { m_sink.issue({IssueSeverity::Problem, file, {}, text}); }

    const extension::ImportRequest &m_request;
    extension::AnnotationSink &m_sink;
    bool m_good = false;
};

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    const QStringList sequences = sequencesAt(request.path);
    if (sequences.isEmpty())
        return fail(ErrorCode::NotFound,
                    tr("There is no folder labels with label files of SemanticKITTI at %1.").arg(request.path));
    Reader reader(request, sink);
    for (const QString &sequence : sequences)
        if (const auto read = reader.read(sequence); !read)
            return read;
    return reader.good() ? Result<>() : fail(ErrorCode::Malformed, tr("None of the label files could be read."));
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    if (!QFileInfo(path).isDir() && !path.endsWith(QLatin1String(".label")))
        return {};
    const QStringList sequences = sequencesAt(path);
    return sequences.isEmpty() ? ProbeResult()
                               : ProbeResult{ProbeResult::Certain, tr("files .label in a folder labels of a sequence")};
}

}  // namespace plumbline::semantickitti
