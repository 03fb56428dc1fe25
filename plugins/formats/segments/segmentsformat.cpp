// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/segments/segmentsformat.h"

#include "plugins/formats/segments/segmentslabel.h"
#include "plugins/formats/segments/segmentsreader.h"
#include "plugins/formats/segments/segmentswriter.h"

#include <QCoreApplication>

namespace plumbline::segments {

QString SegmentsFormat::id() const
{
    return QStringLiteral("segments");
}

QString SegmentsFormat::title() const
{
    return QCoreApplication::translate("plumbline::segments", "Segments.ai release of point clouds");
}

extension::FormatCapabilities SegmentsFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.tracks = true;
    can.geometries = {QStringLiteral("cuboid"), QStringLiteral("point-labels"), QStringLiteral("polyline3")};
    return can;
}

std::vector<extension::FormatOption> SegmentsFormat::options() const
{
    return segments::options();
}

extension::ProbeResult SegmentsFormat::probe(const QString &path) const
{
    return segments::probe(path);
}

Result<> SegmentsFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return segments::read(request, sink);
}

Result<std::vector<extension::Loss>> SegmentsFormat::checkExport(const extension::AnnotationSource &source,
                                                                 const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> SegmentsFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                   const extension::ExportRequest &request) const
{
    return Writer(source, request).run(false);
}

Result<QStringList> SegmentsFormat::write(const extension::AnnotationSource &source,
                                          const extension::ExportRequest &request) const
{
    return Writer(source, request).run(true);
}

}  // namespace plumbline::segments
