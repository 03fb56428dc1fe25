// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cloudsource.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace plumbline::sceneview {

namespace {

constexpr std::size_t nodesAtOnce = 24;

}  // namespace

CloudSource::CloudSource(jobs::JobRunner &jobs, std::function<QString()> cacheFolder, CloudLimits limits)
    : m_jobs(jobs), m_cacheFolder(std::move(cacheFolder)), m_limits(limits)
{}

CloudSource::~CloudSource()
{
    clear();
}

void CloudSource::setState(State state, const QString &error)
{
    m_state = state;
    m_error = error;
    emit stateChanged();
}

void CloudSource::clear()
{
    m_generation.next();
    for (jobs::JobId *job : {&m_loading, &m_building, &m_loadingPieces, &m_readingAhead})
        if (*job)
            m_jobs.cancel(std::exchange(*job, 0));
    m_request = {};
    m_ahead = {};
    m_pieces.clear();
    m_octree.reset();
    m_loaded.clear();
    m_wanted.clear();
    m_broken.clear();
    m_pointsInFile = 0;
    if (m_state != State::Empty) {
        setState(State::Empty);
        emit changed();
    }
}

void CloudSource::show(const SweepRequest &request)
{
    if (request == m_request && (m_state == State::Shown || m_state == State::Loading))
        return;
    m_generation.next();
    for (jobs::JobId *job : {&m_loading, &m_building, &m_loadingPieces})
        if (*job)
            m_jobs.cancel(std::exchange(*job, 0));
    m_request = request;
    m_octree.reset();
    m_loaded.clear();
    m_wanted.clear();
    m_broken.clear();
    const auto known = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &kept) { return kept.request == request; });
    if (known != m_kept.end()) {
        const CloudPointer cloud = known->cloud;
        take({cloud, nullptr, false, cloud->inFile});
        return;
    }
    setState(State::Loading);
    start(request, false);
}

void CloudSource::prefetch(const SweepRequest &request)
{
    if (request == m_request || request == m_ahead
        || std::any_of(m_kept.begin(), m_kept.end(), [&](const Kept &kept) { return kept.request == request; }))
        return;
    if (m_readingAhead)
        m_jobs.cancel(std::exchange(m_readingAhead, 0));
    start(request, true);
}

void CloudSource::start(const SweepRequest &request, bool ahead)
{
    const QString cache = ahead ? QString() : m_cacheFolder();
    auto work = [request, cache, limits = m_limits, ahead](jobs::JobControl &control) {
        return open(request, cache, limits, ahead, control);
    };
    if (ahead) {
        m_ahead = request;
        m_readingAhead = m_jobs.run(
            tr("Read %1").arg(request.name), work, this,
            [this, request](Result<Opened> opened) {
                if (m_ahead != request)
                    return;
                m_readingAhead = 0;
                m_ahead = {};
                if (opened && opened->cloud && !opened->large)
                    keep(request, opened->cloud);
            },
            jobs::JobRunner::Visibility::Quiet);
        return;
    }
    m_loading = m_jobs.run(
        tr("Read %1").arg(request.name), work, this,
        [this](Result<Opened> opened) {
            m_loading = 0;
            if (opened) {
                take(std::move(*opened));
                return;
            }
            m_pieces.clear();
            setState(State::Failed, opened.error().text);
            emit changed();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
}

QString CloudSource::octreePath(const QString &cache, const QString &path)
{
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return cache + QStringLiteral("/clouds/") + QString::fromLatin1(name) + QStringLiteral(".octree");
}

// A file that is written again has another length or time.
QByteArray CloudSource::sourceOf(const QString &path)
{
    const QFileInfo info(path);
    return path.toUtf8() + '\n' + QByteArray::number(info.size()) + '\n'
           + QByteArray::number(info.lastModified().toMSecsSinceEpoch());
}

Result<CloudSource::Opened> CloudSource::open(const SweepRequest &request, const QString &cache, const CloudLimits &limits,
                                              bool ahead, const jobs::JobControl &control)
{
    auto reader = cloud::openCloud(request.path);
    if (!reader)
        return fail(reader.error());
    Opened opened;
    opened.places = (*reader)->info().points;
    opened.large = (*reader)->info().points > limits.whole;
    if (!opened.large) {
        auto cloud = readCloud(**reader, request.label_from_cloud, control, request.tag);
        if (!cloud)
            return fail(cloud.error());
        opened.cloud = std::move(*cloud);
        return opened;
    }
    if (ahead)
        return opened;
    if (!cache.isEmpty()) {
        if (auto tree = cloud::Octree::open(octreePath(cache, request.path), sourceOf(request.path));
            tree && !(*tree)->nodes().empty()) {
            opened.octree = std::make_shared<SharedOctree>();
            opened.octree->tree = std::move(*tree);
            opened.octree->label_from_cloud = request.label_from_cloud;
            opened.octree->tag = request.tag;
            opened.octree->origin = geometry::transformed(request.label_from_cloud, opened.octree->tree->origin());
            auto root = opened.octree->load(0);
            if (root) {
                opened.cloud = std::move(*root);
                return opened;
            }
            opened.octree.reset();
        }
    }
    auto sample =
        sampleCloud(**reader, cache.isEmpty() ? limits.whole : limits.sample, request.label_from_cloud, control, request.tag);
    if (!sample)
        return fail(sample.error());
    opened.cloud = std::move(*sample);
    return opened;
}

void CloudSource::take(Opened opened)
{
    m_pieces = {opened.cloud};
    m_pointsInFile = opened.cloud->inFile;
    m_placesInFile = opened.places;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        m_bounds.first[axis] = opened.cloud->origin[axis] + double(opened.cloud->least[axis]);
        m_bounds.second[axis] = opened.cloud->origin[axis] + double(opened.cloud->most[axis]);
    }
    if (!opened.large)
        keep(m_request, opened.cloud);
    setState(State::Shown);
    emit changed();
    if (opened.octree)
        useOctree(std::move(opened.octree));
    else if (opened.large && !m_cacheFolder().isEmpty())
        build();
}

void CloudSource::build()
{
    const QString path = octreePath(m_cacheFolder(), m_request.path);
    m_building = m_jobs.run(
        tr("Prepare %1 for quick viewing").arg(m_request.name),
        [request = m_request, path](jobs::JobControl &control) -> Result<std::shared_ptr<SharedOctree>> {
            auto reader = cloud::openCloud(request.path);
            if (!reader)
                return fail(reader.error());
            if (!QDir().mkpath(QFileInfo(path).absolutePath()))
                return fail(ErrorCode::PermissionDenied, tr("The folder %1 cannot be made.").arg(QFileInfo(path).absolutePath()));
            const QByteArray source = sourceOf(request.path);
            if (const auto built = cloud::buildOctree(**reader, path, source, control); !built)
                return fail(built.error());
            auto tree = cloud::Octree::open(path, source);
            if (!tree)
                return fail(tree.error());
            auto shared = std::make_shared<SharedOctree>();
            shared->tree = std::move(*tree);
            shared->label_from_cloud = request.label_from_cloud;
            shared->tag = request.tag;
            shared->origin = geometry::transformed(request.label_from_cloud, shared->tree->origin());
            return shared;
        },
        this,
        [this](Result<std::shared_ptr<SharedOctree>> built) {
            m_building = 0;
            // The sample stays; the list of jobs says why there is no more.
            if (built && !(*built)->tree->nodes().empty())
                useOctree(std::move(*built));
            else
                emit stateChanged();
        },
        jobs::JobRunner::Visibility::Listed, m_generation.next());
}

void CloudSource::useOctree(std::shared_ptr<SharedOctree> octree)
{
    m_octree = std::move(octree);
    m_pointsInFile = m_octree->tree->nodes().front().below;
    emit stateChanged();
    if (m_hasView)
        choosePieces();
}

void CloudSource::setView(const cloud::CloudView &view)
{
    m_view = view;
    m_hasView = true;
    if (m_octree)
        choosePieces();
}

void CloudSource::choosePieces()
{
    // The tree's axes are the sensor's, the view's those of the labels.
    cloud::CloudView turned = m_view;
    const auto back = geometry::inverted(geometry::Pose{m_octree->label_from_cloud.rotation, {}});
    for (auto &plane : turned.planes) {
        const Vector3 normal = geometry::rotated(back.rotation, {plane[0], plane[1], plane[2]});
        plane = {normal[0], normal[1], normal[2], plane[3]};
    }
    turned.eye = geometry::rotated(back.rotation, turned.eye);
    m_wanted = cloud::nodesToShow(*m_octree->tree, turned, {m_limits.shown, 1.5});
    loadMissing();
    std::vector<CloudPointer> pieces;
    QSet<std::size_t> used;
    const auto &nodes = m_octree->tree->nodes();
    for (const std::size_t node : m_wanted) {
        // Until a piece is there its next coarser one stands for it.
        auto at = std::int64_t(node);
        while (at >= 0 && !m_loaded.contains(std::size_t(at)))
            at = nodes[std::size_t(at)].parent;
        if (at >= 0 && !used.contains(std::size_t(at))) {
            used.insert(std::size_t(at));
            pieces.push_back(m_loaded.at(std::size_t(at)));
        }
    }
    if (pieces.empty() || pieces == m_pieces)
        return;
    m_pieces = std::move(pieces);
    emit changed();
}

void CloudSource::loadMissing()
{
    if (m_loadingPieces)
        return;
    std::vector<std::size_t> missing;
    if (!m_loaded.contains(0) && !m_broken.contains(0))
        missing.push_back(0);
    for (const std::size_t node : m_wanted) {
        if (missing.size() >= nodesAtOnce)
            break;
        if (node != 0 && !m_loaded.contains(node) && !m_broken.contains(node))
            missing.push_back(node);
    }
    if (missing.empty()) {
        emit stateChanged();
        return;
    }
    using Pieces = std::vector<std::pair<std::size_t, CloudPointer>>;
    m_loadingPieces = m_jobs.run(
        tr("Read more of %1").arg(m_request.name),
        [octree = m_octree, missing](jobs::JobControl &control) -> Result<Pieces> {
            Pieces pieces;
            for (const std::size_t node : missing) {
                if (control.cancelled())
                    return jobs::JobControl::cancelledError();
                auto piece = octree->load(node);
                pieces.emplace_back(node, piece ? std::move(*piece) : nullptr);
            }
            return pieces;
        },
        this,
        [this](Result<Pieces> pieces) {
            m_loadingPieces = 0;
            if (!pieces)
                return;
            for (auto &[node, piece] : *pieces) {
                if (piece)
                    m_loaded[node] = std::move(piece);
                else
                    m_broken.insert(node);
            }
            // What is out of sight goes when it is more than the view may show.
            std::uint64_t held = 0;
            for (const auto &[node, piece] : m_loaded)
                held += piece->size();
            const QSet<std::size_t> wanted(m_wanted.begin(), m_wanted.end());
            for (auto it = m_loaded.begin(); it != m_loaded.end() && held > 2 * m_limits.shown;) {
                if (it->first == 0 || wanted.contains(it->first)) {
                    ++it;
                    continue;
                }
                held -= it->second->size();
                it = m_loaded.erase(it);
            }
            choosePieces();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
}

void CloudSource::keep(const SweepRequest &request, const CloudPointer &cloud)
{
    m_kept.remove_if([&](const Kept &kept) { return kept.request == request; });
    m_kept.push_front({request, cloud});
    std::uint64_t points = 0;
    for (auto it = m_kept.begin(); it != m_kept.end();) {
        points += it->cloud->size();
        it = it != m_kept.begin() && points > m_limits.keptAhead ? m_kept.erase(it) : std::next(it);
    }
}

std::optional<std::pair<Vector3, Vector3>> CloudSource::bounds() const
{
    return m_pieces.empty() ? std::nullopt : std::optional(m_bounds);
}

BoxCount CloudSource::countIn(const ClipBox &box) const
{
    if (!m_octree)
        return sceneview::countIn(m_pieces, box);
    return sceneview::countIn(
        *m_octree,
        [this](std::size_t node) {
            const auto known = m_loaded.find(node);
            return known == m_loaded.end() ? nullptr : known->second;
        },
        box);
}

std::uint64_t CloudSource::pointsShown() const
{
    std::uint64_t points = 0;
    for (const CloudPointer &piece : m_pieces)
        points += piece->size();
    return points;
}

}  // namespace plumbline::sceneview
