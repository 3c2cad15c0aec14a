"""Writes edge_points.tsv: what PyTorch's ops and their gradients are at the edges of float32.

    python make_edge_points.py > edge_points.tsv

One line a case: op, inputs (a, or a and b), values, gradients of a (and of b) for a gradient of 1 everywhere; numbers as
the hexadecimal bits of a float32, NaN as "nan". EdgePointsTest reads it.
"""

import struct
import sys

import torch

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
MAX = torch.finfo(torch.float32).max
TINY = 1.401298464324817e-45
INF = float("inf")
NAN = float("nan")
POINTS = [0.0, -0.0, 1.0, -1.0, 2.5, -2.5, MAX, -MAX, TINY, -TINY, INF, -INF, NAN]
PAIRS = [0.0, -0.0, 1.0, -2.5, MAX, TINY, INF, -INF, NAN]

UNARY = {
    "exp": torch.exp,
    "log": torch.log,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
    "pow0": lambda x: x.pow(0),
    "pow1": lambda x: x.pow(1),
    "pow2": lambda x: x.pow(2),
    "pow-1": lambda x: x.pow(-1),
    "pow0.5": lambda x: x.pow(0.5),
    "negate": torch.neg,
    "sum": torch.sum,
}
BINARY = {"plus": torch.add, "minus": torch.sub, "times": torch.mul, "dividedBy": torch.div}
ROWS = {
    "softmax": lambda x: torch.softmax(x, -1),
    "logSoftmax": lambda x: torch.log_softmax(x, -1),
    "max": lambda x: torch.max(x, -1).values,
}
VECTORS = [
    [3.0],
    [0.0, -0.0, 0.0],
    [MAX, -MAX, 0.0],
    [-MAX, -MAX],
    [-INF, 1.0, 2.0],
    [INF, 1.0],
    [-INF, -INF],
    [NAN, 1.0],
    [TINY, -TINY],
    [88.0, -104.0, 0.0],
]


def bits(x):
    return "nan" if x != x else struct.pack(">f", x).hex()


def line(op, inputs, function):
    leaves = [torch.tensor(x, dtype=torch.float32, requires_grad=True) for x in inputs]
    y = function(*leaves)
    y.backward(torch.ones_like(y))
    arrays = [x.detach() for x in leaves] + [y.detach()] + [x.grad for x in leaves]
    print("\t".join([op] + [" ".join(bits(float(v)) for v in a.flatten()) for a in arrays]))


for name, function in UNARY.items():
    for x in POINTS:
        if name == "pow0.5" and bits(x) in ("80000000", "ff800000"):
            continue  # a square root in PyTorch, IEEE's pow in Java: they part at -0 and -infinity
        line(name, [[x]], function)
for name, function in BINARY.items():
    for a in PAIRS:
        for b in PAIRS:
            line(name, [[a], [b]], function)
for name, function in ROWS.items():
    for row in VECTORS:
        if name == "max" and len(set(row)) < len(row):
            continue  # which of equals gets the gradient is not said
        line(name, [row], function)
for row in VECTORS:
    line("crossEntropy", [row], lambda x: torch.nn.functional.cross_entropy(x, torch.tensor(0)))
