"""Soi: reads the Instagram profile that is open and says whether this creator is worth writing to, and why."""

__version__ = "0.2.0"
