// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/extension/mediasource.h"
#include "core/jobs/jobcontrol.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "core/model/track.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

/// What a format plugin sees of the program: a source to read from and a sink to write to. Formats never see the store.
namespace plumbline::extension {

/// An item as a file names it, before it is matched to the project.
struct ForeignItem {
    QString name;      ///< relative file name in the data set, already through base::safeRelativePath
    QString path;      ///< absolute path of the medium when the format found it on disk, else empty
    int width = 0;     ///< pixels as the file says; 0 = unknown
    int height = 0;
    Json extra;        ///< namespaced foreign keys to keep
    /// Scene: `path` is the folder (or file) of the data set that the scene is found in by its name.
    model::ItemKind kind = model::ItemKind::Image;
};

/// A class as a file names it.
struct ForeignClass {
    QString name;
    Json extra;  ///< e.g. {"coco":{"id":18,"supercategory":"animal"}}
};

/// Numbers that a sink hands out for what was declared to it; dense from 0.
using ItemRef = std::int32_t;
using ClassRef = std::int32_t;
inline constexpr ClassRef noClass = -1;

/// One annotation on its way in. `annotation.item`, `.labelClass`, `.layer` and `.id` are filled by the sink. A reader that has
/// relations sets ids of its own on the labels they join; the sink puts its ids in their place. Both ends come in the same
/// batch as the relation or before it. The same goes for `annotation.group` and `annotation.track`: equal ids become one id of the
/// sink's; a track takes item and class from its first label.
struct ForeignAnnotation {
    ItemRef item = 0;
    ClassRef labelClass = noClass;
    model::Annotation annotation;
    QByteArray extraText;  ///< when not empty, stands for annotation.extra: text of model::ForeignText
};

/// Receives what a format reads. Implemented by the import pipeline. One thread at a time (the reader's).
class AnnotationSink
{
public:
    virtual ~AnnotationSink() = default;

    /// Order of declaration is kept. The same name twice gives the same number.
    [[nodiscard]] virtual ItemRef declareItem(ForeignItem item) = 0;
    [[nodiscard]] virtual ClassRef declareClass(ForeignClass labelClass) = 0;
    /// Returns the name under which the schema has it, which differs when another skeleton has that name already.
    [[nodiscard]] virtual QString declareSkeleton(model::Skeleton skeleton) { return skeleton.name; }
    /// Sensors and frames of a declared item, from the project or from its medium: what coordinates are read by. Nothing when
    /// it is no scene, or when its medium is not on this machine. Valid until the sink goes.
    [[nodiscard]] virtual const model::Scene *scene(ItemRef item)
    {
        static_cast<void>(item);
        return nullptr;
    }
    /// Data-set-wide foreign data under a namespace (e.g. COCO's "info" and "licenses"), written out again by the format.
    virtual void declareDataset(const QString &space, Json extra) = 0;
    /// Takes a batch (a few thousand at a time is good). May block while the store catches up; fails when it cannot store.
    [[nodiscard]] virtual Result<> add(std::vector<ForeignAnnotation> batch) = 0;
    virtual void issue(Issue issue) = 0;
    [[nodiscard]] virtual const jobs::JobControl &control() const = 0;
};

/// Gives a format what it writes. Implemented by the export pipeline; the set does not change while it is read.
/// One thread at a time.
class AnnotationSource
{
public:
    virtual ~AnnotationSource() = default;

    [[nodiscard]] virtual const model::Schema &schema() const = 0;
    [[nodiscard]] virtual std::int64_t itemCount() const = 0;
    [[nodiscard]] virtual std::int64_t annotationCount() const = 0;
    /// Foreign data of the whole set under a namespace; null when none.
    [[nodiscard]] virtual Json datasetExtra(const QString &space) const = 0;
    /// Visits items in the project's order with their annotations in creation order; the references die with the call.
    /// Stops early when the visitor returns an error, and returns that.
    using Visitor = std::function<Result<>(const model::Item &, const std::vector<model::Annotation> &)>;
    [[nodiscard]] virtual Result<> visit(const Visitor &visitor) const = 0;
    /// Sensors and frames of an item of kind Scene; nothing for others.
    [[nodiscard]] virtual Result<std::optional<model::Scene>> scene(const model::Item &item) const
    {
        static_cast<void>(item);
        return std::optional<model::Scene>();
    }
    /// Absolute path of an item's medium on this machine; empty when it is not there.
    [[nodiscard]] virtual QString mediaPath(const model::Item &item) const = 0;
    /// A writer tells here what has gone into its files; several calls add up. Without a call the counts of an export are
    /// said to be unknown.
    virtual void wrote(std::int64_t items, std::int64_t annotations) const
    {
        static_cast<void>(items);
        static_cast<void>(annotations);
    }
    [[nodiscard]] virtual const jobs::JobControl &control() const = 0;
};

/// Something of this export that the format cannot carry.
struct Loss {
    QString what;  ///< translated, e.g. "polygons"
    std::int64_t count = 0;  ///< how many annotations or items it touches
    QString why;  ///< translated, says what happens to them
    bool operator==(const Loss &) const = default;
};

/// What a format can carry, for lists and for the first line of a loss report.
struct FormatCapabilities {
    bool read = false;
    bool write = false;
    QStringList geometries;  ///< names as in geometry::geometryNames()
    bool attributes = false;
    bool tracks = false;
    bool scores = false;
    bool provenance = false;
};

/// An option that host windows render and the CLI accepts as --option key=value.
struct FormatOption {
    QString key;
    QString title;
    QStringList choices;  ///< empty = free text
    QString defaultValue;
};
using FormatOptions = std::map<QString, QString>;

/// Where annotations come from.
struct ImportRequest {
    QString path;  ///< a file or a folder
    QString mediaPath;  ///< folder that holds the pictures; empty = look beside the annotations
    FormatOptions options;
    /// Folders whose files the user has opened before: a link in the data set may lead to a file directly in one of them.
    QStringList trustedFolders = {};
};

struct ExportRequest {
    QString folder;  ///< exists and is empty; the format writes only below it
    FormatOptions options;
};

/// One import/export format. Const and re-entrant, no widgets, any thread. Text in errors and losses is translated.
class AnnotationFormat
{
public:
    virtual ~AnnotationFormat() = default;

    [[nodiscard]] virtual QString id() const = 0;  ///< lower case, stable: "coco"
    [[nodiscard]] virtual QString title() const = 0;  ///< translated: "COCO instances"
    [[nodiscard]] virtual FormatCapabilities capabilities() const = 0;
    [[nodiscard]] virtual std::vector<FormatOption> options() const { return {}; }

    /// Looks at a file or folder without reading all of it. Certain only when no other format could be meant.
    [[nodiscard]] virtual ProbeResult probe(const QString &path) const = 0;
    /// Reads everything good; each bad record becomes an issue with its place. Fails only when nothing can be read.
    [[nodiscard]] virtual Result<> read(const ImportRequest &request, AnnotationSink &sink) const = 0;

    /// What would be lost by writing this source. Empty = nothing.
    [[nodiscard]] virtual Result<std::vector<Loss>> checkExport(const AnnotationSource &source,
                                                                const ExportRequest &request) const = 0;
    /// Files that write() would make, relative to the folder.
    [[nodiscard]] virtual Result<QStringList> plannedOutputs(const AnnotationSource &source,
                                                             const ExportRequest &request) const = 0;
    /// Writes below request.folder through base::writeFileAtomically or a temporary file renamed at the end.
    [[nodiscard]] virtual Result<QStringList> write(const AnnotationSource &source, const ExportRequest &request) const = 0;
};

}  // namespace plumbline::extension
