"""What is on near somebody: sessions, groups and services, taken in from open data or published here.

Words of this room: a *source* is where listings come from (a feed, or this service itself); a *record* is what a source
said, kept as it came; a *service* is what people go to (a weekly class, a group, a helpline), made from records; an
*occurrence* is one date of it; a *find* is a row of the table that searches read. What is derived can always be derived
again from the records.
"""
