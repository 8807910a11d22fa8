"""Finding what is on: one derived table, one index, distances sorted in SQL."""
