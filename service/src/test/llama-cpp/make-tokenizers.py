"""Writes two tiny models whose vocabularies are trained on the strings: a byte-level BPE and a
SentencePiece kind. Their ids by llama.cpp are test data (see README.md).

    python3 make-tokenizers.py <strings.json> <folder>      needs the packages gguf and numpy
"""
import collections
import json
import sys
from pathlib import Path

import gguf
import numpy as np

MERGES = 700
STRINGS = json.loads(Path(sys.argv[1]).read_text())
TEXTS = [s for s in STRINGS if "<" not in s]  # no token may look like a control token
FOLDER = Path(sys.argv[2])
NORMAL, UNKNOWN, CONTROL, USER_DEFINED, BYTE = 1, 2, 3, 4, 6


def train(words, most):
    """The most frequent pair of neighbours becomes one symbol, again and again."""
    merges = []
    while len(merges) < most:
        pairs = collections.Counter()
        for word in words:
            pairs.update(zip(word, word[1:]))
        if not pairs:
            break
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        merges.append(best)
        words = [join(word, best) for word in words]
    return merges


def join(word, pair):
    out, i = [], 0
    while i < len(word):
        both = tuple(word[i : i + 2]) == pair
        out.append("".join(pair) if both else word[i])
        i += 2 if both else 1
    return out


def byte_characters():
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    table, extra = {b: chr(b) for b in plain}, 0
    for b in range(256):
        if b not in table:
            table[b] = chr(256 + extra)
            extra += 1
    return table


def write(name, arch, kind, tokens, types, **arrays):
    w = gguf.GGUFWriter(FOLDER / name, arch)
    w.add_block_count(1)
    w.add_context_length(64)
    w.add_embedding_length(4)
    w.add_feed_forward_length(4)
    w.add_head_count(1)
    w.add_head_count_kv(1)
    w.add_key_length(4)
    w.add_value_length(4)
    w.add_layer_norm_rms_eps(1e-6)
    w.add_tokenizer_model(kind)
    w.add_tokenizer_pre(arrays.pop("pre"))
    w.add_token_list(tokens)
    w.add_token_types(types)
    if "scores" in arrays:
        w.add_token_scores(arrays["scores"])
    if "merges" in arrays:
        w.add_token_merges(arrays["merges"])
    w.add_eos_token_id(1)
    w.add_bos_token_id(0)
    w.add_add_space_prefix(False)
    square, vector = np.ones((4, 4), np.float32), np.ones(4, np.float32)
    w.add_tensor("token_embd.weight", np.ones((len(tokens), 4), np.float32))
    w.add_tensor("output_norm.weight", vector)
    for part in ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"):
        w.add_tensor(f"blk.0.{part}.weight", square)
    norms = ["attn_norm", "ffn_norm"]
    if arch == "gemma3":
        norms += ["attn_q_norm", "attn_k_norm", "post_attention_norm", "post_ffw_norm"]
    for norm in norms:
        w.add_tensor(f"blk.0.{norm}.weight", vector)
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()


def byte_level():
    table = byte_characters()
    words = [[table[b] for b in s.encode()] for s in TEXTS]
    merges = train(words, MERGES)
    for number in ("1 2", "12 3", "4 5", "0 0", "00 0", "3 4"):
        merges.append(tuple(number.split()))
    tokens = ["<|begin|>", "<|im_end|>", "<tool_call>", *table.values()]
    tokens += [t for t in dict.fromkeys("".join(m) for m in merges) if t not in tokens]
    types = [CONTROL, CONTROL, USER_DEFINED] + [NORMAL] * (len(tokens) - 3)
    lines = list(dict.fromkeys(" ".join(m) for m in merges))
    write("byte-level.gguf", "llama", "gpt2", tokens, types, merges=lines, pre="llama-bpe")


def sentence_piece():
    words = [list(s.replace(" ", "\u2581")) for s in TEXTS]
    pieces = list(dict.fromkeys("".join(m) for m in train(words, MERGES)))
    letters = [c for c, n in collections.Counter(c for w in words for c in w).most_common() if n > 1]
    tokens = ["<bos>", "<eos>", "<unk>", "<|im_end|>", "<tool_call>"]
    types = [CONTROL, CONTROL, UNKNOWN, CONTROL, USER_DEFINED]
    scores = [-1000.0] * len(tokens)
    tokens += [f"<0x{b:02X}>" for b in range(256)]
    types += [BYTE] * 256
    scores += [-1000.0] * 256
    needed = dict.fromkeys(c for p in pieces for c in p)
    fresh = [p for p in dict.fromkeys([*pieces, *needed, *letters]) if p not in tokens]
    for rank, piece in enumerate(fresh):
        tokens.append(piece)
        types.append(NORMAL)
        scores.append(-float(rank))
    write("sentencepiece.gguf", "gemma3", "llama", tokens, types, scores=scores, pre="default")


byte_level()
sentence_piece()
