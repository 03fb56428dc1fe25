#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small ONNX files of this plugin (needs python3-onnx): makemodels.py [FOLDER]

data/probe.onnx              what `devices` runs to measure a provider: two convolutions on 1x3x64x64
tests/models/tiny-conv.onnx  one convolution, to compare providers
tests/models/tiny-yolov8.onnx       output 1x7x84 for a 64x64 picture, three classes with names inside; see below
tests/models/two-heads.onnx         a graph of no known family
tests/models/external-*.onnx        weights in another file: "up" leaves the folder, "absolute", "inside" does not
tests/models/huge-tensor.onnx       asks for 100 GB while running
tests/models/slow-on-light.onnx     counts to a thousand million unless the picture is black
tests/models/endless.onnx           counts to a million million on any picture
"""
import pathlib
import sys

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

HERE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)


def tensor(name, shape):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def weights(name, shape, seed):
    values = np.random.default_rng(seed).standard_normal(shape) * 0.2
    return numpy_helper.from_array(values.astype(np.float16).astype(np.float32), name)


def save(path, graph, check=True, **metadata):
    model = helper.make_model(graph, producer_name="plumbline", opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 7
    helper.set_model_props(model, metadata)
    if check:
        checker.check_model(model)
    target = HERE / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(model.SerializeToString())


def conv(source, kernel, target, **more):
    return helper.make_node("Conv", [source, kernel], [target], **more)


def external(name, location):
    proto = TensorProto(name=name, dims=[4, 3, 3, 3], data_type=TensorProto.FLOAT, data_location=TensorProto.EXTERNAL)
    proto.external_data.add(key="location", value=location)
    proto.external_data.add(key="length", value=str(4 * 3 * 3 * 3 * 4))
    return proto


pad = dict(pads=[1, 1, 1, 1])
save("data/probe.onnx", helper.make_graph(
    [conv("x", "a", "p", strides=[2, 2], **pad), helper.make_node("Relu", ["p"], ["q"]), conv("q", "b", "y", **pad)],
    "probe", [tensor("x", [1, 3, 64, 64])], [tensor("y", [1, 4, 32, 32])],
    [weights("a", [8, 3, 3, 3], 1), weights("b", [4, 8, 3, 3], 2)]))

# Three classes. The graph multiplies the mean of the picture by zero and adds a fixed table, so that the answer is known
# whatever the picture: columns are cells, rows cx cy w h and three scores, in pixels of the 64x64 input.
table = np.zeros((1, 7, 84), np.float32)
table[0, :, 0] = [32, 16, 20, 10, 0.9, 0.1, 0.0]
table[0, :, 1] = [33, 16, 20, 10, 0.8, 0.0, 0.0]    # the same object again: removed by NMS
table[0, :, 2] = [32, 16, 20, 10, 0.0, 0.7, 0.0]    # same place, other class: kept
table[0, :, 80] = [60, 40, 20, 10, 0.0, 0.0, 0.6]   # reaches over the right edge
table[0, :, 83] = [10, 40, 5, 5, 0.1, 0.2, 0.05]    # below the threshold
save("tests/models/tiny-yolov8.onnx", helper.make_graph(
    [helper.make_node("ReduceMean", ["images"], ["mean"], axes=[1, 2, 3], keepdims=0),
     helper.make_node("Mul", ["mean", "zero"], ["nothing"]),
     helper.make_node("Add", ["table", "nothing"], ["output0"])],
    "yolov8", [tensor("images", [1, 3, 64, 64])], [tensor("output0", [1, 7, 84])],
    [numpy_helper.from_array(table, "table"), numpy_helper.from_array(np.zeros(1, np.float32), "zero")]),
    names="{0: 'person', 1: \"traffic cone\", 2: 'car'}")

# A YOLOX-shaped head whose numbers depend on the picture: three strided convolutions, each giving its 8 columns.
heads, joined = [], []
for stride in (8, 16, 32):
    heads += [helper.make_node("AveragePool", ["images"], [f"p{stride}"], kernel_shape=[stride] * 2, strides=[stride] * 2),
              helper.make_node("Mul", [f"p{stride}", "shrink"], [f"s{stride}"]),
              conv(f"s{stride}", "k", f"c{stride}"),
              helper.make_node("Sigmoid", [f"c{stride}"], [f"a{stride}"]),
              helper.make_node("Reshape", [f"a{stride}", "flat"], [f"f{stride}"])]
    joined.append(f"f{stride}")
save("tests/models/tiny-conv.onnx", helper.make_graph(
    heads + [helper.make_node("Concat", joined, ["raw"], axis=2),
             helper.make_node("Transpose", ["raw"], ["output"], perm=[0, 2, 1])],
    "yolox", [tensor("images", [1, 3, 64, 64])], [tensor("output", [1, 84, 8])],
    [weights("k", [8, 3, 1, 1], 3), numpy_helper.from_array(np.array(1 / 64, np.float32), "shrink"),
     numpy_helper.from_array(np.array([1, 8, -1], np.int64), "flat")]), names="{0: 'a', 1: 'b', 2: 'c'}")

save("tests/models/two-heads.onnx", helper.make_graph(
    [conv("x", "k", "y", **pad), helper.make_node("Relu", ["y"], ["z"])], "heads",
    [tensor("x", [1, 3, 8, 8])], [tensor("y", [1, 4, 8, 8]), tensor("z", [1, 4, 8, 8])], [weights("k", [4, 3, 3, 3], 4)]))

for word, location in (("up", "../weights.bin"), ("absolute", "/etc/hostname"), ("inside", "weights.bin")):
    save(f"tests/models/external-{word}.onnx", helper.make_graph(
        [conv("x", "k", "y", **pad)], word, [tensor("x", [1, 3, 8, 8])], [tensor("y", [1, 4, 8, 8])],
        [external("k", location)]), check=False)

save("tests/models/huge-tensor.onnx", helper.make_graph(
    [helper.make_node("Shape", ["images"], ["shape"]),
     helper.make_node("Mul", ["shape", "many"], ["large"]),
     helper.make_node("Expand", ["one", "large"], ["table"]),
     helper.make_node("ReduceMax", ["table"], ["top"], keepdims=0),
     helper.make_node("Add", ["top", "rows"], ["output0"])],
    "yolov8", [tensor("images", [1, 3, "height", 64])], [tensor("output0", [1, 7, 84])],
    [numpy_helper.from_array(np.array([1, 1, 1 << 14, 1 << 7], np.int64), "many"),
     numpy_helper.from_array(np.ones(1, np.float32), "one"),
     numpy_helper.from_array(np.zeros((1, 7, 84), np.float32), "rows")]), names="{0: 'a', 1: 'b', 2: 'c'}")


def counting(name, black, light):
    """A YOLOv8-shaped graph that first runs a loop of `black` + `light` x (brightest value, 0 to 1) rounds."""
    body = helper.make_graph(
        [helper.make_node("Identity", ["go"], ["go_on"]), helper.make_node("Add", ["sum", "one"], ["sum_out"])], "body",
        [helper.make_tensor_value_info("round", TensorProto.INT64, []),
         helper.make_tensor_value_info("go", TensorProto.BOOL, []), tensor("sum", [1])],
        [helper.make_tensor_value_info("go_on", TensorProto.BOOL, []), tensor("sum_out", [1])],
        [numpy_helper.from_array(np.ones(1, np.float32), "one")])
    save(f"tests/models/{name}.onnx", helper.make_graph(
        [helper.make_node("ReduceMax", ["images"], ["top"], keepdims=0),
         helper.make_node("Mul", ["top", "light"], ["scaled"]), helper.make_node("Add", ["scaled", "black"], ["rounds"]),
         helper.make_node("Cast", ["rounds"], ["trips"], to=TensorProto.INT64),
         helper.make_node("Loop", ["trips", "yes", "start"], ["total"], body=body),
         helper.make_node("Mul", ["total", "start"], ["nothing"]), helper.make_node("Add", ["table", "nothing"], ["output0"])],
        "yolov8", [tensor("images", [1, 3, 64, 64])], [tensor("output0", [1, 7, 84])],
        [numpy_helper.from_array(table, "table"), numpy_helper.from_array(np.zeros(1, np.float32), "start"),
         numpy_helper.from_array(np.array(light, np.float32), "light"),
         numpy_helper.from_array(np.array(black, np.float32), "black"), numpy_helper.from_array(np.array(True), "yes")]),
        names="{0: 'a', 1: 'b', 2: 'c'}")


counting("slow-on-light", black=1, light=1e9)
counting("endless", black=1e12, light=0)
