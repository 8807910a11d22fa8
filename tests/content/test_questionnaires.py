"""Questionnaires: every fault on its line, the owner's wording kept out, and a pack that rules can take."""

import gzip
import json
import re
import shutil
import subprocess

import pytest

from jointly.content import load
from jointly.content.loading import read
from jointly.content.published import publish
from support.reading import LONGEST_SENTENCE, PLAIN_GRADE, UNWANTED, grade, sentences_of
from support.repository import ROOT
from support.shipped import shipped_content

HOME = "questionnaires"
PHQ9, PHQ9_WORDS = f"{HOME}/phq-9/v1/questionnaire.yaml", f"{HOME}/phq-9/v1/en.yaml"
PHQ4, PHQ4_WORDS = f"{HOME}/phq-4/v1/questionnaire.yaml", f"{HOME}/phq-4/v1/en.yaml"
CHAIR, OWN = f"{HOME}/chair-stand/v1/questionnaire.yaml", f"{HOME}/own-activities/v1/questionnaire.yaml"
PAIN, PAIN_WORDS = f"{HOME}/pain-nrs/v1/questionnaire.yaml", f"{HOME}/pain-nrs/v1/en.yaml"
ACTIVE = f"{HOME}/activity-minutes/v1/questionnaire.yaml"
WSAS, WSAS_WORDS, WSAS_LICENSED = (f"{HOME}/wsas/v1/{name}.yaml" for name in ("questionnaire", "en", "wording.local"))
SHIPPED = {
    "pain-nrs", "own-activities", "activity-minutes", "ons4", "loneliness", "phq-4", "phq-9", "gad-7", "confidence",
    "chair-stand", "body-size",
}  # fmt: skip
SCORES_ONLY = {"msk-hq", "eq-5d-5l", "koos", "hoos", "koos-12", "hoos-12", "start-back", "start-msk", "wsas"}
FIXED = {"ons4", "loneliness", "phq-4", "phq-9", "gad-7", "confidence"}
"""Their items are word for word their owners', whatever our own style asks for."""

# path, what stands there, what is planted, a text on the line of the fault, the message
PLANTED = {
    "unknown item in a score": (
        PHQ4,
        "items: [nervous, worrying, interest, down]",
        "items: [nervous, worrying, interest, dawn]",
        "dawn",
        "there is no item 'dawn' that counts",
    ),
    "item twice in a score": (
        PHQ4,
        "items: [interest, down]",
        "items: [down, down]",
        "[down, down]",
        "'down' is in the list twice",
    ),
    "own words added up": (
        OWN,
        "items: [rate-1, rate-2, rate-3, rate-4, rate-5]",
        "items: [activity-1, rate-2, rate-3, rate-4, rate-5]",
        "[activity-1,",
        "there is no item 'activity-1' that counts",
    ),
    "item twice": (PHQ4, "- { id: worrying,", "- { id: nervous,", "- { id: nervous,", None),
    "unknown kind": (
        PHQ4,
        "kind: choice",
        "kind: guess",
        "guess",
        "'kind' must be 'choice', 'scale', 'number' or 'text'",
    ),
    "choice without options": (
        PHQ4,
        "{ id: nervous, kind: choice, options: how-often }",
        "{ id: nervous, kind: choice }",
        "id: nervous",
        "'options' is missing: an item of kind 'choice' needs it",
    ),
    "unknown options": (
        PHQ4,
        "{ id: nervous, kind: choice, options: how-often }",
        "{ id: nervous, kind: choice, options: how-much }",
        "how-much",
        "there are no options 'how-much'",
    ),
    "option value twice": (PHQ4, "[0, 1, 2, 3]", "[0, 1, 1, 3]", "[0, 1, 1, 3]", "two options of 'how-often' count 1"),
    "options nobody uses": (
        PHQ4,
        "  how-often: [0, 1, 2, 3]",
        "  how-often: [0, 1, 2, 3]\n  yes-no: [0, 1]",
        "yes-no",
        "no item uses the options 'yes-no'",
    ),
    "a scale with ends of its own": (
        PAIN,
        "{ id: now, kind: scale }",
        "{ id: now, kind: scale, max: 100 }",
        "max: 100",
        "'max' does not belong to an item of kind 'scale'",
    ),
    "a number that runs backwards": (
        CHAIR,
        "min: 0, max: 60 }",
        "min: 60, max: 60 }",
        "min: 60, max: 60 }",
        "'max' must be more than 'min'",
    ),
    "asked after an item that comes later": (
        ACTIVE,
        "only_if: moderate_days",
        "only_if: vigorous_days",
        "only_if: vigorous_days",
        "there is no number 'vigorous_days' before 'moderate_minutes'",
    ),
    "rates no words": (
        OWN,
        "about: activity-1",
        "about: rate-5",
        "about: rate-5",
        "there is no text 'rate-5' before 'rate-1'",
    ),
    "a total that cannot be": (
        PHQ4,
        "max: 12\n",
        "max: 13\n",
        "max: 13",
        "'max' is 13, but the answers come to 12",
    ),
    "bands with a gap": (
        PHQ4,
        "{ from: 3, to: 5 }",
        "{ from: 4, to: 5 }",
        "{ from: 4, to: 5 }",
        "the bands have a gap: 2, then 4",
    ),
    "bands that overlap": (
        PHQ4,
        "{ from: 3, to: 5 }",
        "{ from: 2, to: 5 }",
        "{ from: 2, to: 5 }",
        "the bands overlap: 2, then 2",
    ),
    "bands that start late": (
        PHQ4,
        "{ from: 0, to: 2 }",
        "{ from: 1, to: 2 }",
        "{ from: 1, to: 2 }",
        "the first band starts at 1, and the score at 0",
    ),
    "bands that end early": (
        PHQ4,
        "{ from: 9, to: 12 }",
        "{ from: 9, to: 11 }",
        "{ from: 9, to: 11 }",
        "the last band ends at 11, and the score at 12",
    ),
    "a larger change that is smaller": (
        PAIN,
        "change_more: { amount: 2,",
        "change_more: { amount: 1,",
        "change_more: { amount: 1,",
        "'change_more' is a larger change than 'change', of a score with a better end",
    ),
    "a mean of more than there are": (
        OWN,
        "at_least: 3",
        "at_least: 6",
        "at_least: 6",
        "'at_least' is for a mean, and no more than its items",
    ),
    "a pair without its number": (
        ACTIVE,
        "times: [1, 2]",
        "times: [1]",
        "times: [1]",
        "'times' has 1 number for each pair of days and minutes",
    ),
    "a shipped score that is entered": (
        PHQ4,
        "how: sum",
        "how: entered",
        "how: entered",
        "a questionnaire that ships with its wording is scored from its answers",
    ),
    "a card that is not there": (PHQ9, "card: crisis", "card: crises", "crises", "there is no care card 'crises'"),
    "a sign that the card does not have": (
        PHQ9,
        "sign: crisis-thoughts",
        "sign: crisis-feelings",
        "crisis-feelings",
        "'crisis-feelings' is not a sign of the card 'crisis'",
    ),
    "an answer that is not there": (
        PHQ9,
        "from: 1, card",
        "from: 7, card",
        "from: 7",
        "no option of 'self-harm' counts 7",
    ),
    "an item that opens and is not there": (
        PHQ9,
        "- { item: self-harm,",
        "- { item: self-hurt,",
        "self-hurt",
        "there is no choice 'self-hurt'",
    ),
    "a norm that runs backwards": (
        CHAIR,
        "women: [12, 17]",
        "women: [17, 12]",
        "women: [17, 12]",
        "17 to 12 runs backwards",
    ),
    "ages with a gap": (
        CHAIR,
        "{ from: 65, to: 69,",
        "{ from: 66, to: 69,",
        "{ from: 66, to: 69,",
        "ages have a gap or meet twice: 64, then 66",
    ),
    "a sex without a norm": (CHAIR, "women: 1", "women: 4", "women: 4", "no option of 'sex' counts 4"),
    "a threshold without a source": (
        PHQ9,
        ', source: "NHS Talking Therapies" }',
        " }",
        "change: {",
        "'source' is missing",
    ),
    "slug is not the folder": (
        PHQ4,
        "slug: phq-4",
        "slug: phq-5",
        "phq-5",
        "the slug is 'phq-5', but its folder is 'phq-4'",
    ),
    "version is not the folder": (
        PHQ4,
        "version: 1",
        "version: 2",
        "version: 2",
        "the version is 2, but its folder is 'v1'",
    ),
    "missing words for an item": (
        PHQ4_WORDS,
        '  nervous: { words: "Feeling nervous, anxious or on edge" }\n',
        "",
        "items:",
        "there are no words for 'nervous'",
    ),
    "words for an item that is not there": (
        PHQ4_WORDS,
        "  down: {",
        '  sad: { words: "Sad" }\n  down: {',
        "sad:",
        "there are words for 'sad', but the facts do not have it",
    ),
    "missing words for an option": (
        PHQ4_WORDS,
        '2: "More than half the days", ',
        "",
        "how-often:",
        "there are no words for '2'",
    ),
    "words for an option that is not there": (
        PHQ4_WORDS,
        '3: "Nearly every day"',
        '3: "Nearly every day", 4: "Always"',
        '4: "Always"',
        "there are words for '4', but the facts do not have it",
    ),
    "HTML in words": (
        PHQ4_WORDS,
        "Feeling nervous",
        "Feeling <i>nervous</i>",
        "<i>",
        "'words' has < or > in it: HTML is not allowed, write plain words",
    ),
    "a scale without its ends": (
        PAIN_WORDS,
        'low: "no pain", ',
        "",
        "now: {",
        "'low' is missing: an item of kind 'scale' needs it",
    ),
    "missing words for a score": (
        f"{HOME}/loneliness/v1/en.yaml",
        '  lonely: { words: "How often you feel lonely" }\n',
        "  x: { words: y }\n",
        "scores:",
        "there are no words for 'lonely'",
    ),
    "too few words for bands": (
        PHQ4_WORDS,
        'anxiety: { words: "The 2 about worry", bands: ["{from} to {to} of {max}", ',
        'anxiety: { words: "The 2 about worry", bands: [',
        "anxiety:",
        "1 bands have words, and the facts have 2",
    ),
    "a number that nobody knows": (
        PHQ4_WORDS,
        'bands: ["{from}',
        'bands: ["{form}',
        "{form}",
        "{form} is not a number that is known here: use from, max, to",
    ),
    "a threshold said as a number of its own": (
        PHQ9_WORDS,
        "{amount} points",
        "5 points",
        "5 points",
        "these words do not say {amount}",
    ),
    "names without whose they are": (
        PHQ4_WORDS,
        'reference: "Kroenke and others (2009) give these ranges names. A name is not a diagnosis."\n',
        "",
        "title",
        None,
    ),
    "the wording of a licensed instrument": (
        WSAS_WORDS,
        "scores:",
        'intro: "In the last week"\nscores:',
        "intro",
        "the wording of 'wsas' is its owner's: it may stand in wording.local.yaml only",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "at", "message"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found_on_its_line(tree, path: str, old: str, new: str, at: str, message: str | None):
    tree.plant(path, old, new)

    faults = tree.faults()
    if message is None:
        assert any(fault.startswith(f"{path}:") for fault in faults), faults
    else:
        assert f"{path}:{tree.line(path, at)}: {message}" in faults


def licensed(count: int = 5, values: int = 9) -> str:
    """Words that a licence holder might drop in: nobody's own, so that a test can hold them."""
    items = "".join(f'  q{number}: {{ words: "Question {number}" }}\n' for number in range(1, count + 1))
    options = ", ".join(f'{value}: "Answer {value}"' for value in range(values))
    return f'permission: "By letter, reference 17"\nitems:\n{items}options:\n  nine: {{ {options} }}\n'


def pack(tree) -> dict:
    return json.loads(load(tree.root).packs["questionnaires"].body)


def test_the_wording_of_a_licence_holder_is_shown_at_that_service(tree):
    before = pack(tree)["wsas"]
    tree.write(WSAS_LICENSED, licensed())
    after = pack(tree)["wsas"]

    assert (before["shipped"], before["items"], before["scores"][0]["how"]) == ("score-only", [], "entered")
    assert after["shipped"] == "wording"
    assert after["permission"] == "By letter, reference 17"
    assert [item["words"] for item in after["items"]] == [f"Question {number}" for number in range(1, 6)]
    assert after["scores"][0]["how"] == "sum"


def test_one_question_may_have_answers_of_its_own(tree):
    mine = ", ".join(f'{value}: "Own {value}"' for value in range(9))
    said = licensed().replace('{ words: "Question 2" }', f'{{ words: "Question 2", options: {{ {mine} }} }}')
    tree.write(WSAS_LICENSED, said)

    items = pack(tree)["wsas"]["items"]
    assert [items[index]["options"][0]["words"] for index in (0, 1)] == ["Answer 0", "Own 0"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (licensed(count=4), "2: there are no words for 'q5'"),
        (licensed(count=6), "8: there are words for 'q6', but the facts do not have it"),
        (licensed(values=8), "9: there are no words for '8'"),
        (
            licensed().replace("Question 3", "<b>Question 3</b>"),
            "5: 'words' has < or > in it: HTML is not allowed, write",
        ),
        (licensed().partition("\n")[2], "1: 'permission' is missing"),
    ],
    ids=["too few", "too many", "an option short", "HTML", "no permission"],
)
def test_wording_that_does_not_match_is_refused_on_its_line(tree, said: str, message: str):
    tree.write(WSAS_LICENSED, said)

    assert any(fault.startswith(f"{WSAS_LICENSED}:{message}") for fault in tree.faults()), tree.faults()


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("phq-4", "this wording ships already, so there is nothing to add here"),
        ("start-msk", "there is no place for the wording of 'start-msk': its scoring is not known"),
    ],
)
def test_there_is_a_place_for_wording_only_where_it_is_of_use(tree, slug: str, message: str):
    path = f"{HOME}/{slug}/v1/wording.local.yaml"
    tree.write(path, licensed())

    assert tree.faults() == [f"{path}:1: {message}"]


def test_licensed_wording_never_comes_into_the_repository():
    ignored = subprocess.run(["git", "check-ignore", "-q", f"content/{WSAS_LICENSED}"], cwd=ROOT, check=False)

    assert ignored.returncode == 0
    assert list((ROOT / "content" / HOME).rglob("wording.local.yaml")) == []


def test_a_second_version_keeps_the_first_for_old_answers(tree):
    shutil.copytree(tree.root / HOME / "confidence/v1", tree.root / HOME / "confidence/v2")
    tree.plant(f"{HOME}/confidence/v2/questionnaire.yaml", "version: 1", "version: 2")
    newest = pack(tree)["confidence"]

    assert newest["version"] == 2
    assert [(old["version"], old["earlier"]) for old in newest["earlier"]] == [(1, [])]


def test_versions_have_no_gap_and_a_name(tree):
    home = tree.root / HOME / "confidence"
    (home / "v1").rename(home / "v2")
    (home / "draft").mkdir()
    tree.plant(f"{HOME}/confidence/v2/questionnaire.yaml", "version: 1", "version: 2")

    assert tree.faults() == [
        f"{HOME}/confidence:1: the version v1 is missing",
        f"{HOME}/confidence/draft:1: a version's folder is named v1, v2 and so on",
    ]


def test_the_size_of_a_change_in_pain_says_whom_it_fits_less_well():
    pain = json.loads(shipped_content().packs["questionnaires"].body)["pain-nrs"]

    for score in pain["scores"]:
        assert score["change"]["words"] == (
            "A change of 1 point or more is one that people notice. "
            "People with more pain at the start need a larger change."
        )
        assert "larger change" not in score["change_more"]["words"]


def test_what_is_said_after_a_size_of_change_needs_no_new_version(tree):
    publish(read(tree.root))
    tree.plant(PAIN_WORDS, "need a larger change.", "notice only a larger change.")

    assert tree.faults() == []


def test_the_pack_holds_what_the_lists_of_measures_name():
    found = json.loads(shipped_content().packs["questionnaires"].body)

    assert {slug for slug, one in found.items() if one["shipped"] == "wording"} == SHIPPED
    assert {slug for slug, one in found.items() if one["shipped"] == "score-only"} == SCORES_ONLY
    assert {slug for slug, one in found.items() if one["assigned_only"]} == {"phq-9", "gad-7", "wsas"}
    assert all(one["items"] == [] and one["intro"] is None for slug, one in found.items() if slug in SCORES_ONLY)
    assert all(one["not_watched"] and one["source"] and one["attribution"] for one in found.values())
    assert [item["id"] for item in found["body-size"]["items"]] == ["weight_kg", "height_cm", "waist_cm"]


def test_a_phone_on_a_bad_line_gets_it_soon():
    assert len(gzip.compress(shipped_content().packs["questionnaires"].body)) < 8 * 1024


def test_every_one_says_that_it_is_not_approved_and_what_to_look_at():
    reviews = [one.facts.review for one in shipped_content().questionnaires.values()]

    assert len(reviews) == len(SHIPPED | SCORES_ONLY)
    assert not any(review.approved for review in reviews)
    assert all(review.to_check for review in reviews)


@pytest.mark.parametrize("slug", sorted(FIXED))
def test_fixed_wording_is_to_be_compared_with_its_owner_s_and_is_attributed(slug: str):
    facts = shipped_content().questionnaires[slug].facts

    assert any(line.startswith("Compare word by word with the owner's current text") for line in facts.review.to_check)
    words = shipped_content().questionnaires[slug].words
    row = licence_of(slug)
    assert row.endswith("| Nothing |") and words.attribution.split(". No permission")[0].rstrip(".") in row


@pytest.mark.parametrize("slug", sorted(SHIPPED | SCORES_ONLY))
def test_whose_each_of_them_is_stands_in_the_licences(slug: str):
    facts = shipped_content().questionnaires[slug].facts
    row = licence_of(slug)
    owner = facts.holder or facts.source.split(",")[0].lower()
    assert owner.lower() in row.lower().replace("the person's own", "your own"), "the owner, or the source of our own"
    assert ("No words here" in row) == (slug in SCORES_ONLY)


def licence_of(slug: str) -> str:
    """The row of a table of LICENCES.md that is about an instrument."""
    rows = (ROOT / "content/LICENCES.md").read_text(encoding="utf-8").splitlines()
    [row] = [row for row in rows if row.startswith("|") and f"`{slug}`" in row.split("|")[1]]
    return row


def our_sentences() -> list[str]:
    """Our own words; those of owners are theirs."""
    texts: list[str] = []
    for slug, one in shipped_content().questionnaires.items():
        words = one.words
        texts += [*words.about, *words.steps, *words.care, *filter(None, [words.reference])]
        texts += [text for said in words.scores.values() for text in (said.change, said.change_more) if text]
        if slug not in FIXED:
            texts += [
                words.intro or "",
                *(text for said in words.items.values() for text in (said.words, said.hint or "")),
            ]
    return [sentence for text in texts for sentence in sentences_of(text)]


def test_our_own_words_are_plain():
    sentences = our_sentences()

    assert [sentence for sentence in sentences if len(sentence.split()) > LONGEST_SENTENCE] == []
    assert [found for sentence in sentences for found in UNWANTED if re.search(found, sentence)] == []
    assert grade(sentences) < PLAIN_GRADE
