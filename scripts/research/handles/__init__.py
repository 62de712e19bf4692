"""Invented followers: ordinary handles of many naming cultures, and handles as machines make them."""
