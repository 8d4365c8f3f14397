"""Training that knows it will be rounded: linear layers that round their weights and inputs as the shipped int8 file
does.

Weights get 7 bits a column, so that the 16-bit sums of the AVX2 byte product (u8 x s8 pairs) cannot saturate and a
machine without VNNI gives the same answer. Inputs get 8 bits over a range that is watched while the network still
trains in full precision and is then frozen: with ranges taken from the data at run time, a result would depend on what
else is in its batch (.008 of F1 between batches of 1 and 8). A few features of this encoder reach 30 where most stay
below 2; each is divided by a factor of its own, which its weights take over (SmoothQuant, Xiao et al. 2023). Rounding
is passed straight through in the backward pass (Jacob et al. 2018).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

WEIGHT_TOP = 63
INPUT_TOP = 255
SMOOTHING = 0.75
"""How much of a feature's reach its weights take over. Error of the base encoder's states: .165 at 0, .221 at .5, .134
at .65, .124 at .75, .141 at .85, .251 at 1."""

_MEMORY = 0.98


def weight_steps(weight: Tensor) -> Tensor:
    """The step of each output column of a (out, in) weight."""
    return weight.detach().abs().amax(1).clamp_min(1e-8) / WEIGHT_TOP


def rounded_rows(table: Tensor, top: int = 127) -> tuple[Tensor, Tensor]:
    """A table in int8 with a step for each row: (integers, steps)."""
    steps = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / top
    return torch.round(table / steps).to(torch.int8), steps


class RoundedLinear(nn.Linear):
    """A linear layer in one of three states: exact, watching its inputs, rounding (after :meth:`freeze`)."""

    lows: Tensor
    highs: Tensor
    smooth: Tensor

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        self.register_buffer("lows", torch.zeros(inputs))
        self.register_buffer("highs", torch.zeros(inputs))
        self.register_buffer("smooth", torch.ones(inputs))
        self.watching = False
        self.rounding = False

    def freeze(self) -> None:
        """Fix the factor of each input, from what was watched and the weights as they are now."""
        peaks = torch.maximum(self.highs, -self.lows).clamp_min(1e-4)
        reach = self.weight.detach().abs().amax(0).clamp_min(1e-4)
        self.smooth.copy_(peaks**SMOOTHING / reach ** (1 - SMOOTHING))

    def input_step(self) -> tuple[float, int]:
        """The step and the zero point of the inputs, after they are divided by ``smooth``."""
        low = min(float((self.lows / self.smooth).min()), 0.0)
        high = max(float((self.highs / self.smooth).max()), 0.0)
        step = max(high - low, 1e-6) / INPUT_TOP
        return step, round(-low / step)

    def forward(self, states: Tensor) -> Tensor:
        """``states @ weight.T + bias``, rounded if it is on."""
        if self.watching and self.training:
            self._watch(states.detach().flatten(0, -2))
        if not self.rounding:
            return nn.functional.linear(states, self.weight, self.bias)
        states = torch.fake_quantize_per_tensor_affine(states / self.smooth, *self.input_step(), 0, INPUT_TOP)
        weight = self.weight * self.smooth
        steps = weight_steps(weight)
        zeros = torch.zeros(len(steps), dtype=torch.int32)
        weight = torch.fake_quantize_per_channel_affine(weight, steps, zeros, 0, -WEIGHT_TOP, WEIGHT_TOP)
        return nn.functional.linear(states, weight, self.bias)

    def _watch(self, states: Tensor) -> None:
        memory = _MEMORY if bool(self.highs.any()) else 0.0
        self.lows.mul_(memory).add_(states.amin(0), alpha=1 - memory)
        self.highs.mul_(memory).add_(states.amax(0), alpha=1 - memory)


def set_state(network: nn.Module, *, watching: bool, rounding: bool) -> None:
    """Put every rounded layer of ``network`` into a state; what was watched is frozen when rounding begins."""
    for module in network.modules():
        if isinstance(module, RoundedLinear):
            if rounding and not module.rounding and bool((module.smooth == 1).all()):
                module.freeze()
            module.watching, module.rounding = watching, rounding
