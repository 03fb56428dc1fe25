#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small whole files for the fuzzers to start from: seeds.py FOLDER makes FOLDER/FUZZER/…"""
import base64
import io
import json
import os
import struct
import sys
import zipfile


def save(folder, fuzzer, name, data):
    path = os.path.join(folder, fuzzer)
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, name), "wb") as out:
        out.write(data)


POINTS = [(i * 0.5, -i * 0.25, i % 3, i / 8, i % 4) for i in range(8)]


def pcd(data):
    head = (
        "# .PCD v0.7\nVERSION 0.7\nFIELDS x y z intensity ring # _\nSIZE 4 4 4 4 2 8 1\nTYPE F F F F U I U\n"
        "COUNT 1 1 1 1 1 2 3\nWIDTH 8\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS 8\nDATA %s\n" % data
    ).encode()
    records = [struct.pack("<4fH2q3x", *p[:4], p[4], -5, 1 << 60) for p in POINTS]
    if data == "ascii":
        return head + b"".join(b"%g %g %g %g %d -5 7 0 0 0\n" % p for p in POINTS)
    if data == "binary":
        return head + b"".join(records)
    plain = b"".join(
        b"".join(r[a : a + n] for r in records) for a, n in ((0, 4), (4, 4), (8, 4), (12, 4), (16, 2), (18, 16), (34, 3))
    )
    packed = b"".join(bytes([len(plain[a : a + 32]) - 1]) + plain[a : a + 32] for a in range(0, len(plain), 32))
    return head + struct.pack("<II", len(packed), len(plain)) + packed


def ply(kind):
    head = (
        "ply\nformat %s 1.0\ncomment c\nelement vertex 8\nproperty double x\nproperty float y\nproperty float z\n"
        "property float intensity\nproperty uchar red\nelement face 1\nproperty list uchar int vertex_indices\nend_header\n" % kind
    ).encode()
    if kind == "ascii":
        return head + b"".join(b"%g %g %g %g %d\n" % p for p in POINTS) + b"3 0 1 2\n"
    order = "<" if "little" in kind else ">"
    return head + b"".join(struct.pack(order + "d3fB", *p[:4], p[4]) for p in POINTS) + struct.pack(order + "B3i", 3, 0, 1, 2)


def las(minor, kind, extra, packed=False):
    length = [20, 28, 26, 34, 57, 63, 30, 36, 38, 59, 67][kind]
    records = b""
    count = 0
    if extra:
        entry = struct.pack("<2xBB32s4x24x24x24x24x24x32s", 4, 0, b"height", b"")[:192].ljust(192, b"\0")
        records += struct.pack("<H16sHH32s", 0, b"LASF_Spec", 4, 192, b"") + entry
        length += 4
        count += 1
    if packed:
        items = {0: [(6, 20, 2)], 1: [(6, 20, 2), (7, 8, 2)], 2: [(6, 20, 2), (8, 6, 2)], 3: [(6, 20, 2), (7, 8, 2), (8, 6, 2)]}
        items.update({6: [(10, 30, 3)], 7: [(10, 30, 3), (11, 6, 3)], 8: [(10, 30, 3), (12, 8, 3)]})
        parts = items[kind] + ([(14 if kind > 5 else 0, 4, 3 if kind > 5 else 2)] if extra else [])
        body = struct.pack("<HHBBHIIqqH", 3 if kind > 5 else 2, 0, 3, 4, 3, 0, 50000, -1, -1, len(parts))
        body += b"".join(struct.pack("<HHH", *part) for part in parts)
        records += struct.pack("<H16sHH32s", 0, b"laszip encoded", 22204, len(body), b"") + body
        count += 1
    size = 375 if minor == 4 else 235 if minor == 3 else 227
    head = bytearray(size)
    head[0:4] = b"LASF"
    head[24:26] = bytes([1, minor])
    struct.pack_into("<HII", head, 94, size, size + len(records), count)
    struct.pack_into("<BHI", head, 104, kind | (0x80 if packed else 0), length, 8)
    struct.pack_into("<6d", head, 131, 0.01, 0.01, 0.01, 500000, 0, 0)
    if minor == 4:
        struct.pack_into("<Q", head, 247, 8)
    points = b"".join(struct.pack("<3i", i * 100, i, -i).ljust(length, bytes([i])) for i in range(8))
    return bytes(head) + records + (struct.pack("<q", size + len(records) + 8) if packed else b"") + points


def octree(shape):
    """shape: for each node its children; the root first."""
    point = struct.pack("<3f", 0.1, 0.2, 0.3)
    body = b""
    table = struct.pack(">I1sI", 1, b"s", 1) + struct.pack(">I", 8) + "ring".encode("utf-16-be") + bytes([3])
    table += struct.pack(">I", len(shape))
    parents = {child: node for node, children in enumerate(shape) for child in children}
    depths = {}
    for node, children in enumerate(shape):
        depths[node] = depths[parents[node]] + 1 if node in parents else 0
        offset = 64 + len(body)
        body += point * 2 + struct.pack("<2I2H", 0, 1, 5, 6)
        table += struct.pack(">B3Ii", depths[node], 0, 0, 0, parents.get(node, -1))
        table += struct.pack(">8i", *(list(children) + [-1] * 8)[:8])
        table += struct.pack(">IQQ6f", 2, 2, offset, 0, 1, 0, 1, 0, 1)
    head = b"PLMBOCT1" + struct.pack("<QQ3d3ff", 64 + len(body), len(table), 0, 0, 0, 0, 0, 0, 1)
    return head + body + table


def packets(folder):
    # The first byte says which reader gets the rest.
    key = base64.b64encode(b"Ed" + bytes(range(40))).decode()
    sealing = base64.b64encode(b"Xb" + bytes(range(40))).decode()
    uuid = "0190aaaa-0000-7000-8000-%012d"
    manifest = {
        "format": "plumbline-packet", "version": 1, "kind": "work", "id": uuid % 1, "project": uuid % 2, "project_name": "p",
        "answers": None, "created": "2026-11-20T03:00:00.000000Z", "expires": None,
        "sender": {"name": "lead", "key": key, "sealing_key": sealing}, "receiver": "ann", "cohort": "", "people": ["ann", "bob"],
        "schema_version": 1, "guideline_sha256": "", "items": 2, "tasks": 1, "annotations": 0, "submissions": 0, "cases": 0,
        "decisions": 0,
    }
    text = json.dumps(manifest, separators=(",", ":")).encode() + b"\n"
    save(folder, "fuzz_packet", "manifest", b"\0" + text)
    save(folder, "fuzz_packet", "answers", b"\0" + text.replace(b"null", b'"%s"' % (uuid % 3).encode(), 1))
    receiver = {"receiver": sealing, "sealed_key": base64.b64encode(bytes(80)).decode()}
    envelope = {"format": "plumbline-sealed-packet", "version": 1, "receivers": [receiver, receiver]}
    save(folder, "fuzz_packet", "envelope", b"\1" + json.dumps(envelope, separators=(",", ":")).encode() + b"\n")
    secret = base64.b64encode(b"Ed\0\0B2" + bytes(48 + 8 + 64 + 32))
    save(folder, "fuzz_packet", "key", b"\1untrusted comment: minisign secret key\n" + secret + b"\n")
    members = [("mimetype", b"application/vnd.plumbline.packet+zip"), ("manifest.json", text), ("media/1.png", b"\x89PNG"), ("a", b"")]
    for count in range(len(members) + 1):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as out:
            for name, content in members[:count]:
                info = zipfile.ZipInfo(name)
                info.create_system = 0
                info.external_attr = 0
                out.writestr(info, content)
        save(folder, "fuzz_packet", "zip%d" % count, b"\2" + file.getvalue())


def main(folder):
    packets(folder)
    for data in ("ascii", "binary", "binary_compressed"):
        save(folder, "fuzz_pcd", data, pcd(data))
    for kind in ("ascii", "binary_little_endian", "binary_big_endian"):
        save(folder, "fuzz_ply", kind, ply(kind))
    for minor, kind in ((0, 0), (1, 1), (2, 2), (2, 3), (3, 4), (3, 5), (4, 6), (4, 7), (4, 8), (4, 9), (4, 10)):
        for extra in (False, True):
            save(folder, "fuzz_las", "%d-%d-%d" % (minor, kind, extra), las(minor, kind, extra))
            if kind not in (4, 5, 9, 10):
                save(folder, "fuzz_laz", "%d-%d-%d" % (minor, kind, extra), las(minor, kind, extra, True))
    save(folder, "fuzz_kittibin", "points", b"".join(struct.pack("<4f", *p[:4]) for p in POINTS))
    save(folder, "fuzz_nuscenesbin", "points", b"".join(struct.pack("<5f", *p) for p in POINTS))
    save(folder, "fuzz_textpoints", "names", b"x,y,z,intensity\n" + b"".join(b"%g,%g,%g,%g\n" % p[:4] for p in POINTS))
    save(folder, "fuzz_textpoints", "plain", b"// c\n" + b"".join(b"%g %g\t%g\r\n" % p[:3] for p in POINTS) + b"nan inf -1e999\n")
    save(folder, "fuzz_octree", "leaf", octree([[]]))
    save(folder, "fuzz_octree", "tree", octree([[1, 2], [3], [], []]))
    save(folder, "fuzz_octree", "shared", octree([[1, 2], [3], [3], []]))
    save(folder, "fuzz_pointlabels", "labels", struct.pack("<6I", 10, 10, 0x1000A, 0, 300, 0xFFFFFFFF))
    rows = {
        "sensor": {"token": "s", "channel": "LIDAR_TOP", "modality": "lidar"},
        "pose": {"token": "e", "timestamp": 1, "rotation": [1, 0, 0, 0], "translation": [1, 2, 3]},
        "calibration": {"token": "c", "sensor_token": "s", "rotation": [1, 0, 0, 0], "translation": [0, 0, 2],
                        "camera_intrinsic": [[1000, 0, 800], [0, 1000, 450], [0, 0, 1]]},
        "scene": {"token": "n", "name": "scene-1", "first_sample_token": "a", "last_sample_token": "a", "nbr_samples": 1},
        "sample": {"token": "a", "timestamp": 1, "scene_token": "n", "prev": "", "next": ""},
        "data": {"token": "d", "sample_token": "a", "ego_pose_token": "e", "calibrated_sensor_token": "c", "timestamp": 1,
                 "filename": "samples/LIDAR_TOP/a.pcd.bin", "is_key_frame": True, "width": 0, "height": 0},
    }
    for name, row in rows.items():
        save(folder, "fuzz_nuscenestables", name, json.dumps([row, row]).encode())


if __name__ == "__main__":
    main(sys.argv[1])
