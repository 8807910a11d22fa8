"""Every problem has its remedy in plain words, and every remedy its problem."""

import re

from jointly.listings.dates.problems import REMEDIES as DATE_REMEDIES
from jointly.listings.reading.problems import ITEM_REMEDIES, REMEDIES, note
from support.reading import LONGEST_SENTENCE, sentences_of
from support.repository import files_under

CODE = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"')


def test_every_code_has_a_remedy_and_every_remedy_a_code():
    files = [file for file in files_under("backend/jointly/listings/reading", ".py") if file.name != "problems.py"]
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    noted = set(re.findall(r'(?:note|_refused)\((?:\w+, )?"([a-z0-9-]+)"', source))
    assert noted - REMEDIES.keys() == set()
    assert ITEM_REMEDIES.keys() - set(CODE.findall(source)) == set()
    assert ITEM_REMEDIES.keys() & DATE_REMEDIES.keys() == set()


def test_remedies_say_what_it_means_and_what_to_do():
    for code, remedy in REMEDIES.items():
        sentences = sentences_of(remedy)
        assert len(sentences) >= 2 or "Nothing is wrong" in remedy, code
        assert all(len(sentence.split()) <= LONGEST_SENTENCE + 5 for sentence in sentences), code
        assert remedy[0].isupper() and remedy.endswith("."), code


def test_a_problem_is_noted_once_with_what_stood_there():
    problems = []
    note(problems, "date-wrong", "next\nTuesday")
    note(problems, "date-wrong", "next Tuesday")
    note(problems, "date-wrong", "x" * 500)
    assert [problem.found for problem in problems] == ["next Tuesday", "x" * 200]
