// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/sustechcalibration.h"

#include "core/base/json.h"
#include "core/extension/jsonparts.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>

namespace plumbline::pointcloud {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

std::vector<double> numbersIn(const Json &list)
{
    std::vector<double> numbers;
    constexpr std::size_t most = 64;
    if (list.is_array() && list.size() <= most)
        for (const Json &value : list) {
            if (!value.is_number())
                return {};
            numbers.push_back(value.get<double>());
        }
    return numbers;
}

}  // namespace

Result<SustechCamera> readSustechCamera(QByteArrayView text, QSize picture)
{
    const auto json = extension::parsedJsonPart(text);
    if (!json)
        return fail(json.error());
    const auto pose = poseOfRows(numbersIn(extension::memberOf(*json, "extrinsic")));
    const auto camera = cameraOfMatrix(numbersIn(extension::memberOf(*json, "intrinsic")), picture);
    if (!pose || !camera)
        return fail(ErrorCode::Malformed,
                    pose ? tr("“intrinsic” is no matrix of a camera.") : tr("“extrinsic” is no rotation and shift."));
    return SustechCamera{*camera, *pose};
}

}  // namespace plumbline::pointcloud
