// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openimages/openimagesreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/openimages/maskfile.h"
#include "plugins/formats/openimages/openimageslayout.h"
#include "plugins/formats/openimages/openimagesrow.h"
#include "plugins/formats/openimages/tablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace plumbline::openimages {

namespace {

constexpr std::size_t batchSize = 4096;
constexpr std::size_t batchWeight = std::size_t(1) << 22;  // runs
// More descriptions than this are a dictionary, of which a data set uses a part.
constexpr std::size_t mostUnusedClasses = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openimages", text);
}

struct Picture {
    extension::ItemRef item = -1;
    QSize size;
};

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_layout(layout), m_sink(sink), m_control(sink.control()),
          m_media(request, folders(layout, request.mediaPath, "images")),
          m_maskFinder(request, folders(layout, request.mediaPath, "masks")), m_guard(request)
    {}

    Result<> read()
    {
        for (const QString &path : m_layout.others)
            say(relative(path), {}, tr("Tables of this kind are not read."), base::IssueSeverity::Note);
        readClasses();
        readSizes();
        for (const TableKind kind : {TableKind::Images, TableKind::Boxes, TableKind::Masks, TableKind::Labels})
            if (const auto files = m_layout.files.find(kind); files != m_layout.files.end())
                for (const QString &path : files->second)
                    if (auto done = readTable(path, kind); !done)
                        return done;
        for (const auto &refused : {m_media.refusedLinks(), m_maskFinder.refusedLinks()})
            if (refused)
                m_sink.issue(*refused);
        if (!m_good)
            return fail(ErrorCode::Malformed, tr("None of the CSV files has a label or a picture."));
        finish();
        return flush();
    }

private:
    static QStringList folders(const Layout &layout, const QString &mediaPath, const char *name)
    {
        QStringList list;
        for (const QString &base : {mediaPath, layout.root + QLatin1Char('/') + QLatin1String(name), layout.root})
            if (!base.isEmpty()) {
                list.append(base);
                for (const QString &subset : layout.subsets)
                    list.append(base + QLatin1Char('/') + subset);
            }
        return list;
    }

    void readClasses()
    {
        const auto files = m_layout.files.find(TableKind::Classes);
        if (files == m_layout.files.end())
            return;
        const QString path = files->second.first();
        m_file = relative(path);
        auto table = TableFile::open(path);
        if (!table)
            return say({}, table.error().text);
        m_dataset["classes"] = base::toJson(QFileInfo(path).fileName());
        // Older versions have no header.
        if ((*table)->column(QStringLiteral("LabelName")) == 0)
            m_dataset["header"] = true;
        else
            takeClass((*table)->columns(), 1);
        while (const auto cells = (*table)->next())
            takeClass(*cells, (*table)->line());
        if (m_order.size() <= mostUnusedClasses)
            for (const QString &id : m_order)
                static_cast<void>(classOf(id));
        else
            say({}, tr("It describes %1 classes; only those in use were taken.").arg(m_order.size()), base::IssueSeverity::Note);
    }
    void takeClass(const QStringList &cells, std::int64_t line)
    {
        const QString id = cells.value(0);
        const QString name = cells.value(1);
        if (id.isEmpty() && name.isEmpty())
            return;
        if (id.isEmpty() || name.isEmpty() || broken(id) || broken(name))
            return say(tr("line %1").arg(line), tr("It has no class name that can be read; it was left out."));
        if (m_names.contains(id))
            return say(tr("line %1").arg(line), tr("“%1” is described twice; the second was left out.").arg(id));
        // Two classes may have one name.
        m_names.insert(id, m_taken.contains(name) ? QStringLiteral("%1 (%2)").arg(name, id) : name);
        m_taken.insert(name);
        m_order.push_back(id);
    }
    extension::ClassRef classOf(const QString &id)
    {
        const auto known = m_classes.constFind(id);
        if (known != m_classes.constEnd())
            return *known;
        extension::ForeignClass labelClass{m_names.value(id, id), Json::object()};
        labelClass.extra["openimages"] = Json::object({{"id", base::toJson(id)}});
        const extension::ClassRef ref = m_sink.declareClass(std::move(labelClass));
        m_classes.insert(id, ref);
        return ref;
    }

    // Datumaro's list of sizes: "id height width".
    void readSizes()
    {
        const QString path = m_layout.tables + QStringLiteral("/images.meta");
        const auto text = m_guard.follows(path) ? base::readTextFile(path, 256 << 20) : Result<QByteArray>();
        if (!text)
            return;
        for (const QByteArray &line : text->split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() == 3 && !line.startsWith('#') && fields[1].toInt() > 0 && fields[2].toInt() > 0)
                m_sizes.insert(QString::fromUtf8(fields[0]), {fields[2].toInt(), fields[1].toInt()});
        }
    }

    Result<> readTable(const QString &path, TableKind kind)
    {
        m_file = relative(path);
        const auto table = TableFile::open(path);
        if (!table) {
            say({}, table.error().text);
            return {};
        }
        const QStringList &columns = (*table)->columns();
        m_subset = subsetOf(QFileInfo(path).fileName());
        Json about = Json::object();
        about["name"] = base::toJson(QFileInfo(path).fileName());
        for (const QString &column : columns)
            about["columns"].push_back(column.toStdString());
        if (kind == TableKind::Images)
            m_dataset["images"] = std::move(about);
        else if (!m_dataset["files"][kindKey(kind).toStdString()].contains(m_subset.toStdString()))
            m_dataset["files"][kindKey(kind).toStdString()][m_subset.toStdString()] = std::move(about);
        std::int64_t rows = 0;
        while (const auto cells = (*table)->next()) {
            if (++rows % 1024 == 0 && m_control.cancelled())
                return jobs::JobControl::cancelledError();
            m_line = (*table)->line();
            if (cells->size() > columns.size() || (kind != TableKind::Images && cells->size() < columns.size())) {
                problem(tr("It has %1 cells instead of %2; it was left out.").arg(cells->size()).arg(columns.size()));
                continue;
            }
            takeRow(Record(columns, *cells), kind);
            if (rows % 1024 == 0)
                m_control.report(m_line, 0, tr("Reading annotations"));
            if (m_batch.size() >= batchSize || m_weight >= batchWeight)
                if (auto flushed = flush(); !flushed)
                    return flushed;
        }
        if ((*table)->unterminated())
            problem(tr("A quoted cell does not end."));
        return m_control.cancelled() ? jobs::JobControl::cancelledError() : Result<>();
    }

    void takeRow(const Record &record, TableKind kind)
    {
        const QString id = record.at(QStringLiteral("ImageID"));
        if (const auto safe = base::safeRelativePath(id); !safe)
            return problem(safe.error().text);
        if (kind == TableKind::Images)
            return takePicture(id, record);
        const QString labelId = record.at(QStringLiteral("LabelName"));
        if (labelId.isEmpty() || broken(labelId))
            return problem(tr("It has no class name that can be read; it was left out."));
        if (!m_names.contains(labelId) && !m_undescribed.contains(labelId)) {
            m_undescribed.insert(labelId);
            if (!m_names.isEmpty())
                problem(tr("“%1” is not among the described classes; it was taken as a new one.").arg(labelId),
                        base::IssueSeverity::Warning);
        }
        const Picture &picture = pictureOf(id);
        const auto complain = [this](const QString &column, const QString &text) {
            problem(column + QLatin1String(": ") + text, base::IssueSeverity::Warning);
        };
        if (kind == TableKind::Boxes)
            takeBox(record, picture, labelId, complain);
        else if (kind == TableKind::Masks)
            takeMask(record, picture, labelId, complain);
        else
            takeLabel(record, picture, labelId, complain);
    }

    void takeBox(const Record &record, const Picture &picture, const QString &labelId, const Complaint &complain)
    {
        if (picture.size.isEmpty())
            return problem(tr("The size of the picture “%1” is not known, so the box was left out.")
                               .arg(record.at(QStringLiteral("ImageID"))));
        const auto box = boxFrom(record, picture.size);
        if (!box)
            return problem(tr("%1 It was left out.").arg(box.error().text));
        model::Annotation annotation = factsFrom(record, boxColumns(), complain);
        annotation.geometry = *box;
        add(std::move(annotation), picture, labelId);
    }

    void takeMask(const Record &record, const Picture &picture, const QString &labelId, const Complaint &complain)
    {
        const QString name = record.at(QStringLiteral("MaskPath"));
        const auto safe = base::safeRelativePath(name);
        if (!safe)
            return problem(safe.error().text);
        const QString path = m_maskFinder.find(*safe);
        if (path.isEmpty())
            return problem(tr("The mask %1 is not there; it was left out.").arg(name));
        auto mask = readMask(path);
        if (!mask)
            return problem(tr("%1 It was left out.").arg(mask.error().text));
        const QSize size(static_cast<int>(mask->width), static_cast<int>(mask->height));
        if (!picture.size.isEmpty() && size != picture.size) {
            auto fit = fitted(*mask, picture.size);
            const QString sizes = tr("The mask %1 has %2 × %3 pixels and its picture %4 × %5.")
                                      .arg(name)
                                      .arg(size.width())
                                      .arg(size.height())
                                      .arg(picture.size.width())
                                      .arg(picture.size.height());
            if (!fit)
                return problem(tr("%1 It was left out.").arg(sizes));
            problem(tr("%1 It was fitted to the picture.").arg(sizes), base::IssueSeverity::Warning);
            mask = std::move(*fit);
        }
        model::Annotation annotation =
            factsFrom(record, {QStringLiteral("MaskPath"), QStringLiteral("ImageID"), QStringLiteral("LabelName")}, complain);
        annotation.extra["openimages"]["mask"] = base::toJson(*safe);
        annotation.geometry = std::move(*mask);
        add(std::move(annotation), picture, labelId);
    }

    // Confidence 0 says that somebody looked and the class is not there.
    void takeLabel(const Record &record, const Picture &picture, const QString &labelId, const Complaint &complain)
    {
        model::Annotation annotation = factsFrom(record, labelColumns(), complain);
        annotation.geometry = geometry::ItemLabel{};
        if (annotation.score == 0.0) {
            annotation.attributes[QStringLiteral("absent")] = true;
            annotation.score.reset();
            ++m_absent;
        }
        add(std::move(annotation), picture, labelId);
    }

    void takePicture(const QString &id, const Record &record)
    {
        Json fields = Json::object();
        for (const QString &column : record.columns())
            if (const QString cell = record.at(column);
                column != QLatin1String("ImageID") && column != QLatin1String("Subset") && !cell.isEmpty())
                fields[column.toStdString()] = base::toJson(cell);
        const QString subset = m_subset;
        m_subset = record.at(QStringLiteral("Subset"));
        if (m_pictures.contains(id))
            problem(tr("The picture “%1” is listed twice.").arg(id), base::IssueSeverity::Warning);
        else if (const QString name = nameOf(id); !m_media.find(name).isEmpty())
            declare(id, name, std::move(fields));
        m_subset = subset;
    }

    const Picture &pictureOf(const QString &id)
    {
        const auto known = m_pictures.constFind(id);
        return known != m_pictures.constEnd() ? *known : declare(id, nameOf(id), {});
    }
    const Picture &declare(const QString &id, const QString &name, Json fields)
    {
        extension::ForeignItem item;
        item.name = name;
        item.path = m_media.find(name);
        Picture picture;
        picture.size = extension::uprightPictureSize(item.path);
        if (picture.size.isEmpty())
            picture.size = m_sizes.value(id);
        item.width = std::max(0, picture.size.width());
        item.height = std::max(0, picture.size.height());
        Json kept = Json::object();
        kept["id"] = base::toJson(id);
        if (!m_subset.isEmpty())
            kept["subset"] = base::toJson(m_subset);
        if (!fields.is_null())
            kept["fields"] = std::move(fields);
        item.extra = Json::object();
        item.extra["openimages"] = std::move(kept);
        picture.item = m_sink.declareItem(std::move(item));
        m_good = true;
        return *m_pictures.insert(id, picture);
    }
    QString nameOf(const QString &id)
    {
        for (const char *ending : {".jpg", ".jpeg", ".png", ".JPG", ".bmp", ".webp", ".tif"})
            if (!m_media.find(id + QLatin1String(ending)).isEmpty())
                return id + QLatin1String(ending);
        return id + QStringLiteral(".jpg");
    }

    void add(model::Annotation annotation, const Picture &picture, const QString &labelId)
    {
        const auto *mask = std::get_if<geometry::Mask>(&annotation.geometry);
        m_weight += mask ? mask->counts.size() : 1;
        extension::ForeignAnnotation label;
        label.item = picture.item;
        label.labelClass = classOf(labelId);
        label.annotation = std::move(annotation);
        m_batch.push_back(std::move(label));
    }

    void finish()
    {
        if (m_absent > 0)
            say({}, {}, tr("%1 labels say that a class is not there; they have the attribute “absent”.").arg(m_absent),
                base::IssueSeverity::Note);
        const QString hierarchy = m_layout.tables + QStringLiteral("/bbox_labels_600_hierarchy.json");
        if (const auto text = base::readFile(hierarchy, 1 << 20); text && m_guard.follows(hierarchy))
            if (auto json = base::parseJson(*text))
                m_dataset["hierarchy"] = std::move(*json);
        m_sink.declareDataset(QStringLiteral("openimages"), m_dataset);
    }

    static bool broken(const QString &text)
    {
        return text.contains(QChar(QChar::ReplacementCharacter)) || text.contains(QChar(0));
    }
    [[nodiscard]] QString relative(const QString &path) const { return QDir(m_layout.root).relativeFilePath(path); }
    Result<> flush()
    {
        m_weight = 0;
        return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {}));
    }
    void problem(const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem)
    {
        say(m_file, tr("line %1").arg(m_line), text, severity);
    }
    void say(const QString &place, const QString &text) { say(m_file, place, text, base::IssueSeverity::Problem); }
    void say(const QString &place, const QString &text, base::IssueSeverity severity) { say(m_file, place, text, severity); }
    void say(const QString &file, const QString &place, const QString &text, base::IssueSeverity severity)
    {
        m_sink.issue({severity, file, place, text});
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    extension::MediaFinder m_media;
    extension::MediaFinder m_maskFinder;
    extension::LinkGuard m_guard;
    QString m_file;
    QString m_subset;
    std::int64_t m_line = 0;
    QHash<QString, QString> m_names;  // class id → name
    QSet<QString> m_taken;
    std::vector<QString> m_order;
    QHash<QString, extension::ClassRef> m_classes;
    QSet<QString> m_undescribed;
    QHash<QString, QSize> m_sizes;
    QHash<QString, Picture> m_pictures;
    Json m_dataset = Json::object();
    std::vector<extension::ForeignAnnotation> m_batch;
    std::size_t m_weight = 0;
    std::int64_t m_absent = 0;
    bool m_good = false;
};

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    const auto layout = explore(request);
    if (!layout)
        return fail(layout.error());
    return Reader(request, *layout, sink).read();
}

}  // namespace plumbline::openimages
