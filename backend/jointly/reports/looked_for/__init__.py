"""What people near a group were looking for, for the groups that could offer it.

One plain table a quarter and *square* of *wishes*: one wish is one person to whom one sort of thing was suggested at a
place in that square, however often. It says how many there were of each sort, and for how many there was no place.

A square is a fixed piece of the country, about 20 km each way; a group is told of the squares that its own places are
in, each by itself. It is no circle around the group, and no sum of squares: circles of neighbours overlap, and what one
has and another has not would tell of single people (decision 0021). Squares have nobody's suggestion in common.
"""
