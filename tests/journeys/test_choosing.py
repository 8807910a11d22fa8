"""Choosing a pathway: each is said in a sentence, and none is suggested."""

from playwright.sync_api import Page, expect

from support.shipped import shipped_content


def test_each_pathway_is_said_in_short(rose: Page) -> None:
    rose.goto("/check-in/choose")

    for pathway in shipped_content().pathways.values():
        row = rose.locator(".rows .row", has_text=pathway.words.title).filter(has_text=pathway.words.summary)
        expect(row).to_have_count(1)
