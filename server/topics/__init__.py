"""What a creator talks about, by the words of captions, hashtags, biography and category."""
