"""What the C library is told about large memory, and that a process which is somebody else's gets it back as it was."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

import pytest

_READS = """
import resource
from server.run.memory import pages_kept

def fresh():
    for _ in range(10):
        bytes(1_000_000)
    begun = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(100):
        bytearray(1_000_000)[::4096] = bytes(245)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - begun > 10_000

told = [fresh()]
with pages_kept():
    told.append(fresh())
told.append(fresh())
print(told)
"""
"""Whether pages of 1 MB are each made of fresh memory: before, within and after the block."""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")
@pytest.mark.parametrize(
    ("told", "fresh"),
    [
        ({"MALLOC_TRIM_THRESHOLD_": "65536"}, [True, False, True]),
        ({"MALLOC_TRIM_THRESHOLD_": "65536", "MALLOC_MMAP_THRESHOLD_": "131072"}, [True, True, True]),
        ({}, [False, False, False]),
    ],
    ids=["told by Dask", "told by its user", "told nothing"],
)
def test_one_page_s_memory_serves_for_the_next_where_dask_forbids_it(
    told: dict[str, str], fresh: list[bool]
) -> None:
    """Within the block alone, and not where the user has said how large blocks are to be had."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")} | told
    run = subprocess.run(
        [sys.executable, "-c", _READS], env=environ, capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout.strip() == str(fresh)
