"""Caseload: whose turn it is and why, for the staff whom people share their check-ins with.

Its words: a line is one person on the list; a reason is why they stand where they stand. The order is that of
published rules about dates alone. Nobody's answers are compared, weighed or counted, and nothing derived is kept: every
line is worked out from people's own entries when the list is asked for.
"""
