// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/dota/dotareader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/dota/dotalayout.h"
#include "plugins/formats/dota/dotarow.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

#include <map>

namespace plumbline::dota {

namespace {

constexpr qint64 maximumFile = 256 << 20;
constexpr std::size_t batchSize = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::dota", text);
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_request(request), m_layout(layout), m_sink(sink), m_control(sink.control()), m_media(request, layout.pictureFolders)
    {
        for (const LabelFile &file : layout.files)
            ++m_filesOfStem[file.stem];
    }

    Result<> read()
    {
        std::int64_t done = 0;
        for (const LabelFile &file : m_layout.files) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            if (auto taken = readFile(file); !taken)
                return taken;
            m_control.report(++done, static_cast<std::int64_t>(m_layout.files.size()), tr("Reading annotations"));
        }
        for (const auto &refused : {m_layout.refusedLinks, m_media.refusedLinks()})
            if (refused)
                m_sink.issue(*refused);
        if (!m_good)
            return fail(m_firstError.value_or(Error{ErrorCode::Malformed, tr("None of the text files has labels of DOTA."), {}}));
        return flush();
    }

private:
    Result<> readFile(const LabelFile &file)
    {
        m_file = QDir(m_layout.root).relativeFilePath(file.path);
        const auto safe = base::safeRelativePath(file.stem);
        const auto data = safe ? base::readTextFile(file.path, maximumFile) : fail(safe.error());
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            say({}, data.error().text);
            return {};
        }
        Json header;
        std::vector<extension::ForeignAnnotation> labels;
        int number = 0;
        int rows = 0;
        int bad = 0;
        for (const QByteArray &line : data->split('\n')) {
            ++number;
            const QByteArray text = line.trimmed();
            if (text.isEmpty())
                continue;
            if (rows == 0 && bad == 0 && isHeader(text)) {
                header.push_back(base::toJson(QString::fromUtf8(text)));
                continue;
            }
            const auto row = rowFrom(text);
            if (!row) {
                ++bad;
                say(tr("line %1").arg(number), tr("%1 It was left out.").arg(row.error().text));
                continue;
            }
            ++rows;
            labels.push_back(labelOf(*row, number));
        }
        if (rows == 0 && bad > 0)
            return {};
        m_good = true;
        const extension::ItemRef ref = m_sink.declareItem(itemOf(file, std::move(header)));
        for (extension::ForeignAnnotation &label : labels) {
            label.item = ref;
            m_batch.push_back(std::move(label));
        }
        return m_batch.size() < batchSize ? Result<>() : flush();
    }

    static bool isHeader(const QByteArray &text)
    {
        return text.startsWith("imagesource:") || text.startsWith("gsd:")
               || (text.contains(':') && text.simplified().split(' ').size() < 9);
    }

    extension::ForeignAnnotation labelOf(const Row &row, int line)
    {
        extension::ForeignAnnotation label;
        label.labelClass = m_sink.declareClass({row.className, {}});
        label.annotation = annotationFrom(row);
        if (row.difficult && !label.annotation.attributes.contains(QStringLiteral("difficult")))
            say(tr("line %1").arg(line),
                tr("The difficulty “%1” is neither 0 nor 1; it is kept but not used.").arg(row.difficult->left(40)),
                base::IssueSeverity::Warning);
        return label;
    }

    extension::ForeignItem itemOf(const LabelFile &file, Json header)
    {
        extension::ForeignItem item;
        QString picture;
        for (const char *ending : {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".PNG", ".JPG"})
            if (const QString path = pictureAt(file, file.stem + QLatin1String(ending)); picture.isEmpty() && !path.isEmpty()) {
                picture = file.stem + QLatin1String(ending);
                item.path = path;
            }
        if (picture.isEmpty())
            picture = file.stem + QStringLiteral(".png");
        // Two splits may have pictures of one name.
        item.name =
            m_filesOfStem.value(file.stem) > 1 && !file.split.isEmpty() ? file.split + QLatin1Char('/') + picture : picture;
        const QSize size = extension::uprightPictureSize(item.path);
        item.width = std::max(0, size.width());
        item.height = std::max(0, size.height());
        Json kept = Json::object();
        kept["file"] = base::toJson(file.stem);
        if (!file.split.isEmpty())
            kept["split"] = base::toJson(file.split);
        if (!header.is_null())
            kept["header"] = std::move(header);
        item.extra = Json::object();
        item.extra["dota"] = std::move(kept);
        return item;
    }
    QString pictureAt(const LabelFile &file, const QString &name)
    {
        if (file.split.isEmpty() || m_filesOfStem.value(file.stem) < 2)
            return m_media.find(name);
        auto own = m_mediaOfSplit.find(file.split);
        if (own == m_mediaOfSplit.end())
            own = m_mediaOfSplit
                      .emplace(file.split, extension::MediaFinder(m_request, {m_layout.root + QLatin1Char('/') + file.split
                                                                              + QStringLiteral("/images")}))
                      .first;
        return own->second.find(name);
    }

    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }
    void say(const QString &place, const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem)
    {
        m_sink.issue({severity, m_file, place, text});
    }

    const extension::ImportRequest &m_request;
    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    extension::MediaFinder m_media;
    std::map<QString, extension::MediaFinder> m_mediaOfSplit;
    QHash<QString, int> m_filesOfStem;
    QString m_file;
    std::vector<extension::ForeignAnnotation> m_batch;
    bool m_good = false;
    std::optional<Error> m_firstError;
};

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    const auto layout = explore(request);
    if (!layout)
        return fail(layout.error());
    return Reader(request, *layout, sink).read();
}

}  // namespace plumbline::dota
