"""The server's life on a port, from the first line in the terminal to a clean stop."""
