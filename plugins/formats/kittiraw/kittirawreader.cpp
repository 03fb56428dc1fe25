// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kittiraw/kittirawreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/cuboidlabels.h"
#include "core/extension/labelintake.h"
#include "core/extension/xmlguard.h"
#include "core/geometry/cuboids.h"
#include "plugins/formats/kittiraw/tracklet.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>

namespace plumbline::kittiraw {

namespace {

constexpr qint64 maximumFile = 256 << 20;
constexpr std::size_t mostTexts = 64;
constexpr qsizetype longestText = 256;
constexpr qsizetype mostDrives = 10'000;
constexpr std::size_t mostPoses = 10'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::kittiraw", text);
}

QString fileName()
{
    return QStringLiteral("tracklet_labels.xml");
}

struct Layout {
    QString base;
    QStringList files;  ///< absolute
};

void lookBelow(const QString &folder, int levels, QStringList &files)
{
    for (const QString &name :
         QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name).mid(0, mostDrives)) {
        const QString below = folder + QLatin1Char('/') + name;
        const QFileInfo file(below + QLatin1Char('/') + fileName());
        if (files.size() >= mostDrives)
            return;
        if (file.isFile() && !file.isSymLink())
            files.append(file.absoluteFilePath());
        else if (levels > 1)
            lookBelow(below, levels - 1, files);
    }
}

Layout explore(const QString &path)
{
    const QFileInfo given(path);
    Layout layout;
    if (!given.isDir()) {
        layout.base = given.absolutePath();
        layout.files.append(given.absoluteFilePath());
        return layout;
    }
    layout.base = QDir::cleanPath(given.absoluteFilePath());
    const QFileInfo own(layout.base + QLatin1Char('/') + fileName());
    if (own.isFile() && !own.isSymLink())
        layout.files.append(own.absoluteFilePath());
    else
        lookBelow(layout.base, 2, layout.files);
    return layout;
}

class Reader
{
public:
    Reader(const Layout &layout, extension::AnnotationSink &sink) : m_layout(layout), m_sink(sink), m_intake(sink) {}

    Result<> read()
    {
        std::int64_t done = 0;
        for (const QString &file : m_layout.files) {
            m_intake.beginFile(QDir(m_layout.base).relativeFilePath(file));
            if (const auto taken = readFile(file); !taken)
                return taken;
            m_sink.control().report(++done, m_layout.files.size(), tr("Reading annotations"));
        }
        if (!m_good)
            return fail(m_firstError.value_or(
                Error{ErrorCode::Malformed, tr("There is no %1 in %2.").arg(fileName(), m_layout.base), {}}));
        return m_intake.finish();
    }

private:
    Result<> readFile(const QString &path)
    {
        const auto data = base::readFile(path, maximumFile);
        if (!data)
            return refuse(data.error());
        extension::XmlTagGuard guard;
        if (!guard.take(*data))
            return refuse({ErrorCode::TooLarge, tr("A tag has more than %1 attributes.").arg(guard.mostAttributes), {}});
        QXmlStreamReader xml(*data);
        if (const auto opened = findTracklets(xml); !opened)
            return refuse(opened.error());
        m_good = true;
        declare(QFileInfo(path).absolutePath());
        std::int64_t number = 0;
        std::int64_t said = -1;
        while (xml.readNextStartElement()) {
            if (xml.name() == u"item") {
                Tracklet tracklet;
                const bool whole = readTracklet(xml, tracklet);
                if (const auto taken = take(tracklet, number, whole); !taken)
                    return taken;
                ++number;
            } else if (xml.name() == u"count") {
                said = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toLongLong();
            } else {
                xml.skipCurrentElement();
            }
        }
        if (xml.hasError())
            m_intake.problem(tr("line %1").arg(xml.lineNumber()), tr("The file is broken here; what came before was read."));
        else if (said != number)
            m_intake.warning(QStringLiteral("tracklets.count"),
                             tr("The file says it has %1 tracklets; it has %2.").arg(said).arg(number));
        return {};
    }

    Result<> refuse(const Error &error)
    {
        m_firstError = m_firstError ? m_firstError : error;
        m_intake.problem({}, error.text);
        return {};
    }

    /// Goes to the inside of <tracklets>. A document type may be named, as boost does, but declare nothing.
    static Result<> findTracklets(QXmlStreamReader &xml)
    {
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (token == QXmlStreamReader::DTD && xml.text().contains(u'['))
                return fail(ErrorCode::Malformed, tr("The document declares a type of its own; it was left out."));
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"tracklets")
                return {};
            if (xml.name() != u"boost_serialization")
                break;
        }
        return fail(ErrorCode::Malformed, tr("It has no tracklets."));
    }

    void declare(const QString &folder)
    {
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        const QString relative = QDir(m_layout.base).relativeFilePath(folder);
        item.name = m_item = relative == QLatin1String(".") ? QFileInfo(folder).fileName() : relative;
        if (!base::safeRelativePath(m_item))
            item.name = m_item = QStringLiteral("drive");
        item.path = folder;
        item.extra = Json{{"kitti_raw", {{"file", true}}}};
        m_ref = m_sink.declareItem(std::move(item));
        const model::Scene *scene = m_sink.scene(m_ref);
        m_frames = extension::SceneFrames(scene, lidarFrame());
        m_labelFrame = scene ? scene->labelFrame : lidarFrame();
        m_label_from_lidar = extension::labelFromLidar(scene);
    }

    /// A value of the element that the reader is at; to its end.
    static void readText(QXmlStreamReader &xml, Texts &into)
    {
        const QString name = xml.name().toString();
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        if (into.size() < mostTexts && text.size() <= longestText && name.size() <= longestText)
            setText(into, name, text);
    }

    static bool readTracklet(QXmlStreamReader &xml, Tracklet &tracklet)
    {
        while (xml.readNextStartElement()) {
            if (xml.name() != u"poses") {
                readText(xml, tracklet.head);
                continue;
            }
            while (xml.readNextStartElement()) {
                if (xml.name() != u"item" || tracklet.poses.size() >= mostPoses) {
                    xml.skipCurrentElement();
                    continue;
                }
                Texts pose;
                while (xml.readNextStartElement())
                    readText(xml, pose);
                if (xml.hasError())
                    return false;
                tracklet.poses.push_back(std::move(pose));
            }
        }
        return !xml.hasError();
    }

    Result<> take(const Tracklet &tracklet, std::int64_t number, bool whole)
    {
        const QString place = QStringLiteral("tracklets.item[%1]").arg(number);
        // Without its end a tracklet may still lack what comes after the poses, which is nothing that counts.
        if (!whole && tracklet.poses.empty())
            return {};
        const QString type = textOf(tracklet.head, u"objectType");
        const auto first = firstFrameOf(tracklet.head);
        const auto size = sizeOf(tracklet.head);
        if (type.isEmpty() || !first || !size)
            return m_intake.left(place, type.isEmpty() ? tr("It has no objectType.")
                                        : !first       ? tr("first_frame is missing or no frame.")
                                                       : size.error().text),
                   Result<>();
        const extension::ClassRef labelClass = m_sink.declareClass({type, {}});
        const Json head = toJson(tracklet.head);
        for (std::size_t i = 0; i < tracklet.poses.size(); ++i) {
            const QString at = place + QStringLiteral(".poses.item[%1]").arg(i);
            const std::int64_t frame = *first + static_cast<std::int64_t>(i);
            const auto index = m_frames.indexNumbered(frame);
            const auto cuboid = cuboidOf(tracklet.poses[i], *size, lidarFrame());
            if (!index || !cuboid) {
                m_intake.left(at, index ? cuboid.error().text : tr("The scene has no frame %1.").arg(frame));
                continue;
            }
            extension::ForeignAnnotation label;
            label.item = m_ref;
            label.labelClass = labelClass;
            label.annotation.geometry = geometry::transformed(m_label_from_lidar, *cuboid, m_labelFrame);
            label.annotation.frame = m_frames.ref(*index);
            label.annotation.track = extension::trackNamed(m_item, QString::number(number));
            label.annotation.attributes = answersOf(tracklet.poses[i]);
            label.annotation.extra =
                Json{{"kitti_raw", {{"tracklet", number}, {"head", head}, {"pose", toJson(tracklet.poses[i])}}}};
            if (auto added = m_intake.add(std::move(label)); !added)
                return added;
        }
        return {};
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    extension::LabelIntake m_intake;
    QString m_item;
    QString m_labelFrame;
    geometry::Pose m_label_from_lidar;
    extension::ItemRef m_ref = 0;
    extension::SceneFrames m_frames{nullptr, {}};
    bool m_good = false;
    std::optional<Error> m_firstError;
};

bool looksLikeTracklets(const QString &path)
{
    constexpr qint64 head = 4096;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.read(head);
    return text.contains("<tracklets") && (text.contains("<objectType>") || text.contains("boost_serialization"));
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
    return extension::probeAmong(explore(path).files, looksLikeTracklets, tr("tracklets of KITTI's raw recordings"));
}

}  // namespace plumbline::kittiraw
