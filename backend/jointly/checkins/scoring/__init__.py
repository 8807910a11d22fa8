"""Scoring: the numbers that answers make, each of which can be counted by hand from the screen."""
