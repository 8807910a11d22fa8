"""The in-app list: what somebody should know, whatever channel carries it to them as well.

A *notice* is for one person: somebody with a diary, or one of the staff. It is written in the transaction of what it
tells of. It names a kind, what it is about and whom that concerns, and holds no word of anybody: its words are the
kind's message, and the name of an activity or a person is looked up by whoever may see it.
"""
