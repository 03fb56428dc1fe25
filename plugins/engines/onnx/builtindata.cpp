// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/builtindata.h"

#include <QFile>

static void initializeData()
{
    Q_INIT_RESOURCE(onnxdata);  // must stand outside any namespace
}

namespace plumbline::engines::onnx {

namespace {

QByteArray content(const QString &name)
{
    initializeData();
    QFile file(QStringLiteral(":/plumbline/engines/onnx/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

QStringList cocoObjects()
{
    return QString::fromUtf8(content(QStringLiteral("coco80.names"))).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

QByteArray probeModel()
{
    return content(QStringLiteral("probe.onnx"));
}

}  // namespace plumbline::engines::onnx
