"""The side of those who welcome people: what was sent to them, the register of a session, links to answer with, dates
that are off, and what is looked for.

A group sees of a person what they are called, what the worker passed on for them, and what happened between them; who
may is decided for each person, when it is asked, by the share that goes with being told.
"""
