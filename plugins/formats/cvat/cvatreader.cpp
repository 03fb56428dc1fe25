// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "core/extension/labelgroups.h"
#include "plugins/formats/cvat/cvatlayout.h"
#include "plugins/formats/cvat/cvatshape.h"
#include "plugins/formats/cvat/utf8file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QXmlStreamReader>

namespace plumbline::cvat {

namespace {

constexpr std::size_t batchSize = 4096;
constexpr std::size_t batchWeight = std::size_t(1) << 22;  // runs
constexpr std::size_t pictureWeight = std::size_t(1) << 26;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::cvat", text);
}

// What a shape costs in memory beside the annotation itself.
std::size_t weightOf(const geometry::Geometry &shape)
{
    const auto *mask = std::get_if<geometry::Mask>(&shape);
    return mask ? mask->counts.size() : 1;
}

// The element that holds <labels> in <meta>: a task, a job or a project.
Element *labelsIn(Element &meta)
{
    for (Element &holder : meta.children)
        for (Element &child : holder.children)
            if (child.name == QLatin1String("labels"))
                return &child;
    return nullptr;
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_layout(layout), m_sink(sink), m_control(sink.control()), m_media(request, layout.pictureFolders)
    {}

    Result<> read()
    {
        Json files = Json::object();
        for (const QString &path : m_layout.files)
            if (auto done = readFile(path, files); !done)
                return done;
        if (const auto refused = m_media.refusedLinks())
            m_sink.issue(*refused);
        if (!m_good)
            return fail(m_firstError.value_or(Error{ErrorCode::Malformed, tr("It is no CVAT annotation of images."), {}}));
        if (!files.empty()) {
            Json kept = Json::object();
            kept["files"] = std::move(files);
            m_sink.declareDataset(QStringLiteral("cvat"), std::move(kept));
        }
        return flush();
    }

private:
    Result<> readFile(const QString &path, Json &files)
    {
        m_file = QDir(m_layout.root).relativeFilePath(path);
        Utf8File file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            refuse({}, {ErrorCode::PermissionDenied, tr("%1 cannot be read: %2").arg(path, file.errorString()), {}});
            return {};
        }
        QXmlStreamReader xml(&file);
        xml.setNamespaceProcessing(false);
        m_labels = {};
        m_images = m_tracks = m_cuboids = 0;
        Json kept = Json::object();
        bool rooted = false;
        while (!xml.atEnd()) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            const auto token = xml.readNext();
            if (token == QXmlStreamReader::DTD) {
                refuse(lineOf(xml), {ErrorCode::Malformed, tr("It has a document type declaration, which is refused."), {}});
                return {};
            }
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (!rooted && xml.qualifiedName() != QLatin1String("annotations")) {
                refuse({}, {ErrorCode::Malformed, tr("The root element is not <annotations>; the file was left out."), {}});
                return {};
            }
            if (rooted)
                if (auto taken = takePart(xml, kept); !taken)
                    return taken;
            rooted = true;
            m_control.report(file.file().pos(), file.file().size(), tr("Reading annotations"));
        }
        if (file.foundOtherBytes())
            say({}, tr("The file has text that is not UTF-8; labels and pictures with such a name were left out."));
        if (file.foundHugeTag())
            refuse(lineOf(xml), {ErrorCode::TooLarge,
                                 tr("It has an element of more than %1 attributes; what came before was read.")
                                     .arg(extension::XmlTagGuard::mostAttributes),
                                 {}});
        else if (xml.hasError())
            refuse(lineOf(xml), {ErrorCode::Malformed, tr("The XML is broken: %1").arg(xml.errorString()), {}});
        if (m_cuboids > 0)
            say({}, tr("%1 cuboids of pictures are not shown; they are kept and written again.").arg(m_cuboids),
                base::IssueSeverity::Note);
        if (m_tracks > 0)
            refuse({}, {ErrorCode::Unsupported, tr("%1 tracks of a video are not read.").arg(m_tracks), {}});
        if (rooted && (m_images > 0 || m_tracks == 0) && (!xml.hasError() || m_images > 0 || !kept.empty())) {
            m_good = true;
            files[m_file.toStdString()] = std::move(kept);
        }
        return {};
    }

    // A child of the root.
    Result<> takePart(QXmlStreamReader &xml, Json &kept)
    {
        const QString name = xml.qualifiedName().toString();
        if (name == QLatin1String("image"))
            return takeImage(xml);
        if (name == QLatin1String("track")) {
            ++m_tracks;
            xml.skipCurrentElement();
            return {};
        }
        Element element;
        if (!readElement(xml, element)) {
            if (!xml.hasError())
                say(name, tr("It has too many levels or parts; it was left out."));
        } else if (name == QLatin1String("version")) {
            kept["version"] = base::toJson(element.text);
        } else if (name == QLatin1String("meta") && !kept.contains("meta")) {
            if (Element *labels = labelsIn(element)) {
                m_labels = labelsFrom(*labels);
                labels->children.clear();
            }
            for (const extension::ForeignClass &labelClass : m_labels.classes)
                static_cast<void>(m_sink.declareClass(labelClass));
            for (Label &label : m_labels.byName)
                if (label.skeleton)
                    label.skeleton->name = m_sink.declareSkeleton(*label.skeleton);
            kept["meta"] = toJson(element);
        } else {
            kept["other"].push_back(toJson(element));
        }
        return {};
    }

    Result<> takeImage(QXmlStreamReader &xml)
    {
        m_place = QStringLiteral("image[%1]").arg(m_images++);
        Element image{QStringLiteral("image"), {}, attributesAt(xml), {}};
        const auto name = nameOf(image);
        extension::ForeignItem item;
        if (name) {
            item.name = *name;
            item.path = pathOf(*name, image.attribute(u"subset").value_or(QString()));
            takeSize(image, item);
        }
        std::vector<extension::ForeignAnnotation> labels;
        Json other;
        std::map<QString, int> counts;
        std::size_t weight = 0;
        while (xml.readNextStartElement()) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            Element element;
            const QString kind = xml.qualifiedName().toString();
            const QString place = QStringLiteral("%1.%2[%3]").arg(m_place, kind).arg(counts[kind]++);
            if (!readElement(xml, element)) {
                if (!xml.hasError())
                    say(place, tr("It has too many levels or parts; it was left out."));
                continue;
            }
            if (!name)
                continue;
            if (isShape(kind) && weight > pictureWeight)
                say(place, tr("The masks of the picture have too many runs; it was left out."));
            else if (isShape(kind))
                weight += takeShape(element, place, {item.width, item.height}, labels);
            else
                keepOther(element, other);
        }
        if (!name)
            return {};
        keep(image, std::move(other), item);
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        extension::joinGroups(labels, 0, (m_file + m_place).toUtf8(), keptGroup);
        for (extension::ForeignAnnotation &label : labels) {
            label.item = ref;
            m_weight += weightOf(label.annotation.geometry);
            m_batch.push_back(std::move(label));
            if (m_batch.size() >= batchSize || m_weight >= batchWeight)
                if (auto flushed = flush(); !flushed)
                    return flushed;
        }
        return {};
    }

    void keepOther(const Element &element, Json &other)
    {
        if (element.name == QLatin1String("cuboid"))
            ++m_cuboids;
        other.push_back(toJson(element));
    }

    std::optional<QString> nameOf(const Element &image)
    {
        const auto safe = base::safeRelativePath(image.attribute(u"name").value_or(QString()));
        if (!safe) {
            say(m_place + QStringLiteral(".name"), safe.error().text);
            return std::nullopt;
        }
        if (m_names.contains(*safe))
            say(m_place + QStringLiteral(".name"),
                tr("Another image is called “%1” too; the labels of both were kept.").arg(*safe), base::IssueSeverity::Warning);
        m_names.insert(*safe);
        return *safe;
    }

    // Exports of a project put the pictures of a subset into a folder of their own.
    QString pathOf(const QString &name, const QString &subset)
    {
        const QString direct = m_media.find(name);
        const auto inSubset = base::safeRelativePath(subset + QLatin1Char('/') + name);
        return direct.isEmpty() && !subset.isEmpty() && inSubset ? m_media.find(*inSubset) : direct;
    }

    void takeSize(const Element &image, extension::ForeignItem &item)
    {
        const auto numberAt = [&](QStringView key) {
            bool good = false;
            const int value = image.attribute(key).value_or(QString()).toInt(&good);
            return good && value >= 1 && value <= 1'000'000'000 ? value : 0;
        };
        item.width = numberAt(u"width");
        item.height = numberAt(u"height");
        if (item.width > 0 && item.height > 0)
            return;
        const QSize real = extension::uprightPictureSize(item.path);
        item.width = std::max(0, real.width());
        item.height = std::max(0, real.height());
        say(m_place,
            real.isEmpty() ? tr("The picture's size is missing or wrong, and there is no picture to take it from.")
                           : tr("The picture's size is missing or wrong; it was taken from the picture."),
            base::IssueSeverity::Warning);
    }

    void keep(const Element &image, Json other, extension::ForeignItem &item)
    {
        Json kept = Json::object();
        kept["file"] = base::toJson(m_file);
        bool good = false;
        const qint64 id = image.attribute(u"id").value_or(QString()).toLongLong(&good);
        if (good)
            kept["id"] = id;
        else
            say(m_place + QStringLiteral(".id"), tr("The image has no whole number as its id; it gets one when written."),
                base::IssueSeverity::Warning);
        for (const auto &[key, value] : image.attributes)
            if (key != QLatin1String("name") && key != QLatin1String("width") && key != QLatin1String("height")
                && (key != QLatin1String("id") || !good))
                kept["attributes"][key.toStdString()] = base::toJson(value);
        if (!other.is_null())
            kept["other"] = std::move(other);
        item.extra = Json::object();
        item.extra["cvat"] = std::move(kept);
    }

    // Returns what it costs in memory.
    std::size_t takeShape(const Element &element, const QString &place, QSize picture,
                          std::vector<extension::ForeignAnnotation> &labels)
    {
        const auto name = element.attribute(u"label");
        if (!name) {
            say(place, tr("It has no label; it was left out."));
            return 0;
        }
        if (name->contains(QChar(QChar::ReplacementCharacter))) {
            say(place, tr("Its label has a name that cannot be read; it was left out."));
            return 0;
        }
        const auto known = m_labels.byName.constFind(*name);
        if (known == m_labels.byName.constEnd() && !name->isEmpty() && !m_labels.byName.isEmpty()
            && !m_undeclared.contains(*name)) {
            m_undeclared.insert(*name);
            say(place, tr("“%1” is not among the file's labels; it was taken as a new one.").arg(*name),
                base::IssueSeverity::Warning);
        }
        auto annotation = annotationFrom(element, known == m_labels.byName.constEnd() ? Label{} : *known, picture,
                                         [&](const QString &part, const QString &text) {
                                             say(place + QLatin1Char('.') + part, text, base::IssueSeverity::Warning);
                                         });
        if (!annotation) {
            say(place, tr("%1 It was left out.").arg(annotation.error().text));
            return 0;
        }
        extension::ForeignAnnotation label;
        label.annotation = std::move(*annotation);
        if (name->isEmpty()) {
            say(place, tr("Its label has no name; it was kept without a class."), base::IssueSeverity::Warning);
            label.annotation.extra["cvat"]["label"] = "";
        } else {
            label.labelClass = m_sink.declareClass({*name, {}});
        }
        labels.push_back(std::move(label));
        return weightOf(labels.back().annotation.geometry);
    }

    Result<> flush()
    {
        m_weight = 0;
        return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {}));
    }
    static QString lineOf(const QXmlStreamReader &xml) { return tr("line %1").arg(xml.lineNumber()); }
    void refuse(const QString &place, Error error)
    {
        say(place, error.text);
        if (!m_firstError)
            m_firstError = std::move(error);
    }
    void say(const QString &place, const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem)
    {
        m_sink.issue({severity, m_file, place, text});
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    extension::MediaFinder m_media;
    QString m_file;
    QString m_place;  // of the image
    Labels m_labels;
    int m_images = 0;
    int m_tracks = 0;
    int m_cuboids = 0;
    QSet<QString> m_names;
    QSet<QString> m_undeclared;
    std::vector<extension::ForeignAnnotation> m_batch;
    std::size_t m_weight = 0;
    bool m_good = false;
    std::optional<Error> m_firstError;
};

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request);
    if (layout.files.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 has no XML files.").arg(request.path));
    return Reader(request, layout, sink).read();
}

}  // namespace plumbline::cvat
