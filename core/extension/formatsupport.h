// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/extension/annotationformat.h"
#include "core/extension/linkguard.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QSize>
#include <QStringList>

#include <vector>

/// What most formats need and none should write again. Formats may do without it.
namespace plumbline::extension {

/// Finds pictures by the names that annotation files give. Lists each folder once, so that a hundred thousand lookups cost
/// no system call each. One thread at a time.
class PLUMBLINE_CORE_EXPORT MediaFinder
{
public:
    /// Folders to look in, best first; those that do not exist are dropped. Links may lead from one into another.
    explicit MediaFinder(const QStringList &folders);
    /// Same for the folders of a data set: those behind a link, and links in them, are followed where the request allows.
    MediaFinder(const ImportRequest &request, const QStringList &folders);

    /// Absolute path of `name` (relative, already through base::safeRelativePath) in the first folder that has it; else empty.
    [[nodiscard]] QString find(const QString &name);
    /// What to tell about links that were not followed.
    [[nodiscard]] std::optional<Issue> refusedLinks() const { return m_guard.refusedLinks(); }

private:
    bool has(const QString &folder, const QString &fileName);

    LinkGuard m_guard;
    QStringList m_folders;
    QHash<QString, QSet<QString>> m_listed;
};

/// Pixels of the upright picture, from its header; invalid when it cannot be read.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QSize uprightPictureSize(const QString &path);

/// Pixels of an item's upright picture: as the project knows, else from its header; empty when nobody knows.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QSize pictureSize(const AnnotationSource &source, const model::Item &item);

/// File-name endings of pictures, lower case, without the dot.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isPictureName(const QString &fileName);

/// Appends the shortest decimal text that reads back equal; whole numbers without a point.
PLUMBLINE_CORE_EXPORT void appendNumber(QByteArray &text, double value);

/// A box, rotated box or ellipse as a polygon with 4, 4 or ellipseCorners corners; nothing for other shapes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<geometry::Polygon> outlineOf(const geometry::Geometry &shape);
inline constexpr int ellipseCorners = 64;

/// Whether two edges of the ring cross each other; edges that only touch do not. Gives up, saying no, on rings that would take
/// longer than a second.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool crossesItself(const geometry::Ring &ring);

/// 53 bits that change when a box, polygon or mask does; -1 for other shapes. Tells whether facts that came with a shape still
/// belong to it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::int64_t shapeFingerprint(const geometry::Geometry &shape);

/// How an export treats the pictures.
enum class MediaHandling { None, Link, Copy };
/// The option "media" = none, link or copy.
[[nodiscard]] PLUMBLINE_CORE_EXPORT FormatOption mediaOption();
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<MediaHandling> mediaHandling(const FormatOptions &options);
/// Puts a picture at `target`, making its folder. Nothing happens for None or an empty source.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> placeMedium(const QString &source, const QString &target, MediaHandling handling);

/// Writes `content` atomically to `name` below `folder`, making the folders between.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> writeFileBelow(const QString &folder, const QString &name, QByteArrayView content);

/// What an export makes of one picture.
struct PictureOutput {
    std::vector<std::pair<QString, QByteArray>> files;  ///< name below the export's folder, content
    QString medium;  ///< name below the export's folder for the picture itself
    std::int64_t annotations = 0;  ///< that are in the files
    bool listed = false;  ///< a list names the picture although it has no file of its own
};
/// Writes data sets of files for each picture: asks `make` for every picture in the source's order, writes what it returns, puts
/// the picture beside it, and tells the source what was written. Items that are no pictures are passed over.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<>
writePictures(const AnnotationSource &source, const ExportRequest &request, MediaHandling handling,
              const std::function<Result<PictureOutput>(const model::Item &, const std::vector<model::Annotation> &)> &make);

/// The value of an option, its default when not given; fails when it is none of the choices.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> optionValue(const FormatOptions &options, const FormatOption &option);

/// Hands out relative file names that are safe and differ. One thread at a time.
class PLUMBLINE_CORE_EXPORT NameAllotter
{
public:
    /// `wanted` when it is safe and its key is free, else a variant with a number before the ending. With byStem names that
    /// differ only in their ending are taken for the same.
    [[nodiscard]] QString take(const QString &wanted, bool byStem);

private:
    QSet<QString> m_taken;
};

/// Path without the last ending: "a/b.c.jpg" → "a/b.c".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString withoutEnding(const QString &path);

/// The part of `extra` under a namespace; null when there is none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT const Json &foreignData(const Json &extra, const char *space);

/// Counts losses, one line for each pair of what and why, in order of first appearance.
class PLUMBLINE_CORE_EXPORT LossTally
{
public:
    void add(const QString &what, const QString &why, std::int64_t count = 1);
    [[nodiscard]] std::vector<Loss> take() { return std::move(m_losses); }

private:
    std::vector<Loss> m_losses;
};

/// Which facts of an annotation, beside its shape and class, a format carries.
struct CarriedFacts {
    bool crowd = false;
    bool ignore = false;
    bool score = false;
    bool group = false;
    bool attributes = false;  ///< all of them; else see attributeKeys
    QStringList attributeKeys;  ///< those that it carries when not all
    const char *space = "";  ///< the format's own namespace in `extra`
};

/// Adds what would be lost of one annotation whatever its shape: role, score, attributes, group, track, doubt, who made it,
/// foreign data of other formats.
PLUMBLINE_CORE_EXPORT void tallyFacts(LossTally &tally, const model::Annotation &annotation, const CarriedFacts &carried);
/// True, and counted, when the item is no picture and hence left out with its labels.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool tallyWrongItem(LossTally &tally, const model::Item &item, std::size_t annotations);
/// True, and counted, when the annotation has no class and hence is left out.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool tallyMissingClass(LossTally &tally, const model::Annotation &annotation,
                                                           const model::Schema &schema);
/// What people call shapes of this kind, in the plural, translated: "polygons".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString shapesName(const geometry::Geometry &geometry);

}  // namespace plumbline::extension
