// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/panopticformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/coco/cocofiles.h"
#include "plugins/formats/coco/panopticreader.h"
#include "plugins/formats/coco/panopticwriter.h"

#include <QCoreApplication>

namespace plumbline::coco {

QString PanopticFormat::id() const
{
    return QStringLiteral("coco-panoptic");
}

QString PanopticFormat::title() const
{
    return QCoreApplication::translate("plumbline::coco", "COCO panoptic");
}

extension::FormatCapabilities PanopticFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = true;
    can.geometries = {QStringLiteral("mask")};
    return can;
}

std::vector<extension::FormatOption> PanopticFormat::options() const
{
    return {extension::mediaOption(), segmentsOption()};
}

extension::ProbeResult PanopticFormat::probe(const QString &path) const
{
    return probePanoptic(path);
}

Result<> PanopticFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return readPanoptic(request, sink);
}

Result<std::vector<extension::Loss>> PanopticFormat::checkExport(const extension::AnnotationSource &source,
                                                                 const extension::ExportRequest &request) const
{
    return PanopticWriter(source, request).losses();
}

Result<QStringList> PanopticFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                   const extension::ExportRequest &request) const
{
    return PanopticWriter(source, request).plannedOutputs();
}

Result<QStringList> PanopticFormat::write(const extension::AnnotationSource &source,
                                          const extension::ExportRequest &request) const
{
    return PanopticWriter(source, request).write();
}

}  // namespace plumbline::coco
