// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kitti3d/kittireader.h"

#include "core/base/atomicfile.h"
#include "core/extension/labelintake.h"
#include "plugins/formats/kitti3d/kittilabels.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace plumbline::kitti3d {

namespace {

constexpr qint64 maximumFile = 256 << 20;
constexpr std::size_t batchSize = 4096;
constexpr int mostSplits = 100;
constexpr qsizetype mostFiles = 5'000'000;
constexpr int mostTold = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::kitti3d", text);
}

QStringList labelFolderNames()
{
    return {QStringLiteral("label_2"), QStringLiteral("label_02")};
}

/// A folder of label files, and the folder of the data set around it.
struct LabelFolder {
    QString path;
    QString root;
    QString split;  ///< part of an item's name before the file's: "training"
};

struct Layout {
    QString base;  ///< what files are named relative to
    std::vector<LabelFolder> folders;
    QString only;  ///< one file, else empty
};

Layout explore(const QString &path)
{
    const QFileInfo given(path);
    Layout layout;
    const QString folder = given.isDir() ? given.absoluteFilePath() : given.absolutePath();
    if (!given.isDir())
        layout.only = given.absoluteFilePath();
    if (!given.isDir() || labelFolderNames().contains(QFileInfo(folder).fileName())) {
        layout.base = QFileInfo(folder).absolutePath();
        layout.folders.push_back({folder, layout.base, {}});
        return layout;
    }
    layout.base = folder;
    const auto look = [&layout](const QString &root, const QString &split) {
        for (const QString &name : labelFolderNames())
            if (const QFileInfo labels(root + QLatin1Char('/') + name); labels.isDir() && !labels.isSymLink())
                layout.folders.push_back({labels.absoluteFilePath(), root, split});
    };
    look(folder, {});
    if (layout.folders.empty())
        for (const QString &split :
             QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name).mid(0, mostSplits))
            look(folder + QLatin1Char('/') + split, split + QLatin1Char('/'));
    // Results of detectors come as a folder of files without a name of its own.
    if (layout.folders.empty())
        layout.folders.push_back({folder, folder, {}});
    return layout;
}

/// Below a label folder subsets may lie; other folders are not searched.
QStringList textsIn(const QString &folder, qsizetype atMost)
{
    const bool deep = labelFolderNames().contains(QFileInfo(folder).fileName());
    QStringList names;
    QDirIterator it(folder, {QStringLiteral("*.txt")}, QDir::Files | QDir::NoSymLinks,
                    deep ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
    while (it.hasNext() && names.size() < atMost)
        names.append(QDir(folder).relativeFilePath(it.next()));
    names.sort();
    return names;
}

bool plausible(const Row &row)
{
    return row.truncated <= 1 && row.occluded <= 3 && row.truncated >= -1 && row.occluded >= -1
           && (row.hasBox3d() || row.saysNoBox3d());
}

class Reader
{
public:
    Reader(const Layout &layout, extension::AnnotationSink &sink) : m_layout(layout), m_sink(sink) {}

    Result<> read()
    {
        const jobs::JobControl &control = m_sink.control();
        for (const LabelFolder &folder : m_layout.folders) {
            const QStringList names =
                m_layout.only.isEmpty() ? textsIn(folder.path, mostFiles) : QStringList{QFileInfo(m_layout.only).fileName()};
            std::int64_t done = 0;
            for (const QString &name : names) {
                if (control.cancelled())
                    return jobs::JobControl::cancelledError();
                if (const auto taken = readFile(folder, name); !taken)
                    return taken;
                control.report(++done, names.size(), tr("Reading annotations"));
            }
        }
        if (!m_good)
            return fail(m_firstError.value_or(
                Error{ErrorCode::Malformed, tr("None of the text files has labels of KITTI's 3D objects."), {}}));
        if (m_guessed)
            m_sink.issue(
                {IssueSeverity::Warning,
                 m_layout.base,
                 {},
                 tr("The scenes do not say where the rectified frame of KITTI is; it was taken from the camera, so boxes "
                    "may be off by some centimetres.")});
        if (m_unplaced > 0)
            m_sink.issue(
                {IssueSeverity::Warning,
                 m_layout.base,
                 {},
                 tr("%1 label files have no calibrated scene; their boxes stay in the camera's frame.").arg(m_unplaced)});
        return flush();
    }

private:
    Result<> readFile(const LabelFolder &folder, const QString &name)
    {
        m_file = QDir(m_layout.base).relativeFilePath(folder.path + QLatin1Char('/') + name);
        m_told = 0;
        const auto safe = base::safeRelativePath(folder.split + extension::withoutEnding(name));
        const auto data = safe ? base::readTextFile(folder.path + QLatin1Char('/') + name, maximumFile) : fail(safe.error());
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            say({}, data.error().text);
            return {};
        }
        m_begun = false;
        qsizetype from = 0;
        std::int64_t number = 0;
        bool empty = true;
        while (from < data->size()) {
            qsizetype end = data->indexOf('\n', from);
            end = end < 0 ? data->size() : end;
            const QByteArray text = data->mid(from, end - from).trimmed();
            from = end + 1;
            ++number;
            if (text.isEmpty())
                continue;
            empty = false;
            constexpr qsizetype longest = 4096;
            const auto row = text.size() > longest ? fail(ErrorCode::Malformed, tr("The line is too long.")) : rowFrom(text);
            if (!row) {
                left(number, row.error().text);
                continue;
            }
            if (!m_begun)
                begin(folder, *safe, row->frame.has_value());
            take(*row, number);
            if (m_batch.size() >= batchSize) {
                if (m_sink.control().cancelled())
                    return jobs::JobControl::cancelledError();
                if (auto flushed = flush(); !flushed)
                    return flushed;
            }
        }
        if (empty)
            begin(folder, *safe, folder.path.endsWith(QLatin1String("label_02")));
        if (m_told > mostTold)
            say({}, tr("%1 more lines were left out.").arg(m_told - mostTold));
        return {};
    }

    void begin(const LabelFolder &folder, const QString &name, bool tracking)
    {
        m_begun = m_good = true;
        m_tracking = tracking;
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        item.name = m_item = name;
        item.path = folder.root;
        item.extra = Json{{"kitti", {{"labels", tracking ? "tracking" : "object"}, {"file", m_file.toStdString()}}}};
        m_ref = m_sink.declareItem(std::move(item));
        const model::Scene *scene = m_sink.scene(m_ref);
        m_frames = extension::SceneFrames(scene, rectifiedFrame());
        m_rectified = rectifiedOf(scene);
        const model::Sensor *camera = labelCamera(scene);
        m_camera = camera ? camera->name : tracking ? QStringLiteral("image_02") : QStringLiteral("image_2");
        m_guessed = m_guessed || m_rectified.guessed;
        if (!m_rectified.known)
            ++m_unplaced;
    }

    void take(const Row &row, std::int64_t line)
    {
        if (row.frame.has_value() != m_tracking)
            return left(line, tr("Its columns are not those of the lines before."));
        if (!row.hasBox3d() && !row.saysNoBox3d())
            return left(line, tr("Its box has no size."));
        if (!row.hasBox3d() && !row.hasBounds())
            return left(line, tr("It has neither a box in space nor one in the picture."));
        const auto index = m_tracking ? m_frames.indexNumbered(*row.frame) : std::optional<std::int64_t>(0);
        if (!index)
            return left(line, tr("Its scene has no frame %1.").arg(*row.frame));
        extension::ForeignAnnotation label;
        label.item = m_ref;
        label.annotation = annotationFrom(row, m_rectified);
        if (const auto *cuboid = std::get_if<geometry::Cuboid>(&label.annotation.geometry)) {
            if (const QString why = extension::whyNoBox(*cuboid); !why.isEmpty())
                return left(line, why);
            label.annotation.frame = m_frames.ref(*index);
        } else {
            label.annotation.frame = m_frames.ref(*index, m_camera);
        }
        if (row.track >= 0)
            label.annotation.track = extension::trackNamed(m_item, QString::number(row.track));
        label.labelClass = m_sink.declareClass({row.type, {}});
        m_batch.push_back(std::move(label));
    }

    void left(std::int64_t line, const QString &why)
    {
        if (++m_told <= mostTold)
            say(tr("line %1").arg(line), tr("%1 It was left out.").arg(why));
    }
    void say(const QString &place, const QString &text) { m_sink.issue({IssueSeverity::Problem, m_file, place, text}); }
    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    QString m_file;
    QString m_item;
    QString m_camera;
    bool m_begun = false;
    bool m_tracking = false;
    extension::ItemRef m_ref = 0;
    extension::SceneFrames m_frames{nullptr, {}};
    Rectified m_rectified;
    std::vector<extension::ForeignAnnotation> m_batch;
    bool m_good = false;
    bool m_guessed = false;
    std::int64_t m_unplaced = 0;
    int m_told = 0;
    std::optional<Error> m_firstError;
};

bool looksLikeLabels(const QString &path)
{
    QFile file(path);
    if (!path.endsWith(QLatin1String(".txt")) || !file.open(QIODevice::ReadOnly))
        return false;
    constexpr int lines = 5;
    constexpr qint64 longest = 1000;
    bool good = false;
    for (int i = 0; i < lines && !file.atEnd(); ++i) {
        const QByteArray text = file.readLine(longest).trimmed();
        if (text.isEmpty())
            continue;
        const auto row = rowFrom(text);
        if (!row || !plausible(*row))
            return false;
        good = true;
    }
    return good;
}

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request.path);
    return Reader(layout, sink).read();
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    const QString why = tr("a class, its truncation and occlusion, and boxes in the picture and in space");
    if (!QFileInfo(path).isDir())
        return looksLikeLabels(path) ? ProbeResult{ProbeResult::Certain, why} : ProbeResult();
    constexpr qsizetype looks = 5;
    const Layout layout = explore(path);
    QStringList files;
    for (const LabelFolder &folder : layout.folders)
        for (const QString &name : textsIn(folder.path, looks))
            files.append(folder.path + QLatin1Char('/') + name);
    return extension::probeAmong(files, looksLikeLabels, why);
}

}  // namespace plumbline::kitti3d
