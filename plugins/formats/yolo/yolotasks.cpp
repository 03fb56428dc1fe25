// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/formatsupport.h"
#include "plugins/formats/yolo/orientedbox.h"
#include "plugins/formats/yolo/yololayout.h"
#include "plugins/formats/yolo/yolorow.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <cmath>
#include <numbers>

/// Telling the tasks of YOLO data sets apart.
namespace plumbline::yolo {

namespace {

constexpr int probedFiles = 50;
constexpr qint64 probedBytes = 64 * 1024;

// Folders that are no classes although pictures lie in them.
bool isKindName(const QString &name)
{
    static const QSet<QString> names{QStringLiteral("images"), QStringLiteral("labels"),     QStringLiteral("labelTxt"),
                                     QStringLiteral("masks"),  QStringLiteral("JPEGImages"), QStringLiteral("data"),
                                     QStringLiteral("img"),    QStringLiteral("annotations")};
    return names.contains(name);
}

enum class Look { Nothing, Upright, Turned, Other };

// The first whole lines of a file.
QByteArray headOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray head = file.read(probedBytes);
    if (!file.atEnd())
        head.truncate(head.lastIndexOf('\n') + 1);
    return head;
}

Look lookOf(const QByteArray &line, QSize size)
{
    const RowOrProblem parsed = parseRow(line, std::nullopt, true);
    if (!parsed.row || parsed.row->kind != RowKind::Oriented)
        return Look::Other;
    const auto box = rotatedBoxOf(cornersInPixels(parsed.row->numbers, size));
    if (!box)
        return Look::Other;
    const double quarters = box->angleRadians / (std::numbers::pi / 2);
    return std::abs(quarters - std::round(quarters)) > 1e-3 ? Look::Turned : Look::Upright;
}

}  // namespace

extension::FormatOption taskOption()
{
    return {QStringLiteral("task"),
            QCoreApplication::translate("plumbline::yolo", "Rows"),
            {QStringLiteral("auto"), QStringLiteral("detect"), QStringLiteral("segment"), QStringLiteral("obb"),
             QStringLiteral("pose"), QStringLiteral("classify")},
            QStringLiteral("auto")};
}

ClassPlace classPlaceOf(const QString &relative)
{
    QStringList parts = relative.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    ClassPlace place;
    if (parts.size() > 1 && isSplitName(parts.first()))
        place.split = parts.takeFirst();
    if (parts.size() > 1 && !isKindName(parts.first()))
        place.className = parts.first();
    place.name = parts.join(QLatin1Char('/'));
    return place;
}

bool hasClassFolders(const QString &root)
{
    for (const QString &split : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (!isSplitName(split))
            continue;
        const QDir folder(root + QLatin1Char('/') + split);
        for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).mid(0, probedFiles)) {
            if (isKindName(name))
                return false;
            int seen = 0;
            for (QDirIterator files(folder.filePath(name), QDir::Files); files.hasNext() && seen < probedFiles; ++seen) {
                files.next();
                if (extension::isPictureName(files.fileName()))
                    return true;
            }
        }
    }
    return false;
}

int inferredJoints(const std::vector<LabeledPicture> &pictures)
{
    std::size_t joints = 0;
    int posesSeen = 0;
    int seen = 0;
    for (const LabeledPicture &entry : pictures) {
        if (entry.labels.isEmpty() || entry.picture.isEmpty())
            continue;
        if (++seen > probedFiles)
            break;
        const QByteArray head = headOf(entry.labels);
        for (const QByteArray &line : head.split('\n')) {
            const RowOrProblem parsed = line.trimmed().isEmpty() ? RowOrProblem{} : parseRow(line, std::nullopt);
            if (!parsed.row || parsed.row->kind == RowKind::Detect)
                continue;
            const bool pose = parsed.row->kind == RowKind::Pose;
            const std::size_t values =
                1 + parsed.row->numbers.size() + parsed.row->keyPoints.size() + (parsed.row->confidence ? 1 : 0);
            // What looks like an outline may be a pose of the same length; no other length may be there.
            const bool fits = values > 5 && (values - 5) % 3 == 0;
            const std::size_t count = fits ? (values - 5) / 3 : 0;
            if (!fits || (joints > 0 && count != joints))
                return 0;
            joints = count;
            posesSeen += pose ? 1 : 0;
        }
    }
    return posesSeen > 0 ? static_cast<int>(joints) : 0;
}

bool looksOriented(const std::vector<LabeledPicture> &pictures)
{
    bool turned = false;
    int seen = 0;
    for (const LabeledPicture &entry : pictures) {
        if (entry.labels.isEmpty() || entry.picture.isEmpty())
            continue;
        if (++seen > probedFiles)
            break;
        const QByteArray head = headOf(entry.labels);
        const QSize size = head.trimmed().isEmpty() ? QSize() : extension::uprightPictureSize(entry.picture);
        if (size.isEmpty())
            continue;
        for (const QByteArray &line : head.split('\n')) {
            if (line.trimmed().isEmpty())
                continue;
            const Look look = lookOf(line, size);
            if (look == Look::Other)
                return false;
            turned = turned || look == Look::Turned;
        }
    }
    return turned;
}

}  // namespace plumbline::yolo
