#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Budget 4: from starting the program to the first paint of a JPEG and a PNG of 150 megapixels, and the memory that takes,
against labelme.

The picture has a magenta block at its top left and a cyan one at its bottom right. "first paint" is magenta on the screen;
"whole paint" is both, which for a PNG comes later because it is shown while it is decoded. Memory is the peak of resident
memory, for Plumbline some seconds after the last paint, when the full detail has been read too. The screen is read as
start.py reads it. Needs xvfb.

    first_paint.py BUILD [PHOTO]     PHOTO: what the big picture is made of
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import start

ROUNDS = 3
DEADLINE = 120
ENOUGH = 400                    # pixels of a colour: labelme opens in a small window
SETTLE = 8                      # seconds in which the full detail is read
NEAR = bytes(0 if v < 12 else 255 if v > 243 else 128 for v in range(256))  # decoders round, JPEG is not exact


def colours_of(screen):
    pixels = screen.memory[:].translate(NEAR)
    magenta = max(pixels.count(b"\xff\x00\xff" + pad) for pad in (b"\xff", b"\x00"))
    cyan = max(pixels.count(b"\xff\xff\x00" + pad) for pad in (b"\xff", b"\x00"))
    return magenta >= ENOUGH, cyan >= ENOUGH


def peak_megabytes(pid):
    with open("/proc/%d/status" % pid) as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def timed(screen, command, environment, settle, whole_wanted):
    """Seconds to the first and to the whole paint, and the peak of memory."""
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    first = whole = None
    try:
        while first is None or (whole is None and whole_wanted):
            if time.monotonic() - begin > DEADLINE or process.poll() is not None:
                return None
            top, bottom = colours_of(screen)
            now = time.monotonic() - begin
            first = now if first is None and top else first
            whole = now if whole is None and top and bottom else whole
            time.sleep(0.005)
        time.sleep(settle)
        return first, whole, peak_megabytes(process.pid)
    finally:
        process.terminate()
        process.wait()
        time.sleep(0.5)


def medians(screen, command, environment, settle, whole_wanted):
    runs = [timed(screen, command, environment, settle, whole_wanted) for _ in range(ROUNDS + 1)][1:]  # the first warms the caches
    if any(run is None for run in runs):
        return None
    return [statistics.median(values) if None not in values else None for values in zip(*runs)]


def figure(name, ours, peer, unit, why=None):
    line = {"name": name, "ours": round(ours, 3), "unit": unit}
    if peer is None:
        line["skipped"] = why
    else:
        line.update(peer=round(peer, 3), peer_name="labelme", ratio=round(ours / peer, 3))
    print(json.dumps(line), flush=True)


def main():
    build = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([os.path.join(build, "tests", "bin", "bigpictures"), folder] + sys.argv[2:3], check=True)
        environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder + "/c", XDG_DATA_HOME=folder + "/d", XDG_CACHE_HOME=folder + "/k",
                           XDG_STATE_HOME=folder + "/s", XDG_RUNTIME_DIR=folder, QT_QPA_PLATFORM="xcb", LIBGL_ALWAYS_SOFTWARE="1")
        screen = start.Screen(folder)
        environment["DISPLAY"] = ":%d" % screen.number
        try:
            for kind in ("jpg", "png"):
                picture = os.path.join(folder, "big." + kind)
                project = os.path.join(folder, kind + ".plumb")
                for arguments in (["create", project], ["add", project, picture]):
                    subprocess.run([os.path.join(build, "bin", "plumbline-cli")] + arguments, env=environment, check=True,
                                   stdout=subprocess.DEVNULL)
                ours = medians(screen, [os.path.join(build, "bin", "plumbline"), project], environment, SETTLE, True)
                if ours is None:
                    sys.exit("plumbline did not show big.%s within %d s" % (kind, DEADLINE))
                peer, why = None, "labelme is not installed"
                if shutil.which("labelme"):
                    peer, why = medians(screen, ["labelme", picture], environment, 1, False), "labelme showed nothing in time"
                figure("first-paint-150mp-" + kind, ours[0], peer and peer[0], "s", why)
                figure("whole-paint-150mp-" + kind, ours[1], peer and peer[0], "s", why)
                figure("memory-150mp-" + kind, ours[2], peer and peer[2], "MB", why)
        finally:
            screen.close()


if __name__ == "__main__":
    main()
