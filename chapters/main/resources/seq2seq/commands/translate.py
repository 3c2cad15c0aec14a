"""A translator trained in the course on sequence-to-sequence learning, as a PyTorch program.

    python translate.py TEXT...                     one translation a line
    python translate.py --train PAIRS.tsv EPOCHS    train on; a line of PAIRS.tsv: a sentence, a tab, its translation

Needs torch and nothing else; without numpy torch prints a warning, which does no harm. weights.safetensors lies beside
it, and trained.safetensors will; `./learn import-weights trained.safetensors --out runs/from-pytorch` goes back.
"""
import json
import re
import struct
import sys
import unicodedata
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

PAD, BOS, EOS, UNK = range(4)

# nn.RNN and nn.LSTM have two biases where the course has one. Forwards only their sum matters; training moves both, and
# so, with Adam, the sum twice as fast.
CELLS = {"RNN": nn.RNN, "GRU": nn.GRU, "LSTM": nn.LSTM}

# ---------------------------------------------------------------- the model: chapters 1 to 5, 8 and 10


def layers(cell, inputs, H, L, dropout):
    """L recurrent layers, time first, dropout between them. With one layer nothing is between: see self.dropout."""
    return CELLS[cell](inputs, H, L, dropout=dropout if L > 1 else 0.0)


def top(state):
    """The top layer's hidden state (N,H). An LSTM's state is a pair: hidden state and cell state."""
    return (state[0] if isinstance(state, tuple) else state)[-1]


def across(bridge, states):
    """States (L,N,H_enc), each layer's through its own linear layer -> (L,N,H)."""
    return torch.stack([linear(state) for linear, state in zip(bridge, states)])


class Encoder(nn.Module):
    """Ids (N,T) -> Output (T,N,H), and State (L,N,H) at each sentence's last real token."""

    def __init__(self, cell, V, D, H, L, dropout):
        super().__init__()
        self.embedding = nn.Embedding(V, D)  # no padding_idx: no word's loss depends on row 0, so its gradient is 0
        self.rnn = layers(cell, D, H, L, dropout)
        self.dropout = nn.Dropout(dropout if L == 1 else 0.0)

    def forward(self, source, lengths):
        x = self.dropout(self.embedding(source.T))  # (T,N,D)
        packed, state = self.rnn(pack_padded_sequence(x, lengths.cpu(), enforce_sorted=False))
        outputs, _ = pad_packed_sequence(packed)
        return outputs, state


class Attention(nn.Module):
    """A context for each step: the mean of the encoder's outputs, weighted by how well they answer the query."""

    def __init__(self, kind, H_enc, H_dec, A):
        super().__init__()
        self.query = nn.Linear(H_dec, A, bias=False)
        self.key = nn.Linear(H_enc, A, bias=False)
        self.score = nn.Linear(A, 1, bias=False) if kind == "ADDITIVE" else None

    def forward(self, query, keys, values, mask):
        """Query (N,H_dec), keys (T,N,A), values (T,N,H_enc), mask (T,N) true at words -> context (N,H_enc)."""
        q = self.query(query)  # (N,A)
        if self.score is not None:
            scores = self.score(torch.tanh(q + keys)).squeeze(2)  # (T,N), Bahdanau's
        else:
            scores = (q * keys).sum(2) / keys.shape[2] ** 0.5  # (T,N); F.scaled_dot_product_attention, with N first
        weights = scores.masked_fill(~mask, -torch.inf).softmax(0)  # 0 at padding
        return (weights.unsqueeze(2) * values).sum(0)  # (N,H_enc)


class Decoder(nn.Module):
    """The word before and the context, side by side, through L layers to logits (N,V')."""

    def __init__(self, cell, context, attention, V, D, H_enc, H, L, A, dropout):
        super().__init__()
        self.starts_from_encoder = context != "EVERY_STEP"
        self.is_beside_every_word = attention is not None or context != "INITIAL"
        self.embedding = nn.Embedding(V, D)
        self.attention = Attention(attention, H_enc, H, A) if attention else None
        self.rnn = layers(cell, D + (H_enc if self.is_beside_every_word else 0), H, L, dropout)
        self.output = nn.Linear(H, V)
        self.dropout = nn.Dropout(dropout if L == 1 else 0.0)
        self.bridge_h = self.bridge_c = None
        if self.starts_from_encoder and H_enc != H:  # the bridge between two sizes
            self.bridge_h = nn.ModuleList(nn.Linear(H_enc, H) for _ in range(L))
            if cell == "LSTM":
                self.bridge_c = nn.ModuleList(nn.Linear(H_enc, H) for _ in range(L))

    def start(self, outputs, state):
        """The first state: zeros, the encoder's, or the encoder's across the bridge (then tanh, but not for an LSTM's
        cell state)."""
        if not self.starts_from_encoder:
            zeros = outputs.new_zeros(self.rnn.num_layers, outputs.shape[1], self.rnn.hidden_size)
            return (zeros, zeros) if isinstance(state, tuple) else zeros
        if self.bridge_h is None:
            return state
        if isinstance(state, tuple):
            return torch.tanh(across(self.bridge_h, state[0])), across(self.bridge_c, state[1])
        return torch.tanh(across(self.bridge_h, state))

    def step(self, word, state, look):
        """The words before (N) and the state before -> logits (N,V') and the state after."""
        x = self.dropout(self.embedding(word))  # (N,D)
        if self.is_beside_every_word:
            x = torch.cat((x, look(top(state))), 1)  # (N,D+H_enc)
        output, state = self.rnn(x.unsqueeze(0), state)
        return self.output(self.dropout(output.squeeze(0))), state

    def contexts(self, outputs, encoded, lengths):
        """A function from the decoder's top state before a step to the context (N,H_enc); without attention always the
        encoder's top state."""
        if self.attention is None:
            return lambda query: top(encoded)
        keys = self.attention.key(outputs)  # once for all steps
        places = torch.arange(len(outputs), device=outputs.device)
        mask = places.unsqueeze(1) < lengths.to(outputs.device)  # (T,1) < (N) -> (T,N)
        return lambda query: self.attention(query, keys, outputs, mask)


class Seq2Seq(nn.Module):
    def __init__(self, settings, V, V_target, D, H_enc, H_dec, A):
        super().__init__()
        cell, L, dropout = settings["cell"], settings["layers"], settings["dropout"]
        context, attention = settings["context"], settings.get("attention")
        self.encoder = Encoder(cell, V, D, H_enc, L, dropout)
        self.decoder = Decoder(cell, context, attention, V_target, D, H_enc, H_dec, L, A, dropout)

    def read(self, source, lengths):
        """The decoder's first state, and the function that looks back at the source: see contexts."""
        outputs, encoded = self.encoder(source, lengths)
        return self.decoder.start(outputs, encoded), self.decoder.contexts(outputs, encoded, lengths)

    def forward(self, source, lengths, target):
        """Logits (T',N,V') with teacher forcing: the decoder reads <bos> and the right words, shifted by one."""
        state, look = self.read(source, lengths)
        before = torch.cat((torch.full_like(target[:, :1], BOS), target[:, :-1]), 1)
        logits = []
        for word in before.T:  # attention asks with the state before; without it one self.rnn(x, state) would do
            scores, state = self.decoder.step(word, state, look)
            logits.append(scores)
        return torch.stack(logits)

    @torch.no_grad()
    def greedy(self, source, steps):
        """The likeliest word at every step, until <eos>: ids of one translation, from the ids of one sentence."""
        state, look = self.read(source.unsqueeze(0), torch.tensor([len(source)]))
        word, written = source.new_tensor([BOS]), []
        for _ in range(steps):
            logits, state = self.decoder.step(word, state, look)
            word = logits.argmax(1)
            if word.item() == EOS:
                break
            written.append(word.item())
        return written


# ---------------------------------------------------------------- training: chapters 5 to 7


def masked_loss(logits, target):
    """The mean cross-entropy over real words: padding is ignored before anything is averaged."""
    return nn.functional.cross_entropy(logits.flatten(0, 1), target.T.flatten(), ignore_index=PAD)


def train_step(model, optimiser, source, lengths, target, clip):
    """Steps 3 to 7 of the eight: forward, loss, backward, clip, update. Dropout acts while model.training is true:
    train() turns it on, load() ends with eval()."""
    loss = masked_loss(model(source, lengths, target), target)
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), clip)
    optimiser.step()
    return loss.item()


def train(model, text, pairs, settings, epochs):
    """More epochs on new pairs: Adam starts anew, the vocabularies stay, the last epoch is kept."""
    torch.manual_seed(settings["seed"])
    device = next(model.parameters()).device
    optimiser = torch.optim.Adam(model.parameters(), lr=settings["rate"])
    model.train()
    for epoch in range(epochs):
        order = torch.randperm(len(pairs)).tolist()
        total = count = 0
        for at in range(0, len(order), settings["batch"]):
            batch = text.batch([pairs[i] for i in order[at : at + settings["batch"]]], settings["steps"])
            source, lengths, target = (ids.to(device) for ids in batch)
            real = (target != PAD).sum().item()
            total += real * train_step(model, optimiser, source, lengths, target, settings["clip"])
            count += real
        print(f"epoch {epoch + 1}: loss {total / count:.4f}", file=sys.stderr)  # divided once, as in chapter 6
    model.eval()


# ---------------------------------------------------------------- the file: names, shapes and bytes


def load(file):
    """The model, its text, its settings and all its metadata. A safetensors file is a length, a JSON header, and the
    numbers."""
    data = bytearray(Path(file).read_bytes())
    start = 8 + struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:start])
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        numbers = torch.frombuffer(data, dtype=torch.float32, offset=start + begin, count=(end - begin) // 4)
        tensors[name] = numbers.reshape(entry["shape"])
    settings = json.loads(metadata["settings"])
    V, D = tensors["encoder.embedding.weight"].shape
    V_target, H_dec = tensors["decoder.output.weight"].shape
    H_enc = tensors["encoder.rnn.weight_hh_l0"].shape[1]
    A = tensors["decoder.attention.key.weight"].shape[0] if settings.get("attention") else 0
    model = Seq2Seq(settings, V, V_target, D, H_enc, H_dec, A)
    model.load_state_dict(tensors)  # copies the numbers
    return model.eval(), Text(metadata), settings, metadata


def save(model, metadata, file):
    """What `./learn import-weights` reads."""
    header, numbers, at = {"__metadata__": metadata}, [], 0
    for name, tensor in model.state_dict().items():
        flat = tensor.detach().float().flatten().tolist()
        numbers.append(struct.pack(f"<{len(flat)}f", *flat))
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, at + len(numbers[-1])]}
        at += len(numbers[-1])
    start = json.dumps(header).encode()
    start += b" " * (-len(start) % 8)
    Path(file).write_bytes(struct.pack("<Q", len(start)) + start + b"".join(numbers))


# ---------------------------------------------------------------- text, cut into tokens as the course does: chapter 1


def padded(rows):
    return pad_sequence(rows, batch_first=True, padding_value=PAD)


class Vocabulary:
    """Ids of tokens; a token that was never seen spaced like this has the id of its word."""

    def __init__(self, lines):
        self.tokens = lines.rstrip("\n").split("\n")
        self.exact = {token: i for i, token in enumerate(self.tokens)}
        self.plain = {unmarked(token): i for i, token in reversed(list(enumerate(self.tokens)))}

    def ids(self, tokens, steps):
        """Ended by <eos>; a sentence that is too long loses its last words."""
        known = [self.exact.get(t, self.plain.get(unmarked(t), UNK)) for t in tokens[: steps - 1]]
        return torch.tensor(known + [EOS])


class Text:
    def __init__(self, metadata):
        self.by_words = metadata["tokenizer"] == "words"
        self.source = Vocabulary(metadata["vocabulary.source"])
        self.target = Vocabulary(metadata["vocabulary.target"])

    def tokens(self, sentence):
        return words(sentence) if self.by_words else [CHARACTERS.get(c, c) for c in normalised(sentence)]

    def batch(self, pairs, steps):
        """Padded ids (N,T), the sources' lengths (N), padded ids (N,T')."""
        source = [self.source.ids(self.tokens(s), steps) for s, _ in pairs]
        target = [self.target.ids(self.tokens(t), steps) for _, t in pairs]
        return padded(source), torch.tensor([len(row) for row in source]), padded(target)

    def translate(self, model, sentence, steps):
        source = self.source.ids(self.tokens(sentence), steps).to(next(model.parameters()).device)
        written = model.greedy(source, steps)
        tokens = [self.target.tokens[i] for i in written]
        if self.by_words:
            return joined(tokens)
        back = {token: c for c, token in CHARACTERS.items()}
        return "".join(back.get(token, token) for token in tokens)


CHARACTERS = {" ": "␣", "␣": "␣␣"}
ELIDED = "l' j' d' m' t' s' c' n' qu' jusqu' lorsqu' puisqu' quoiqu'".split()
UNSPACED = re.compile("CJK|IDEOGRAPHIC|HIRAGANA|HENTAIGANA|KATAKANA|HALFWIDTH KATAKANA LETTER|THAI|LAO|KHMER|MYANMAR")
category = unicodedata.category


def normalised(text):
    """Lower case, NFC, one kind of space, apostrophe and hyphen, nothing invisible."""
    kept = []
    for c in text:
        c = " " if c.isspace() else {"’": "'", "‘": "'", "ʼ": "'", "＇": "'", "‐": "-", "‑": "-"}.get(c, c)
        if c in "\u200c\u200d" or category(c) not in ("Cf", "Cc"):
            kept.append("\ufffd" if category(c) == "Cs" else c)
    return re.sub(" +", " ", unicodedata.normalize("NFC", "".join(kept).lower())).strip()


def is_mark(c):
    return category(c)[0] == "M" or c in "\u200c\u200d"


def is_word(c):
    return category(c)[0] == "L" or category(c) == "Nd" or is_mark(c)


def is_unspaced(c):
    letter = category(c)[0] == "L"
    wide = "\u3001" <= c <= "\u3030" or c == "・" or "\uff01" <= c <= "\uff65"
    return c in "ーｰ" or (letter and UNSPACED.match(unicodedata.name(c, "")) is not None) \
        or (wide and not letter and category(c) != "Nd")


def is_spaced_word(c):
    return is_word(c) and not is_unspaced(c)


def joins(before, c, after):
    """A hyphen or apostrophe within a word, a point or comma within a number."""
    if c in "'-":
        return is_spaced_word(before) and is_spaced_word(after)
    return c in ".," and category(before) == "Nd" and category(after) == "Nd"


def words(text):
    """The word tokens of a text, with marks where a space stands that usually does not, or none where one does."""
    c, tokens, spaced, at = normalised(text), [], [], 0
    while at < len(c):
        space = c[at] == " "
        start, end = at + space, at + space + 1
        if is_spaced_word(c[start]):
            while c[start:end] not in ELIDED and end < len(c) and (
                is_spaced_word(c[end]) or c[start : end + 1] in ELIDED
                or (end + 1 < len(c) and joins(c[end - 1], c[end], c[end + 1]))
            ):
                end += 1
        else:
            while end < len(c) and is_mark(c[end]):
                end += 1
        tokens.append(c[start:end])
        spaced.append(space)
        at = end
    return marked(tokens, spaced)


class Touching:
    """Which neighbours a token usually touches, told from left to right: a quotation mark opens or closes."""

    def __init__(self):
        self.quoted = False

    def of(self, word):
        c = word[0]
        if is_unspaced(c) or c in "/\\_":
            return True, True
        if category(c) in ("Pi", "Pf") or c in '"„‚':
            self.quoted = not self.quoted
            return not self.quoted, self.quoted
        if word in ELIDED or c in "¡¿#@" or category(c) in ("Ps", "Sc"):
            return False, True
        return category(c) in ("Pe", "Po") and c not in "&*", False


def is_whole(word):
    return is_word(word[0]) and word not in ELIDED


def marked(tokens, spaced):
    usual, left, result = Touching(), (True, True), []
    for i, (word, space) in enumerate(zip(tokens, spaced)):
        right = usual.of(word)
        told = space != (not left[1] and not right[0])
        mark = "␣" if space else "‿"
        if told and i > 0 and is_whole(word) and not is_whole(tokens[i - 1]):
            result[-1] += mark
            told = False
        result.append((mark if told or word[0] in "␣‿" else "") + word)
        left = right
    return result


def has_mark_before(token):
    return len(token) > 1 and token[0] in "␣‿"


def has_mark_after(token):
    return len(token) - 1 > has_mark_before(token) and token[-1] in "␣‿"


def unmarked(token):
    return token[has_mark_before(token) : len(token) - has_mark_after(token)]


def joined(tokens):
    """The text of marked tokens."""
    usual, left, text, before = Touching(), (True, True), "", ""
    for token in tokens:
        right = usual.of(unmarked(token))
        space = not left[1] and not right[0]
        if before and has_mark_after(before):
            space = before[-1] == "␣"
        elif has_mark_before(token):
            space = token[0] == "␣"
        text += " " * space + unmarked(token)
        left, before = right, token
    return text


# ---------------------------------------------------------------- the program


def read_pairs(file):
    """A sentence, a tab and its translation on each line; empty lines are skipped."""
    pairs = []
    for number, line in enumerate(Path(file).read_text("utf-8").split("\n"), 1):
        if line and "\t" not in line:
            sys.exit(f"{file}, line {number}: no tab between a sentence and its translation")
        if line:
            pairs.append(line.split("\t")[:2])
    if not pairs:
        sys.exit(f"{file}: there are no pairs in it")
    return pairs


def main(arguments):
    sys.stdout.reconfigure(encoding="utf-8")  # where it is a pipe, Windows has another
    training = arguments[:1] == ["--train"]
    if not arguments or training and not (len(arguments) == 3 and arguments[2].isdecimal()):
        sys.exit(__doc__.strip())
    here = Path(__file__).parent
    model, text, settings, metadata = load(here / "weights.safetensors")  # then model.to("cuda"), if there is one
    if training:
        train(model, text, read_pairs(arguments[1]), settings, int(arguments[2]))
        save(model, metadata, here / "trained.safetensors")
        return
    for sentence in arguments:
        if text.tokens(sentence):
            print(text.translate(model, sentence, settings["steps"]))
        else:
            print("an empty sentence: there is nothing to translate", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
