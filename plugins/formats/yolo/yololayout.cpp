// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/yololayout.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/yolo/yolorow.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace plumbline::yolo {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::yolo", text);
}

struct FolderContent {
    QStringList texts;                // absolute, sorted
    QHash<QString, QString> pictures; // absolute path without ending → with it
    QStringList pictureOrder;         // absolute, sorted
};

// Folders behind links are not entered, and files behind links count only where the guard lets them be followed.
FolderContent listFolder(const QString &folder, extension::LinkGuard &guard, const jobs::JobControl &control)
{
    FolderContent content;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && !control.cancelled()) {
        const QString path = QDir::cleanPath(files.next());
        const bool text = path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive);
        if ((!text && !extension::isPictureName(path)) || !guard.follows(path))
            continue;
        (text ? content.texts : content.pictureOrder).append(path);
    }
    content.texts.sort();
    content.pictureOrder.sort();
    for (const QString &picture : content.pictureOrder) {
        const QString stem = extension::withoutEnding(picture);
        if (!content.pictures.contains(stem))
            content.pictures.insert(stem, picture);
    }
    return content;
}

// "train/images/a.jpg" → {"a.jpg", "train"}; "images/train/d/a.jpg" → {"d/a.jpg", "train"}.
std::pair<QString, QString> nameAndSplit(const QString &relative, const QString &kind)
{
    QStringList parts = relative.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const qsizetype at = parts.size() > 1 ? parts.first(parts.size() - 1).lastIndexOf(kind) : -1;
    if (at >= 0)
        parts.removeAt(at);
    if (parts.size() > 1 && isSplitName(parts.first())) {
        const QString split = parts.takeFirst();
        return {parts.join(QLatin1Char('/')), split};
    }
    return {parts.join(QLatin1Char('/')), QString()};
}

// Where the same name is in several splits, all of its kind keep the split in their name.
void separateNames(std::vector<LabeledPicture> &pictures)
{
    QHash<QString, int> uses;
    for (const LabeledPicture &p : pictures)
        ++uses[p.name];
    for (LabeledPicture &p : pictures)
        if (uses[p.name] > 1 && !p.split.isEmpty())
            p.name = p.split + QLatin1Char('/') + p.name;
}

QString findPicture(const QString &label, const QString &root, const FolderContent &content, const FolderContent &media,
                    const QString &mediaRoot)
{
    const QString own = extension::withoutEnding(label);
    for (const QString &stem : {pictureStemBeside(label), own})
        if (const auto it = content.pictures.constFind(stem); it != content.pictures.constEnd())
            return *it;
    if (mediaRoot.isEmpty())
        return {};
    // Below the folder with the pictures: at the same relative path, with or without "labels" and split, or by name alone.
    const QString relative = extension::withoutEnding(QDir(root).relativeFilePath(label));
    for (const QString &name : {relative, nameAndSplit(relative, QStringLiteral("labels")).first, QFileInfo(own).fileName()})
        if (const auto it = media.pictures.constFind(mediaRoot + QLatin1Char('/') + name); it != media.pictures.constEnd())
            return *it;
    return {};
}

// Classes are numbered as trainers do it: by the order of the folders' names, unless a description says otherwise.
void takeClassFolders(Layout &layout, const FolderContent &content)
{
    layout.pictures.clear();
    std::map<QString, bool> names;
    for (const QString &picture : content.pictureOrder) {
        ClassPlace place = classPlaceOf(QDir(layout.root).relativeFilePath(picture));
        if (!place.className.isEmpty())
            names[place.className] = true;
        layout.pictures.push_back({{}, picture, place.name, place.split, place.className});
    }
    separateNames(layout.pictures);
    for (const auto &[id, name] : layout.description.names)
        names.erase(name);
    std::int64_t next = layout.description.names.empty() ? 0 : layout.description.names.rbegin()->first + 1;
    for (const auto &[name, there] : names)
        layout.description.names.emplace(next++, name);
}

bool hasPicture(const QString &label)
{
    for (const QString &stem : {pictureStemBeside(label), extension::withoutEnding(label)})
        for (const char *ending : {".jpg", ".png", ".jpeg", ".bmp", ".webp"})
            if (QFileInfo::exists(stem + QLatin1String(ending)))
                return true;
    return false;
}

}  // namespace

bool isSplitName(const QString &name)
{
    static const QSet<QString> names{QStringLiteral("train"),      QStringLiteral("val"),     QStringLiteral("valid"),
                                     QStringLiteral("validation"), QStringLiteral("test"),    QStringLiteral("train2017"),
                                     QStringLiteral("val2017"),    QStringLiteral("test2017")};
    return names.contains(name);
}

bool isReservedText(const QString &fileName)
{
    static const QSet<QString> names{QStringLiteral("classes.txt"), QStringLiteral("labels.txt"),
                                     QStringLiteral("names.txt"),   QStringLiteral("train.txt"),
                                     QStringLiteral("val.txt"),     QStringLiteral("valid.txt"),
                                     QStringLiteral("test.txt"),    QStringLiteral("readme.txt"),
                                     QStringLiteral("license.txt"), QStringLiteral("requirements.txt")};
    return names.contains(fileName.toLower());
}

bool isLabelFolder(const QString &name)
{
    static const QString labels = QStringLiteral("labels");
    return name.startsWith(labels) && (name.size() == labels.size() || !name[labels.size()].isLetterOrNumber());
}

QString pictureStemBeside(const QString &labelPath)
{
    QStringList parts = extension::withoutEnding(labelPath).split(QLatin1Char('/'));
    qsizetype at = parts.first(parts.size() - 1).lastIndexOf(QStringLiteral("labels"));
    if (at < 0)
        for (at = parts.size() - 2; at >= 0 && !isLabelFolder(parts[at]);)
            --at;
    if (at < 0)
        return {};
    parts[at] = QStringLiteral("images");
    return parts.join(QLatin1Char('/'));
}

Result<Layout> explore(const extension::ImportRequest &request, const jobs::JobControl &control)
{
    Layout layout;
    const QFileInfo given(request.path);
    if (!given.exists())
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    layout.root = given.isDir() ? given.canonicalFilePath() : QFileInfo(given.canonicalFilePath()).absolutePath();
    QString description = given.isDir() ? descriptionFile(layout.root) : given.absoluteFilePath();
    extension::LinkGuard guard(request);
    const FolderContent content = listFolder(layout.root, guard, control);
    // The folder of the labels alone: its pictures may be in the folder "images" beside it, its names in the one above.
    FolderContent media;
    QString mediaRoot = request.mediaPath.isEmpty() ? QString() : QFileInfo(request.mediaPath).canonicalFilePath();
    const bool labelsOnly =
        given.isDir() && QFileInfo(layout.root).fileName().startsWith(QLatin1String("labels")) && content.pictures.isEmpty();
    if (labelsOnly && mediaRoot.isEmpty())
        mediaRoot = QFileInfo(QFileInfo(layout.root).absolutePath() + QStringLiteral("/images")).canonicalFilePath();
    if (labelsOnly && description.isEmpty())
        description = descriptionFile(QFileInfo(layout.root).absolutePath());
    if (!mediaRoot.isEmpty())
        media = listFolder(mediaRoot, guard, control);
    if (const auto refused = guard.refusedLinks())
        layout.issues.add(*refused);
    if (control.cancelled())
        return jobs::JobControl::cancelledError();

    const auto classes = request.options.find(QStringLiteral("classes"));
    layout.description =
        describe(layout.root, description, classes == request.options.end() ? QString() : classes->second, layout.issues);

    QSet<QString> labeled;
    std::size_t labelFiles = 0;
    for (const QString &text : content.texts) {
        LabeledPicture entry;
        entry.labels = text;
        entry.picture = findPicture(text, layout.root, content, media, mediaRoot);
        const QString folder = QFileInfo(text).dir().dirName();
        if (entry.picture.isEmpty()
            && (isReservedText(QFileInfo(text).fileName()) || text == layout.description.namesFile
                || folder == QLatin1String("labelTxt") || !looksLikeRows(text)))
            continue;
        ++labelFiles;
        labeled.insert(entry.picture);
        const bool inside = !entry.picture.isEmpty() && entry.picture.startsWith(layout.root + QLatin1Char('/'));
        const QString base = inside ? layout.root : mediaRoot;
        std::tie(entry.name, entry.split) =
            entry.picture.isEmpty()
                ? nameAndSplit(extension::withoutEnding(QDir(layout.root).relativeFilePath(text)), QStringLiteral("labels"))
                : nameAndSplit(QDir(base).relativeFilePath(entry.picture), QStringLiteral("images"));
        layout.pictures.push_back(std::move(entry));
    }
    const auto option = request.options.find(QStringLiteral("task"));
    const QString wanted = option == request.options.end() ? QStringLiteral("auto") : option->second;
    const QString task = wanted == QLatin1String("auto") ? layout.description.task : wanted;
    layout.classify = task == QLatin1String("classify") || (labelFiles == 0 && task.isEmpty() && hasClassFolders(layout.root));
    if (layout.classify) {
        takeClassFolders(layout, content);
        return layout;
    }
    if (labelFiles == 0)
        return fail(ErrorCode::NotFound, tr("%1 has no YOLO label files.").arg(request.path));
    for (const QString &picture : content.pictureOrder) {
        if (labeled.contains(picture))
            continue;
        LabeledPicture entry;
        entry.picture = picture;
        std::tie(entry.name, entry.split) = nameAndSplit(QDir(layout.root).relativeFilePath(picture), QStringLiteral("images"));
        layout.pictures.push_back(std::move(entry));
    }
    separateNames(layout.pictures);
    auto &shape = layout.description.keyPointShape;
    if (const int joints = !shape && (task.isEmpty() || task == QLatin1String("pose")) ? inferredJoints(layout.pictures) : 0;
        joints > 0)
        shape = {joints, 3};
    layout.oriented = task == QLatin1String("obb") || (task.isEmpty() && looksOriented(layout.pictures));
    return layout;
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    const QFileInfo info(path);
    const QString folder = info.isDir() ? path : info.absolutePath();
    const QString description = info.isDir() ? descriptionFile(folder) : path;
    const bool yaml = description.endsWith(QLatin1String(".yaml")) || description.endsWith(QLatin1String(".yml"));
    if (!info.isDir() && !yaml && !path.endsWith(QLatin1String(".data")))
        return {};
    if (!info.isDir() && yaml) {
        QFile file(path);
        const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(64 * 1024) : QByteArray();
        if (!head.startsWith("names") && !head.contains("\nnames"))
            return {};
    }
    // The first few text files decide; a folder of a million is not listed.
    int rows = 0;
    int seen = 0;
    int withPicture = 0;
    QDirIterator texts(folder, {QStringLiteral("*.txt")}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (texts.hasNext() && seen < 20) {
        const QString text = texts.next();
        if (isReservedText(texts.fileName()) || QFileInfo(text).dir().dirName() == QLatin1String("labelTxt"))
            continue;
        ++seen;
        if (!looksLikeRows(text))
            continue;
        ++rows;
        withPicture += hasPicture(QFileInfo(text).absoluteFilePath()) ? 1 : 0;
    }
    if (rows > 0 && !description.isEmpty() && (withPicture > 0 || yaml))
        return {ProbeResult::Certain, tr("%1 names the classes and the text files hold rows of numbers between 0 and 1")
                                          .arg(QFileInfo(description).fileName())};
    if (rows > 0 && (withPicture > 0 || !description.isEmpty()))
        return {ProbeResult::Medium, tr("text files with rows of numbers between 0 and 1 lie beside pictures")};
    if (rows > 0 && rows == seen)
        return {ProbeResult::Low,
                tr("text files with rows of numbers between 0 and 1; the pictures and class names are elsewhere")};
    if (info.isDir() && rows == 0 && seen == 0 && hasClassFolders(folder))
        return {ProbeResult::Medium, tr("pictures lie in folders called like classes, below train and val")};
    if (yaml && !info.isDir())
        return {ProbeResult::Low, tr("a YAML file with names")};
    return {};
}

}  // namespace plumbline::yolo
