// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/providers.h"

#include "plugins/engines/onnx/vulkandevices.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSysInfo>

namespace plumbline::engines::onnx {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::onnx", text);
}

struct Known {
    const char *id;
    const char *title;
    const char *runtimeName;
    const char *vendorLibrary;  // empty = built in
};

constexpr Known known[] = {
    {"tensorrt", "TensorRT", "TensorrtExecutionProvider", "libonnxruntime_providers_tensorrt.so"},
    {"cuda", "CUDA", "CUDAExecutionProvider", "libonnxruntime_providers_cuda.so"},
    {"webgpu", "WebGPU", "WebGpuExecutionProvider", ""},
    {"cpu", "CPU", "CPUExecutionProvider", ""},
};

// First value of "key : value" lines, as the kernel writes them. Its files have no size, so they are read line by line.
QString valueOf(const QString &path, QByteArrayView key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (QByteArray line = file.readLine(4096); !line.isEmpty(); line = file.readLine(4096)) {
        if (line.startsWith(key))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
    }
    return {};
}

QString nvidiaName()
{
    const QDir folder(QStringLiteral("/proc/driver/nvidia/gpus"));
    for (const QString &entry : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString name = valueOf(folder.filePath(entry) + QStringLiteral("/information"), "Model");
        if (!name.isEmpty())
            return name;
    }
    return {};
}

void lookAtNvidia(const Known &provider, const ProviderSurroundings &surroundings, ProviderState &state)
{
    const QDir folder(surroundings.libraryFolder);
    for (const char *library : {"libonnxruntime_providers_shared.so", provider.vendorLibrary}) {
        if (!folder.exists(QLatin1String(library))) {
            state.reason = tr("%1 is not beside the ONNX Runtime library").arg(QLatin1String(library));
            return;
        }
    }
    state.deviceName = nvidiaName();
    if (state.deviceName.isEmpty())
        state.reason = tr("no NVIDIA driver is loaded");
    else
        state.present = true;
}

void lookAtVulkan(ProviderState &state)
{
    const auto devices = vulkanDevices();
    if (!devices) {
        state.reason = devices.error().text;
        return;
    }
    const auto fastest = fastestDevices(*devices);
    QStringList names;
    for (const VulkanDevice &device : fastest)
        names.append(device.name);
    names.removeDuplicates();
    state.present = true;
    state.software = fastest.front().kind == VulkanDevice::Software;
    // The API does not tell which of several equals it took.
    state.deviceName = names.join(QStringLiteral(" / "));
}

}  // namespace

QStringList providerIds()
{
    QStringList ids;
    for (const Known &provider : known)
        ids.append(QLatin1String(provider.id));
    return ids;
}

QString runtimeName(const QString &id)
{
    for (const Known &provider : known) {
        if (id == QLatin1String(provider.id))
            return QLatin1String(provider.runtimeName);
    }
    return {};
}

ProviderState lookAt(const QString &id, const ProviderSurroundings &surroundings)
{
    ProviderState state;
    state.id = id;
    for (const Known &provider : known) {
        if (id != QLatin1String(provider.id))
            continue;
        state.title = QLatin1String(provider.title);
        if (!surroundings.compiledIn.contains(QLatin1String(provider.runtimeName))) {
            state.reason = tr("this build of ONNX Runtime does not have it");
        } else if (*provider.vendorLibrary) {
            lookAtNvidia(provider, surroundings, state);
        } else if (id == QLatin1String("webgpu")) {
            lookAtVulkan(state);
        } else {
            state.present = true;
            state.deviceName = processorName();
        }
    }
    return state;
}

QString processorName()
{
    const QString name = valueOf(QStringLiteral("/proc/cpuinfo"), "model name");
    return name.isEmpty() ? QSysInfo::currentCpuArchitecture() : name;
}

}  // namespace plumbline::engines::onnx
