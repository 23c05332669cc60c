"""Writes random blocks of every tensor type that Inkstone reads, each beside the floats that
gguf-py makes of them.

    python3 make-dequantization.py <out.gguf>      needs the packages gguf and numpy
"""
import sys

import gguf
import numpy as np
from gguf import GGMLQuantizationType as T
from gguf import quants

ROWS, COLUMNS = 2, 256
PLAIN = (T.F32, T.F16, T.BF16)
WITH_OFFSET = (T.Q4_1, T.Q5_1, T.Q4_K, T.Q5_K)
BLOCKS = (T.Q8_0, T.Q4_0, T.Q4_1, T.Q5_0, T.Q5_1, T.Q4_K, T.Q5_K, T.Q6_K)
random = np.random.default_rng(20260110)


def halves(shape):
    """Scales as half floats of a usual size: random bytes would hold infinities."""
    return random.normal(0, 0.02, (*shape, 1)).astype(np.float16).view(np.uint8)


def blocks(kind):
    size, length = gguf.GGML_QUANT_SIZES[kind]
    shape = (ROWS, COLUMNS // size)
    raw = random.integers(0, 256, (*shape, length), dtype=np.uint8)
    if kind == T.Q6_K:
        raw[:, :, 208:210] = halves(shape)
    else:
        raw[:, :, 0:2] = halves(shape)
        if kind in WITH_OFFSET:
            raw[:, :, 2:4] = halves(shape)
    return raw.reshape(ROWS, -1)


writer = gguf.GGUFWriter(sys.argv[1], "llama")
for kind in (*PLAIN, *BLOCKS):
    if kind in PLAIN:
        floats = random.normal(0, 1, (ROWS, COLUMNS)).astype(np.float32)
        raw = quants.quantize(floats, kind)
    else:
        raw = blocks(kind)
    expected = np.ascontiguousarray(quants.dequantize(raw, kind).astype(np.float32))
    assert expected.shape == (ROWS, COLUMNS) and np.isfinite(expected).all()
    writer.add_tensor(kind.name, raw, raw_dtype=kind if raw.dtype == np.uint8 else None)
    writer.add_tensor("expected." + kind.name, expected)
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
