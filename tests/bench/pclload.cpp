// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The peer of budget 2: PCL's bare load of a file, into memory, nothing drawn. Prints the median of three in milliseconds.

#include <pcl/io/pcd_io.h>
#include <pcl/point_types.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    double taken[3];
    for (double &milliseconds : taken) {
        pcl::PointCloud<pcl::PointXYZI> cloud;
        const auto start = std::chrono::steady_clock::now();
        if (pcl::io::loadPCDFile(argv[1], cloud) != 0)
            return 1;
        milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    }
    std::sort(taken, taken + 3);
    std::printf("%.1f\n", taken[1]);
    return 0;
}
