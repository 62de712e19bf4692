"""Documents in a relational database: two tables, the same on SQLite and PostgreSQL.

It knows collections, indexes and SQL, and no rule of the store; ``server/store/sql.py`` binds the two.
"""
