"""The phone's screens say only what is in the messages."""

import re

from jointly.content.faults import Desk
from jointly.content.message_check import read_language
from support.repository import ROOT, files_under, named

SAID = re.compile(r"""\bt\(\s*"([a-z][a-z0-9-]*)\"""")


def test_every_message_that_a_screen_names_is_there():
    known = read_language(Desk(ROOT / "content"), "en").messages
    missing = [
        f"{named(file)}: {id_}"
        for file in files_under("pwa/src/page", ".ts", ".tsx")
        for id_ in SAID.findall(file.read_text(encoding="utf-8"))
        if id_ not in known
    ]
    assert missing == []


def test_a_name_of_nothing_is_noticed():
    assert SAID.findall('<p>{t("hello", { name })} {t(\n"goodbye")} {at("noon")}</p>') == ["hello", "goodbye"]
