"""Fetching what others publish, guarded: no address leads into our own network, and no answer exhausts this machine.

`Fetcher` is the one way in which this service reads addresses that somebody else wrote. What it is guarded against:
decision 16.
"""

from jointly.kit.fetching.answers import Failed, Got, Outcome, Refused
from jointly.kit.fetching.fetcher import Fetcher, user_agent
from jointly.kit.fetching.limits import Limits

__all__ = ["Failed", "Fetcher", "Got", "Limits", "Outcome", "Refused", "user_agent"]
