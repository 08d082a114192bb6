"""The Python side of gpu.sh: prints `name steps_per_second` for the networks of Program.cs, trained by PyTorch."""
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional

REPEATS = 5
device, steps = sys.argv[1], int(sys.argv[2])
torch.set_num_threads(1)


class Recurrent(nn.Module):
    """A recurrent layer and a linear layer that reads its memory at the last step."""

    def __init__(self, kind, inputs, hidden, outputs):
        super().__init__()
        self.layer = kind(inputs, hidden, batch_first=True)
        self.readout = nn.Linear(hidden, outputs)

    def forward(self, x):
        return self.readout(self.layer(x)[0][:, -1])


def convolutional():
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 24, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(96, 10))


def wait():
    if device == "cuda":
        torch.cuda.synchronize()


def steps_per_second(net, x, loss_of, optimizer):
    wait()
    start = time.perf_counter()
    for _ in range(steps):
        loss = loss_of(net(x))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    wait()
    return steps / (time.perf_counter() - start)


pictures, digits = torch.rand(32, 1, 8, 8, device=device), torch.randint(0, 10, (32,), device=device)
sequences, signs = torch.randn(128, 50, 1, device=device), torch.rand(128, 1, device=device)
x, y = torch.rand(10_000, 1, device=device), torch.rand(10_000, 1, device=device)
CASES = {
    "cnn": (convolutional, pictures, lambda scores: functional.cross_entropy(scores, digits)),
    "gru": (lambda: Recurrent(nn.GRU, 1, 16, 1), sequences, lambda y_hat: functional.mse_loss(y_hat, signs)),
    "lstm": (lambda: Recurrent(nn.LSTM, 1, 16, 1), sequences, lambda y_hat: functional.mse_loss(y_hat, signs)),
    "1-4096-1": (lambda: nn.Sequential(nn.Linear(1, 4096), nn.ReLU(), nn.Linear(4096, 1)), x,
                 lambda y_hat: functional.mse_loss(y_hat, y)),
}
for name, (build, inputs, loss_of) in CASES.items():
    net = build().to(device)
    adam = torch.optim.Adam(net.parameters(), lr=0.001)
    steps_per_second(net, inputs, loss_of, adam)
    print(f"{name} {statistics.median(steps_per_second(net, inputs, loss_of, adam) for _ in range(REPEATS)):.1f}", flush=True)
