"""What ``scripts/research/fit.py`` needs: a small deterministic trainer, grouped folds, and one module a model."""
