// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/sustech/sustechformat.h"

#include "plugins/formats/sustech/sustechreader.h"
#include "plugins/formats/sustech/sustechwriter.h"

#include <QCoreApplication>

namespace plumbline::sustech {

QString SustechFormat::id() const
{
    return QStringLiteral("sustech");
}

QString SustechFormat::title() const
{
    return QCoreApplication::translate("plumbline::sustech", "SUSTechPOINTS");
}

extension::FormatCapabilities SustechFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.tracks = true;
    can.geometries = {QStringLiteral("cuboid")};
    return can;
}

extension::ProbeResult SustechFormat::probe(const QString &path) const
{
    return sustech::probe(path);
}

Result<> SustechFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return sustech::read(request, sink);
}

Result<std::vector<extension::Loss>> SustechFormat::checkExport(const extension::AnnotationSource &source,
                                                                const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> SustechFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                  const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> SustechFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::sustech
