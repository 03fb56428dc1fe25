// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openlabel/openlabelformat.h"

#include "plugins/formats/openlabel/openlabelreader.h"
#include "plugins/formats/openlabel/openlabelwriter.h"

#include <QCoreApplication>

namespace plumbline::openlabel {

QString OpenLabelFormat::id() const
{
    return QStringLiteral("openlabel");
}

QString OpenLabelFormat::title() const
{
    return QCoreApplication::translate("plumbline::openlabel", "ASAM OpenLABEL");
}

extension::FormatCapabilities OpenLabelFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.tracks = true;
    can.geometries = {QStringLiteral("cuboid"), QStringLiteral("box"), QStringLiteral("polyline3")};
    return can;
}

extension::ProbeResult OpenLabelFormat::probe(const QString &path) const
{
    return openlabel::probe(path);
}

Result<> OpenLabelFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return openlabel::read(request, sink);
}

Result<std::vector<extension::Loss>> OpenLabelFormat::checkExport(const extension::AnnotationSource &source,
                                                                  const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> OpenLabelFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                    const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> OpenLabelFormat::write(const extension::AnnotationSource &source,
                                           const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::openlabel
