"""When things run: schedules into dates, iCalendar's rules into schedules and back, and patterns for people to read.

Values in, values out: nothing here asks the clock, a database or the network. Every length of work is bounded by the
window that is asked for, whatever a source wrote. Rules: RFC 5545 section 3.3.10, OpenActive's Schedule, decision 14.
"""
