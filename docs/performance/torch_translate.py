"""Greedy translation in PyTorch, step by step: what `./learn bench --only translations` measures against.

One sentence at a time, as a step-by-step loop is usually written: encode, then T steps of embed, concatenate, GRU,
linear, argmax. The model is that of torch_step.py with weights as they are drawn; every sentence has 5 to 9 words
and gets T words. Prints JSON rows.

usage: torch_translate.py THREADS [CONFIG...]"""
import json, random, sys, time
import torch
from torch_step import CONFIGS, Seq2Seq

SENTENCES = 1000
BOS = 1


@torch.inference_mode()
def translate(model, sentence, steps):
    _, h = model.enc(model.src(sentence.unsqueeze(1)))
    context = h[-1].unsqueeze(0)
    word, words = torch.tensor([[BOS]]), []
    for _ in range(steps):
        out, h = model.dec(torch.cat((model.tgt(word), context), 2), h)
        word = model.out(out).argmax(2)
        words.append(int(word))
    return words


def bench(name, threads):
    V, D, H, L, _, T, _ = CONFIGS[name]
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    random.seed(0)
    model = Seq2Seq(V, D, H, L).eval()
    sentences = [torch.randint(4, V, (random.randint(5, 9),)) for _ in range(SENTENCES)]
    for s in sentences[:100]:
        translate(model, s, T)
    times = []
    for _ in range(3):
        t = time.perf_counter()
        for s in sentences:
            translate(model, s, T)
        times.append(time.perf_counter() - t)
    return {"model": name, "sentences": SENTENCES, "atATime": 1, "sentencesPerSecond": SENTENCES / sorted(times)[1], "threads": threads}


if __name__ == "__main__":
    names = sys.argv[2:] or ["d2l-0.17", "d2l-1.0"]
    print(json.dumps([bench(n, int(sys.argv[1])) for n in names]))
