"""Who may ask this server for what: Host, token, Origin, media type, pairing and headers."""
