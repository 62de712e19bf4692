"""A stand-in for Instagram: invented creators on pages shaped like the real ones.

The same creators make the live site of the browser tests and the demo (``site``), and the saved pages under
tests/fixtures (``scripts/make_fixtures.py``). Nothing here was copied from a real page: handles end in ``vidu``
("for example"), names, captions and counts are made up.
"""
