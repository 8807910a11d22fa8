"""What no words of the content may say is told with file and line, wherever it stands: about medicines, and claims."""

import pytest

from jointly.content.claims import SAID as CLAIMED
from jointly.content.medicine_words import SAID as TOLD
from jointly.content.medicine_words import tells

REFUSED = [
    "Stop your methotrexate.",
    "Stop taking your methotrexate if you have a fever.",
    "Take more ibuprofen.",
    "Come off your steroids.",
    "Do not take your tablets today.",
    "Stop your tablets before you begin.",
    "Before you begin, stop your tablets.",
    "Stop your tablets, then ask a pharmacist.",
    "Ask a pharmacist, then stop your tablets.",
    "Stop your medicine and talk to a GP.",
    "Have a day off your tablets.",
    "Take a break from your medicine.",
    "Double your dose of codeine.",
    "Halve the dose when you feel better.",
    "Use less paracetamol.",
    "Skip your injection if you feel unwell.",
    "Your steroids can be halved.",
    "Try ibuprofen gel.",
    "Rest and take ibuprofen.",
    "If you feel worse, take another tablet.",
    "You can take 2 paracetamol.",
    "You should leave out a dose.",
    "Leave out adalimumab before an operation.",
    "Avoid anti-inflammatories.",
    "Cut down on your painkillers.",
    "You may need fewer painkillers.",
    "You no longer need your painkillers.",
    "It is fine to miss your amitriptyline.",
    "Put your tablets off until tomorrow.",
    "Use your painkillers before you exercise.",
    "Change to naproxen.",
    "Wean yourself off tramadol.",
    "Rest first. Stop your sertraline. Ask a GP how it goes.",
]
TAKEN = [
    "Do not skip your tablets.",
    "Keep taking your tablets.",
    "Do not stop or change your medicine without asking a pharmacist.",
    "Ask your pharmacist before you stop any medicine.",
    "Ask a pharmacist or a doctor before you start, stop or change any medicine.",
    "Before you start, stop or change a medicine, ask your pharmacist.",
    "Ask a GP if you should take ibuprofen.",
    "Jointly never tells you which medicine to take, or how much.",
    "Take a list of your medicines with you.",
    "you take a DMARD, a biologic or a steroid for your joints, and:",
    "you fell or were hit, even lightly, and take steroids",
    "Ask them what to do about your medicines: they can tell you, and this card cannot.",
    "painkillers do not help",
    "You can open your diary on another phone, tablet or computer.",
    "Start on your phone or tablet.",
]


@pytest.mark.parametrize("sentence", REFUSED)
def test_nobody_is_told_to_start_stop_or_change_a_medicine(sentence: str):
    assert tells(sentence)


@pytest.mark.parametrize("sentence", TAKEN)
def test_whom_to_ask_and_to_go_on_as_before_may_be_said(sentence: str):
    assert not tells(sentence)


# path, what stands there, and what is put in its place: {} is what nobody may say
EVERYWHERE = {
    "an exercise": ("exercises/bridge/en.md", "Keep breathing: do not hold your breath.", "{}"),
    "a programme": ("programmes/back/en.md", "## On a bad day\n\n", "## On a bad day\n\n{} "),
    "a topic": ("topics/sleep/en.md", "## In short\n\n", "## In short\n\n{} "),
    "a title": ("topics/sleep/en.md", "# Sleep", "# {}"),
    "a care card": ("safety/general/en.md", "Make an appointment with a GP.", "{}"),
    "a pathway": ("pathways/shoulder/en.md", "## Finishing early\n\n", "## Finishing early\n\n{} "),
    "what a contact is called": ("pathways/shoulder/en.md", ": After 6 weeks", ": {}"),
    "round a questionnaire": ("questionnaires/phq-4/v1/en.yaml", 'about:\n  - "', 'about:\n  - "{} '),
    "a question of our own": ("questionnaires/pain-nrs/v1/en.yaml", "How bad is your pain now?", "{}"),
    "beside every questionnaire": ("questionnaires/words.en.yaml", 'not_watched: "', 'not_watched: "{} '),
    "a number": ("lists/helplines.en.yaml", "A life may be in danger.", "{}"),
    "a page": ("pages/privacy/gaps.en.yaml", 'controller: "', 'controller: "{} '),
    "a message": ("messages/en/app.ftl", "    .label = Greeting", "    .label = {}"),
    "a variant of a message": (
        "messages/en/app.ftl",
        "goodbye = Goodbye from { -service }",
        "goodbye = { $n ->\n    [one] Goodbye\n   *[other] {}\n}",
    ),
}


@pytest.mark.parametrize(("path", "old", "new"), EVERYWHERE.values(), ids=EVERYWHERE.keys())
@pytest.mark.parametrize(
    ("words", "fault"),
    [("Stop your methotrexate.", TOLD), ("Your symptoms suggest arthritis. We watch your answers.", CLAIMED)],
    ids=["medicine", "claim"],
)
def test_it_is_refused_in_every_kind_of_words(tree, path: str, old: str, new: str, words: str, fault: str):
    tree.plant(path, old, new.replace("{}", words))

    line = tree.line(path, "goodbye =" if "$n" in new else words)
    assert f"{path}:{line}: {fault}" in tree.faults()


def test_the_words_of_an_owner_are_left_as_they_are(tree):
    tree.plant("questionnaires/phq-9/v1/en.yaml", "watching television", "detecting")

    assert tree.faults() == []
