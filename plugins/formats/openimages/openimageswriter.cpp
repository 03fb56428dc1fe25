// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openimages/openimageswriter.h"

#include "core/base/atomicfile.h"
#include "core/geometry/mask.h"
#include "plugins/formats/openimages/maskfile.h"
#include "plugins/formats/openimages/openimagesrow.h"
#include "plugins/formats/openimages/tablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace plumbline::openimages {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openimages", text);
}

const Json &partOf(const Json &kept, const QString &key)
{
    static const Json none;
    return kept.is_object() && kept.contains(key.toStdString()) ? kept[key.toStdString()] : none;
}

QString textAt(const Json &kept, const char *key)
{
    return base::toQString(partOf(kept, QLatin1String(key)));
}

bool plainName(const QString &name)
{
    return base::safeRelativePath(name) && !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\'));
}

QString inAnnotations(const QString &name)
{
    return QStringLiteral("annotations/") + name;
}

QString ordinaryName(TableKind kind, const QString &subset)
{
    const QString what = kind == TableKind::Boxes   ? QStringLiteral("annotations-bbox.csv")
                         : kind == TableKind::Masks ? QStringLiteral("annotations-object-segmentation.csv")
                                                    : QStringLiteral("annotations-human-imagelabels.csv");
    return subset.isEmpty() ? what : subset + QLatin1Char('-') + what;
}

const QStringList &standardColumns(TableKind kind)
{
    return kind == TableKind::Boxes    ? boxColumns()
           : kind == TableKind::Masks  ? maskColumns()
           : kind == TableKind::Labels ? labelColumns()
                                       : imageColumns();
}

// Columns as they were read, when no column that is needed is missing.
QStringList keptColumns(const Json &about, TableKind kind)
{
    QStringList columns;
    if (const Json &list = partOf(about, QStringLiteral("columns")); list.is_array())
        for (const Json &column : list)
            columns.append(base::toQString(column));
    if (kind == TableKind::Images)
        return columns.contains(QLatin1String("ImageID")) && columns.contains(QLatin1String("Subset")) ? columns : imageColumns();
    return kindOf({}, columns) == kind ? columns : standardColumns(kind);
}

std::optional<geometry::Mask> maskOf(const geometry::Geometry &shape, QSize size)
{
    if (const auto *mask = std::get_if<geometry::Mask>(&shape))
        return *mask;
    const auto *polygon = std::get_if<geometry::Polygon>(&shape);
    const auto outline = polygon ? std::optional(*polygon) : extension::outlineOf(shape);
    if (!outline || size.isEmpty() || qint64(size.width()) * size.height() > (qint64(1) << 28))
        return std::nullopt;
    return geometry::rasterised(*outline, static_cast<std::uint32_t>(size.width()), static_cast<std::uint32_t>(size.height()));
}

bool isAbsent(const model::Annotation &annotation)
{
    const auto it = annotation.attributes.find(QStringLiteral("absent"));
    return it != annotation.attributes.end() && it->second == model::AttributeValue(true);
}

QString hexOf(const model::Annotation &annotation)
{
    return annotation.id.toString().remove(QLatin1Char('-')).right(8);
}

}  // namespace

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Writer::~Writer() = default;

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    if (!media)
        return fail(media.error());
    m_media = *media;
    m_dataset = m_source.datasetExtra(QStringLiteral("openimages"));
    const Json &files = partOf(m_dataset, QStringLiteral("files"));
    m_defaultSubset = QStringLiteral("train");
    for (const TableKind kind : {TableKind::Boxes, TableKind::Masks, TableKind::Labels})
        if (const Json &subsets = partOf(files, kindKey(kind)); subsets.is_object())
            for (const auto &[subset, about] : subsets.items()) {
                const QString name = QString::fromStdString(subset);
                if (name.isEmpty())
                    m_defaultSubset.clear();
                // Tables without a record are kept.
                if (name.isEmpty() || plainName(name))
                    static_cast<void>(table(kind, name));
            }
    nameClasses();
    extension::NameAllotter ids;
    QStringList pictures;
    QStringList masks;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Json &kept = extension::foreignData(item.extra, "openimages");
        const QString ending = item.name.mid(extension::withoutEnding(item.name).size());
        const QString known = textAt(kept, "id");
        const QString wanted = known.isEmpty() ? extension::withoutEnding(item.name) : known;
        Picture picture;
        picture.id = ids.take(wanted + QStringLiteral(".x"), true).chopped(2);
        picture.renamed = picture.id != wanted;
        picture.subset = textAt(kept, "subset");
        if (!plainName(picture.subset))
            picture.subset = m_defaultSubset;
        const QString folder =
            QStringLiteral("images/") + (picture.subset.isEmpty() ? QString() : picture.subset + QLatin1Char('/'));
        picture.file = folder + picture.id + ending;
        picture.size = extension::pictureSize(m_source, item);
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            pictures.append(picture.file);
        for (const model::Annotation &annotation : annotations) {
            const TableKind kind = tableOf(annotation, picture);
            if (kind == TableKind::Other)
                continue;
            static_cast<void>(table(kind, picture.subset));
            if (kind != TableKind::Masks)
                continue;
            m_masks.push_back(maskName(annotation, picture, m_classIds.at(annotation.labelClass)));
            masks.append(QStringLiteral("masks/") + (picture.subset.isEmpty() ? QString() : picture.subset + QLatin1Char('/'))
                         + m_masks.back());
        }
        m_pictures.push_back(std::move(picture));
        return {};
    });
    static_cast<void>(table(TableKind::Images, {}));
    m_outputs.append(inAnnotations(m_classesFile));
    if (!partOf(m_dataset, QStringLiteral("hierarchy")).is_null())
        m_outputs.append(inAnnotations(QStringLiteral("bbox_labels_600_hierarchy.json")));
    for (const auto &[key, one] : m_tables)
        m_outputs.append(inAnnotations(one.name));
    m_outputs += masks + pictures;
    return visited;
}

void Writer::nameClasses()
{
    m_classesFile = textAt(m_dataset, "classes");
    if (!plainName(m_classesFile) || kindOf(m_classesFile, {}) != TableKind::Classes)
        m_classesFile = QStringLiteral("oidv6-class-descriptions.csv");
    QSet<QString> taken;
    for (const model::LabelClass &labelClass : m_source.schema().classes)
        if (const QString id = textAt(extension::foreignData(labelClass.extra, "openimages"), "id");
            !id.isEmpty() && !taken.contains(id)) {
            m_classIds[labelClass.id] = id;
            taken.insert(id);
        }
    for (const model::LabelClass &labelClass : m_source.schema().classes) {
        if (m_classIds.contains(labelClass.id))
            continue;
        QString id = labelClass.name;
        for (int number = 2; taken.contains(id); ++number)
            id = labelClass.name + QLatin1Char('_') + QString::number(number);
        m_classIds[labelClass.id] = id;
        taken.insert(id);
    }
}

TableKind Writer::tableOf(const model::Annotation &annotation, const Picture &picture) const
{
    const geometry::Geometry &shape = annotation.geometry;
    if (!m_classIds.contains(annotation.labelClass) || !geometry::whyInvalid(shape).isEmpty())
        return TableKind::Other;
    if (std::holds_alternative<geometry::ItemLabel>(shape))
        return TableKind::Labels;
    if (const auto *mask = std::get_if<geometry::Mask>(&shape)) {
        const bool fits = picture.size.isEmpty()
                          || (mask->width == static_cast<std::uint32_t>(picture.size.width())
                              && mask->height == static_cast<std::uint32_t>(picture.size.height()));
        return fits && std::uint64_t(mask->width) * mask->height <= (std::uint64_t(1) << 28) && mask->width > 0
                       && mask->height > 0
                   ? TableKind::Masks
                   : TableKind::Other;
    }
    if (picture.size.isEmpty())
        return TableKind::Other;
    if (std::holds_alternative<geometry::Box>(shape) || std::holds_alternative<geometry::RotatedBox>(shape))
        return TableKind::Boxes;
    const bool area = std::holds_alternative<geometry::Polygon>(shape) || std::holds_alternative<geometry::Ellipse>(shape);
    return area && qint64(picture.size.width()) * picture.size.height() <= (qint64(1) << 28) ? TableKind::Masks
                                                                                             : TableKind::Other;
}

Writer::Table &Writer::table(TableKind kind, const QString &subset)
{
    Table &one = m_tables[{kind, subset}];
    if (!one.name.isEmpty())
        return one;
    const bool images = kind == TableKind::Images;
    const Json &about = images ? partOf(m_dataset, QStringLiteral("images"))
                               : partOf(partOf(partOf(m_dataset, QStringLiteral("files")), kindKey(kind)), subset);
    one.columns = keptColumns(about, kind);
    one.name = textAt(about, "name");
    const bool good = plainName(one.name) && one.name.endsWith(QLatin1String(".csv")) && kindOf(one.name, one.columns) == kind;
    if (!good)
        one.name = images ? QStringLiteral("image_ids_and_rotation.csv") : ordinaryName(kind, subset);
    return one;
}

QString Writer::maskName(const model::Annotation &annotation, const Picture &picture, const QString &labelId)
{
    const QString known = textAt(extension::foreignData(annotation.extra, "openimages"), "mask");
    if (known.endsWith(QLatin1String(".png")) && base::safeRelativePath(known))
        return m_maskNames.take(known, false);
    QString name = picture.id + QLatin1Char('_') + labelId + QLatin1Char('_') + hexOf(annotation);
    for (QChar &c : name)
        if (!c.isLetterOrNumber() && c != QLatin1Char('_') && c != QLatin1Char('-'))
            c = QLatin1Char('_');
    return m_maskNames.take(name + QStringLiteral(".png"), false);
}

Result<> Writer::append(Table &one, const QStringList &cells) const
{
    const QByteArray record = recordOf(cells);
    if (one.file->write(record) != record.size())
        return fail(one.file->whyNotWritten());
    return {};
}

Result<> Writer::writeLabel(const model::Annotation &annotation, const Picture &picture, TableKind kind)
{
    QStringList edges;
    QString maskPath;
    if (kind == TableKind::Boxes) {
        edges = edgesOf(*geometry::boundsOf(annotation.geometry), picture.size);
    } else if (kind == TableKind::Masks) {
        maskPath = m_masks[m_nextMask++];
        const auto mask = maskOf(annotation.geometry, picture.size);
        const QSize size(static_cast<int>(mask->width), static_cast<int>(mask->height));
        edges = edgesOf(geometry::maskBounds(*mask).value_or(geometry::Box{}), size);
        const QString path =
            QDir(m_request.folder)
                .filePath(QStringLiteral("masks/") + (picture.subset.isEmpty() ? QString() : picture.subset + QLatin1Char('/'))
                          + maskPath);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()))
            return fail(ErrorCode::PermissionDenied, tr("Cannot make the folder of %1.").arg(path));
        if (auto written = base::writeFileAtomically(path, maskPicture(*mask)); !written)
            return written;
    }
    const bool fresh = !extension::foreignData(annotation.extra, "openimages").is_object();
    Table &one = table(kind, picture.subset);
    QStringList cells;
    for (const QString &column : one.columns) {
        static const QStringList boxEdges{QStringLiteral("XMin"), QStringLiteral("XMax"), QStringLiteral("YMin"),
                                          QStringLiteral("YMax")};
        static const QStringList maskEdges{QStringLiteral("BoxXMin"), QStringLiteral("BoxXMax"), QStringLiteral("BoxYMin"),
                                           QStringLiteral("BoxYMax")};
        if (column == QLatin1String("ImageID"))
            cells.append(picture.id);
        else if (column == QLatin1String("LabelName"))
            cells.append(m_classIds.at(annotation.labelClass));
        else if (column == QLatin1String("MaskPath"))
            cells.append(maskPath);
        else if (kind == TableKind::Boxes && boxEdges.contains(column))
            cells.append(edges[boxEdges.indexOf(column)]);
        else if (kind == TableKind::Masks && fresh && maskEdges.contains(column))
            cells.append(edges[maskEdges.indexOf(column)]);
        else if (kind == TableKind::Masks && fresh && column == QLatin1String("BoxID"))
            cells.append(hexOf(annotation));
        else if (kind == TableKind::Labels && column == QLatin1String("Confidence") && isAbsent(annotation))
            cells.append(QStringLiteral("0"));
        else
            cells.append(cellOf(column, annotation));
    }
    return append(one, cells);
}

Result<> Writer::writeClasses() const
{
    QByteArray text;
    if (textAt(m_dataset, "classes").isEmpty() || m_dataset.contains("header"))
        text = recordOf({QStringLiteral("LabelName"), QStringLiteral("DisplayName")});
    for (const model::LabelClass &labelClass : m_source.schema().classes) {
        const QString id = m_classIds.at(labelClass.id);
        // A name that was told from another by its id.
        const QString mark = QStringLiteral(" (%1)").arg(id);
        text += recordOf({id, labelClass.name.endsWith(mark) ? labelClass.name.chopped(mark.size()) : labelClass.name});
    }
    const QDir folder(m_request.folder);
    auto written = base::writeFileAtomically(folder.filePath(inAnnotations(m_classesFile)), text);
    if (const Json &hierarchy = partOf(m_dataset, QStringLiteral("hierarchy")); written && !hierarchy.is_null())
        written = base::writeFileAtomically(folder.filePath(inAnnotations(QStringLiteral("bbox_labels_600_hierarchy.json"))),
                                            base::toJsonText(hierarchy));
    return written;
}

Result<QStringList> Writer::plannedOutputs()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    return m_outputs;
}

Result<QStringList> Writer::write()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    const QDir folder(m_request.folder);
    if (!folder.mkpath(QStringLiteral("annotations")))
        return fail(ErrorCode::PermissionDenied,
                    tr("Cannot make the folder of %1.").arg(folder.filePath(inAnnotations(m_classesFile))));
    for (auto &[key, one] : m_tables) {
        one.file = std::make_unique<base::AtomicFile>(folder.filePath(inAnnotations(one.name)));
        if (!one.file->open(QIODevice::WriteOnly))
            return fail(one.file->whyNotWritten());
        if (auto written = append(one, one.columns); !written)
            return fail(written.error());
    }
    std::size_t next = 0;
    std::int64_t labels = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Picture &picture = m_pictures[next++];
        m_control.report(static_cast<std::int64_t>(next), m_source.itemCount(), tr("Writing annotations"));
        Table &images = table(TableKind::Images, {});
        const Json &fields = partOf(extension::foreignData(item.extra, "openimages"), QStringLiteral("fields"));
        QStringList cells;
        for (const QString &column : images.columns)
            cells.append(column == QLatin1String("ImageID")  ? picture.id
                         : column == QLatin1String("Subset") ? picture.subset
                                                             : base::toQString(partOf(fields, column)));
        if (auto written = append(images, cells); !written)
            return written;
        for (const model::Annotation &annotation : annotations)
            if (const TableKind kind = tableOf(annotation, picture); kind != TableKind::Other) {
                if (auto written = writeLabel(annotation, picture, kind); !written)
                    return written;
                ++labels;
            }
        return extension::placeMedium(m_media == extension::MediaHandling::None ? QString() : m_source.mediaPath(item),
                                      folder.filePath(picture.file), m_media);
    });
    if (visited)
        visited = writeClasses();
    for (auto it = m_tables.begin(); visited && it != m_tables.end(); ++it)
        visited = it->second.file->finish();
    if (!visited)
        return fail(visited.error());
    m_source.wrote(static_cast<std::int64_t>(m_pictures.size()), labels);
    return m_outputs;
}

void Writer::tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, const Picture &picture,
                        TableKind kind) const
{
    const QString what = extension::shapesName(annotation.geometry);
    if (kind == TableKind::Other) {
        const bool needsSize = picture.size.isEmpty() && extension::outlineOf(annotation.geometry);
        if (needsSize)
            return tally.add(what, tr("They are left out, because the picture's size is not known."));
        if (std::holds_alternative<geometry::Mask>(annotation.geometry))
            return tally.add(tr("masks of another size than their picture"), tr("They are left out."));
        return tally.add(what, tr("They are left out."));
    }
    if (std::holds_alternative<geometry::RotatedBox>(annotation.geometry))
        tally.add(what, tr("They are written as their bounding boxes."));
    if (std::holds_alternative<geometry::Polygon>(annotation.geometry)
        || std::holds_alternative<geometry::Ellipse>(annotation.geometry))
        tally.add(what, tr("They are written as masks of whole pixels."));
    extension::CarriedFacts carried;
    carried.space = "openimages";
    carried.crowd = kind == TableKind::Boxes;
    carried.score = kind != TableKind::Masks;
    if (kind == TableKind::Boxes)
        carried.attributeKeys = flagKeys();
    else if (kind == TableKind::Labels)
        carried.attributeKeys = {QStringLiteral("absent")};
    extension::tallyFacts(tally, annotation, carried);
    for (const auto &[key, value] : annotation.attributes)
        if (carried.attributeKeys.contains(key) && !std::holds_alternative<bool>(value)
            && !std::holds_alternative<std::monostate>(value))
            tally.add(tr("attributes"), tr("They are left out."));
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally tally;
    std::size_t next = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(tally, item, annotations.size()))
            return {};
        const Picture &picture = m_pictures[next++];
        if (picture.renamed)
            tally.add(tr("pictures whose names clash"), tr("They are renamed in the copy."));
        for (const model::Annotation &annotation : annotations)
            if (!extension::tallyMissingClass(tally, annotation, m_source.schema()))
                tallyLabel(tally, annotation, picture, tableOf(annotation, picture));
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::openimages
