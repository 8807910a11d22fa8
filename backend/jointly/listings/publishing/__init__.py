"""What organisations publish here: once, for all; confirmed as often as it runs, and reported when it was wrong."""
