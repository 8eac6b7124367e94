"""The mean of several trained networks: one network, as fast as each, and better than each.

Networks that were fine-tuned from one start lie in one basin of the loss, so that the mean of
their weights is a good network too (Wortsman et al. 2022, "Model soups", arXiv:2203.05482).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from attribution.training.network import Network


def averaged(networks: Sequence[Network]) -> Network:
    """Give the first network the mean weights of all, and return it.

    Args:
        networks: At least one; all began as the same network.
    """
    states = [network.state_dict() for network in networks]
    mean = {name: _mean([state[name] for state in states]) for name in states[0]}
    networks[0].load_state_dict(mean)
    return networks[0]


def _mean(values: Sequence[Tensor]) -> Tensor:
    # The rounded word embeddings were not trained and are the same in all.
    return torch.stack(list(values)).mean(dim=0) if values[0].is_floating_point() else values[0]
