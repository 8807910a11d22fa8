"""What can be wrong with a source as a whole or with the wrapping of its items, and what its publisher can do."""

from collections.abc import Mapping

from jointly.listings.reading.problems import REMEDIES as ITEM_REMEDIES

SOURCE_REMEDIES: Mapping[str, str] = {
    # Asking
    "source-unanswered": "The source does not answer as it should. It is asked again later, less often each time.",
    "source-gone": "The source says that it is gone (404 or 410). Look for its new address, and add that.",
    "source-refused": "The address is not one that is asked: it is private, or no web address. Correct it.",
    "type-of-answer": "The answer does not say that it is JSON. Send the Content-Type of RPDE.",
    "page-unreadable": "A page is not JSON, or no page of a feed. Look at it in a browser.",
    "licence-missing": "No licence is given, so it is not known who may use the data. Give the licence.",
    # Going on
    "next-missing": "A page does not give the next one, so it is not known whether there is more. Give next.",
    "next-relative": "The next page is given without its host. Give the whole address.",
    "next-itself": "A page with items names itself as the next one. Ask for what comes after, not from, its last item.",
    "next-again": "The pages lead back to one that was read. Order the items, and go on after the last one.",
    "next-insecure": "The feed is read over https and gives its next page with http; https was used. Give https.",
    "next-elsewhere": "The next page is on another host, and is not asked for. Keep all pages on one host.",
    "feed-too-long": "The feed has more pages or items than are read. Leave out what is long over.",
    "feed-empty": "The whole feed was empty, where it had items before. What it had is kept until it shows again.",
    # The wrapping of items
    "wrap-unreadable": "Something in the list of items is no item. Send objects with id, state, kind and modified.",
    "wrap-id-missing": "The item has no id in the feed. Give each item one that stays.",
    "wrap-state-missing": "The item does not say whether it is updated or deleted. Give its state.",
    "wrap-kind-missing": "The item does not say what it is. Give its kind.",
    "wrap-modified-missing": "The item has no modified, so the last one to come counts. Give modified.",
    "wrap-modified-text": "Modified is a text. Give a whole number.",
    "wrap-modified-future": "The item was changed in the future. Put the clock right, and publish it anew.",
    "wrap-data-missing": "The item is updated but has no data, so what was known of it stays. Send its data.",
    "wrap-data-of-gone": "The item is deleted and has data all the same, which was thrown away. Leave the data out.",
    "wrap-twice": "The item stands twice on one page; the newest counts. Give each id once, where it was changed last.",
    "wrap-older": "An older copy of the item came after a newer one, which stays. Give each id once.",
    "id-doubled": "Two items have the same id in their data; one of them is used. Give each its own.",
    "reading-failed": "Reading the item went wrong here. Tell whoever makes Jointly, with the item.",
    # Lists of Open Referral UK
    "service-unanswered": "A service of the list cannot be read singly. Answer at /services/{id}.",
    "list-again": "The list of services gives the same services again on another page. Number the pages right.",
    "list-gap": "A page in the middle of the list of services is empty. Fill each page before the next one.",
}
REMEDIES: Mapping[str, str] = {**ITEM_REMEDIES, **SOURCE_REMEDIES}
"""Every code that a report can show."""
