"""Starting the app: its ports, its certificates, and a phone that speaks with it over a real connection."""

from __future__ import annotations

import signal
import socket
import ssl
import stat
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path

import pytest
from cryptography import x509

from psoas.core.errors import InputError
from psoas.security.local_ca import ensure_certificates
from psoas.web.server import _socket, lan_address

ADDRESS = "127.0.0.7"
"""An address of this machine that stands in for one of a network."""


def test_a_phone_that_trusts_the_authority_trusts_this_machine_alone(tmp_path: Path) -> None:
    """The handshake is done by OpenSSL, with name constraints and host names checked."""
    made = ensure_certificates(tmp_path, ADDRESS)
    assert handshake(made.certificate, made.key, made.authority, ADDRESS)
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(made.certificate, made.key, made.authority, "127.0.0.8")
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(made.certificate, made.key, None, ADDRESS)


def handshake(certificate: Path, key: Path, authority: Path | None, name: str) -> bool:
    """Whether a client and a server agree, in memory."""
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(certificate, key)
    client_side = ssl.create_default_context(cafile=authority)
    a, b = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_side.wrap_bio(a, b, server_hostname=name)
    server = server_side.wrap_bio(b, a, server_side=True)
    for _ in range(4):
        for end in (client, server):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
    return client.cipher() is not None


def test_the_authority_signs_for_private_networks_only(tmp_path: Path) -> None:
    authority = x509.load_pem_x509_certificate(ensure_certificates(tmp_path, ADDRESS).authority.read_bytes())
    constraints = authority.extensions.get_extension_for_class(x509.NameConstraints)
    assert constraints.critical
    allowed = [one.value for one in constraints.value.permitted_subtrees or []]
    assert "local" in allowed
    assert all(one == "local" or one.is_private for one in allowed)
    basic = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (basic.ca, basic.path_length) == (True, 0)


def test_papers_are_secret_stay_and_follow_the_address(tmp_path: Path) -> None:
    first = ensure_certificates(tmp_path / "certificates", ADDRESS)
    for path in (tmp_path / "certificates").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert stat.S_IMODE((tmp_path / "certificates").stat().st_mode) == 0o700
    before = {path: path.read_bytes() for path in (tmp_path / "certificates").iterdir()}
    assert len(before) == 4
    ensure_certificates(tmp_path / "certificates", ADDRESS)
    assert {path: path.read_bytes() for path in before} == before
    moved = ensure_certificates(tmp_path / "certificates", "192.168.7.20")
    assert moved.fingerprint == first.fingerprint, "a phone that trusted it still does"
    assert moved.certificate.read_bytes() != before[first.certificate]
    elsewhere = ensure_certificates(tmp_path / "certificates", "192.0.2.9")
    assert elsewhere.fingerprint != len("its own constraints") * "x"
    assert handshake(elsewhere.certificate, elsewhere.key, elsewhere.authority, "192.0.2.9")


def test_a_certificate_lasts_as_long_as_browsers_allow(tmp_path: Path) -> None:
    made = ensure_certificates(tmp_path, ADDRESS)
    certificate = x509.load_pem_x509_certificate(made.certificate.read_bytes())
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc < timedelta(days=398)
    assert certificate.not_valid_after_utc - datetime.now(UTC) > timedelta(days=380)


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"--port {port}: .* choose another"):
            _socket("127.0.0.1", port)


def test_the_address_of_this_machine_is_no_loopback_or_said_to_be_missing() -> None:
    try:
        assert not lan_address().startswith("127.")
    except InputError as error:
        assert str(error).startswith("--lan: ")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def test_the_command_serves_says_where_and_stops_when_asked(tmp_path: Path) -> None:
    port = free_port()
    command = [
        str(Path(sys.executable).with_name("psoas")),
        "serve",
        "--port",
        str(port),
        "--data",
        str(tmp_path / "data"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == f"Psoas is at http://localhost:{port}\n"
            answer = wait_for(port)
            assert answer == 200
            with pytest.raises(OSError), socket.create_connection((ADDRESS, port), timeout=2):
                pass
        finally:
            process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert (tmp_path / "data" / "psoas.sqlite3").is_file()
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def wait_for(port: int) -> int:
    """Status of a page once the server answers."""
    for _ in range(100):
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as asked:
                asked.request("GET", "/breath/box")
                return asked.getresponse().status
        except ConnectionRefusedError:
            time.sleep(0.1)
    return 0
