"""Writes pytorch-repr.json: tensors and how PyTorch prints them. Made with PyTorch 1.13 (Debian 12's python3-torch).

Usage: python3 pytorch-repr.py [cases] [seed] > pytorch-repr.json
"""
import json
import random
import sys

import torch

cases, seed = int(sys.argv[1]) if len(sys.argv) > 1 else 160, int(sys.argv[2]) if len(sys.argv) > 2 else 42
rng = random.Random(seed)
FLOATS = [torch.float32] * 4 + [torch.float64, torch.float16, torch.bfloat16]
INTS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.int64]


def shape():
    dim = rng.choice([0, 1, 1, 2, 2, 2, 3, 4])
    if rng.random() < 0.04:
        sizes = [rng.choice([0, 1, 7, 1001, 40]) for _ in range(dim)]
    elif rng.random() < 0.02:
        sizes = [rng.choice([2, 5, 6, 7, 20, 101]) for _ in range(dim)]
    else:
        sizes = [rng.randint(1, 9 if dim < 4 else 3) for _ in range(dim)]
    count = 1
    for size in sizes:
        count *= size
    return sizes if count <= 2500 else [7, 150]


def number():
    kind = rng.random()
    if kind < 0.5:
        return lambda: rng.gauss(0, 1)
    if kind < 0.6:
        return lambda: rng.gauss(0, 1) * 10 ** rng.uniform(-6, 6)
    if kind < 0.75:
        return lambda: float(rng.randint(-1000, 1000))
    if kind < 0.8:
        return lambda: rng.randint(-200, 200) / 32
    if kind < 0.85:
        return lambda: float(rng.randint(-2000, 2000)) * 1e6
    if kind < 0.9:
        return lambda: rng.choice([0.0, -0.0, 1.0, 0.5, float("nan"), float("inf"), float("-inf")])
    if kind < 0.95:
        return lambda: rng.choice([float("nan"), float("inf"), 3.0])
    return lambda: abs(rng.gauss(0, 1)) * 1e-5


def exact(value):
    return value if value == value and abs(value) != float("inf") else str(value)


def case():
    sizes = shape()
    count = 1
    for size in sizes:
        count *= size
    kind = rng.random()
    if kind < 0.62:
        draw, dtype = number(), rng.choice(FLOATS)
        tensor = torch.tensor([draw() for _ in range(count)], dtype=torch.float64).to(dtype)
        values = [exact(v) for v in tensor.double().tolist()]
    elif kind < 0.82:
        dtype = rng.choice(INTS)
        least, most = (0, 255) if dtype == torch.uint8 else (-128, 127) if dtype == torch.int8 else (-32768, 32767)
        values = [rng.randint(least, most) for _ in range(count)]
        tensor = torch.tensor(values, dtype=dtype)
    elif kind < 0.92:
        dtype, values = torch.bool, [rng.random() < 0.5 for _ in range(count)]
        tensor = torch.tensor(values, dtype=dtype)
    else:
        dtype, draw = rng.choice([torch.complex64, torch.complex128]), number()
        tensor = torch.tensor([complex(draw(), draw()) for _ in range(count)], dtype=torch.complex128).to(dtype)
        values = [[exact(v.real), exact(v.imag)] for v in tensor.to(torch.complex128).tolist()]
    tensor = tensor.reshape(sizes)
    gradient = ""
    if dtype.is_floating_point and rng.random() < 0.25:
        gradient = rng.choice(["leaf", "clone"])
        tensor.requires_grad_()
    printed = tensor.clone() if gradient == "clone" else tensor
    return {"dtype": str(dtype)[6:], "shape": sizes, "values": values, "gradient": gradient, "expected": repr(printed)}


print("[\n" + ",\n".join(json.dumps(case()) for _ in range(cases)) + "\n]")
