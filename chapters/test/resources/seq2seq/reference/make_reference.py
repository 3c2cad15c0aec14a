"""Writes the reference values beside this file: what PyTorch says a layer, a loss or an optimiser step gives.

usage: python make_reference.py        (needs torch; the tests only read the files and never need Python)

Each case is computed twice from the same float32 numbers: in float64, which is the truth that the tests hold our
float32 against, and in float32, which tells how close float32 can be expected to come.

The files speak the course's language: names (cell.0.W_xh) and layouts (D,G*H) are ours, and what differs in PyTorch is
converted here, in `torch_names`. PyTorch's (G*H,D) weight is the transpose of ours; its gates stand in the same order
(r, z, n and i, f, g, o); where we keep one bias and it keeps two, ours is cut in two unequal parts.

The loss of a case, where it has no loss of its own, is the sum of all its outputs times fixed weights (`mix`).
"""
import json
import pathlib
import random
import zlib

import torch
from torch import nn
from torch.func import functional_call
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = pathlib.Path(__file__).parent
DTYPES = {"float64": torch.float64, "float32": torch.float32}
GATES = {"rnn": 1, "gru": 3, "lstm": 4}
LAYERS = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}
CELLS = {"rnn": nn.RNNCell, "gru": nn.GRUCell, "lstm": nn.LSTMCell}


# ------------------------------------------------------------------ numbers to start from

class Draw:
    """Seeded float32 numbers."""

    def __init__(self, seed):
        self.generator = torch.Generator().manual_seed(seed)

    def uniform(self, *shape, bound=1.0):
        return (torch.rand(shape, generator=self.generator) * 2 - 1) * bound

    def grid(self, *shape, bound=0.5):
        """Multiples of 1/4096: sums and differences of these are exact in float32."""
        return torch.round(self.uniform(*shape, bound=bound) * 4096) / 4096

    def ids(self, below, *shape):
        return torch.randint(0, below, shape, generator=self.generator)

    def cell(self, kind, D, H, prefix=""):
        """The weights of one cell, by our names and in our layouts."""
        wide, bound = GATES[kind] * H, 1.5 / H ** 0.5
        weights = {"W_xh": self.uniform(D, wide, bound=bound), "W_hh": self.uniform(H, wide, bound=bound)}
        if kind == "gru":
            weights |= {"b_xh": self.uniform(wide, bound=bound), "b_hh": self.uniform(wide, bound=bound)}
        else:
            weights["b_h"] = self.grid(wide)
        return {prefix + name: value for name, value in weights.items()}

    def layers(self, kind, D, H, L, prefix=""):
        weights = {}
        for l in range(L):
            weights |= self.cell(kind, D if l == 0 else H, H, f"{prefix}cell.{l}.")
        return weights

    def linear(self, inner, outer, prefix=""):
        return {prefix + "W": self.uniform(inner, outer, bound=(6 / (inner + outer)) ** 0.5),
                prefix + "b": self.uniform(outer, bound=0.3)}


def torch_names(kind, weights, prefix, suffix=""):
    """One cell's weights as PyTorch wants them."""
    bias = {}
    if kind == "gru":
        bias = {"bias_ih": weights[prefix + "b_xh"], "bias_hh": weights[prefix + "b_hh"]}
    else:
        whole = weights[prefix + "b_h"]
        part = ((torch.arange(whole.numel()) * 29 % 64 - 32) / 256).to(whole.dtype)
        bias = {"bias_ih": whole - part, "bias_hh": part}
    named = {"weight_ih": weights[prefix + "W_xh"].t(), "weight_hh": weights[prefix + "W_hh"].t(), **bias}
    return {name + suffix: value for name, value in named.items()}


def run_layers(kind, weights, prefix, L, x, state=None):
    """PyTorch's own L layers over x (T,N,D) or a packed batch; state is None or a tuple (h,) or (h, c), each (L,N,H)."""
    H = weights[prefix + "cell.0.W_hh"].shape[0]
    D = weights[prefix + "cell.0.W_xh"].shape[0]
    named = {}
    for l in range(L):
        named |= torch_names(kind, weights, f"{prefix}cell.{l}.", f"_l{l}")
    module = LAYERS[kind](D, H, L).to(weights[prefix + "cell.0.W_hh"].dtype)
    if state is not None:
        state = state if kind == "lstm" else state[0]
    outputs, last = functional_call(module, named, (x, state))
    return outputs, last if kind == "lstm" else (last,)


def linear(weights, prefix, x):
    return nn.functional.linear(x, weights[prefix + "W"].t(), weights[prefix + "b"])


def state_names(kind):
    return ["hidden", "memory"] if kind == "lstm" else ["hidden"]


# ------------------------------------------------------------------ cases and files

def mix(x):
    """Sum of x times weights between -50/64 and 50/64 that depend on the place only."""
    return (x.reshape(-1) * ((torch.arange(x.numel()) * 37 % 101 - 50) / 64).to(x.dtype)).sum()


def record(name, compute, given=None, weights=None, ids=None, reduce=lambda x: x, **options):
    """Runs `compute(given, weights)`, which returns named outputs (perhaps one named "loss"), in both precisions.

    What goes into the file of each result is `reduce` of it."""
    expected = {}
    for precision, dtype in DTYPES.items():
        leaves = [{k: v.to(dtype).clone().requires_grad_() for k, v in (group or {}).items()} for group in (given, weights)]
        outputs = compute(*leaves)
        outputs.get("loss", sum(mix(x) for x in outputs.values())).backward()
        grads = {"grad." + k: leaf.grad for group in leaves for k, leaf in group.items()}
        for key, value in (outputs | grads).items():
            assert value.dtype == dtype, (name, key, value.dtype)
            keep(expected, key, precision, value, reduce)
    return {"name": name, "options": options, "ids": ids or {}, "given": plain(given), "weights": plain(weights),
            "expected": expected}


def keep(expected, key, precision, value, reduce):
    """Files what is kept of a result; where that is a few of many numbers, with the largest of all, to measure errors by."""
    kept = reduce(value)
    entry = expected.setdefault(key, {"shape": list(kept.shape)})
    entry[precision] = numbers(kept)
    if reduce is few:
        entry["largest"] = float(f"{float(value.detach().abs().max()):.6g}")


def plain(tensors):
    return {k: {"shape": list(v.shape), "float32": numbers(v)} for k, v in (tensors or {}).items()}


def numbers(x):
    """The shortest decimals that give back the same bits."""
    return [float(str(v)) for v in x.detach().reshape(-1).numpy()]


def write(group, cases):
    lines = []
    for case in cases:
        head = json.dumps({k: case[k] for k in ("name", "options", "ids")})[1:-1]
        body = ",\n".join(f'  "{part}": {{\n' + ",\n".join(
            f'   "{k}": {json.dumps(v, separators=(",", ":"))}' for k, v in case[part].items()) + "}"
            for part in ("given", "weights", "expected"))
        lines.append(" {" + head + ",\n" + body + "}")
    text = f'{{"torch": "{torch.__version__.split("+")[0]}", "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    (HERE / f"{group}.json").write_text(text, encoding="utf-8")
    print(f"{group}.json: {len(cases)} cases, {len(text)} bytes")


# ------------------------------------------------------------------ chapter 1, and the linear layer

def embedding_cases():
    for seed, (N, T, V, D) in enumerate([(1, 1, 3, 2), (2, 3, 4, 3), (4, 5, 3, 2), (3, 1, 9, 5)]):
        draw = Draw(100 + seed)
        tokens = draw.ids(V, N, T)
        yield record(f"N={N} T={T} V={V} D={D}",
                     lambda g, w: {"outputs": nn.functional.embedding(tokens.t(), w["W"])},
                     weights={"W": draw.uniform(V, D)}, ids={"tokens": tokens.tolist()})


def linear_cases():
    for seed, (shape, outer) in enumerate([((1, 1), 1), ((3, 2), 5), ((4, 3, 6), 2), ((2, 1, 17), 33)]):
        draw = Draw(200 + seed)
        yield record(f"{shape} to {outer}", lambda g, w: {"outputs": linear(w, "", g["x"])},
                     given={"x": draw.uniform(*shape)}, weights=draw.linear(shape[-1], outer))


# ------------------------------------------------------------------ chapter 2 and the layers of chapter 3

def cell_cases(kind):
    for seed, (N, D, H) in enumerate([(1, 1, 1), (3, 4, 2), (2, 3, 5), (1, 8, 17)]):
        draw = Draw(300 + seed)
        names = state_names(kind)

        def step(g, w):
            cell = CELLS[kind](D, H).to(g["x"].dtype)
            before = tuple(g[s] for s in names) if kind == "lstm" else g["hidden"]
            after = functional_call(cell, torch_names(kind, w, ""), (g["x"], before))
            return dict(zip([s + "After" for s in names], after if kind == "lstm" else (after,)))

        given = {"x": draw.uniform(N, D, bound=2)} | {s: draw.uniform(N, H) for s in names}
        yield record(f"{kind} N={N} D={D} H={H}", step, given=given, weights=draw.cell(kind, D, H), cell=kind)


def layers_cases(kind):
    shapes = [(1, 1, 1, 2, 3), (1, 4, 3, 5, 2), (2, 3, 1, 3, 4), (3, 5, 4, 2, 3), (2, 12, 2, 4, 5)]
    for seed, (L, T, N, D, H) in enumerate(shapes):
        draw = Draw(400 + seed)
        names = state_names(kind)

        def run(g, w):
            outputs, last = run_layers(kind, w, "", L, g["x"], tuple(g[s] for s in names))
            return {"outputs": outputs} | dict(zip([s + "After" for s in names], last))

        given = {"x": draw.uniform(T, N, D, bound=2)} | {s: draw.uniform(L, N, H) for s in names}
        yield record(f"{kind} L={L} T={T} N={N} D={D} H={H}", run, given=given,
                     weights=draw.layers(kind, D, H, L), cell=kind, layers=L)


# ------------------------------------------------------------------ chapter 3: lengths

def encode(kind, weights, prefix, L, tokens, lengths):
    """PyTorch's way with padding: a packed batch, whose final state is the one at each sequence's last token."""
    x = nn.functional.embedding(tokens.t(), weights[prefix + "embedding.W"])
    packed = pack_padded_sequence(x, lengths, enforce_sorted=False)
    outputs, last = run_layers(kind, weights, prefix, L, packed)
    return pad_packed_sequence(outputs, total_length=tokens.shape[1])[0], last


def padded(draw, V, N, T, lengths):
    """Ids from 1 to V-1, and 0 where a sentence has ended."""
    return torch.where(torch.arange(T)[None, :] < lengths[:, None], 1 + draw.ids(V - 1, N, T), 0)


def encoder_cases():
    shapes = [(1, 1, 5, 2, 3, [1]), (2, 4, 6, 3, 2, [4, 1, 2]), (2, 5, 5, 2, 4, [2, 3]), (3, 6, 4, 3, 3, [1, 6, 5, 3])]
    for kind in LAYERS:
        for seed, (L, T, V, D, H, valid) in enumerate(shapes):
            draw, lengths = Draw(500 + seed), torch.tensor(valid)
            tokens = padded(draw, V, len(valid), T, lengths)

            def run(g, w):
                outputs, last = encode(kind, w, "", L, tokens, lengths)
                return {"outputs": outputs} | dict(zip(state_names(kind), last))

            weights = {"embedding.W": draw.uniform(V, D)} | draw.layers(kind, D, H, L)
            yield record(f"{kind} L={L} T={T} lengths={valid} D={D} H={H}", run, weights=weights,
                         ids={"tokens": tokens.tolist(), "lengths": [valid]}, cell=kind, layers=L)


# ------------------------------------------------------------------ chapter 4: the context, and two sizes of state

def decoder_weights(draw, kind, context, V, D, H_enc, H, L, prefix=""):
    weights = {prefix + "embedding.W": draw.uniform(V, D)}
    if context != "every-step" and H_enc != H:
        for state in state_names(kind):
            for l in range(L):
                weights |= draw.linear(H_enc, H, f"{prefix}bridge.{state}.{l}.")
    weights |= draw.layers(kind, D + (H_enc if context != "initial" else 0), H, L, prefix)
    return weights | draw.linear(H, V, prefix + "output.")


def first_state(kind, weights, prefix, context, source, H, L):
    """The decoder's state before the first word, from the encoder's (h,) or (h, c), each (L,N,H_enc)."""
    if context == "every-step":
        return tuple(torch.zeros(L, source[0].shape[1], H, dtype=source[0].dtype) for _ in state_names(kind))
    if source[0].shape[2] == H:
        return source
    crossed = [torch.stack([linear(weights, f"{prefix}bridge.{name}.{l}.", state[l]) for l in range(L)])
               for name, state in zip(state_names(kind), source)]
    return (torch.tanh(crossed[0]), *crossed[1:])


def decode(kind, weights, prefix, context, source, words):
    """Logits (T',N,V') from the words before each step (N,T') and the encoder's states."""
    L = sum(1 for name in weights if name.startswith(prefix + "cell.") and name.endswith("W_hh"))
    H = weights[prefix + "cell.0.W_hh"].shape[0]
    x = nn.functional.embedding(words.t(), weights[prefix + "embedding.W"])
    if context != "initial":
        x = torch.cat((x, source[0][-1].unsqueeze(0).expand(x.shape[0], -1, -1)), 2)
    start = first_state(kind, weights, prefix, context, source, H, L)
    return linear(weights, prefix + "output.", run_layers(kind, weights, prefix, L, x, start)[0])


def decoder_cases():
    shapes = [(1, 1, 1, 4, 2, 3, 3), (2, 4, 3, 5, 3, 2, 4), (2, 3, 2, 3, 2, 3, 3)]  # L, T', N, V', D, H_enc, H_dec
    for kind in LAYERS:
        for context in ("initial", "every-step", "both"):
            for seed, (L, T, N, V, D, H_enc, H) in enumerate(shapes):
                yield decoder_case(kind, context, Draw(600 + seed), L, L, T, N, V, D, H_enc, H)
        yield decoder_case(kind, "every-step", Draw(650), 2, 1, 3, 2, 4, 2, 3, 2)


def decoder_case(kind, context, draw, L_enc, L, T, N, V, D, H_enc, H):
    words = draw.ids(V, N, T)
    given = {s: draw.uniform(L_enc, N, H_enc) for s in state_names(kind)}
    weights = decoder_weights(draw, kind, context, V, D, H_enc, H, L)

    def run(g, w):
        # Times 1 + 0: a state that the mode does not look at still gets a gradient, of 0.
        source = tuple(g[s] for s in state_names(kind))
        return {"logits": decode(kind, w, "", context, source, words) + 0 * sum(s.sum() for s in source)}

    return record(f"{kind} {context} L_enc={L_enc} L={L} T'={T} N={N} V'={V} D={D} H_enc={H_enc} H_dec={H}", run,
                  given=given, weights=weights, ids={"words": words.tolist()}, cell=kind, context=context,
                  encoderLayers=L_enc, layers=L, embedSize=D, encoderSize=H_enc, hiddenSize=H, vocabulary=V)


# ------------------------------------------------------------------ chapter 6

def masked_mean(losses, lengths):
    mask = (torch.arange(losses.shape[0])[:, None] < lengths[None, :]).to(losses.dtype)
    return (losses * mask).sum() / mask.sum()


def per_token(logits, words):
    flat = nn.functional.cross_entropy(logits.reshape(-1, logits.shape[2]), words.t().reshape(-1), reduction="none")
    return flat.view(logits.shape[0], logits.shape[1])


def log_softmax_cases():
    for seed, (shape, bound) in enumerate([((1, 1), 1), ((3, 4), 2), ((2, 3, 5), 20), ((2, 33), 300)]):
        draw = Draw(700 + seed)
        yield record(f"{shape} within {bound}", lambda g, w: {"outputs": torch.log_softmax(g["x"], -1)},
                     given={"x": draw.uniform(*shape, bound=bound)})


def loss_cases():
    shapes = [(1, 1, [1], 2, 1), (3, 4, [4, 1, 2], 5, 3), (2, 5, [3, 2], 7, 30), (4, 3, [0, 3, 1, 2], 19, 100)]
    for seed, (N, T, valid, V, bound) in enumerate(shapes):
        draw, lengths = Draw(800 + seed), torch.tensor(valid)
        words = padded(draw, V, N, T, lengths)

        def run(g, w):
            losses = per_token(g["logits"], words)
            return {"losses": losses, "loss": masked_mean(losses, lengths)}

        yield record(f"N={N} T'={T} lengths={valid} V'={V} logits within {bound}", run,
                     given={"logits": draw.uniform(T, N, V, bound=bound)},
                     ids={"words": words.tolist(), "lengths": [valid]})


# ------------------------------------------------------------------ the whole model, as in training

def model_cases():
    shapes = [  # L, V, T, lengths, V', T', lengths', D, H_enc, H_dec
        (1, 4, 1, [1], 3, 1, [1], 2, 2, 2),
        (2, 6, 4, [4, 2, 1], 5, 3, [2, 3, 1], 2, 3, 3),
        (2, 5, 5, [3, 4], 6, 4, [4, 2], 3, 2, 4)]
    for kind in LAYERS:
        for seed, (context, shape) in enumerate([("initial", 0), ("both", 0), ("initial", 1), ("every-step", 1), ("both", 1),
                                                 ("initial", 2), ("every-step", 2), ("both", 2)]):
            yield model_case(kind, context, Draw(900 + seed), *shapes[shape])


def model_loss(kind, context, L, w, source, lengths, words, answers, lengths2):
    _, last = encode(kind, w, "encoder.", L, source, lengths)
    logits = decode(kind, w, "decoder.", context, last, words)
    return {"logits": logits, "loss": masked_mean(per_token(logits, answers), lengths2)}


def model_case(kind, context, draw, L, V, T, valid, V2, T2, valid2, D, H_enc, H):
    lengths, lengths2, N = torch.tensor(valid), torch.tensor(valid2), len(valid)
    source, answers = padded(draw, V, N, T, lengths), padded(draw, V2, N, T2, lengths2)
    words = torch.cat((torch.ones(N, 1, dtype=torch.long), answers[:, :-1]), 1)  # shifted right behind <bos> = 1
    weights = {"encoder.embedding.W": draw.uniform(V, D)} | draw.layers(kind, D, H_enc, L, "encoder.")
    weights |= decoder_weights(draw, kind, context, V2, D, H_enc, H, L, "decoder.")

    def run(g, w):
        return model_loss(kind, context, L, w, source, lengths, words, answers, lengths2)

    return record(f"{kind} {context} L={L} lengths={valid} of {T} lengths'={valid2} of {T2} H_enc={H_enc} H_dec={H}", run,
                  weights=weights, ids={"source": source.tolist(), "lengths": [valid], "words": words.tolist(),
                                        "answers": answers.tolist(), "answerLengths": [valid2]},
                  cell=kind, context=context, encoderLayers=L, layers=L, embedSize=D, encoderSize=H_enc, hiddenSize=H,
                  sourceVocabulary=V, vocabulary=V2)


# ------------------------------------------------------------------ a model of the size that one trains, from formulas

def scrambled(name, count):
    """32 scrambled bits for each of `count` places, from the place and the name alone: nothing to store in a file."""
    x = (torch.arange(1, count + 1) * 2654435761 + zlib.crc32(name.encode())) & 0xFFFFFFFF
    x = ((x ^ (x >> 15)) * 2246822519) & 0xFFFFFFFF
    return x ^ (x >> 13)


def formula(name, *shape, bound=0.25):
    """Numbers within the bound (a power of 2), multiples of 2^-23 times it: exact in float32."""
    return (((scrambled(name, torch.Size(shape).numel()) >> 8) - 2 ** 23).float() / 2 ** 23 * bound).view(shape)


def below(name, bound, *shape):
    return (scrambled(name, torch.Size(shape).numel()) % bound).view(shape)


def sample(x):
    """At most some 40 numbers of a large tensor, from all over it."""
    flat = x.detach().reshape(-1)
    return flat[::max(1, flat.numel() // 37)]


def large_cases():
    """The notes' model at the sizes of `learn bench`'s d2l-0.17, for each cell."""
    V, D, H, L, N, T = 200, 32, 32, 2, 64, 10
    source, answers = below("source", V, N, T), below("answers", V, N, T)
    lengths, lengths2 = 1 + below("lengths", T, N), 1 + below("answerLengths", T, N)
    words = torch.cat((torch.ones(N, 1, dtype=torch.long), answers[:, :-1]), 1)
    for kind in LAYERS:
        draw = Draw(0)
        names = {"encoder.embedding.W": draw.uniform(V, D)} | draw.layers(kind, D, H, L, "encoder.")
        names |= decoder_weights(draw, kind, "both", V, D, H, H, L, "decoder.")
        weights = {k: formula(k, *v.shape, bound=1.0 if "embedding" in k else 0.25) for k, v in names.items()}
        case = record(f"{kind} both V={V} D={D} H={H} L={L} N={N} T={T}",
                      lambda g, w: model_loss(kind, "both", L, w, source, lengths, words, answers, lengths2),
                      weights=weights, reduce=sample, cell=kind, context="both", encoderLayers=L, layers=L, embedSize=D,
                      encoderSize=H, hiddenSize=H, sourceVocabulary=V, vocabulary=V)
        yield case | {"weights": {}}


# ------------------------------------------------------------------ chapter 7: the training loop

PAIRS = [("abca", "fd"), ("c", "eab"), ("ba", "d")]  # one batch; letters are ids from 4 on, each row is ended by <eos> = 2
UPDATES = 20


def rows(sentences):
    ids = [[4 + ord(letter) - ord("a") for letter in sentence] + [2] for sentence in sentences]
    lengths = torch.tensor([len(row) for row in ids])
    return torch.tensor([row + [0] * (int(lengths.max()) - len(row)) for row in ids]), lengths


def training_cases():
    """The loss and the gradient norm before each update, and where the parameters are after the last."""
    V, D, H, L, lr, limit = 10, 3, 4, 2, 0.02, 0.3
    (source, lengths), (answers, lengths2) = rows([x for x, _ in PAIRS]), rows([y for _, y in PAIRS])
    words = torch.cat((torch.ones(len(PAIRS), 1, dtype=torch.long), answers[:, :-1]), 1)
    for seed, (kind, context) in enumerate([("rnn", "initial"), ("gru", "both"), ("lstm", "every-step")]):
        draw = Draw(1300 + seed)
        start = {"encoder.embedding.W": draw.uniform(V, D)} | draw.layers(kind, D, H, L, "encoder.")
        start |= decoder_weights(draw, kind, context, V, D, H, H, L, "decoder.")
        expected = {}
        for precision, dtype in DTYPES.items():
            w = {k: nn.Parameter(v.to(dtype).clone()) for k, v in start.items()}
            adam, history = torch.optim.Adam(w.values(), lr=lr), {"losses": [], "norms": []}
            for _ in range(UPDATES):
                adam.zero_grad()
                loss = model_loss(kind, context, L, w, source, lengths, words, answers, lengths2)["loss"]
                loss.backward()
                history["norms"].append(nn.utils.clip_grad_norm_(w.values(), limit))
                history["losses"].append(loss)
                adam.step()
            for k, v in ({k: torch.stack(v) for k, v in history.items()} | w).items():
                expected.setdefault(k, {"shape": list(v.shape)})[precision] = numbers(v)
        yield {"name": f"{kind} {context}", "ids": {}, "given": {}, "weights": plain(start), "expected": expected,
               "options": {"cell": kind, "context": context, "layers": L, "embedSize": D, "hiddenSize": H, "vocabulary": V,
                           "lr": lr, "limit": limit, "updates": UPDATES, "pairs": "\n".join("\t".join(p) for p in PAIRS)}}


# ------------------------------------------------------------------ chapter 9: both directions

def bidirectional(kind, weights, tokens, lengths):
    """PyTorch's bidirectional layer over a packed batch: outputs (T,N,2H), 0 past each end, and end states (2,N,H)."""
    x = nn.functional.embedding(tokens.t(), weights["embedding.W"])
    packed = pack_padded_sequence(x, lengths, enforce_sorted=False)
    named = torch_names(kind, weights, "forward.cell.0.", "_l0") | torch_names(kind, weights, "backward.cell.0.", "_l0_reverse")
    H = weights["forward.cell.0.W_hh"].shape[0]
    module = LAYERS[kind](x.shape[2], H, 1, bidirectional=True).to(x.dtype)
    outputs, last = functional_call(module, named, (packed,))
    return pad_packed_sequence(outputs, total_length=tokens.shape[1])[0], last if kind == "lstm" else (last,)


def bidirectional_cases():
    shapes = [(1, 5, 2, 3, [1]), (4, 6, 3, 2, [4, 1, 2]), (5, 5, 2, 4, [2, 3]), (6, 4, 3, 3, [1, 6, 5, 3])]
    for kind in LAYERS:
        for seed, (T, V, D, H, valid) in enumerate(shapes):
            draw, lengths = Draw(1400 + seed), torch.tensor(valid)
            tokens = padded(draw, V, len(valid), T, lengths)

            def run(g, w):
                outputs, last = bidirectional(kind, w, tokens, lengths)
                return {"outputs": outputs} | dict(zip(state_names(kind), last))

            weights = {"embedding.W": draw.uniform(V, D)}
            weights |= draw.layers(kind, D, H, 1, "forward.") | draw.layers(kind, D, H, 1, "backward.")
            yield record(f"{kind} both directions T={T} lengths={valid} D={D} H={H}", run, weights=weights,
                         ids={"tokens": tokens.tolist(), "lengths": [valid]}, cell=kind, layers=1)
# ------------------------------------------------------------------ chapter 10: attention

def sound(make, seed):
    """The first case from this seed on whose float32 result, PyTorch's own, is within 1e-6 of the truth.

    The gradients that reach a query and a key are differences: those at the scores of one sentence add up to 0. Where
    all positions look alike nothing but rounding is left of them, and a comparison would say nothing."""
    while True:
        case = make(Draw(seed))
        if all(is_close(e) for e in case["expected"].values()):
            return case
        seed += 1


def is_close(entry, within=1e-6):
    truth, rounded = torch.tensor(entry["float64"]), torch.tensor(entry["float32"])
    return bool(((truth - rounded).abs() <= within * entry.get("largest", truth.abs().max())).all())


def attention_weights(draw, attention, H_enc, H, A, prefix="attention.", bound=1.0):
    weights = {prefix + "W_q": draw.uniform(H, A, bound=bound), prefix + "W_k": draw.uniform(H_enc, A, bound=bound)}
    return weights | ({prefix + "v": draw.uniform(A, bound=2 * bound)} if attention == "additive" else {})


def attend(attention, weights, prefix, query, values, lengths):
    """Weights (N,T) and context (N,H_enc) for queries (N,H): sentence by sentence over its real tokens alone, so that
    no mask is needed; of a sentence without tokens both are 0."""
    rows, contexts = [], []
    for n, length in enumerate(lengths.tolist()):
        h = values[:length, n]
        q, k = query[n] @ weights[prefix + "W_q"], h @ weights[prefix + "W_k"]
        if attention == "additive":
            alpha = torch.softmax(torch.tanh(q + k) @ weights[prefix + "v"], 0)
            context = alpha @ h
        else:
            alpha = torch.softmax(k @ q / q.shape[0] ** 0.5, 0)
            context = alpha @ h if length == 0 else nn.functional.scaled_dot_product_attention(q[None], k, h)[0]
        rows.append(torch.cat((alpha, alpha.new_zeros(values.shape[0] - length))))
        contexts.append(context)
    return torch.stack(rows), torch.stack(contexts)


def attention_cases():
    shapes = [(1, 1, 1, 1, [1], 1), (4, 3, 2, 5, [4, 2, 1], 1), (5, 2, 6, 3, [0, 3], 1), (7, 3, 4, 17, [7, 0, 5], 2)]
    for attention in ("additive", "scaled-dot"):
        for seed, shape in enumerate(shapes):
            yield sound(lambda draw: attention_case(draw, attention, *shape), 1400 + 100 * seed)


def attention_case(draw, attention, T, H_enc, H, A, valid, bound):
    lengths, N = torch.tensor(valid), len(valid)

    def run(g, w):
        return dict(zip(("weights", "context"), attend(attention, w, "", g["query"], g["values"], lengths)))

    given = {"query": draw.uniform(N, H), "values": draw.uniform(T, N, H_enc)}
    return record(f"{attention} T={T} lengths={valid} H_enc={H_enc} H_dec={H} A={A}, weights within {bound}", run,
                  given=given, weights=attention_weights(draw, attention, H_enc, H, A, "", bound),
                  ids={"lengths": [valid]}, attention=attention)


def attention_decoder_weights(draw, kind, context, attention, V, D, H_enc, H, L, prefix=""):
    """Those of chapter 4's decoder with a context beside every word, and A = H_dec."""
    weights = decoder_weights(draw, kind, "every-step" if context == "every-step" else "both", V, D, H_enc, H, L, prefix)
    return weights | attention_weights(draw, attention, H_enc, H, H, prefix + "attention.")


def decode_attending(kind, weights, prefix, context, attention, values, source, lengths, words):
    """Logits (T',N,V'): before each step the top layer's state looks at the encoder's outputs (T,N,H_enc)."""
    L = sum(1 for name in weights if name.startswith(prefix + "cell.") and name.endswith("W_hh"))
    H = weights[prefix + "cell.0.W_hh"].shape[0]
    x = nn.functional.embedding(words.t(), weights[prefix + "embedding.W"])
    state, tops = first_state(kind, weights, prefix, context, source, H, L), []
    for t in range(x.shape[0]):
        _, c = attend(attention, weights, prefix + "attention.", state[0][-1], values, lengths)
        top, state = run_layers(kind, weights, prefix, L, torch.cat((x[t], c), 1)[None], state)
        tops.append(top[0])
    return linear(weights, prefix + "output.", torch.stack(tops))


def attention_plans():
    """Every cell and context with additive attention, every cell with scaled dot products."""
    for kind in LAYERS:
        for context in ("initial", "every-step", "both"):
            yield kind, context, "additive"
        yield kind, "both", "scaled-dot"


def attention_decoder_cases():
    shapes = [(1, 1, 1, [1], 4, 2, 2, 2), (2, 4, 3, [4, 1, 3], 5, 3, 2, 4)]  # L, T, T', lengths, V', D, H_enc, H_dec
    for plan in attention_plans():
        for shape in shapes:
            yield sound(lambda draw: attention_decoder_case(draw, *plan, *shape), 1800)


def attention_decoder_case(draw, kind, context, attention, L, T, T2, valid, V, D, H_enc, H):
    lengths, N = torch.tensor(valid), len(valid)
    words = draw.ids(V, N, T2)
    given = {"values": draw.uniform(T, N, H_enc)} | {s: draw.uniform(L, N, H_enc) for s in state_names(kind)}
    weights = attention_decoder_weights(draw, kind, context, attention, V, D, H_enc, H, L)

    def run(g, w):
        source = tuple(g[s] for s in state_names(kind))
        logits = decode_attending(kind, w, "", context, attention, g["values"], source, lengths, words)
        return {"logits": logits + 0 * sum(s.sum() for s in source)}  # as in decoder_case

    return record(f"{kind} {context} {attention} L={L} T={T} lengths={valid} T'={T2} H_enc={H_enc} H_dec={H}", run,
                  given=given, weights=weights, ids={"words": words.tolist(), "lengths": [valid]}, cell=kind,
                  context=context, attention=attention, encoderLayers=L, layers=L, embedSize=D, encoderSize=H_enc,
                  hiddenSize=H, vocabulary=V)


def attention_model_cases():
    for plan in attention_plans():
        yield sound(lambda draw: attention_model_case(draw, *plan), 1900)


def attention_model_case(draw, kind, context, attention):
    L, V, T, valid, V2, T2, valid2, D, H_enc, H = 2, 6, 5, [5, 2, 4], 5, 4, [2, 4, 3], 3, 5, 4
    lengths, lengths2, N = torch.tensor(valid), torch.tensor(valid2), len(valid)
    source, answers = padded(draw, V, N, T, lengths), padded(draw, V2, N, T2, lengths2)
    words = torch.cat((torch.ones(N, 1, dtype=torch.long), answers[:, :-1]), 1)
    weights = {"encoder.embedding.W": draw.uniform(V, D, bound=2)} | draw.layers(kind, D, H_enc, L, "encoder.")
    weights |= attention_decoder_weights(draw, kind, context, attention, V2, D, H_enc, H, L, "decoder.")

    def run(g, w):
        values, last = encode(kind, w, "encoder.", L, source, lengths)
        logits = decode_attending(kind, w, "decoder.", context, attention, values, last, lengths, words)
        return {"logits": logits, "loss": masked_mean(per_token(logits, answers), lengths2)}

    return record(f"{kind} {context} {attention} lengths={valid} of {T} lengths'={valid2} of {T2}", run, weights=weights,
                  ids={"source": source.tolist(), "lengths": [valid], "words": words.tolist(),
                       "answers": answers.tolist(), "answerLengths": [valid2]},
                  cell=kind, context=context, attention=attention, encoderLayers=L, layers=L, embedSize=D,
                  encoderSize=H_enc, hiddenSize=H, sourceVocabulary=V, vocabulary=V2)


# ------------------------------------------------------------------ any configuration: drawn, not picked by hand

RANDOM_CASES = 108
WRITTEN = 6  # steps that greedy decoding writes


def few(x):
    """At most 3 numbers of a tensor, from all over it."""
    flat = x.detach().reshape(-1)
    return flat[::max(1, -(-flat.numel() // 3))]


def configuration(seed):
    """Cells, contexts, layers, sizes, lengths and attention, each drawn by itself."""
    draw = random.Random(seed)
    size = lambda most: 1 + int(most * draw.random() ** 2)  # small sizes more often: they walk along the edges
    context, attention = draw.choice(["initial", "every-step", "both"]), draw.choice(["none", "additive", "scaled-dot"])
    L, H = size(3), size(70)
    return {"cell": draw.choice(list(LAYERS)), "context": context, "attention": attention, "encoderLayers": L, "layers": L,
            "embedSize": size(70), "encoderSize": draw.choice([H, size(70)]), "hiddenSize": H, "attentionSize": size(70),
            "sourceVocabulary": 4 + size(60), "vocabulary": 4 + size(60), "batch": size(40), "steps": size(20),
            "answerSteps": size(20)}


def random_case(seed):
    """The whole model of one drawn configuration: loss, gradients, what clipping and Adam make of them, and what it writes."""
    c, salt = configuration(seed), f"{seed}."
    kind, L, N, T, T2 = c["cell"], c["layers"], c["batch"], c["steps"], c["answerSteps"]
    V, V2, D, H_enc, H, A = (c[k] for k in ("sourceVocabulary", "vocabulary", "embedSize", "encoderSize", "hiddenSize",
                                            "attentionSize"))
    lengths, lengths2 = 1 + below(salt + "lengths", T, N), 1 + below(salt + "answerLengths", T2, N)
    real = lambda name, V, T, lengths: torch.where(torch.arange(T)[None] < lengths[:, None], 1 + below(salt + name, V - 1, N, T), 0)
    source, answers = real("source", V, T, lengths), real("answers", V2, T2, lengths2)
    words = torch.cat((torch.ones(N, 1, dtype=torch.long), answers[:, :-1]), 1)
    attends, draw = c["attention"] != "none", Draw(0)
    names = {"encoder.embedding.W": draw.uniform(V, D)} | draw.layers(kind, D, H_enc, L, "encoder.")
    fed = "both" if attends and c["context"] == "initial" else c["context"]
    names |= decoder_weights(draw, kind, fed, V2, D, H_enc, H, L, "decoder.")
    if attends:
        names |= attention_weights(draw, c["attention"], H_enc, H, A, "decoder.attention.")
    weights = {k: formula(salt + k, *v.shape, bound=bound_of(k)) for k, v in names.items()}

    def logits(w, values, last, words):
        if attends:
            return decode_attending(kind, w, "decoder.", c["context"], c["attention"], values, last, lengths, words)
        return decode(kind, w, "decoder.", c["context"], last, words)

    def run(g, w):
        values, last = encode(kind, w, "encoder.", L, source, lengths)
        y = logits(w, values, last, words)
        return {"logits": y, "loss": masked_mean(per_token(y, answers), lengths2)}

    def greedy(w):
        with torch.no_grad():
            values, last = encode(kind, w, "encoder.", L, source, lengths)
            written, clear = torch.ones(N, 1, dtype=torch.long), True
            for _ in range(WRITTEN):
                best = torch.topk(logits(w, values, last, written)[-1], 2)
                clear &= bool((best.values[:, 0] - best.values[:, 1]).min() > 1e-4)
                written = torch.cat((written, best.indices[:, :1]), 1)
        return written[:, 1:].tolist(), clear

    written, clear = greedy({k: v.double() for k, v in weights.items()})
    case = record(f"{seed}: " + " ".join(str(v) for v in c.values()), run, weights=weights, ids={"written": written},
                  reduce=few, **c, salt=salt)
    expected = case["expected"] | updated(run, weights)
    for entry in expected.values():
        entry["float64"] = [float(f"{v:.10g}") for v in entry["float64"]]  # enough, and half the file
    return case | {"weights": {}, "expected": expected}, clear


def bound_of(name):
    return 1.0 if "embedding" in name or "attention" in name else 0.25


def updated(run, weights, lr=0.01, limit=0.1):
    """The norm of all gradients, and every parameter after clipping and one step of Adam."""
    expected = {}
    for precision, dtype in DTYPES.items():
        w = {k: nn.Parameter(v.to(dtype).clone()) for k, v in weights.items()}
        run({}, w)["loss"].backward()
        results = {"norm": nn.utils.clip_grad_norm_(w.values(), limit)}
        torch.optim.Adam(w.values(), lr=lr, eps=1e-3).step()  # an eps that no gradient drowns in: see random_cases
        for k, v in (results | {"updated." + k: v.detach() for k, v in w.items()}).items():
            keep(expected, k, precision, v, few)
    return expected


def random_cases():
    """Configurations whose float32 result, PyTorch's own, is close to the truth (see `sound`) and whose words are no ties.

    With Adam's usual eps a first step is +-lr for every number, however small its gradient: the sign of a rounding error."""
    seed, cases = 2000, 0
    while cases < RANDOM_CASES:
        case, clear = random_case(seed)
        if clear and all(is_close(e, 2e-6) for e in case["expected"].values()):
            cases += 1
            yield case
        seed += 1


# ------------------------------------------------------------------ optimisers, clipping and first values

WATCHED = (1, 2, 3, 10, 50, 100)


def optimiser_cases():
    """100 steps over a fixed sequence of gradients; expected: each parameter's values after some of the steps."""
    plans = [("sgd", dict(lr=0.01), 1.0), ("adam", dict(lr=0.005), 1.0), ("adam", dict(lr=0.001), 1e-3),
             ("adam", dict(lr=0.003, betas=(0.8, 0.95), eps=1e-6), 30.0), ("adam", dict(lr=0.002), 1e-8)]
    for seed, (kind, settings, scale) in enumerate(plans):
        draw = Draw(1000 + seed)
        start = {"a": draw.uniform(3, 2), "layer.b": draw.uniform(4, bound=0.1), "c": draw.uniform(1)}
        pulls = {k: draw.uniform(*v.shape) for k, v in start.items()}  # a steady pull, and noise around it
        given = {f"grad.{k}": (0.3 * pulls[k] + draw.uniform(100, *v.shape)) * scale for k, v in start.items()}
        given["grad.c"][:40] = 0  # a parameter that nothing pulls at, at first
        yield {"name": f"{kind} {settings}, gradients within {scale}", "ids": {"watched": [WATCHED]},
               "options": {"optimiser": kind, "lr": settings["lr"], "beta1": settings.get("betas", (0.9, 0.999))[0],
                           "beta2": settings.get("betas", (0.9, 0.999))[1], "eps": settings.get("eps", 1e-8)},
               "given": plain(given), "weights": plain(start), "expected": optimise(kind, settings, start, given)}


def optimise(kind, settings, start, given):
    expected = {}
    for precision, dtype in DTYPES.items():
        parameters = {k: nn.Parameter(v.to(dtype).clone()) for k, v in start.items()}
        optimiser = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[kind](parameters.values(), **settings)
        for step in range(1, 101):
            for k, p in parameters.items():
                p.grad = given[f"grad.{k}"][step - 1].to(dtype).clone()
            optimiser.step()
            for k, p in parameters.items() if step in WATCHED else ():
                expected.setdefault(f"{k} after {step}", {"shape": list(p.shape)})[precision] = numbers(p)
    return expected


def clip_cases():
    for seed, (limit, scale) in enumerate([(1.0, 3.0), (1.0, 0.05), (5.0, 40.0), (0.01, 0.02), (1.0, 1e6)]):
        draw = Draw(1100 + seed)
        given = {"a": draw.uniform(4, 3, bound=scale), "b": draw.uniform(5, bound=scale)}
        expected = {}
        for precision, dtype in DTYPES.items():
            parameters = {k: nn.Parameter(torch.zeros_like(v, dtype=dtype)) for k, v in given.items()}
            for k, p in parameters.items():
                p.grad = given[k].to(dtype).clone()  # which clipping mutates
            results = {"norm": nn.utils.clip_grad_norm_(parameters.values(), limit)}
            for key, value in (results | {k: p.grad for k, p in parameters.items()}).items():
                expected.setdefault(key, {"shape": list(value.shape)})[precision] = numbers(value)
        yield {"name": f"limit {limit}, gradients within {scale}", "options": {"limit": limit}, "ids": {},
               "given": plain(given), "weights": {}, "expected": expected}


def initial_cases():
    """How PyTorch's xavier_uniform_ spreads its numbers: the largest, and the standard deviation."""
    for seed, (inner, outer) in enumerate([(32, 200), (300, 100), (128, 128)]):
        torch.manual_seed(1200 + seed)
        w = nn.init.xavier_uniform_(torch.empty(outer, inner))
        spread = {"largest": w.abs().max(), "deviation": w.std()}
        yield {"name": f"{inner} to {outer}", "options": {"in": inner, "out": outer}, "ids": {}, "given": {}, "weights": {},
               "expected": {k: {"shape": [], "float64": numbers(v.double()), "float32": numbers(v)} for k, v in spread.items()}}


if __name__ == "__main__":
    torch.set_num_threads(1)
    write("embedding", list(embedding_cases()))
    write("linear", list(linear_cases()))
    write("cell", [case for kind in LAYERS for case in cell_cases(kind)])
    write("layers", [case for kind in LAYERS for case in layers_cases(kind)])
    write("encoder", list(encoder_cases()))
    write("decoder", list(decoder_cases()))
    write("log_softmax", list(log_softmax_cases()))
    write("loss", list(loss_cases()))
    write("model", list(model_cases()))
    write("large", list(large_cases()))
    write("bidirectional", list(bidirectional_cases()))
    write("training", list(training_cases()))
    write("attention", list(attention_cases()))
    write("attention_decoder", list(attention_decoder_cases()))
    write("attention_model", list(attention_model_cases()))
    write("random", list(random_cases()))
    write("optimiser", list(optimiser_cases()))
    write("clip", list(clip_cases()))
    write("initial", list(initial_cases()))
