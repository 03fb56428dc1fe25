// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/supervisely/superviselyformat.h"

#include "plugins/formats/supervisely/superviselyreader.h"
#include "plugins/formats/supervisely/superviselywriter.h"

#include <QCoreApplication>

namespace plumbline::supervisely {

QString SuperviselyFormat::id() const
{
    return QStringLiteral("supervisely-cloud");
}

QString SuperviselyFormat::title() const
{
    return QCoreApplication::translate("plumbline::supervisely", "Supervisely point clouds and episodes");
}

extension::FormatCapabilities SuperviselyFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.tracks = true;
    can.geometries = {QStringLiteral("cuboid")};
    return can;
}

extension::ProbeResult SuperviselyFormat::probe(const QString &path) const
{
    return supervisely::probe(path);
}

Result<> SuperviselyFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return supervisely::read(request, sink);
}

Result<std::vector<extension::Loss>> SuperviselyFormat::checkExport(const extension::AnnotationSource &source,
                                                                    const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> SuperviselyFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                      const extension::ExportRequest &request) const
{
    return Writer(source, request).run(false);
}

Result<QStringList> SuperviselyFormat::write(const extension::AnnotationSource &source,
                                             const extension::ExportRequest &request) const
{
    return Writer(source, request).run(true);
}

}  // namespace plumbline::supervisely
