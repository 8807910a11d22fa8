"""Content: loads and checks what physiotherapists write, into unchanging objects and hashed packs for the phone.

Knows no database and no HTTP. Its words: pack, programme, exercise, level, dose, fault.
"""

from jointly.content.exercise_models import ExerciseFacts
from jointly.content.faults import ContentFaults, Fault
from jointly.content.loading import Content, check, load
from jointly.content.models import Ladder, ProgrammeFacts
from jointly.content.packs import Pack, Packs
from jointly.content.speaking import Speak, messages
from jointly.content.where import content_root

__all__ = [
    "Content",
    "ContentFaults",
    "ExerciseFacts",
    "Fault",
    "Ladder",
    "Pack",
    "Packs",
    "ProgrammeFacts",
    "Speak",
    "check",
    "content_root",
    "load",
    "messages",
]
