// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kitti3d/kittiformat.h"

#include "plugins/formats/kitti3d/kittireader.h"
#include "plugins/formats/kitti3d/kittiwriter.h"

#include <QCoreApplication>

namespace plumbline::kitti3d {

QString KittiFormat::id() const
{
    return QStringLiteral("kitti3d");
}

QString KittiFormat::title() const
{
    return QCoreApplication::translate("plumbline::kitti3d", "KITTI 3D objects and tracking");
}

extension::FormatCapabilities KittiFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.tracks = can.scores = true;
    can.geometries = {QStringLiteral("cuboid"), QStringLiteral("box")};
    return can;
}

std::vector<extension::FormatOption> KittiFormat::options() const
{
    return {labelsOption()};
}

extension::ProbeResult KittiFormat::probe(const QString &path) const
{
    return kitti3d::probe(path);
}

Result<> KittiFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return kitti3d::read(request, sink);
}

Result<std::vector<extension::Loss>> KittiFormat::checkExport(const extension::AnnotationSource &source,
                                                              const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> KittiFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> KittiFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::kitti3d
