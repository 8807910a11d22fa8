"""Check-ins: pathways of contacts such as Joint Pain Advisor, what is measured at each, and change since the start.

Its words: a pathway has contacts, each with a window of days in which it is due; a check-in is the record of one
contact; a score is the result of an instrument whose wording is not held here.
"""
