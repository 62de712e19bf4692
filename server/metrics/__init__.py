"""Numbers about creators: pure numpy, no clock, no input or output.

Arrays have the shape (n_creators,) or (n_creators, n_posts) and hold NaN for "unknown". One creator is a batch of
one: there is one code path. Rates are fractions unless a name says percent.
"""
