"""What is told to people, when, and how it reaches them.

A *wish* is what somebody asked to be reminded of. From wishes and from what else stands in their record follows, by one
pure rule, what is *due*: a *slot* with a key that is the same however often it is worked out. What falls together is
one *telling*; each way in which it goes out is a *message*.
"""
