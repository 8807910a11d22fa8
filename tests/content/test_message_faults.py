"""Faults in the Fluent messages are found with file and line, and what is right can be said."""

import pytest

from jointly.content import messages

ENGLISH, WELSH = "messages/en/app.ftl", "messages/cy/app.ftl"

# path, what stands there, what is planted, the faults
PLANTED = {
    "not Fluent": (
        ENGLISH,
        "goodbye = Goodbye",
        "goodbye Goodbye",
        'messages/en/app.ftl:4: this is not readable Fluent: Expected token: "="',
    ),
    "id twice": (
        ENGLISH,
        "goodbye =",
        "hello = Hi { $name }\n    .label = Greeting\ngoodbye =",
        "messages/en/app.ftl:4: the id 'hello' is there twice: first in app.ftl, line 2",
    ),
    "unknown reference": (ENGLISH, "{ -service }", "{ -brand }", "messages/en/app.ftl:4: there is no message '-brand'"),
    "missing translation": (
        WELSH,
        "goodbye = Hwyl fawr gan { -service }\n",
        "",
        "messages/cy/app.ftl:1: 'goodbye' is missing: English has it in messages/en/app.ftl:4",
    ),
    "translation of nothing": (
        WELSH,
        "goodbye =",
        "thanks = Diolch\ngoodbye =",
        "messages/cy/app.ftl:4: English has no message 'thanks'",
    ),
    "variable lost": (
        WELSH,
        "{ $name }",
        "chi",
        "messages/cy/app.ftl:2: 'hello' lacks the variable $name that English has",
    ),
    "variable added": (
        WELSH,
        "gan {",
        "{ $day } gan {",
        "messages/cy/app.ftl:4: 'goodbye' has the variable $day that English lacks",
    ),
    "attribute lost": (
        WELSH,
        "    .label = Cyfarchiad\n",
        "",
        "messages/cy/app.ftl:2: 'hello' lacks the attribute .label that English has",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "fault"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found_on_its_line(tree, path: str, old: str, new: str, fault: str):
    tree.plant(path, old, new)

    assert fault in tree.faults()


def test_an_id_in_two_areas_is_found(tree):
    tree.write("messages/en/diary.ftl", "title = Diary\nhello = Hello again\n")
    (tree.root / WELSH).unlink()
    (tree.root / WELSH).parent.rmdir()

    assert tree.faults() == ["messages/en/diary.ftl:2: the id 'hello' is there twice: first in app.ftl, line 2"]


def test_no_english_is_a_fault(tree):
    (tree.root / ENGLISH).unlink()

    assert tree.faults() == ["messages/en:1: there are no messages in English here"]


def test_messages_are_said_as_plain_text(tree):
    speak = messages(tree.root, "en")

    assert speak("hello", name="Ann") == "Hello Ann"
    assert messages(tree.root, "cy")("goodbye") == "Hwyl fawr gan Jointly"


def test_a_message_may_use_a_term_of_another_file(tree):
    term = next(line for line in tree.text(ENGLISH).splitlines(keepends=True) if line.startswith("-service ="))
    tree.plant(ENGLISH, term, "")
    tree.write("messages/en/names.ftl", term)

    assert messages(tree.root, "en")("goodbye") == "Goodbye from Jointly"


def test_a_message_is_never_said_with_a_hole_in_it(tree):
    speak = messages(tree.root, "en")

    with pytest.raises(ValueError, match="hello"):
        speak("hello")
    with pytest.raises(LookupError, match="nothing"):
        speak("nothing")


def test_html_is_found_and_a_remark_about_it_is_not(tree):
    tree.write(
        "messages/en/today.ftl", "# The <b> of a screen is its style.\ntitle = Day\nlong =\n    A <b>long</b> day\n"
    )
    (tree.root / WELSH).unlink()
    (tree.root / WELSH).parent.rmdir()

    assert tree.faults() == ["messages/en/today.ftl:4: HTML is not allowed: write plain words"]
