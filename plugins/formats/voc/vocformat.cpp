// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/voc/vocformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/voc/voclayout.h"
#include "plugins/formats/voc/vocreader.h"
#include "plugins/formats/voc/vocwriter.h"

namespace plumbline::voc {

QString VocFormat::id() const
{
    return QStringLiteral("voc");
}

QString VocFormat::title() const
{
    return QStringLiteral("Pascal VOC");
}

extension::FormatCapabilities VocFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = true;
    can.geometries = {QStringLiteral("box"), QStringLiteral("mask")};
    return can;
}

std::vector<extension::FormatOption> VocFormat::options() const
{
    return {extension::mediaOption(), emptyOption(), masksOption()};
}

extension::ProbeResult VocFormat::probe(const QString &path) const
{
    return voc::probe(path);
}

Result<> VocFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return voc::read(request, sink);
}

Result<std::vector<extension::Loss>> VocFormat::checkExport(const extension::AnnotationSource &source,
                                                            const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> VocFormat::plannedOutputs(const extension::AnnotationSource &source,
                                              const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> VocFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::voc
