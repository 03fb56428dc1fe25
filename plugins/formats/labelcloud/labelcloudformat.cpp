// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelcloud/labelcloudformat.h"

#include "plugins/formats/labelcloud/labelcloudbox.h"
#include "plugins/formats/labelcloud/labelcloudreader.h"
#include "plugins/formats/labelcloud/labelcloudwriter.h"

#include <QCoreApplication>

namespace plumbline::labelcloud {

QString LabelCloudFormat::id() const
{
    return QStringLiteral("labelcloud");
}

QString LabelCloudFormat::title() const
{
    return QCoreApplication::translate("plumbline::labelcloud", "labelCloud JSON");
}

extension::FormatCapabilities LabelCloudFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = true;
    can.geometries = {QStringLiteral("cuboid")};
    return can;
}

std::vector<extension::FormatOption> LabelCloudFormat::options() const
{
    return labelcloud::options();
}

extension::ProbeResult LabelCloudFormat::probe(const QString &path) const
{
    return labelcloud::probe(path);
}

Result<> LabelCloudFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return labelcloud::read(request, sink);
}

Result<std::vector<extension::Loss>> LabelCloudFormat::checkExport(const extension::AnnotationSource &source,
                                                                   const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> LabelCloudFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                     const extension::ExportRequest &request) const
{
    return Writer(source, request).run(false);
}

Result<QStringList> LabelCloudFormat::write(const extension::AnnotationSource &source,
                                            const extension::ExportRequest &request) const
{
    return Writer(source, request).run(true);
}

}  // namespace plumbline::labelcloud
