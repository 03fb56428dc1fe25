// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/formatsupport.h"

#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <charconv>
#include <cmath>
#include <numbers>

namespace plumbline::extension {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

geometry::Polygon turned(double cx, double cy, double angle, const geometry::Ring &local)
{
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    geometry::PolygonPart part;
    part.outer.reserve(local.size());
    for (const geometry::Point p : local)
        part.outer.push_back({cx + p.x * c - p.y * s, cy + p.x * s + p.y * c});
    return {{std::move(part)}};
}

}  // namespace

MediaFinder::MediaFinder(const QStringList &folders)
{
    for (const QString &folder : folders) {
        const QString absolute = folder.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
        if (absolute.isEmpty() || !QFileInfo(absolute).isDir() || m_folders.contains(absolute))
            continue;
        m_folders.append(absolute);
        m_guard.allow(absolute);
    }
}

MediaFinder::MediaFinder(const ImportRequest &request, const QStringList &folders) : m_guard(request)
{
    QStringList usable;
    for (const QString &folder : folders) {
        const QString absolute = folder.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
        if (absolute.isEmpty() || !QFileInfo(absolute).isDir() || usable.contains(absolute))
            continue;
        if (QFileInfo(absolute).isSymLink() ? !m_guard.follows(absolute) : (m_guard.allow(absolute), false))
            continue;
        usable.append(absolute);
    }
    m_folders = usable;
}

QString MediaFinder::find(const QString &name)
{
    for (const QString &folder : m_folders) {
        const QString path = folder + QLatin1Char('/') + name;
        const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
        if (has(path.left(slash), path.mid(slash + 1)) && m_guard.follows(path))
            return path;
    }
    return {};
}

bool MediaFinder::has(const QString &folder, const QString &fileName)
{
    auto it = m_listed.find(folder);
    if (it == m_listed.end()) {
        QSet<QString> names;
        if (m_guard.reaches(folder)) {
            for (QDirIterator files(folder, QDir::Files); files.hasNext();) {
                files.next();
                names.insert(files.fileName());
            }
        }
        it = m_listed.insert(folder, std::move(names));
    }
    return it->contains(fileName);
}

QSize uprightPictureSize(const QString &path)
{
    if (path.isEmpty())
        return {};
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    QSize size = reader.size();
    if (reader.transformation().testFlag(QImageIOHandler::TransformationRotate90))
        size.transpose();
    return size;
}

QSize pictureSize(const AnnotationSource &source, const model::Item &item)
{
    const QSize known(item.width, item.height);
    const QSize size = known.isEmpty() ? uprightPictureSize(source.mediaPath(item)) : known;
    return size.isEmpty() ? QSize() : size;
}

bool isPictureName(const QString &fileName)
{
    static const QSet<QString> endings{QStringLiteral("jpg"),  QStringLiteral("jpeg"), QStringLiteral("png"),
                                       QStringLiteral("bmp"),  QStringLiteral("tif"),  QStringLiteral("tiff"),
                                       QStringLiteral("webp"), QStringLiteral("gif"),  QStringLiteral("ppm"),
                                       QStringLiteral("pgm"),  QStringLiteral("jfif")};
    return endings.contains(fileName.mid(fileName.lastIndexOf(QLatin1Char('.')) + 1).toLower());
}

void appendNumber(QByteArray &text, double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    text.append(buffer, end - buffer);
}

std::optional<geometry::Polygon> outlineOf(const geometry::Geometry &shape)
{
    if (const auto *b = std::get_if<geometry::Box>(&shape))
        return geometry::Polygon{{{{{b->x, b->y}, {b->right(), b->y}, {b->right(), b->bottom()}, {b->x, b->bottom()}}, {}}}};
    if (const auto *b = std::get_if<geometry::RotatedBox>(&shape))
        return turned(b->cx, b->cy, b->angleRadians,
                      {{-b->w / 2, -b->h / 2}, {b->w / 2, -b->h / 2}, {b->w / 2, b->h / 2}, {-b->w / 2, b->h / 2}});
    const auto *e = std::get_if<geometry::Ellipse>(&shape);
    if (!e)
        return std::nullopt;
    geometry::Ring corners;
    for (int i = 0; i < ellipseCorners; ++i) {
        const double t = 2 * std::numbers::pi * i / ellipseCorners;
        corners.push_back({e->rx * std::cos(t), e->ry * std::sin(t)});
    }
    return turned(e->cx, e->cy, e->angleRadians, corners);
}

FormatOption mediaOption()
{
    return {QStringLiteral("media"),
            tr("Pictures"),
            {QStringLiteral("none"), QStringLiteral("link"), QStringLiteral("copy")},
            QStringLiteral("none")};
}

Result<MediaHandling> mediaHandling(const FormatOptions &options)
{
    const auto value = optionValue(options, mediaOption());
    if (!value)
        return fail(value.error());
    return *value == QLatin1String("link")   ? MediaHandling::Link
           : *value == QLatin1String("copy") ? MediaHandling::Copy
                                             : MediaHandling::None;
}

Result<> placeMedium(const QString &source, const QString &target, MediaHandling handling)
{
    if (handling == MediaHandling::None || source.isEmpty())
        return {};
    if (!QDir().mkpath(QFileInfo(target).absolutePath()))
        return fail(ErrorCode::PermissionDenied, tr("Cannot make the folder of %1.").arg(target));
    QFile file(source);
    const bool done =
        handling == MediaHandling::Link ? QFile::link(QFileInfo(source).absoluteFilePath(), target) : file.copy(target);
    if (!done)
        return fail(ErrorCode::Failed, tr("Cannot put the picture %1 at %2.").arg(source, target), file.errorString());
    return {};
}

Result<> writeFileBelow(const QString &folder, const QString &name, QByteArrayView content)
{
    const QString path = QDir(folder).filePath(name);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail(ErrorCode::PermissionDenied, tr("Cannot make the folder of %1.").arg(path));
    return base::writeFileAtomically(path, content);
}

Result<>
writePictures(const AnnotationSource &source, const ExportRequest &request, MediaHandling handling,
              const std::function<Result<PictureOutput>(const model::Item &, const std::vector<model::Annotation> &)> &make)
{
    const jobs::JobControl control = source.control();
    std::int64_t done = 0;
    std::int64_t items = 0;
    std::int64_t annotations = 0;
    const auto visited = source.visit([&](const model::Item &item, const std::vector<model::Annotation> &labels) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, source.itemCount(), tr("Writing annotations"));
        if (item.kind != model::ItemKind::Image)
            return {};
        const auto output = make(item, labels);
        if (!output)
            return fail(output.error());
        for (const auto &[name, content] : output->files)
            if (auto written = writeFileBelow(request.folder, name, content); !written)
                return written;
        const QString medium = handling == MediaHandling::None || output->medium.isEmpty() ? QString() : source.mediaPath(item);
        items += output->listed || !output->files.empty() || !medium.isEmpty() ? 1 : 0;
        annotations += output->annotations;
        return placeMedium(medium, QDir(request.folder).filePath(output->medium), handling);
    });
    if (!visited)
        return visited;
    source.wrote(items, annotations);
    return {};
}

Result<QString> optionValue(const FormatOptions &options, const FormatOption &option)
{
    const auto it = options.find(option.key);
    const QString value = it == options.end() ? option.defaultValue : it->second;
    if (!option.choices.isEmpty() && !option.choices.contains(value))
        return fail(
            ErrorCode::InvalidArgument,
            tr("The option “%1” must be one of: %2; not “%3”.").arg(option.key, option.choices.join(QLatin1String(", ")), value));
    return value;
}

QString NameAllotter::take(const QString &wanted, bool byStem)
{
    const auto safe = base::safeRelativePath(wanted);
    QString name = safe ? *safe : QFileInfo(wanted).fileName();
    if (!base::safeRelativePath(name))
        name = QStringLiteral("item");
    const QString stem = withoutEnding(name);
    const QString ending = name.mid(stem.size());
    const auto keyOf = [&](const QString &candidateStem) { return byStem ? candidateStem : candidateStem + ending; };
    QString candidate = stem;
    for (int number = 2; m_taken.contains(keyOf(candidate)); ++number)
        candidate = stem + QLatin1Char('_') + QString::number(number);
    m_taken.insert(keyOf(candidate));
    return candidate + ending;
}

QString withoutEnding(const QString &path)
{
    const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
    return dot > path.lastIndexOf(QLatin1Char('/')) + 1 ? path.left(dot) : path;
}

const Json &foreignData(const Json &extra, const char *space)
{
    static const Json none;
    if (!extra.is_object())
        return none;
    const auto it = extra.find(space);
    return it == extra.end() ? none : *it;
}

void LossTally::add(const QString &what, const QString &why, std::int64_t count)
{
    const auto it =
        std::find_if(m_losses.begin(), m_losses.end(), [&](const Loss &loss) { return loss.what == what && loss.why == why; });
    if (it != m_losses.end())
        it->count += count;
    else
        m_losses.push_back({what, count, why});
}

void tallyFacts(LossTally &tally, const model::Annotation &annotation, const CarriedFacts &carried)
{
    if (annotation.role == model::Role::Crowd && !carried.crowd)
        tally.add(tr("crowd regions"), tr("They are written as ordinary objects."));
    if (annotation.role == model::Role::Ignore && !carried.ignore)
        tally.add(tr("ignore regions"), tr("They are written as ordinary objects."));
    if (annotation.score && !carried.score)
        tally.add(tr("scores"), tr("They are left out."));
    if (!carried.attributes) {
        const auto lost = std::count_if(annotation.attributes.begin(), annotation.attributes.end(),
                                        [&](const auto &entry) { return !carried.attributeKeys.contains(entry.first); });
        if (lost > 0)
            tally.add(tr("attributes"), tr("They are left out."), lost);
    }
    if (!annotation.group.isNull() && !carried.group)
        tally.add(tr("labels of groups"), tr("Which of them belong together is left out."));
    if (!annotation.track.isNull())
        tally.add(tr("labels of tracks"), tr("They are written as single labels."));
    if (annotation.unsure)
        tally.add(tr("labels marked as unsure"), tr("The mark is left out."));
    const bool knownMaker = annotation.origin.kind != model::OriginKind::Import
                            && (!annotation.origin.by.isEmpty() || !annotation.origin.model.isEmpty());
    if (knownMaker)
        tally.add(tr("labels whose maker is known"), tr("Who or what made them is left out."));
    if (annotation.extra.is_object()) {
        const auto &spaces = annotation.extra.get_ref<const Json::object_t &>();
        if (std::any_of(spaces.begin(), spaces.end(), [&](const auto &entry) { return entry.first != carried.space; }))
            tally.add(tr("labels with details of another format"),
                      tr("Ids and keys that only the other format has are left out."));
    }
}

bool tallyWrongItem(LossTally &tally, const model::Item &item, std::size_t annotations)
{
    if (item.kind == model::ItemKind::Image)
        return false;
    tally.add(tr("items that are no pictures"), tr("They are left out."));
    if (annotations > 0)
        tally.add(tr("labels of items that are no pictures"), tr("They are left out."), static_cast<std::int64_t>(annotations));
    return true;
}

bool tallyMissingClass(LossTally &tally, const model::Annotation &annotation, const model::Schema &schema)
{
    if (!annotation.labelClass.isNull() && schema.find(annotation.labelClass))
        return false;
    tally.add(tr("labels without a class"), tr("They are left out."));
    return true;
}

QString shapesName(const geometry::Geometry &geometry)
{
    static const char *const names[] = {QT_TRANSLATE_NOOP("plumbline::extension", "labels of whole items"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "boxes"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "rotated boxes"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "ellipses"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "polygons"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "lines"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "key points"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "masks"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "cuboids"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "point labels"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "lines in space"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "text spans"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "message labels"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "time ranges"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "ratings"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "preferences"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "rewrites"),
                                        QT_TRANSLATE_NOOP("plumbline::extension", "relations")};
    static_assert(std::size(names) == std::variant_size_v<geometry::Geometry>);
    return tr(names[geometry.index()]);
}

}  // namespace plumbline::extension
