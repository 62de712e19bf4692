"""Fitting, judging and simulations: what the model, its limits and its printed figures come from."""
