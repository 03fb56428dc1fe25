// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/dota/dotaformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/dota/dotalayout.h"
#include "plugins/formats/dota/dotareader.h"
#include "plugins/formats/dota/dotawriter.h"

namespace plumbline::dota {

QString DotaFormat::id() const
{
    return QStringLiteral("dota");
}

QString DotaFormat::title() const
{
    return QStringLiteral("DOTA");
}

extension::FormatCapabilities DotaFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = true;
    can.geometries = {QStringLiteral("rotated-box"), QStringLiteral("polygon"), QStringLiteral("box")};
    return can;
}

std::vector<extension::FormatOption> DotaFormat::options() const
{
    return {extension::mediaOption(), emptyOption()};
}

extension::ProbeResult DotaFormat::probe(const QString &path) const
{
    return dota::probe(path);
}

Result<> DotaFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return dota::read(request, sink);
}

Result<std::vector<extension::Loss>> DotaFormat::checkExport(const extension::AnnotationSource &source,
                                                             const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> DotaFormat::plannedOutputs(const extension::AnnotationSource &source,
                                               const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> DotaFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::dota
