"""How the weights are made: `make train`. Needs the dependency group `train`; nothing here ships in the wheel."""
