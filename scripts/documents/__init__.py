"""Documents that are generated from data, so that they cannot fall behind it."""
