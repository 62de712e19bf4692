"""A list as people keep it, from any table: sheets, headings, columns, cells, people; what is not taken is said."""
