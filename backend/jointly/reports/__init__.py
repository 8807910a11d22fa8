"""Reports: how a service is doing, as counts for its lead.

A *quarter* is three months of the calendar. A *figure* is one count of a quarter, kept unrounded and without anybody's
id once all who are in it have had their time. A *table* is figures that nest, with the *splits* of each by age, sex,
ethnicity and deprivation, or by organisation. Only what `kit.disclosure` lets be told leaves this room.
"""
