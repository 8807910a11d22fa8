"""What the words may not say about medicines: nobody is told to start, stop or change one, only whom to ask.

It knows phrases, not meaning. A sentence with a medicine in it may not also say to take, leave out or alter it, unless
what is said is to ask somebody who knows, to go on as before, or what comes before such a change.
"""

import re

from jointly.content.medicine_names import NAMES

SAID = "nobody is told to start, stop or change a medicine: say whom to ask"

_NAMES = "|".join(re.escape(name) for name in sorted(NAMES, key=len, reverse=True))
# A tablet is a device too.
_MEDICINE = re.compile(rf"\b(?<!phone or )(?<!phone, )(?:{_NAMES})s?\b")
_MARK = "medicine"
"""What stands for each name while a sentence is looked at."""

_ALTER = (
    r"start|restart|begin|stop|quit|chang|switch|swap|skip|miss|leave (?:out|off)|leaving (?:out|off)|halv|doubl|cut|"
    r"reduc|lower|drop|increas|rais|adjust|com(?:e|ing) off|go(?:ing)? (?:off|without)|get(?:ting)? off|days? off|"
    r"break from|wean|taper|give up|do without|throw away|put (?:\w+ ){0,3}off|delay|(?:no longer|do not|don't) need|"
    r"put (?:up|down)"
)
_ALTERS = re.compile(
    rf"\b(?:{_ALTER})(?:e|es|s|d|ed|ing|ped|ping|ting|ning)?\b|"
    rf"\b(?:more|fewer|less|half|double|twice|extra|stronger|another)(?: of)?(?: an?| the| your)? (?:\w+ )?{_MARK}\b"
)
_USE = r"(?:take|use|try|have|swallow|buy|order|avoid)"
_AFTER = r"^|[,;:–—] |\b(?:then|please|can|could|may|might|should|must|to|not|don't|never|always|just|also) "
"""Where somebody is told to do it. "If you take steroids" says only who is meant."""
_USED = re.compile(rf"(?:{_AFTER}){_USE} (?:[\w-]+ ){{0,5}}{_MARK}\b")
_AND_USED = re.compile(rf"\band {_USE} (?:[\w-]+ ){{0,5}}{_MARK}\b")
_SOMEBODY = re.compile(r"\b(?:you|who|people|they|somebody|anybody)\b")

_KNOWS = r"pharmacists?|pharmacy|chemist|gps?|gp surgery|doctors?|nurses?|consultant|team|advice line|nhs 111|111|them"
_WHO = rf"(?:(?:an?|any|the|your|their) )?(?:\w+ )?(?:{_KNOWS})"
_ASK = rf"(?:ask|talk to|talk with|speak to|call|tell)(?:ing)? {_WHO}(?: or {_WHO})*"
_CHANGE = r"(?:start|stop|chang)(?:e|ing|ping)?"
_FINE = [
    # What somebody who knows is asked, in the same breath: "Ask a pharmacist before you stop it".
    re.compile(rf"\b{_ASK}(?: first)? (?:if|whether|how|when|about|what|which|before)\b[^;:]*"),
    re.compile(
        r"[^,;:]*\b(?:without|unless you|until you) (?:first )?(?:asking|talking to|speaking to|ask|talk to)\b.*"
    ),
    # "Before you start, stop or change": what comes before a change is no change.
    re.compile(rf"\bbefore (?:you )?{_CHANGE}(?:,? (?:or )?{_CHANGE})+\b"),
    # To go on as before: "Keep taking", "Do not stop or skip".
    re.compile(r"\b(?:keep|go on|carry on) (?:tak|us)ing\b"),
    re.compile(
        rf"\b(?:do not|don't|never) (?:{_ALTER})(?:e|ping)?(?:,? (?:or )?(?:{_ALTER})(?:e|ping)?)*(?: (?:tak|us)ing)?\b"
    ),
    # About medicines on paper alone: "Take a list of your medicines", "It tells nobody which medicine to take".
    re.compile(r"\b(?:a|the|your) (?:list|note|photo|name|names) of\b[^,;:]*"),
    re.compile(r"\b(?:never|not|nobody|nothing) (?:tells?|says?) (?:you |people )?(?:which|what|how) .*"),
]
_WORD = re.compile(r"[\w'-]+")
_LAST = {name.removesuffix(" of").split()[-1] for name in NAMES}
_SOME = _LAST | {f"{word}s" for word in _LAST}
"""One of these is in each name. Most texts have none, and a start of the service reads them all."""


def tells(text: str) -> bool:
    """Whether a sentence speaks of starting, stopping or changing a medicine without saying whom to ask."""
    plain = text.lower().replace("’", "'")
    if _SOME.isdisjoint(_WORD.findall(plain)):
        return False
    return any(map(_tells, re.split(r"(?<=[.?!])\s+", plain)))


def _tells(sentence: str) -> bool:
    left = sentence
    for fine in _FINE:
        left = fine.sub("", left)
    left = _MEDICINE.sub(_MARK, left)
    if _MARK not in left:
        return False
    if _ALTERS.search(left) or _USED.search(left):
        return True
    used = _AND_USED.search(left)
    return used is not None and not _SOMEBODY.search(left[: used.start()])
