// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/yoloformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/yolo/yololayout.h"
#include "plugins/formats/yolo/yoloreader.h"
#include "plugins/formats/yolo/yolowriter.h"

#include <QCoreApplication>

namespace plumbline::yolo {

QString YoloFormat::id() const
{
    return QStringLiteral("yolo");
}

QString YoloFormat::title() const
{
    return QCoreApplication::translate("plumbline::yolo", "YOLO");
}

extension::FormatCapabilities YoloFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = true;
    can.geometries = {QStringLiteral("item"), QStringLiteral("box"), QStringLiteral("rotated-box"), QStringLiteral("polygon"),
                      QStringLiteral("points")};
    return can;
}

std::vector<extension::FormatOption> YoloFormat::options() const
{
    return {taskOption(),
            extension::mediaOption(),
            emptyOption(),
            {QStringLiteral("classes"),
             QCoreApplication::translate("plumbline::yolo", "File with one class name a line, or data.yaml"),
             {},
             {}}};
}

extension::ProbeResult YoloFormat::probe(const QString &path) const
{
    return yolo::probe(path);
}

Result<> YoloFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return yolo::read(request, sink);
}

Result<std::vector<extension::Loss>> YoloFormat::checkExport(const extension::AnnotationSource &source,
                                                             const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> YoloFormat::plannedOutputs(const extension::AnnotationSource &source,
                                               const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> YoloFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::yolo
