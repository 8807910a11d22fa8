"""How deprived a neighbourhood is, by postcode: from a table that the operator imports, or not known.

The English Indices of Deprivation rank all neighbourhoods of England; a *decile* is a tenth of them, 1 the most
deprived. They say nothing of any one home. Two deciles are told together, as a fifth.
"""
