"""What PyTorch makes of exported models: the values that TorchWeightsTest holds ours against.

usage: python docs/pytorch/roundtrip.py DIR
       (DIR is what the test wrote when it ran with -Dseq2seq.pytorch=DIR; needs torch)

For each model of DIR, by way of its own translate.py: the logits and the loss of its pairs, what greedy decoding writes,
and the same again after ten training steps. Into DIR come NN.trained.safetensors, which translate.py saves after these
steps, NN.logits.safetensors, and pytorch.json with the rest; all of them are copied to
chapters/test/resources/seq2seq/commands/pytorch.
"""
import importlib.util
import json
import struct
import sys
from pathlib import Path

import torch

STEPS = 10


def module(folder):
    spec = importlib.util.spec_from_file_location("translate", folder / "translate.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def judge(script, model, text, settings, pairs):
    """Logits (T',N,V'), the loss, and the text of each source."""
    source, lengths, target = text.batch(pairs, settings["steps"])
    with torch.no_grad():
        logits = model(source, lengths, target)
        loss = script.masked_loss(logits, target).item()
    return logits, loss, [text.translate(model, s, settings["steps"]) for s, _ in pairs]


def write(file, tensors):
    header, numbers, at = {}, [], 0
    for name, tensor in tensors.items():
        flat = tensor.flatten().tolist()
        numbers.append(struct.pack(f"<{len(flat)}f", *flat))
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, at + 4 * len(flat)]}
        at += 4 * len(flat)
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    file.write_bytes(struct.pack("<Q", len(head)) + head + b"".join(numbers))


def case(folder):
    script = module(folder)
    model, text, settings, metadata = script.load(folder / "weights.safetensors")
    pairs = [line.split("\t") for line in (folder / "pairs.tsv").read_text("utf-8").split("\n") if line]
    logits, loss, written = judge(script, model, text, settings, pairs)
    optimiser = torch.optim.Adam(model.parameters(), lr=settings["rate"])
    model.train()
    for _ in range(STEPS):
        script.train_step(model, optimiser, *text.batch(pairs, settings["steps"]), settings["clip"])
    model.eval()
    script.save(model, metadata, folder.parent / f"{folder.name}.trained.safetensors")
    logits2, loss2, written2 = judge(script, model, text, settings, pairs)
    write(folder.parent / f"{folder.name}.logits.safetensors", {"logits": logits, "trained": logits2})
    return {"name": folder.name, "loss": loss, "written": written, "trainedLoss": loss2, "trainedWritten": written2}


def main(root):
    torch.set_num_threads(1)
    folders = sorted(path for path in root.iterdir() if path.is_dir())
    cases = [case(folder) for folder in folders]
    script = module(folders[0])
    texts = [line for line in (root / "texts.txt").read_text("utf-8").split("\n") if line]
    tokens = {t: [script.words(t), script.joined(script.words(t))] for t in texts}
    result = {"torch": torch.__version__.split("+")[0], "cases": cases, "tokens": tokens}
    (root / "pytorch.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(cases)} models, {len(tokens)} texts")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
