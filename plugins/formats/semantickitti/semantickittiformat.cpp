// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/semantickitti/semantickittiformat.h"

#include "plugins/formats/semantickitti/semantickittireader.h"
#include "plugins/formats/semantickitti/semantickittiwriter.h"

#include <QCoreApplication>

namespace plumbline::semantickitti {

QString SemanticKittiFormat::id() const
{
    return QStringLiteral("semantickitti");
}

QString SemanticKittiFormat::title() const
{
    return QCoreApplication::translate("plumbline::semantickitti", "SemanticKITTI");
}

extension::FormatCapabilities SemanticKittiFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = true;
    can.geometries = {QStringLiteral("point-labels")};
    return can;
}

extension::ProbeResult SemanticKittiFormat::probe(const QString &path) const
{
    return semantickitti::probe(path);
}

Result<> SemanticKittiFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return semantickitti::read(request, sink);
}

Result<std::vector<extension::Loss>> SemanticKittiFormat::checkExport(const extension::AnnotationSource &source,
                                                                      const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> SemanticKittiFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                        const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> SemanticKittiFormat::write(const extension::AnnotationSource &source,
                                               const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::semantickitti
