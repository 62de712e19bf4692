"""The store: creators, their history and the shortlist, durable on this machine."""
