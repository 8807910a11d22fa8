"""Safety: which care card was shown to somebody, why, and what they did with it.

The cards themselves are content. A yes to a printed sign opens the card that lists it: nothing is counted, weighed or
ranked, nothing is sent to anybody at once, and nobody is promised that it is watched.
"""
