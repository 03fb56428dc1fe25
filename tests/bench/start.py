#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Budget 13: from starting the program to its first picture on the screen, against labelme and CloudCompare.

Every program is handed a picture (CloudCompare: a cloud) in a colour that nothing else has, and is timed until that colour
is on the screen. The screen is Xvfb's frame buffer file, read directly, so looking costs next to nothing and is the same
for all. Also counts the libraries that the started window maps, against an empty Qt window. Needs xvfb; peers that are not
installed are said to be skipped.

    start.py BUILD
"""
import json
import mmap
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zlib

MAGENTA = (b"\xff\x00\xff\xff", b"\xff\x00\xff\x00")  # blue, green, red, and padding that programs fill as they like
ENOUGH = 4000                  # pixels of it
ROUNDS = 5
DEADLINE = 30


def write_png(path, width, height):
    """A picture of one colour."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    row = b"\0" + b"\xff\x00\xff" * width
    with open(path, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
                  + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b""))


def write_cloud(path):
    points = [(x * 0.01, y * 0.01, 0.0) for x in range(300) for y in range(300)]
    with open(path, "w") as out:
        out.write("ply\nformat ascii 1.0\nelement vertex %d\nproperty float x\nproperty float y\nproperty float z\n"
                  "property uchar red\nproperty uchar green\nproperty uchar blue\nend_header\n" % len(points))
        out.writelines("%g %g %g 255 0 255\n" % p for p in points)


class Screen:
    def __init__(self, folder):
        self.number = next(n for n in range(150, 250) if not os.path.exists("/tmp/.X11-unix/X%d" % n))
        self.process = subprocess.Popen(["Xvfb", ":%d" % self.number, "-screen", "0", "1280x800x24", "-fbdir", folder, "-nolisten", "tcp"],
                                        stderr=subprocess.DEVNULL)
        path = os.path.join(folder, "Xvfb_screen0")
        end = time.monotonic() + 10
        while not os.path.exists(path) or not os.path.exists("/tmp/.X11-unix/X%d" % self.number):
            if time.monotonic() > end:
                sys.exit("Xvfb did not start")
            time.sleep(0.02)
        with open(path, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def shows_picture(self):
        pixels = self.memory[:]
        return max(pixels.count(colour) for colour in MAGENTA) >= ENOUGH

    def close(self):
        self.process.terminate()
        self.process.wait()


def library_count(pid):
    with open("/proc/%d/maps" % pid) as maps:
        return {line.split()[-1] for line in maps if ".so" in line}


def timed(screen, command, environment):
    """Seconds until the picture shows, and the libraries mapped then."""
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not screen.shows_picture():
            if time.monotonic() - start > DEADLINE or process.poll() is not None:
                return None, set()
            time.sleep(0.002)
        return time.monotonic() - start, library_count(process.pid)
    finally:
        process.terminate()
        process.wait()
        time.sleep(0.3)


def median_start(screen, command, environment):
    results = [timed(screen, command, environment) for _ in range(ROUNDS + 1)][1:]  # the first run warms the caches
    times = [seconds for seconds, _ in results if seconds is not None]
    return (statistics.median(times), results[-1][1]) if len(times) == ROUNDS else (None, set())


def main():
    build = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder + "/c", XDG_DATA_HOME=folder + "/d",
                           XDG_STATE_HOME=folder + "/s", XDG_RUNTIME_DIR=folder, QT_QPA_PLATFORM="xcb", LIBGL_ALWAYS_SOFTWARE="1")
        picture = os.path.join(folder, "picture.png")
        cloud = os.path.join(folder, "cloud.ply")
        write_png(picture, 640, 480)
        write_cloud(cloud)
        project = os.path.join(folder, "start.plumb")
        cli = os.path.join(build, "bin", "plumbline-cli")
        for arguments in (["create", project], ["add", project, picture]):
            subprocess.run([cli] + arguments, env=environment, check=True, stdout=subprocess.DEVNULL)
        screen = Screen(folder)
        environment["DISPLAY"] = ":%d" % screen.number
        try:
            ours, libraries = median_start(screen, [os.path.join(build, "bin", "plumbline"), project], environment)
            if ours is None:
                sys.exit("plumbline showed no picture within %d s" % DEADLINE)
            for peer, program, argument in (("labelme", "labelme", picture), ("CloudCompare", "CloudCompare", cloud)):
                name = "start-to-first-image-vs-" + peer.lower()
                if not shutil.which(program):
                    print(json.dumps({"name": name, "ours": round(ours * 1000, 1), "unit": "ms", "skipped": peer + " is not installed"}))
                    continue
                theirs, _ = median_start(screen, [program, argument], environment)
                if theirs is None:
                    print(json.dumps({"name": name, "ours": round(ours * 1000, 1), "unit": "ms", "skipped": peer + " showed nothing in time"}))
                    continue
                print(json.dumps({"name": name, "ours": round(ours * 1000, 1), "peer": round(theirs * 1000, 1), "peer_name": peer,
                                  "ratio": round(ours / theirs, 3), "unit": "ms"}))
            empty = os.path.join(build, "tests", "bin", "emptywindow")
            if os.path.exists(empty):
                process = subprocess.Popen([empty], env=environment, stdout=subprocess.DEVNULL)
                time.sleep(1)
                base = library_count(process.pid)
                process.terminate()
                process.wait()
                print(json.dumps({"name": "libraries-mapped", "ours": len(libraries), "peer": len(base), "peer_name": "an empty Qt window",
                                  "ratio": round(len(libraries) / len(base), 3), "unit": "libraries"}))
        finally:
            screen.close()


if __name__ == "__main__":
    main()
