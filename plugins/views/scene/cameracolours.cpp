// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cameracolours.h"

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr std::size_t pointsBetweenLooks = 1 << 14;

}  // namespace

std::vector<float> cameraColours(const CloudData &data, const std::vector<ColourShot> &shots, const jobs::JobControl &control)
{
    struct Eye {
        const ColourShot *shot;
        QImage picture;
        std::array<double, 9> rotation;
        Vector3 translation;  // of the piece's origin
        double halfDiagonal;
    };
    std::vector<Eye> eyes;
    for (const ColourShot &shot : shots) {
        if (shot.picture.isNull() || !geometry::isUsable(shot.camera))
            continue;
        eyes.push_back(
            {&shot, shot.picture.convertToFormat(QImage::Format_RGB32), geometry::rotationMatrix(shot.camera_from_label),
             geometry::transformed(shot.camera_from_label, data.origin), std::hypot(shot.camera.width, shot.camera.height) / 2});
    }
    std::vector<float> colours(data.size(), PointColourer::noColour);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        if (i % pointsBetweenLooks == 0 && control.cancelled())
            return {};
        const auto &p = data.positions[i];
        double best = 2;
        for (const Eye &eye : eyes) {
            Vector3 seen = eye.translation;
            for (std::size_t row = 0; row < 3; ++row)
                seen[row] += eye.rotation[row * 3] * double(p[0]) + eye.rotation[row * 3 + 1] * double(p[1])
                             + eye.rotation[row * 3 + 2] * double(p[2]);
            const geometry::Camera &camera = eye.shot->camera;
            if (seen[2] <= 0 && camera.lens != geometry::LensModel::FisheyeEquidistant)
                continue;
            const auto at = geometry::projected(camera, seen);
            if (!at || at->x < 0 || at->y < 0 || at->x >= camera.width || at->y >= camera.height)
                continue;
            const double off = std::hypot(at->x - camera.width / 2, at->y - camera.height / 2) / eye.halfDiagonal;
            if (off >= best)
                continue;
            best = off;
            const int x = std::min(int(at->x / camera.width * eye.picture.width()), eye.picture.width() - 1);
            const int y = std::min(int(at->y / camera.height * eye.picture.height()), eye.picture.height() - 1);
            colours[i] = float(reinterpret_cast<const QRgb *>(eye.picture.constScanLine(y))[x] & 0xFFFFFFU);
        }
    }
    return colours;
}

class CameraColouring::Colourer final : public PointColourer
{
public:
    explicit Colourer(Known known) : m_known(std::move(known)) {}
    [[nodiscard]] std::vector<float> coloursOf(const CloudData &data) const override
    {
        const auto known = m_known.find(&data);
        return known == m_known.end() ? std::vector<float>() : *known->second.second;
    }

private:
    Known m_known;
};

CameraColouring::CameraColouring(jobs::JobRunner &jobs) : m_jobs(jobs) {}

CameraColouring::~CameraColouring()
{
    m_generation.next();
    if (m_job)
        m_jobs.cancel(m_job);
}

void CameraColouring::clear()
{
    m_generation.next();
    if (m_job)
        m_jobs.cancel(std::exchange(m_job, 0));
    m_pieces.clear();
    m_shots.clear();
    m_known.clear();
    m_colourer.reset();
}

void CameraColouring::update(const std::vector<CloudPointer> &pieces, const std::vector<ColourShot> &shots)
{
    if (pieces == m_pieces && shots == m_shots)
        return;
    if (!(shots == m_shots))
        m_known.clear();
    m_pieces = pieces;
    m_shots = shots;
    std::erase_if(m_known, [&](const auto &entry) {
        return std::none_of(pieces.begin(), pieces.end(), [&](const CloudPointer &piece) { return piece.get() == entry.first; });
    });
    m_generation.next();
    if (m_job)
        m_jobs.cancel(std::exchange(m_job, 0));
    std::vector<CloudPointer> missing;
    for (const CloudPointer &piece : pieces)
        if (!piece->merged && !m_known.contains(piece.get()))
            missing.push_back(piece);
    if (missing.empty() || shots.empty())
        return;
    m_job = m_jobs.run(
        tr("Colour points from pictures"),
        [missing, shots](jobs::JobControl &control) -> Result<Known> {
            Known known;
            for (const CloudPointer &piece : missing) {
                auto colours = cameraColours(*piece, shots, control);
                if (control.cancelled())
                    return jobs::JobControl::cancelledError();
                known[piece.get()] = {piece, std::make_shared<const std::vector<float>>(std::move(colours))};
            }
            return known;
        },
        this,
        [this](Result<Known> known) {
            m_job = 0;
            if (!known)
                return;
            m_known.merge(*known);
            m_colourer = std::make_shared<const Colourer>(m_known);
            emit changed();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
}

}  // namespace plumbline::sceneview
