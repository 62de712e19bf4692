"""The embedded engine: documents in memory, a snapshot on the disk, and a journal of the writes since.

It knows tables, indexes and bytes, and no rule of the store; ``server/store/tinydb.py`` binds the two.
"""
