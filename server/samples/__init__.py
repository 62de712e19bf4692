"""What samples of comments and follower rows show, as counts: rows go in, nobody's name comes out."""
