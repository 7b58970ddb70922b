"""A certificate authority of one's own, so that a phone can speak HTTPS with this machine, unknown to anyone else.

It can sign for addresses of private networks only (name constraints, RFC 5280 4.2.1.10): a phone that trusts it trusts
nothing else through it, even if the key were stolen.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8", "fc00::/7", "fe80::/10")
"""Networks that never reach beyond a home or an office (RFC 1918, 3927, 4193, 4291)."""
YEARS, DAYS = 10, 390
"""How long authority and certificate hold; some browsers refuse certificates of more than 398 days."""
RENEW_DAYS = 30
"""A certificate with fewer days left is made again."""
SECRET = 0o600


@dataclass(frozen=True)
class ServerCertificates:
    """Files that a server needs, the authority's certificate to hand out, and its fingerprint to compare by eye."""

    certificate: Path
    key: Path
    authority: Path

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the authority in pairs of digits."""
        found = x509.load_pem_x509_certificate(self.authority.read_bytes()).fingerprint(hashes.SHA256())
        return found.hex(" ").upper()


def ensure_certificates(folder: Path, address: str) -> ServerCertificates:
    """The papers of a server at ``address``, made where they are missing, run out or name another address."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = ServerCertificates(folder / "server.pem", folder / "server.key", folder / "authority.pem")
    authority_key = folder / "authority.key"
    if not (authority_key.is_file() and found.authority.is_file() and _may_sign(found.authority, address)):
        _make_authority(authority_key, found.authority, address)
        found.certificate.unlink(missing_ok=True)
    if not (found.key.is_file() and found.certificate.is_file() and _fits(found, address)):
        _make_certificate(found, authority_key, address)
    return found


def _fits(of: ServerCertificates, address: str) -> bool:
    certificate = x509.load_pem_x509_certificate(of.certificate.read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return ip_address(address) in names.get_values_for_type(x509.IPAddress) and _days_left(of.certificate) > RENEW_DAYS


def _days_left(path: Path) -> float:
    until = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
    return (until - datetime.now(UTC)) / timedelta(days=1)


def _may_sign(authority: Path, address: str) -> bool:
    """Whether the authority holds long enough for another certificate, and its constraints allow the address."""
    certificate = x509.load_pem_x509_certificate(authority.read_bytes())
    allowed = certificate.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    networks = [one.value for one in allowed if isinstance(one, x509.IPAddress)]
    fits = any(ip_address(address) in one for one in networks if isinstance(one, IPv4Network | IPv6Network))
    return fits and _days_left(authority) > DAYS


def _make_authority(key_path: Path, path: Path, address: str) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Psoas on this machine")
    networks = [ip_network(one) for one in (*PRIVATE, address)]
    # Without a permitted DNS name every DNS name would be allowed.
    allowed = [x509.DNSName("local"), *(x509.IPAddress(one) for one in dict.fromkeys(networks))]
    made = (
        _builder(name, name, key.public_key(), timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs=True), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=allowed, excluded_subtrees=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(key_path, key)
    _write(path, made.public_bytes(serialization.Encoding.PEM))


def _make_certificate(to: ServerCertificates, authority_key: Path, address: str) -> None:
    signer = serialization.load_pem_private_key(authority_key.read_bytes(), password=None)
    assert isinstance(signer, ec.EllipticCurvePrivateKey)
    authority = x509.load_pem_x509_certificate(to.authority.read_bytes())
    key = ec.generate_private_key(ec.SECP256R1())
    # A common name that looks like a host is held against the constraints on host names (OpenSSL): words, then.
    name = _name("Psoas, the app on this machine")
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))])
    identifier = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    made = (
        _builder(name, authority.subject, key.public_key(), timedelta(days=DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(names, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False)
        .sign(signer, hashes.SHA256())
    )
    _write_key(to.key, key)
    _write(to.certificate, made.public_bytes(serialization.Encoding.PEM))


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, lasts: timedelta
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # a phone's clock may be behind
        .not_valid_after(now + lasts)
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        key_cert_sign=signs,
        crl_sign=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _write_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    pem = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    _write(path, key.private_bytes(*pem))


def _write(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, all of it or not at all."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, SECRET), "wb") as file:
        file.write(data)
    draft.replace(path)
