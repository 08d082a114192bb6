"""PyTorch's side of the comparison: trains the case of each line that it reads, and answers with its processor time per step
in microseconds.

A line is `hidden activation optimizer samples batch steps`: `0` hidden units mean no hidden layer, a batch of `0` all samples.
"""
import sys
import time

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.set_num_threads(1)

ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh}
OPTIMIZERS = {
    "sgd": lambda weights: torch.optim.SGD(weights, lr=0.1),
    "momentum": lambda weights: torch.optim.SGD(weights, lr=0.1, momentum=0.8),
    "rmsprop": lambda weights: torch.optim.RMSprop(weights, lr=0.1, alpha=0.9),
    "adam": lambda weights: torch.optim.Adam(weights, lr=0.1, betas=(0.9, 0.99)),
}


def network(hidden, activation):
    if hidden == 0:
        return nn.Sequential(nn.Linear(1, 1))
    return nn.Sequential(nn.Linear(1, hidden), ACTIVATIONS[activation](), nn.Linear(hidden, 1))


def microseconds(hidden, activation, optimizer, samples, batch, steps):
    x = torch.linspace(0, 1, samples).unsqueeze(1)
    y = 1 + 2 * x - 3 * x * x
    net, loss_func = network(hidden, activation), nn.MSELoss()
    descent = OPTIMIZERS[optimizer](net.parameters())
    loader = DataLoader(TensorDataset(x, y), batch_size=batch, shuffle=True) if batch else [(x, y)]
    taken = 0
    start = time.process_time()
    while taken < steps:
        for batch_x, batch_y in loader:
            loss = loss_func(net(batch_x), batch_y)
            descent.zero_grad()
            loss.backward()
            descent.step()
            taken += 1
    return (time.process_time() - start) / taken * 1e6


print(torch.__version__, flush=True)
for line in sys.stdin:
    hidden, activation, optimizer, samples, batch, steps = line.split()
    print(microseconds(int(hidden), activation, optimizer, int(samples), int(batch), int(steps)), flush=True)
