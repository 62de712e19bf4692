"""Campaigns: the brief, the rules that a draft is held against, and the draft check.

A reminder, not legal advice. No web framework, no database, no clock.
"""
