#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Budget 1: importing a COCO file of train2017's size into a durable project, against the way pycocotools loads it.

The peer is what pycocotools' COCO.__init__ does (json.load, then dictionaries by image, annotation and category), written
down here because the package is not in Debian. Both sides run in this call, as processes of their own, on the same
generated file. Prints one JSON line for time and one for memory.

    coco_import.py CLI [--images N] [--annotations N] [--keep FILE]
"""
import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

PEER = """
import json, sys
from collections import defaultdict
data = json.load(open(sys.argv[1]))
anns, imgs, cats = {}, {}, {}
by_image, by_category = defaultdict(list), defaultdict(list)
for ann in data['annotations']:
    by_image[ann['image_id']].append(ann)
    anns[ann['id']] = ann
for img in data['images']:
    imgs[img['id']] = img
for cat in data['categories']:
    cats[cat['id']] = cat
for ann in data['annotations']:
    by_category[ann['category_id']].append(ann['image_id'])
print(len(anns))
"""


def generate(path, images, annotations):
    """A file with the shape of instances_train2017.json: one polygon of about 27 corners an object."""
    rng = random.Random(1)
    with open(path, "w") as out:
        out.write('{"info":{"year":2017},"licenses":[],"images":[')
        for i in range(images):
            out.write("%s{\"license\":3,\"file_name\":\"%012d.jpg\",\"coco_url\":\"\",\"height\":480,\"width\":640,"
                      "\"date_captured\":\"2013-11-14 17:02:52\",\"id\":%d}" % ("," if i else "", i + 1, i + 1))
        out.write('],"annotations":[')
        for i in range(annotations):
            x, y = rng.uniform(0, 500), rng.uniform(0, 360)
            w, h = rng.uniform(10, 130), rng.uniform(10, 110)
            corners = rng.randint(12, 42)
            ring = ",".join("%.2f,%.2f" % (x + rng.random() * w, y + rng.random() * h) for _ in range(corners))
            out.write('%s{"segmentation":[[%s]],"area":%.4f,"iscrowd":0,"image_id":%d,"bbox":[%.2f,%.2f,%.2f,%.2f],'
                      '"category_id":%d,"id":%d}' % ("," if i else "", ring, w * h / 2, rng.randint(1, images), x, y, w, h,
                                                      rng.randint(1, 90), 100000 + i))
        out.write('],"categories":[')
        out.write(",".join('{"supercategory":"thing","id":%d,"name":"class %d"}' % (c, c) for c in range(1, 91)))
        out.write("]}")


def measured(command, **arguments):
    """Wall seconds and peak resident megabytes of one process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, **arguments)
    output, _ = process.communicate()
    _, status, usage = (0, process.returncode, resource.getrusage(resource.RUSAGE_CHILDREN))
    if status not in (0, 3):
        sys.exit("%s ended with %d" % (command[0], status))
    return time.monotonic() - start, usage.ru_maxrss / 1024, output


def measured_alone(command, environment):
    """Like measured(), in a process of its own, since the peak of children is a maximum over all of them."""
    code = ("import json,sys;sys.path.insert(0,%r);from coco_import import measured;"
            "s,m,o=measured(json.loads(sys.argv[1]));print(json.dumps([s,m,o.decode()]))" % os.path.dirname(os.path.abspath(__file__)))
    result = subprocess.run([sys.executable, "-c", code, json.dumps(command)], stdout=subprocess.PIPE, env=environment, check=True)
    return json.loads(result.stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--images", type=int, default=118287)
    parser.add_argument("--annotations", type=int, default=860001)
    parser.add_argument("--keep", help="generated file to use again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or os.path.join(folder, "instances.json")
        if not os.path.exists(path):
            generate(path, arguments.images, arguments.annotations)
        environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_STATE_HOME=folder)
        peer_seconds, peer_megabytes, counted = measured_alone([sys.executable, "-c", PEER, path], environment)
        assert int(counted) == arguments.annotations, counted
        project = os.path.join(folder, "bench.plumb")
        subprocess.run([arguments.cli, "create", project], check=True, stdout=subprocess.DEVNULL, env=environment)
        seconds, megabytes, answer = measured_alone(
            [arguments.cli, "import", project, path, "--format", "coco", "--json", "--quiet"], environment)
        assert json.loads(answer)["annotations"] == arguments.annotations, answer[:400]
        size = "%d annotations, %.0f MB" % (arguments.annotations, os.path.getsize(path) / 1e6)
        for name, ours, peer, unit in (("coco-import-time", seconds, peer_seconds, "s"),
                                       ("coco-import-memory", megabytes, peer_megabytes, "MB")):
            print(json.dumps({"name": name, "ours": round(ours, 3), "peer": round(peer, 3), "peer_name": "pycocotools' load in python3",
                              "ratio": round(ours / peer, 4), "unit": unit, "input": size}))


if __name__ == "__main__":
    main()
