"""What each resource does. HTTP is `server.api`; nothing here knows a web framework."""
