"""What is published here, given out again for all to use: OpenActive, Open Referral UK 3, iCalendar, RSS and a list.

Only listings of this service's own publishers go out, never what was taken in from elsewhere. Writing a format is pure:
a `Service` in, a document out; the links by which people join online are no part of any, as they are for members.
"""
