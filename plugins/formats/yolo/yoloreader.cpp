// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/yoloreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/yolo/orientedbox.h"
#include "plugins/formats/yolo/yololayout.h"
#include "plugins/formats/yolo/yolorow.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace plumbline::yolo {

namespace {

constexpr qint64 maximumLabelFile = 64 << 20;
constexpr std::size_t batchSize = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::yolo", text);
}

class Reader
{
public:
    Reader(const Layout &layout, extension::AnnotationSink &sink) : m_layout(layout), m_sink(sink), m_control(sink.control()) {}

    Result<> read()
    {
        for (const Issue &issue : m_layout.issues.issues)
            m_sink.issue(issue);
        declareClasses();
        std::int64_t done = 0;
        for (const LabeledPicture &entry : m_layout.pictures) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            if (m_layout.classify)
                takeClassified(entry);
            else
                takePicture(entry);
            m_control.report(++done, static_cast<std::int64_t>(m_layout.pictures.size()), tr("Reading annotations"));
            if (m_batch.size() >= batchSize)
                if (auto flushed = flush(); !flushed)
                    return flushed;
        }
        reportCrossings();
        if (!m_layout.description.kept.is_null())
            m_sink.declareDataset(QStringLiteral("yolo"), m_layout.description.kept);
        return flush();
    }

private:
    void declareClasses()
    {
        for (const auto &[id, name] : m_layout.description.names)
            declareClass(id, name);
        if (m_layout.description.names.empty() && !m_layout.classify)
            m_sink.issue(
                {base::IssueSeverity::Warning,
                 m_layout.root,
                 {},
                 tr("No class names were found (data.yaml, classes.txt or *.names); classes are called by their number.")});
    }
    void declareClass(std::int64_t id, const QString &name)
    {
        extension::ForeignClass labelClass{name, Json::object()};
        labelClass.extra["yolo"] = Json{{"id", id}};
        const extension::ClassRef ref = m_sink.declareClass(std::move(labelClass));
        for (const auto &[otherId, other] : m_classes)
            if (other == ref)
                problem(m_layout.description.namesFile, QStringLiteral("names[%1]").arg(id),
                        tr("The class “%1” is there twice.").arg(name));
        m_classes.emplace(id, ref);
    }
    void takePicture(const LabeledPicture &entry)
    {
        const QString file = entry.labels.isEmpty() ? entry.picture : entry.labels;
        if (entry.picture.isEmpty())
            return problem(
                file, {},
                tr("Its picture was not found, and without the picture's size its labels mean nothing; they were left out."));
        const auto name = base::safeRelativePath(entry.name);
        if (!name)
            return problem(file, {}, name.error().text);
        const QSize size = extension::uprightPictureSize(entry.picture);
        if (size.isEmpty() && !entry.labels.isEmpty())
            return problem(entry.picture, {}, tr("The picture's size cannot be read; its labels were left out."));
        const std::vector<std::pair<qsizetype, Row>> rows = readRows(entry.labels);

        extension::ForeignItem item;
        item.name = *name;
        item.path = entry.picture;
        item.width = size.width();
        item.height = size.height();
        Json kept = Json::object();
        if (!entry.split.isEmpty())
            kept["split"] = entry.split.toStdString();
        if (!entry.labels.isEmpty() && m_lastFileWasEmpty)
            kept["empty"] = true;
        // Tells the writer that boxes of this picture are box rows even in a data set of outlines.
        const auto isBox = [](RowKind kind) { return kind == RowKind::Detect || kind == RowKind::Pose; };
        if (std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return isBox(row.second.kind); }))
            kept["boxes"] = true;
        if (!kept.empty()) {
            item.extra = Json::object();
            item.extra["yolo"] = std::move(kept);
        }
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        m_file = QDir(m_layout.root).relativeFilePath(file);
        for (const auto &[line, row] : rows)
            takeRow(ref, size, row);
    }
    void takeClassified(const LabeledPicture &entry)
    {
        const auto name = base::safeRelativePath(entry.name);
        if (!name)
            return problem(entry.picture, {}, name.error().text);
        const QSize size = extension::uprightPictureSize(entry.picture);
        extension::ForeignItem item;
        item.name = *name;
        item.path = entry.picture;
        item.width = std::max(0, size.width());
        item.height = std::max(0, size.height());
        if (!entry.split.isEmpty()) {
            item.extra = Json::object();
            item.extra["yolo"] = Json{{"split", entry.split.toStdString()}};
        }
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        if (entry.className.isEmpty())
            return problem(entry.picture, {}, tr("The picture is in no folder of a class; it was read without a label."));
        const auto known = std::find_if(m_layout.description.names.begin(), m_layout.description.names.end(),
                                        [&](const auto &pair) { return pair.second == entry.className; });
        extension::ForeignAnnotation &label = m_batch.emplace_back();
        label.item = ref;
        label.labelClass = m_classes.at(known->first);
        label.annotation.origin.kind = model::OriginKind::Import;
        label.annotation.geometry = geometry::ItemLabel{};
    }
    std::vector<std::pair<qsizetype, Row>> readRows(const QString &path)
    {
        std::vector<std::pair<qsizetype, Row>> rows;
        m_lastFileWasEmpty = false;
        if (path.isEmpty())
            return rows;
        const auto text = base::readTextFile(path, maximumLabelFile);
        if (!text) {
            problem(path, {}, text.error().text);
            return rows;
        }
        m_lastFileWasEmpty = text->trimmed().isEmpty();
        qsizetype number = 0;
        for (qsizetype begin = 0; begin < text->size();) {
            const qsizetype found = text->indexOf('\n', begin);
            const qsizetype end = found < 0 ? text->size() : found;
            const QByteArrayView line = QByteArrayView(*text).sliced(begin, end - begin);
            begin = end + 1;
            ++number;
            if (line.trimmed().isEmpty())
                continue;
            RowOrProblem parsed = parseRow(line, m_layout.description.keyPointShape, m_layout.oriented);
            if (parsed.row && !knownClass(parsed.row->classId))
                parsed = {{}, tr("There is no class %1; the line was left out.").arg(parsed.row->classId)};
            if (parsed.row)
                rows.emplace_back(number, *std::move(parsed.row));
            else
                problem(path, tr("line %1").arg(number), parsed.problem);
        }
        return rows;
    }
    bool knownClass(std::int64_t id)
    {
        if (m_classes.contains(id))
            return true;
        if (!m_layout.description.names.empty())
            return false;
        declareClass(id, tr("class %1").arg(id));
        return true;
    }
    void takeRow(extension::ItemRef item, QSize size, const Row &row)
    {
        const double w = size.width();
        const double h = size.height();
        const std::vector<double> &n = row.numbers;
        extension::ForeignAnnotation &label = m_batch.emplace_back();
        label.item = item;
        label.labelClass = m_classes.at(row.classId);
        label.annotation.origin.kind = model::OriginKind::Import;
        Json kept = Json::object();
        const std::optional<geometry::KeyPoints> points = row.kind == RowKind::Pose ? pointsOf(row, size, kept) : std::nullopt;
        const Corners corners = row.kind == RowKind::Oriented ? cornersInPixels(n, size) : Corners{};
        const auto oriented = row.kind == RowKind::Oriented ? rotatedBoxOf(corners) : std::nullopt;
        if (points) {
            label.annotation.geometry = *points;
            kept["box"] = n;
        } else if (oriented) {
            label.annotation.geometry = *oriented;
            if (!sameCorners(cornersOf(*oriented), corners))
                kept["corners"] = n;
        } else if (row.kind == RowKind::Segment || row.kind == RowKind::Oriented) {
            geometry::PolygonPart part;
            part.outer.reserve(n.size() / 2);
            for (std::size_t i = 0; i + 1 < n.size(); i += 2)
                part.outer.push_back({n[i] * w, n[i + 1] * h});
            tellCrossing(part.outer);
            label.annotation.geometry = geometry::Polygon{{std::move(part)}};
        } else {
            label.annotation.geometry = geometry::Box{(n[0] - n[2] / 2) * w, (n[1] - n[3] / 2) * h, n[2] * w, n[3] * h};
            if (!row.keyPoints.empty())
                kept["keypoints"] = row.keyPoints;
        }
        if (row.confidence) {
            label.annotation.score = row.confidence;
            kept["conf"] = true;
        }
        if (!kept.empty()) {
            label.annotation.extra = Json::object();
            label.annotation.extra["yolo"] = std::move(kept);
        }
    }
    static bool sameCorners(const Corners &a, const Corners &b)
    {
        for (std::size_t i = 0; i < a.size(); ++i)
            if (std::abs(a[i].x - b[i].x) > 1e-9 || std::abs(a[i].y - b[i].y) > 1e-9)
                return false;
        return true;
    }
    // Nothing when no point is labeled. Visibilities that are none of 0, 1 and 2 (confidences) are kept beside the points.
    std::optional<geometry::KeyPoints> pointsOf(const Row &row, QSize size, Json &kept)
    {
        const auto &shape = m_layout.description.keyPointShape;
        const bool pairs = shape && shape->second == 2;
        const std::size_t step = pairs ? 2 : 3;
        geometry::KeyPoints points;
        bool labeled = false;
        bool odd = false;
        Json visibilities = Json::array();
        for (std::size_t i = 0; i + step <= row.keyPoints.size(); i += step) {
            const double x = row.keyPoints[i];
            const double y = row.keyPoints[i + 1];
            const double v = pairs ? (x == 0 && y == 0 ? 0 : 2) : row.keyPoints[i + 2];
            const int visibility = visibilityOf(v);
            points.points.push_back({x * size.width(), y * size.height(), visibility});
            labeled = labeled || visibility > 0;
            odd = odd || visibility != v;
            visibilities.push_back(v);
        }
        if (!labeled)
            return std::nullopt;
        if (odd)
            kept["visibility"] = std::move(visibilities);
        points.skeleton = skeletonFor(static_cast<int>(points.points.size()));
        return points;
    }
    QString skeletonFor(int count)
    {
        const auto known = m_skeletons.find(count);
        if (known != m_skeletons.end())
            return known->second;
        model::Skeleton skeleton;
        skeleton.name = QStringLiteral("pose-%1").arg(count);
        skeleton.joints = m_layout.description.jointNames;
        if (skeleton.joints.size() != count) {
            skeleton.joints.clear();
            for (int i = 1; i <= count; ++i)
                skeleton.joints.append(QString::number(i));
        }
        const auto &mirrors = m_layout.description.mirrors;
        if (std::all_of(mirrors.begin(), mirrors.end(), [&](const auto &pair) { return pair.second < count; }))
            skeleton.mirrors = mirrors;
        return m_skeletons[count] = m_sink.declareSkeleton(std::move(skeleton));
    }
    void tellCrossing(const geometry::Ring &ring)
    {
        if (extension::crossesItself(ring) && ++m_crossings == 1)
            m_firstCrossing = m_file;
    }
    void reportCrossings()
    {
        if (m_crossings > 0)
            m_sink.issue(
                {base::IssueSeverity::Note,
                 m_firstCrossing,
                 {},
                 tr("It has an outline that crosses itself, which was kept as it is. There are %1 of them.").arg(m_crossings)});
    }
    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }
    void problem(const QString &file, const QString &place, const QString &text)
    {
        const QString prefix = m_layout.root + QLatin1Char('/');
        m_sink.issue({base::IssueSeverity::Problem, file.startsWith(prefix) ? file.mid(prefix.size()) : file, place, text});
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    std::map<std::int64_t, extension::ClassRef> m_classes;
    std::vector<extension::ForeignAnnotation> m_batch;
    bool m_lastFileWasEmpty = false;
    std::map<int, QString> m_skeletons;  // number of joints → name
    std::int64_t m_crossings = 0;
    QString m_firstCrossing;
    QString m_file;  // of the rows in hand
};

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    const auto layout = explore(request, sink.control());
    if (!layout)
        return fail(layout.error());
    return Reader(*layout, sink).read();
}

}  // namespace plumbline::yolo
