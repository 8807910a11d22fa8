"""Which content is used."""

from jointly.content import content_root, where
from support.repository import ROOT


def test_a_setting_goes_before_everything(tmp_path):
    assert content_root(tmp_path) == tmp_path


def test_a_checkout_uses_the_repository_s_own():
    assert content_root() == ROOT / "content"


def test_an_installed_package_uses_what_it_ships(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "jointly"
    (package / "content_tree").mkdir(parents=True)
    monkeypatch.setattr(where, "_PACKAGE", package)

    assert content_root() == package / "content_tree"
