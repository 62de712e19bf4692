"""Both browsers behind one protocol: a scenario is written once and runs in each.

Elements are found by role and name in the browser's own accessibility tree, which sees closed shadow roots, and are
acted on with real input. A scenario that passes is therefore an accessibility test too.
"""
