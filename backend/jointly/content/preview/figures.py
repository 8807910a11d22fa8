"""The pictures of exercises on their pages: drawn by the app's own script, which is put into each page."""

import json
from collections.abc import Mapping

from jointly.content.exercises import Exercise, read_exercise
from jointly.content.faults import Desk
from jointly.content.figures import read_figures
from jointly.content.library_pack import figure_pack
from jointly.content.lists import read_lists
from jointly.content.preview.html import Html, element


def figures_of(tree: Desk) -> Mapping[str, Html]:
    """The place of each picture by the folder of its exercise; one whose facts cannot be used has none."""
    desk = Desk(tree.root)  # faults are told already
    lists, figures = read_lists(desk), read_figures(desk)
    read = {folder: read_exercise(desk, folder, lists, figures) for folder in desk.folders("exercises")}
    return {
        f"exercises/{folder}": element(
            "div", class_="figures exercise-figure", data_figure=json.dumps(_facts(exercise))
        )
        for folder, exercise in read.items()
        if exercise
    }


def _facts(exercise: Exercise) -> Mapping[str, object]:
    return figure_pack(exercise.figure).model_dump(mode="json")
