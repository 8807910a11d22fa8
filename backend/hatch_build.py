"""The build hook: puts the built PWA and the content tree into the wheel.

An editable install builds nothing: `jointly` then serves backend/jointly/static, which the tests build, and reads
content/ where it is.
"""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebBuild(BuildHookInterface):
    """JOINTLY_SKIP_WEB=1 leaves the PWA out, for packagers who bring a built one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        build_data["force_include"][str(root / "content")] = "jointly/content_tree"
        if os.environ.get("JOINTLY_SKIP_WEB") == "1":
            return
        sys.path.insert(0, str(root / "backend"))
        from web_build import build_pages, install_packages

        install_packages(root / "pwa")
        build_pages(root / "pwa", root / "backend" / "jointly" / "static")
