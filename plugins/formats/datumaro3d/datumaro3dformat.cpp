// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro3d/datumaro3dformat.h"

#include "plugins/formats/datumaro3d/datumaro3dreader.h"
#include "plugins/formats/datumaro3d/datumaro3dwriter.h"

#include <QCoreApplication>

namespace plumbline::datumaro3d {

QString Datumaro3dFormat::id() const
{
    return QStringLiteral("datumaro-3d");
}

QString Datumaro3dFormat::title() const
{
    return QCoreApplication::translate("plumbline::datumaro3d", "Datumaro JSON of point clouds");
}

extension::FormatCapabilities Datumaro3dFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.tracks = true;
    can.geometries = {QStringLiteral("cuboid")};
    return can;
}

extension::ProbeResult Datumaro3dFormat::probe(const QString &path) const
{
    return datumaro3d::probe(path);
}

Result<> Datumaro3dFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return datumaro3d::read(request, sink);
}

Result<std::vector<extension::Loss>> Datumaro3dFormat::checkExport(const extension::AnnotationSource &source,
                                                                   const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> Datumaro3dFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                     const extension::ExportRequest &request) const
{
    return Writer(source, request).run(false);
}

Result<QStringList> Datumaro3dFormat::write(const extension::AnnotationSource &source,
                                            const extension::ExportRequest &request) const
{
    return Writer(source, request).run(true);
}

}  // namespace plumbline::datumaro3d
