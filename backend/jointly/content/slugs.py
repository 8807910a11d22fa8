"""An item's slug is its folder's name: so no two items can have one slug."""

from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from jointly.content.facts import Sheet

Model = TypeVar("Model", bound=BaseModel)


def check_slug(sheet: Sheet[Model], slug: str, folder: str) -> None:
    if slug == folder:
        return
    sheet.fault(("slug",), f"the slug is '{slug}', but its folder is '{folder}'")
    if slug in sheet.desk.folders(str(PurePosixPath(sheet.path).parents[1])):
        sheet.fault(("slug",), f"the slug '{slug}' is another item's already")
