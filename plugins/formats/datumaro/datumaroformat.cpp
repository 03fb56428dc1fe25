// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro/datumaroformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/datumaro/datumarofiles.h"
#include "plugins/formats/datumaro/datumaroreader.h"
#include "plugins/formats/datumaro/datumarowriter.h"

#include <QCoreApplication>

namespace plumbline::datumaro {

QString DatumaroFormat::id() const
{
    return QStringLiteral("datumaro");
}

QString DatumaroFormat::title() const
{
    return QCoreApplication::translate("plumbline::datumaro", "Datumaro JSON");
}

extension::FormatCapabilities DatumaroFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.scores = true;
    can.geometries = {QStringLiteral("item"),    QStringLiteral("box"),     QStringLiteral("rotated-box"),
                      QStringLiteral("ellipse"), QStringLiteral("polygon"), QStringLiteral("polyline"),
                      QStringLiteral("points"),  QStringLiteral("mask")};
    return can;
}

std::vector<extension::FormatOption> DatumaroFormat::options() const
{
    return {extension::mediaOption(), emptyOption()};
}

extension::ProbeResult DatumaroFormat::probe(const QString &path) const
{
    return datumaro::probe(path);
}

Result<> DatumaroFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return datumaro::read(request, sink);
}

Result<std::vector<extension::Loss>> DatumaroFormat::checkExport(const extension::AnnotationSource &source,
                                                                 const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> DatumaroFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                   const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> DatumaroFormat::write(const extension::AnnotationSource &source,
                                          const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::datumaro
