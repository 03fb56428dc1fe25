// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace plumbline::engines::onnx {

/// A physical device as the Vulkan loader lists it.
struct VulkanDevice {
    enum Kind { Discrete, Integrated, Virtual, Other, Software };  ///< fastest first
    QString name;
    Kind kind = Other;
};

/// Every Vulkan device of this machine. Fails with NotFound, and why, when there is no loader, driver or device. Opens
/// libvulkan.so.1 itself, so nothing links it. Any thread.
[[nodiscard]] Result<std::vector<VulkanDevice>> vulkanDevices();

/// Those that a request for the fastest adapter can get: all of the best kind. Empty only for an empty list.
[[nodiscard]] std::vector<VulkanDevice> fastestDevices(const std::vector<VulkanDevice> &devices);

}  // namespace plumbline::engines::onnx
