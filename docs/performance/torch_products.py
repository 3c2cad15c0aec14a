"""PyTorch's matrix products: what `./learn bench --only products` measures against. Prints JSON rows.

usage: torch_products.py THREADS"""
import json, sys, time
import torch


def gflops(m, k, n, runs=200):
    a, b = torch.rand(m, k) * 2 - 1, torch.rand(k, n) * 2 - 1
    end = time.perf_counter() + 2
    while time.perf_counter() < end:
        torch.mm(a, b)
    times = []
    for _ in range(runs):
        t = time.perf_counter(); torch.mm(a, b); times.append(time.perf_counter() - t)
    times.sort()
    return {"gflops": 2e-9 * m * k * n / times[runs // 2], "bestGflops": 2e-9 * m * k * n / times[0]}


if __name__ == "__main__":
    torch.set_num_threads(int(sys.argv[1]))
    with torch.inference_mode():
        print(json.dumps([{"shape": f"({m}×{k})·({k}×{n})", "threads": int(sys.argv[1]), **gflops(m, k, n)}
                          for m, k, n in [(128, 512, 768), (64, 32, 96)]], ensure_ascii=False))
