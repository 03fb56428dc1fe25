// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kittiraw/kittirawformat.h"

#include "plugins/formats/kittiraw/kittirawreader.h"
#include "plugins/formats/kittiraw/kittirawwriter.h"

#include <QCoreApplication>

namespace plumbline::kittiraw {

QString TrackletFormat::id() const
{
    return QStringLiteral("kitti-raw");
}

QString TrackletFormat::title() const
{
    return QCoreApplication::translate("plumbline::kittiraw", "KITTI raw tracklets");
}

extension::FormatCapabilities TrackletFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.tracks = true;
    can.geometries = {QStringLiteral("cuboid")};
    return can;
}

extension::ProbeResult TrackletFormat::probe(const QString &path) const
{
    return kittiraw::probe(path);
}

Result<> TrackletFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return kittiraw::read(request, sink);
}

Result<std::vector<extension::Loss>> TrackletFormat::checkExport(const extension::AnnotationSource &source,
                                                                 const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> TrackletFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                   const extension::ExportRequest &request) const
{
    return Writer(source, request).run(false);
}

Result<QStringList> TrackletFormat::write(const extension::AnnotationSource &source,
                                          const extension::ExportRequest &request) const
{
    return Writer(source, request).run(true);
}

}  // namespace plumbline::kittiraw
