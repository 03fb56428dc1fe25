// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/nuscenes/nuscenesformat.h"

#include "plugins/formats/nuscenes/nuscenesreader.h"
#include "plugins/formats/nuscenes/nuscenestable.h"
#include "plugins/formats/nuscenes/nusceneswriter.h"

#include <QCoreApplication>

namespace plumbline::nuscenes {

QString NuScenesFormat::id() const
{
    return QStringLiteral("nuscenes");
}

QString NuScenesFormat::title() const
{
    return QCoreApplication::translate("plumbline::nuscenes", "nuScenes tables");
}

extension::FormatCapabilities NuScenesFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.tracks = true;
    can.geometries = {QStringLiteral("cuboid")};
    return can;
}

extension::ProbeResult NuScenesFormat::probe(const QString &path) const
{
    return nuscenes::probe(path);
}

Result<> NuScenesFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return nuscenes::read(request, sink);
}

Result<std::vector<extension::Loss>> NuScenesFormat::checkExport(const extension::AnnotationSource &source,
                                                                 const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> NuScenesFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                   const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> NuScenesFormat::write(const extension::AnnotationSource &source,
                                          const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::nuscenes
