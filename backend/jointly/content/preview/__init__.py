"""Pages for reviewers: one for each clinical item, made from the content tree alone, to be opened without a service.

Its words: an item is a folder with facts and words; a page shows both, its review block and its faults.
"""

from jointly.content.preview.building import preview

__all__ = ["preview"]
