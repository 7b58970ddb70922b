"""What the pages around phones show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from psoas.store.paired_devices import Device
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True, kw_only=True)
class PhonePage(PageContext):
    """The code for a new phone, and the phones that are paired."""

    template: ClassVar[str] = "pairing/phone.html"
    here: ClassVar[str] = "phone"

    code: Markup
    """The QR code as SVG."""
    address: str
    """The address that the code leads to."""
    fingerprint: str
    """Fingerprint of the certificate authority."""
    paired: tuple[Device, ...]
    """The paired phones."""


@dataclass(frozen=True, kw_only=True)
class PairPage(PageContext):
    """What a phone sees after the code: one button."""

    template: ClassVar[str] = "pairing/pair.html"
    bare: ClassVar[bool] = True

    token: str
    """The token of the code."""
    known: bool
    """Whether the token can still be used."""


@dataclass(frozen=True, kw_only=True)
class TrustPage(PageContext):
    """How a phone learns that this machine is the one it paired with."""

    template: ClassVar[str] = "pairing/trust.html"
    bare: ClassVar[bool] = True

    fingerprint: str
    """Fingerprint of the certificate authority."""
    kinds: tuple[str, ...]
    """Kinds of phones, each with its steps."""
