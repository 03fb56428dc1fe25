// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/masks/masksreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/masks/classlist.h"
#include "plugins/formats/masks/maskslayout.h"
#include "plugins/formats/masks/regions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>

namespace plumbline::masks {

namespace {

constexpr std::size_t batchSize = 512;
constexpr std::size_t batchWeight = std::size_t(1) << 22;  // runs

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::masks", text);
}

Json colourJson(QRgb colour)
{
    return Json::array({qRed(colour), qGreen(colour), qBlue(colour)});
}

Json spaced(Json kept)
{
    Json extra = Json::object();
    extra["masks"] = std::move(kept);
    return extra;
}

// What a value of a class picture stands for.
struct Meaning {
    enum What { Nothing, Void, Class } what = Nothing;
    ClassEntry entry;
    bool listed = true;
};

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_layout(layout), m_sink(sink), m_control(sink.control()), m_media(request, layout.pictureFolders), m_guard(request)
    {}

    Result<> read(const QString &classesFile)
    {
        if (auto listed = takeClasses(classesFile); !listed)
            return listed;
        std::int64_t done = 0;
        for (const QString &stem : m_layout.files) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            readPicture(stem);
            m_control.report(++done, static_cast<std::int64_t>(m_layout.files.size()), tr("Reading masks"));
            if (m_batch.size() >= batchSize || m_weight >= batchWeight)
                if (auto flushed = flush(); !flushed)
                    return flushed;
        }
        for (const auto &refused : {m_layout.refusedLinks, m_media.refusedLinks(), m_guard.refusedLinks()})
            if (refused)
                m_sink.issue(*refused);
        if (!m_good)
            return fail(m_firstError.value_or(Error{ErrorCode::Malformed, tr("None of the PNG files is a mask."), {}}));
        declareUnlabeled();
        Json dataset = Json::object();
        dataset["kind"] = m_layout.instanceFolder.isEmpty() ? "semantic" : "instance";
        dataset["coding"] = m_grey ? "grey" : "indexed";
        if (m_background) {
            dataset["background"] = base::toJson(m_background->name);
            if (m_background->colour)
                dataset["colour"] = colourJson(*m_background->colour);
            dataset["rest"] = base::toJson(m_background->rest);
        }
        m_sink.declareDataset(QStringLiteral("masks"), std::move(dataset));
        return flush();
    }

private:
    // Names by number and names by colour may come from two files that tell of the same classes.
    Result<> takeClasses(const QString &classesFile)
    {
        std::vector<ClassList> lists;
        const QStringList paths =
            classesFile.isEmpty() ? m_layout.nameFiles.mid(0, 1) + m_layout.colourFiles.mid(0, 1) : QStringList{classesFile};
        for (const QString &path : paths) {
            m_file = QDir(m_layout.root).relativeFilePath(path);
            auto list = readClassList(path);
            if (!list) {
                if (!classesFile.isEmpty())
                    return fail(list.error());
                say({}, list.error().text);
                continue;
            }
            for (const int line : list->badLines)
                say(tr("line %1").arg(line), tr("It has no class name that can be read; it was left out."));
            lists.push_back(std::move(*list));
        }
        if (lists.size() == 2 && lists[0].entries.size() == lists[1].entries.size() && !lists[0].coloured)
            for (std::size_t i = 0; i < lists[0].entries.size(); ++i) {
                lists[0].entries[i].colour = lists[1].entries[i].colour;
                lists[0].entries[i].rest = lists[1].entries[i].rest;
            }
        else if (lists.size() == 2)
            m_file = QDir(m_layout.root).relativeFilePath(paths.first());
        if (!lists.empty())
            for (const ClassEntry &entry : lists.front().entries)
                takeEntry(entry);
        return {};
    }
    void takeEntry(const ClassEntry &entry)
    {
        if (m_names.contains(entry.name))
            return say(entry.name, tr("Two classes are called “%1”; the second was left out.").arg(entry.name));
        m_names.insert(entry.name);
        m_byIndex.emplace(entry.index, entry);
        if (entry.colour)
            m_byColour.emplace(*entry.colour & 0xFFFFFFU, entry);
        if (isBackground(entry))
            m_background = entry;
        else if (!isPlaceholder(entry.name))
            declare(entry, true);
    }

    extension::ClassRef declare(const ClassEntry &entry, bool numbered)
    {
        Json kept = Json::object();
        if (numbered)
            kept["index"] = entry.index;
        if (entry.colour)
            kept["colour"] = colourJson(*entry.colour);
        if (!entry.rest.isEmpty())
            kept["rest"] = base::toJson(entry.rest);
        return m_sink.declareClass({entry.name, spaced(std::move(kept))});
    }

    void readPicture(const QString &stem)
    {
        m_file = QDir(m_layout.root).relativeFilePath(m_layout.classFolder + QLatin1Char('/') + stem + QStringLiteral(".png"));
        const auto safe = base::safeRelativePath(stem);
        if (!safe)
            return say({}, safe.error().text);
        const auto classes = readValues(m_layout.classFolder + QLatin1Char('/') + stem + QStringLiteral(".png"));
        if (!classes)
            return refuse(classes.error());
        const std::optional<ValuePicture> instances = instancesOf(stem, classes->image.size());
        extension::ForeignItem item;
        item.name = pictureOf(stem);
        item.path = m_media.find(item.name);
        const QSize real = extension::uprightPictureSize(item.path);
        const QSize size = real.isEmpty() ? classes->image.size() : real;
        item.width = size.width();
        item.height = size.height();
        item.extra = keptOf(stem, true);
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        m_good = true;
        if (size != classes->image.size())
            return say({}, tr("The mask has %1 × %2 pixels and its picture %3 × %4; it was left out.")
                               .arg(classes->image.width())
                               .arg(classes->image.height())
                               .arg(size.width())
                               .arg(size.height()));
        m_grey = classes->coding == Coding::Grey;
        auto regions = regionsOf(*classes, instances ? &*instances : nullptr);
        if (!regions)
            return refuse(regions.error());
        takeRegions(*regions, *classes, instances, ref);
    }

    std::optional<ValuePicture> instancesOf(const QString &stem, QSize size)
    {
        if (m_layout.instanceFolder.isEmpty())
            return std::nullopt;
        const QString path = m_layout.instanceFolder + QLatin1Char('/') + stem + QStringLiteral(".png");
        auto values = QFileInfo(path).isFile() && m_guard.follows(path) ? readValues(path)
                                                                        : fail(ErrorCode::NotFound, tr("It is not there."));
        if (values && values->image.size() == size)
            return std::move(*values);
        say({}, tr("The instances were not read from %1, so each class is one label: %2")
                    .arg(QDir(m_layout.root).relativeFilePath(path),
                         values ? tr("It has another size than the classes.") : values.error().text));
        return std::nullopt;
    }

    void takeRegions(std::vector<Region> &regions, const ValuePicture &classes, const std::optional<ValuePicture> &instances,
                     extension::ItemRef item)
    {
        std::map<std::uint32_t, QString> classOfInstance;
        if (instances && instances->coding == Coding::Colour)
            std::stable_sort(regions.begin(), regions.end(), [&](const Region &a, const Region &b) {
                return idOf(*instances, a.instanceValue) < idOf(*instances, b.instanceValue);
            });
        for (Region &region : regions) {
            const Meaning meaning = meaningOf(classes, region.classValue);
            const std::uint32_t id = instances ? idOf(*instances, region.instanceValue) : 0;
            const QString place = instances ? tr("instance %1").arg(id) : QString();
            if (meaning.what == Meaning::Nothing) {
                if (id != 0)
                    say(place, tr("%1 pixels have an instance but no class; they were left out.").arg(region.pixels));
                continue;
            }
            extension::ForeignAnnotation label;
            label.item = item;
            label.annotation.geometry = std::move(region.mask);
            label.annotation.origin.kind = model::OriginKind::Import;
            if (meaning.what == Meaning::Void) {
                Json kept = Json::object();
                kept["void"] = true;
                label.labelClass = m_sink.declareClass({QStringLiteral("void"), spaced(std::move(kept))});
                label.annotation.role = model::Role::Ignore;
            } else {
                if (!meaning.listed && !m_names.contains(meaning.entry.name)) {
                    m_names.insert(meaning.entry.name);
                    say(place,
                        tr("The class list does not know the value of %1 pixels; they became the class “%2”.")
                            .arg(region.pixels)
                            .arg(meaning.entry.name),
                        base::IssueSeverity::Warning);
                }
                label.labelClass = declare(meaning.entry, !meaning.entry.colour || meaning.listed);
            }
            const bool voidId = instances && id == (instances->sixteenBits() ? voidIndex16 : voidIndex);
            if (instances && !(meaning.what == Meaning::Void && voidId)) {
                Json kept = Json::object();
                kept["instance"] = id;
                label.annotation.extra = spaced(std::move(kept));
            }
            const auto [known, fresh] = classOfInstance.emplace(id, meaning.entry.name);
            if (id != 0 && !voidId && !fresh && known->second != meaning.entry.name)
                say(place, tr("It has several classes; it became one label of each."), base::IssueSeverity::Warning);
            m_weight += std::get<geometry::Mask>(label.annotation.geometry).counts.size();
            m_batch.push_back(std::move(label));
        }
    }

    // Colours count where there are any: palettes often have an order of their own.
    Meaning meaningOf(const ValuePicture &picture, std::uint32_t value) const
    {
        std::optional<QRgb> colour;
        if (picture.coding == Coding::Colour)
            colour = value;
        else if (picture.coding == Coding::Indexed && value < static_cast<std::uint32_t>(picture.image.colorCount()))
            colour = picture.image.color(static_cast<int>(value)) & 0xFFFFFFU;
        if (colour && !m_byColour.empty()) {
            if (const auto it = m_byColour.find(*colour); it != m_byColour.end())
                return ofEntry(it->second);
            if (*colour == 0)
                return {};
            if (*colour == (voidColour & 0xFFFFFFU))
                return {Meaning::Void, {}, true};
            ClassEntry unknown;
            unknown.colour = 0xFF000000U | *colour;
            unknown.name = QStringLiteral("colour %1,%2,%3").arg(qRed(*colour)).arg(qGreen(*colour)).arg(qBlue(*colour));
            return {Meaning::Class, unknown, false};
        }
        if (picture.coding == Coding::Colour && *colour == (voidColour & 0xFFFFFFU))
            return {Meaning::Void, {}, true};
        const std::uint32_t index = picture.coding == Coding::Colour ? vocNumber(*colour) : value;
        if (const auto it = m_byIndex.find(static_cast<int>(index)); it != m_byIndex.end())
            return ofEntry(it->second);
        if (index == 0)
            return {};
        if (index == (picture.sixteenBits() ? voidIndex16 : voidIndex))
            return {Meaning::Void, {}, true};
        ClassEntry unknown;
        unknown.index = static_cast<int>(index);
        unknown.name = QStringLiteral("class %1").arg(index);
        return {Meaning::Class, unknown, false};
    }
    static Meaning ofEntry(const ClassEntry &entry)
    {
        return isBackground(entry) ? Meaning{} : Meaning{Meaning::Class, entry, true};
    }

    static std::uint32_t idOf(const ValuePicture &picture, std::uint32_t value)
    {
        if (picture.coding != Coding::Colour)
            return value;
        return value == (voidColour & 0xFFFFFFU) ? voidIndex : vocNumber(value);
    }

    // Masks do not say what their picture's file name ends in.
    QString pictureOf(const QString &stem)
    {
        for (const char *ending : {".jpg", ".jpeg", ".png", ".JPG", ".JPEG", ".PNG", ".bmp", ".webp", ".tif", ".tiff"})
            if (!m_media.find(stem + QLatin1String(ending)).isEmpty())
                return stem + QLatin1String(ending);
        return stem + QStringLiteral(".png");
    }

    Json keptOf(const QString &stem, bool hasMask) const
    {
        Json kept = Json::object();
        if (hasMask)
            kept["file"] = base::toJson(stem);
        for (const QString &set : m_layout.setsByStem.value(stem))
            kept["sets"].push_back(set.toStdString());
        return spaced(std::move(kept));
    }

    // Pictures that an image set lists but nobody has labeled.
    void declareUnlabeled()
    {
        const QSet<QString> labeled(m_layout.files.begin(), m_layout.files.end());
        for (const QString &stem : m_layout.stemsInSets) {
            if (labeled.contains(stem) || !base::safeRelativePath(stem))
                continue;
            extension::ForeignItem item;
            item.name = pictureOf(stem);
            item.path = m_media.find(item.name);
            if (item.path.isEmpty())
                continue;
            const QSize size = extension::uprightPictureSize(item.path);
            item.width = std::max(0, size.width());
            item.height = std::max(0, size.height());
            item.extra = keptOf(stem, false);
            static_cast<void>(m_sink.declareItem(std::move(item)));
        }
    }

    Result<> flush()
    {
        m_weight = 0;
        return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {}));
    }
    void refuse(const Error &error)
    {
        say({}, tr("%1 It was left out.").arg(error.text));
        if (!m_firstError)
            m_firstError = error;
    }
    void say(const QString &place, const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem)
    {
        m_sink.issue({severity, m_file, place, text});
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    extension::MediaFinder m_media;
    extension::LinkGuard m_guard;
    QString m_file;
    std::map<int, ClassEntry> m_byIndex;
    std::map<QRgb, ClassEntry> m_byColour;
    std::optional<ClassEntry> m_background;
    QSet<QString> m_names;
    std::vector<extension::ForeignAnnotation> m_batch;
    std::size_t m_weight = 0;
    bool m_good = false;
    bool m_grey = false;
    std::optional<Error> m_firstError;
};

}  // namespace

extension::FormatOption classesOption()
{
    return {QStringLiteral("classes"), tr("File of class names (import)"), {}, {}};
}

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    const auto classes = extension::optionValue(request.options, classesOption());
    const auto layout = explore(request);
    if (!layout)
        return fail(layout.error());
    return Reader(request, *layout, sink).read(*classes);
}

}  // namespace plumbline::masks
