"""Fields of JSON bodies: one description reads a value, names what is wrong, and stands in the OpenAPI document.

The API reads requests with them, and the store judges with them what lies on the disk.
"""
