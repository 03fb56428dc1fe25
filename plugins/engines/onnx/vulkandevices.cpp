// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/vulkandevices.h"

#include <QCoreApplication>

#define VK_NO_PROTOTYPES
#include <vulkan/vulkan.h>

#include <dlfcn.h>

#include <algorithm>

namespace plumbline::engines::onnx {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::onnx", text);
}

VulkanDevice::Kind kindOf(VkPhysicalDeviceType type)
{
    switch (type) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU: return VulkanDevice::Discrete;
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU: return VulkanDevice::Integrated;
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU: return VulkanDevice::Virtual;
    case VK_PHYSICAL_DEVICE_TYPE_CPU: return VulkanDevice::Software;
    default: return VulkanDevice::Other;
    }
}

template <typename Function>
Function function(PFN_vkGetInstanceProcAddr get, VkInstance instance, const char *name)
{
    return reinterpret_cast<Function>(get(instance, name));
}

std::vector<VulkanDevice> list(PFN_vkGetInstanceProcAddr get, VkInstance instance)
{
    const auto enumerate = function<PFN_vkEnumeratePhysicalDevices>(get, instance, "vkEnumeratePhysicalDevices");
    const auto properties = function<PFN_vkGetPhysicalDeviceProperties>(get, instance, "vkGetPhysicalDeviceProperties");
    std::uint32_t count = 0;
    if (!enumerate || !properties || enumerate(instance, &count, nullptr) != VK_SUCCESS)
        return {};
    std::vector<VkPhysicalDevice> handles(std::min<std::uint32_t>(count, 64));
    count = static_cast<std::uint32_t>(handles.size());
    if (enumerate(instance, &count, handles.data()) < VK_SUCCESS)
        return {};
    handles.resize(count);
    std::vector<VulkanDevice> devices;
    for (const VkPhysicalDevice handle : handles) {
        VkPhysicalDeviceProperties found{};
        properties(handle, &found);
        if (found.apiVersion >= VK_API_VERSION_1_1)  // WebGPU needs it
            devices.push_back({QString::fromUtf8(found.deviceName), kindOf(found.deviceType)});
    }
    return devices;
}

}  // namespace

Result<std::vector<VulkanDevice>> vulkanDevices()
{
    // Never closed: drivers start threads and register exit handlers in the code that closing would unmap.
    void *library = ::dlopen("libvulkan.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return fail(ErrorCode::NotFound, tr("the Vulkan loader libvulkan.so.1 is not installed"));
    const auto get = reinterpret_cast<PFN_vkGetInstanceProcAddr>(::dlsym(library, "vkGetInstanceProcAddr"));
    const auto create = get ? function<PFN_vkCreateInstance>(get, VK_NULL_HANDLE, "vkCreateInstance") : nullptr;
    VkApplicationInfo application{};
    application.sType = VK_STRUCTURE_TYPE_APPLICATION_INFO;
    application.pApplicationName = "plumbline";
    application.apiVersion = VK_API_VERSION_1_1;
    VkInstanceCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO;
    info.pApplicationInfo = &application;
    VkInstance instance = VK_NULL_HANDLE;
    if (!create || create(&info, nullptr, &instance) != VK_SUCCESS)
        return fail(ErrorCode::NotFound, tr("no Vulkan driver is installed"));
    auto devices = list(get, instance);
    if (const auto destroy = function<PFN_vkDestroyInstance>(get, instance, "vkDestroyInstance"))
        destroy(instance, nullptr);
    if (devices.empty())
        return fail(ErrorCode::NotFound, tr("Vulkan finds no device of version 1.1 or later"));
    return devices;
}

std::vector<VulkanDevice> fastestDevices(const std::vector<VulkanDevice> &devices)
{
    const auto best = std::min_element(devices.begin(), devices.end(),
                                       [](const VulkanDevice &a, const VulkanDevice &b) { return a.kind < b.kind; });
    std::vector<VulkanDevice> fastest;
    std::copy_if(devices.begin(), devices.end(), std::back_inserter(fastest),
                 [&](const VulkanDevice &device) { return device.kind == best->kind; });
    return fastest;
}

}  // namespace plumbline::engines::onnx
