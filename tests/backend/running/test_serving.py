"""Starting and ending: one process a folder, plain words when it cannot be, and an end in order."""

import gc
import re
import signal
import stat
import time

import httpx
import pytest

from jointly.serving import collect_rubbish_again
from support.processes import start, stop, wait_until
from support.server import Server


def test_a_second_process_on_the_same_data_is_refused_in_plain_words(server: Server):
    for verb in (("serve", "--port", "0"), ("migrate",), ("restore", str(server.data / "master.key"))):
        done = server.run(*verb, check=False)
        assert done.returncode == 2, verb
        assert "already in use by process" in done.stderr
        assert "Traceback" not in done.stderr
    assert server.is_ready()


def test_a_port_in_use_is_told_in_plain_words(server: Server, make_server):
    other: Server = make_server()
    done = other.run("serve", "--port", str(server.port), "--host", "127.0.0.1", check=False)
    assert done.returncode == 2
    assert f"Port {server.port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_sigterm_ends_it_in_order_with_a_connection_left_open(make_server):
    server: Server = make_server(afresh=True).start()
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        assert client.get("/health").json()["ready"]
        begun = time.monotonic()
        assert server.process is not None
        assert stop(server.process, signal.SIGTERM, seconds=10) == 0
        assert time.monotonic() - begun < 5
    left = {file.name for file in server.data.iterdir()}
    assert "control.sock" not in left
    assert not {name for name in left if name.endswith(("-wal", "-shm"))}, "the log was folded in"


def test_it_starts_again_after_kill_9_whatever_was_left_behind(server: Server):
    server.kill()
    assert (server.data / "control.sock").exists()
    server.start()
    assert server.run("code", "service").stdout


def test_on_a_free_port_links_name_the_port_that_was_taken(make_server):
    server: Server = make_server()
    asked = [*server.jointly, "serve", "--port", "0", "--host", "127.0.0.1"]
    process = start(asked, log=server.log, afresh=True, env=server.environment, cwd=server.data.parent)
    try:
        wait_until(lambda: "Jointly is ready" in server.logged(), process, log=server.log)
        [home] = re.findall(r"ready at (http://localhost:[1-9]\d+) ", server.logged())
        assert httpx.get(f"{home}/health", trust_env=False).json()["ready"]
        assert f"{home}/join#" in server.run("code", "service").stdout
    finally:
        stop(process)


def test_a_command_in_another_folder_says_that_it_begins_a_service(make_server):
    server: Server = make_server()
    assert "begins a new one" in server.run("code", "service").stderr
    assert "begins" not in server.run("code", "service").stderr


def test_what_it_makes_is_its_own_users_alone(server: Server):
    assert stat.S_IMODE(server.data.stat().st_mode) == 0o700
    for file in server.data.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file.name


def test_a_broken_content_tree_stops_the_start_and_names_the_line(make_server, tmp_path):
    broken = tmp_path / "content"
    broken.mkdir()
    server: Server = make_server(environment={"JOINTLY_CONTENT": str(broken)})
    done = server.run("serve", "--port", "0", check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.fixture
def without_collecting():
    thresholds = gc.get_threshold()
    gc.disable()
    yield
    gc.enable()
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("without_collecting")
def test_rubbish_is_collected_while_people_are_served():
    collect_rubbish_again()

    assert gc.isenabled()
