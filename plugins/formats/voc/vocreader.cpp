// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/voc/vocreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "core/geometry/mask.h"
#include "plugins/formats/voc/voclayout.h"
#include "plugins/formats/voc/vocmasks.h"
#include "plugins/formats/voc/vocxml.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <cmath>

namespace plumbline::voc {

namespace {

constexpr qint64 maximumFile = 64 << 20;
constexpr std::size_t batchSize = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::voc", text);
}

std::optional<double> numberOf(const Element *element)
{
    bool good = false;
    const double value = element ? element->text.toDouble(&good) : 0;
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_layout(layout), m_sink(sink), m_control(sink.control()), m_media(request, layout.pictureFolders), m_guard(request),
          m_maskStems(layout.maskStems.begin(), layout.maskStems.end())
    {}

    Result<> read()
    {
        if (!m_layout.maskStems.isEmpty())
            declareClasses();
        std::int64_t done = 0;
        for (const QString &path : m_layout.files) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            readFile(path);
            m_control.report(++done, static_cast<std::int64_t>(m_layout.files.size()), tr("Reading annotations"));
            if (m_batch.size() >= batchSize)
                if (auto flushed = flush(); !flushed)
                    return flushed;
        }
        for (const QString &stem : m_layout.maskStems) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            if (!m_masked.contains(stem))
                takeMasksAlone(stem);
            if (m_batch.size() >= batchSize)
                if (auto flushed = flush(); !flushed)
                    return flushed;
        }
        declareUnlabeled();
        if (const auto refused = m_media.refusedLinks())
            m_sink.issue(*refused);
        if (m_good == 0)
            return m_firstError ? tl::unexpected(*m_firstError)
                                : fail(ErrorCode::Malformed, tr("None of the XML files is a Pascal VOC annotation."));
        return flush();
    }

private:
    void readFile(const QString &path)
    {
        m_file = QDir(m_layout.root).relativeFilePath(path);
        const auto data = base::readFile(path, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            return problem({}, data.error().text);
        }
        const QByteArray prolog = data->first(std::min<qsizetype>(data->size(), 200)).toLower();
        const bool notUtf8 = !data->isValidUtf8() && (!prolog.contains("encoding") || prolog.contains("utf-8"));
        if (notUtf8)
            problem({}, tr("The file has text that is not UTF-8; labels with such a name were left out."));
        const ParsedXml parsed = data->trimmed().isEmpty() ? ParsedXml{{}, tr("The file is empty."), {}}
                                                           : parseXml(notUtf8 ? QString::fromUtf8(*data).toUtf8() : *data);
        if (!parsed.problem.isEmpty())
            problem(parsed.place, parsed.problem);
        if (parsed.root.name != QLatin1String("annotation")) {
            if (parsed.problem.isEmpty())
                problem({}, tr("The root element is not <annotation>; the file was left out."));
            return;
        }
        ++m_good;
        takeDocument(parsed.root, extension::withoutEnding(QDir(m_layout.annotations).relativeFilePath(path)));
    }

    // Item name from <filename>, which lies in the same subfolder as the XML file unless it says so itself.
    std::optional<QString> nameOf(const Element &root, const QString &stem)
    {
        const Element *given = root.child(u"filename");
        QString name = given ? given->text : QString();
        if (name.isEmpty()) {
            problem(QStringLiteral("filename"), tr("It has no file name; the XML file's own name was taken."),
                    base::IssueSeverity::Warning);
            name = QFileInfo(stem).fileName();
        }
        const auto safe = base::safeRelativePath(name);
        if (!safe) {
            problem(QStringLiteral("filename"), safe.error().text);
            return std::nullopt;
        }
        name = *safe;
        const qsizetype slash = stem.lastIndexOf(QLatin1Char('/'));
        if (slash >= 0 && !name.contains(QLatin1Char('/')))
            name = stem.left(slash + 1) + name;
        return extension::isPictureName(name) ? name : withEnding(name);
    }
    // Some files name the picture without its ending.
    QString withEnding(const QString &name)
    {
        for (const char *ending : {".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif"})
            if (!m_media.find(name + QLatin1String(ending)).isEmpty())
                return name + QLatin1String(ending);
        return name;
    }

    void takeDocument(const Element &root, const QString &stem)
    {
        const std::optional<QString> name = nameOf(root, stem);
        if (!name)
            return;
        if (m_names.contains(*name))
            problem(QStringLiteral("filename"), tr("Another file is about “%1” too; the labels of both were kept.").arg(*name),
                    base::IssueSeverity::Warning);
        m_names.insert(*name);
        m_labeledStems.insert(stem);
        extension::ForeignItem item;
        item.name = *name;
        item.path = m_media.find(*name);
        takeSize(root, item);
        const QSize size(item.width, item.height);
        Json kept = Json::object();
        kept["xml"] = base::toJson(stem);
        keepSets(stem, kept);
        if (const Element *given = root.child(u"size"))
            if (const Element *depth = given->child(u"depth"); depth && !depth->text.isEmpty())
                kept["depth"] = base::toJson(depth->text);
        for (const Element &element : root.children)
            if (element.name != QLatin1String("object") && element.name != QLatin1String("filename")
                && element.name != QLatin1String("size"))
                kept["other"].push_back(toJson(element));
        item.extra = Json::object();
        item.extra["voc"] = std::move(kept);
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        std::vector<std::optional<extension::ForeignAnnotation>> objects;
        for (const Element &element : root.children)
            if (element.name == QLatin1String("object"))
                objects.push_back(takeObject(element, QStringLiteral("object[%1]").arg(objects.size()), ref));
        takeMasks(stem, ref, {size.width(), size.height()}, objects);
    }

    /// The classes of a list in the data set are declared with their numbers; the twenty of VOC know theirs.
    void declareClasses()
    {
        m_classes = classListOf(m_layout.root);
        if (!m_classes.fromFile)
            return;
        for (const auto &[value, name] : m_classes.names) {
            extension::ForeignClass labelClass{name, Json::object()};
            labelClass.extra["voc"] = Json{{"index", value}};
            static_cast<void>(m_sink.declareClass(std::move(labelClass)));
        }
    }
    extension::ClassRef classOfValue(std::uint32_t value)
    {
        if (value == 0)
            return extension::noClass;
        const auto name = m_classes.names.find(value);
        if (name != m_classes.names.end())
            return m_sink.declareClass({name->second, {}});
        problem({}, tr("No class has the number %1; its masks were kept in a class “class %1”.").arg(value));
        extension::ForeignClass labelClass{tr("class %1").arg(value), Json::object()};
        labelClass.extra["voc"] = Json{{"index", value}};
        return m_sink.declareClass(std::move(labelClass));
    }

    // Number i of SegmentationObject is the i-th object of the XML file, when its class and place agree.
    void takeMasks(const QString &stem, extension::ItemRef item, QSize size,
                   std::vector<std::optional<extension::ForeignAnnotation>> &objects)
    {
        std::vector<extension::ForeignAnnotation> alone;
        if (m_maskStems.contains(stem)) {
            m_masked.insert(stem);
            const QString classPath = m_layout.root + QStringLiteral("/SegmentationClass/") + stem + QStringLiteral(".png");
            QString objectPath = m_layout.root + QStringLiteral("/SegmentationObject/") + stem + QStringLiteral(".png");
            if (!QFileInfo(objectPath).isFile() || !m_guard.reaches(objectPath))
                objectPath.clear();
            m_file = QDir(m_layout.root).relativeFilePath(classPath);
            auto masks = m_guard.reaches(classPath)
                             ? readMasks(classPath, objectPath, m_classes)
                             : fail(ErrorCode::PermissionDenied, tr("It lies behind a link that is not followed."));
            if (!masks)
                problem({}, masks.error().text + QLatin1Char(' ') + tr("The masks were left out."));
            else
                pair(*masks, item, size, objects, alone);
        }
        for (auto &object : objects)
            if (object)
                m_batch.push_back(*std::move(object));
        for (auto &label : alone)
            m_batch.push_back(std::move(label));
    }
    void pair(PictureMasks &masks, extension::ItemRef item, QSize size,
              std::vector<std::optional<extension::ForeignAnnotation>> &objects, std::vector<extension::ForeignAnnotation> &alone)
    {
        if (masks.unknownColours > 0)
            problem({}, tr("It has colours that are in no class list; their pixels were left out."));
        const geometry::Mask *any = !masks.objects.empty() ? &masks.objects[0].mask : &masks.unsure;
        if (!size.isEmpty() && any->width > 0 && QSize(static_cast<int>(any->width), static_cast<int>(any->height)) != size)
            problem({},
                    tr("It has %1 × %2 pixels and the picture has %3 × %4; the masks were kept as they are.")
                        .arg(any->width)
                        .arg(any->height)
                        .arg(size.width())
                        .arg(size.height()),
                    base::IssueSeverity::Warning);
        for (PictureMasks::Object &found : masks.objects) {
            const extension::ClassRef labelClass = classOfValue(found.classValue);
            auto *object = found.value >= 1 && found.value <= objects.size() && objects[found.value - 1]
                               ? &*objects[found.value - 1]
                               : nullptr;
            const geometry::Box bounds = geometry::maskBounds(found.mask).value_or(geometry::Box{});
            const geometry::Box box = object ? std::get<geometry::Box>(object->annotation.geometry) : geometry::Box{};
            const bool meets =
                object && box.x < bounds.right() && bounds.x < box.right() && box.y < bounds.bottom() && bounds.y < box.bottom();
            if (meets && object->labelClass == labelClass) {
                Json &extra = object->annotation.extra;
                if (extra.is_null())
                    extra = Json::object();
                if (box != bounds) {
                    extra["voc"]["box"] = Json::array({box.x, box.y, box.w, box.h});
                    extra["voc"]["shape"] = extension::shapeFingerprint(found.mask);
                }
                object->annotation.geometry = std::move(found.mask);
                if (extra.empty())
                    extra = nullptr;
                continue;
            }
            extension::ForeignAnnotation &label = alone.emplace_back();
            label.item = item;
            label.labelClass = labelClass;
            label.annotation.origin.kind = model::OriginKind::Import;
            label.annotation.geometry = std::move(found.mask);
            label.annotation.extra = Json::object();
            label.annotation.extra["voc"] = Json{{"png", true}};
            if (found.value > 0)
                label.annotation.extra["voc"]["index"] = found.value;
        }
        if (masks.unsure.counts.empty())
            return;
        extension::ForeignAnnotation &label = alone.emplace_back();
        label.item = item;
        label.annotation.role = model::Role::Ignore;
        label.annotation.origin.kind = model::OriginKind::Import;
        label.annotation.geometry = std::move(masks.unsure);
        if (!masks.unsureInObjects) {
            label.annotation.extra = Json::object();
            label.annotation.extra["voc"] = Json{{"objects", false}};
        }
    }
    // A picture with masks and without an XML file.
    void takeMasksAlone(const QString &stem)
    {
        m_file = QStringLiteral("SegmentationClass/") + stem + QStringLiteral(".png");
        if (!base::safeRelativePath(stem))
            return;
        extension::ForeignItem item;
        item.name = withEnding(stem);
        item.path = m_media.find(item.name);
        const QSize size = extension::uprightPictureSize(item.path);
        item.width = std::max(0, size.width());
        item.height = std::max(0, size.height());
        Json kept = Json::object();
        keepSets(stem, kept);
        item.extra = Json::object();
        item.extra["voc"] = std::move(kept);
        m_labeledStems.insert(stem);
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        std::vector<std::optional<extension::ForeignAnnotation>> none;
        takeMasks(stem, ref, {}, none);
        ++m_good;
    }

    void takeSize(const Element &root, extension::ForeignItem &item)
    {
        const Element *size = root.child(u"size");
        const auto width = numberOf(size ? size->child(u"width") : nullptr);
        const auto height = numberOf(size ? size->child(u"height") : nullptr);
        const auto good = [](const std::optional<double> &v) { return v && *v >= 1 && *v <= 1e9; };
        if (good(width) && good(height)) {
            item.width = static_cast<int>(*width);
            item.height = static_cast<int>(*height);
            return;
        }
        const QSize real = extension::uprightPictureSize(item.path);
        item.width = std::max(0, real.width());
        item.height = std::max(0, real.height());
        problem(QStringLiteral("size"),
                real.isEmpty() ? tr("The picture's size is missing or wrong, and there is no picture to take it from.")
                               : tr("The picture's size is missing or wrong; it was taken from the picture."),
                base::IssueSeverity::Warning);
    }

    std::optional<extension::ForeignAnnotation> takeObject(const Element &object, const QString &place, extension::ItemRef item)
    {
        const Element *name = object.child(u"name");
        if (!name || name->text.isEmpty() || name->text.contains(QChar(QChar::ReplacementCharacter)))
            return problem(place + QStringLiteral(".name"), tr("It has no class name that can be read; it was left out.")),
                   std::nullopt;
        const Element *box = object.child(u"bndbox");
        if (!box)
            return problem(place + QStringLiteral(".bndbox"), tr("It has no box; it was left out.")), std::nullopt;
        std::array<double, 4> edges{};
        std::size_t at = 0;
        for (const QString &key :
             {QStringLiteral("xmin"), QStringLiteral("ymin"), QStringLiteral("xmax"), QStringLiteral("ymax")}) {
            const auto value = numberOf(box->child(key));
            if (!value)
                return problem(place + QStringLiteral(".bndbox.") + key,
                               tr("It is missing or no finite number; the label was left out.")),
                       std::nullopt;
            edges[at++] = *value;
        }
        const geometry::Box shape{edges[0] - 1, edges[1] - 1, edges[2] - edges[0] + 1, edges[3] - edges[1] + 1};
        if (shape.w < 0 || shape.h < 0)
            return problem(place + QStringLiteral(".bndbox"), tr("The box has a negative size; it was left out.")), std::nullopt;
        extension::ForeignAnnotation label;
        label.item = item;
        label.labelClass = m_sink.declareClass({name->text, {}});
        label.annotation.geometry = shape;
        label.annotation.origin.kind = model::OriginKind::Import;
        Json other;
        for (const Element &element : object.children)
            if (&element != name && &element != box && !takeAttribute(element, place, label.annotation.attributes))
                other.push_back(toJson(element));
        if (!other.is_null()) {
            label.annotation.extra = Json::object();
            label.annotation.extra["voc"] = Json::object();
            label.annotation.extra["voc"]["other"] = std::move(other);
        }
        return label;
    }

    // False when the element is none of the standard ones, or says something else than they do: it is kept as it is.
    bool takeAttribute(const Element &element, const QString &place, model::Attributes &attributes)
    {
        if (!attributeKeys().contains(element.name) || !element.children.empty() || !element.attributes.empty()
            || attributes.contains(element.name))
            return false;
        if (element.text.isEmpty()) {
            attributes[element.name] = std::monostate{};
        } else if (element.name == QLatin1String("pose")) {
            attributes[element.name] = element.text;
        } else {
            const QString text = element.text.toLower();
            const bool yes = text == QLatin1String("1") || text == QLatin1String("true");
            if (!yes && text != QLatin1String("0") && text != QLatin1String("false")) {
                problem(place + QLatin1Char('.') + element.name,
                        tr("“%1” is neither 0 nor 1; it is kept but not used.").arg(element.text), base::IssueSeverity::Warning);
                return false;
            }
            attributes[element.name] = yes;
        }
        return true;
    }

    void keepSets(const QString &stem, Json &kept)
    {
        for (const QString &set : m_layout.setsByStem.value(stem))
            kept["sets"].push_back(set.toStdString());
        for (const QString &set : m_layout.maskSetsByStem.value(stem))
            kept["masksets"].push_back(set.toStdString());
    }

    // Pictures that an image set lists but nobody has labeled.
    void declareUnlabeled()
    {
        for (const QString &stem : m_layout.stemsInSets) {
            if (m_labeledStems.contains(stem) || !base::safeRelativePath(stem))
                continue;
            extension::ForeignItem item;
            item.name = withEnding(stem);
            item.path = m_media.find(item.name);
            if (item.path.isEmpty())
                continue;
            const QSize size = extension::uprightPictureSize(item.path);
            item.width = std::max(0, size.width());
            item.height = std::max(0, size.height());
            Json kept = Json::object();
            keepSets(stem, kept);
            item.extra = Json::object();
            item.extra["voc"] = std::move(kept);
            static_cast<void>(m_sink.declareItem(std::move(item)));
        }
    }

    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }
    void problem(const QString &place, const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem)
    {
        problem(m_file, place, text, severity);
    }
    void problem(const QString &file, const QString &place, const QString &text, base::IssueSeverity severity)
    {
        m_sink.issue({severity, file, place, text});
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    extension::MediaFinder m_media;
    extension::LinkGuard m_guard;
    ClassList m_classes;
    QSet<QString> m_maskStems;
    QSet<QString> m_masked;
    QString m_file;
    QSet<QString> m_names;
    QSet<QString> m_labeledStems;
    std::vector<extension::ForeignAnnotation> m_batch;
    std::int64_t m_good = 0;
    std::optional<Error> m_firstError;
};

}  // namespace

const QStringList &attributeKeys()
{
    static const QStringList keys{QStringLiteral("pose"), QStringLiteral("truncated"), QStringLiteral("difficult"),
                                  QStringLiteral("occluded")};
    return keys;
}

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request);
    if (layout.files.isEmpty() && layout.maskStems.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 has no XML files.").arg(request.path));
    return Reader(request, layout, sink).read();
}

}  // namespace plumbline::voc
