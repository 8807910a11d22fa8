"""Reading what sources say into the one model: OpenActive, Open Referral UK 1 and 3, and iCalendar.

Values in, values out: nothing here asks the clock, a database or the network, and nothing that a source writes makes it
raise. What is wrong is told as a `Problem` beside what could be read; what is not stated stays none.
"""
