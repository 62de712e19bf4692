"""The static shell of the web app; ``assets`` hands its files to the server."""
