"""The channels besides push: how words get to an e-mail address, a mobile phone or a calendar. No database here.

`channels_of` says which of them the operator set up; `calendar.calendar_of` needs nobody.
"""

from jointly.reminders.channels.channel import Channel, Outcome, Words
from jointly.reminders.channels.opening import channels_of, channels_set_up

__all__ = ["Channel", "Outcome", "Words", "channels_of", "channels_set_up"]
