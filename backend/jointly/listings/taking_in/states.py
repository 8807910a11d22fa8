"""How a source stands, in one word that is kept and in words for whoever runs the service."""

from collections.abc import Mapping

STATES: Mapping[str, str] = {
    "new": "not read yet",
    "running": "being read",
    "up-to-date": "read to its end",
    "stalled": "stuck: a page does not say which page comes next",
    "self-loop": "stuck: a page with items names itself as the next one",
    "cycle": "stuck: its pages lead back to where they began",
    "blocked": "stopped: it sends us where we do not go",
    "too-long": "stopped: it has more pages or items than are read",
    "backoff": "not answering as it should; asked again later",
    "gone": "gone: its publisher has taken it away",
    "here": "published here",
}
"""Those of a feed's consumer in `listings.md` 3.2, and four more."""
