"""PyTorch's tokens per second in training the model of `./learn train` on its own batches.

    ./learn bench --batches batches.json      # writes what an epoch of `./learn train` reads
    torch_train.py THREADS batches.json [EPOCHS]

The model is that of `./learn train` without options: one GRU layer on each side, the encoder's state at each sentence's
last real token as first state and beside every word, masked cross-entropy, clipping, Adam. Tokens are real target
tokens, as in `metrics.json`; the time of an epoch is that of its eight steps without evaluation. Prints a JSON row an epoch."""
import json, sys, time
import torch
from torch import nn

BOS = 1


class Seq2Seq(nn.Module):
    def __init__(self, V, W, D, H):
        super().__init__()
        self.src, self.enc = nn.Embedding(V, D), nn.GRU(D, H)
        self.tgt, self.dec = nn.Embedding(W, D), nn.GRU(D + H, H)
        self.out = nn.Linear(H, W)

    def forward(self, x, lengths, y):
        read, _ = self.enc(self.src(x))
        h = read[lengths - 1, torch.arange(x.shape[1])]
        e = self.tgt(y)
        z = torch.cat((e, h.expand(e.shape[0], -1, -1)), 2)
        return self.out(self.dec(z, h.unsqueeze(0))[0])


def tensors(batch):
    x, y = torch.tensor(batch["source"]).t(), torch.tensor(batch["target"]).t()
    before = torch.cat((torch.full((1, y.shape[1]), BOS), y[:-1]))
    lengths = torch.tensor(batch["targetLengths"])
    mask = (torch.arange(y.shape[0])[:, None] < lengths[None, :]).float()
    return x, torch.tensor(batch["sourceLengths"]), before, y, mask


def epoch(model, optimiser, clip, batches):
    start, tokens, total = time.perf_counter(), 0, 0.0
    for x, lengths, before, y, mask in map(tensors, batches):
        logits = model(x, lengths, before)
        losses = nn.functional.cross_entropy(logits.flatten(0, 1), y.flatten(), reduction="none").view(y.shape)
        real = mask.sum()
        loss = (losses * mask).sum() / real
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimiser.step()
        tokens += int(real)
        total += loss.item() * int(real)
    seconds = time.perf_counter() - start
    return {"tokensPerSecond": tokens / seconds, "seconds": seconds, "loss": total / tokens}


if __name__ == "__main__":
    torch.set_num_threads(int(sys.argv[1]))
    torch.manual_seed(0)
    with open(sys.argv[2], encoding="utf-8") as file:
        data = json.load(file)
    sizes = (data[name] for name in ("sourceVocabulary", "targetVocabulary", "embed", "hidden"))
    model = Seq2Seq(*sizes)
    adam = torch.optim.Adam(model.parameters(), data["rate"])
    for number in range(int(sys.argv[3]) if len(sys.argv) > 3 else 8):
        print(json.dumps({"epoch": number + 1, **epoch(model, adam, data["clip"], data["batches"])}), flush=True)
