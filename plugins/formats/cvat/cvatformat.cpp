// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/cvat/cvatlayout.h"
#include "plugins/formats/cvat/cvatreader.h"
#include "plugins/formats/cvat/cvatwriter.h"

namespace plumbline::cvat {

QString CvatFormat::id() const
{
    return QStringLiteral("cvat");
}

QString CvatFormat::title() const
{
    return QStringLiteral("CVAT XML 1.1 (images)");
}

extension::FormatCapabilities CvatFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = true;
    can.geometries = {QStringLiteral("item"),    QStringLiteral("box"),     QStringLiteral("rotated-box"),
                      QStringLiteral("ellipse"), QStringLiteral("polygon"), QStringLiteral("polyline"),
                      QStringLiteral("points"),  QStringLiteral("mask")};
    return can;
}

std::vector<extension::FormatOption> CvatFormat::options() const
{
    return {extension::mediaOption()};
}

extension::ProbeResult CvatFormat::probe(const QString &path) const
{
    return cvat::probe(path);
}

Result<> CvatFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return cvat::read(request, sink);
}

Result<std::vector<extension::Loss>> CvatFormat::checkExport(const extension::AnnotationSource &source,
                                                             const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> CvatFormat::plannedOutputs(const extension::AnnotationSource &source,
                                               const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> CvatFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::cvat
