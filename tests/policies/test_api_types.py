"""What the browser believes about the API is what the API is: the document and the types made from it are fresh."""

from pathlib import Path

from jointly import settings
from jointly.app import create_app
from jointly.openapi import written
from support.node import ensure_packages
from support.pwa_build import PWA
from web_build import run_node


def test_openapi_json_is_what_the_backend_says_now(tmp_path: Path, built_pwa: Path):
    app = create_app(settings.read({"JOINTLY_DATA": str(tmp_path)}))
    kept = (PWA / "openapi.json").read_text(encoding="utf-8")
    assert kept == written(app), "stale: run `jointly openapi > pwa/openapi.json`"


def test_the_types_are_made_from_openapi_json():
    ensure_packages(PWA)
    run_node("openapi-types.ts", "--check", cwd=PWA)
