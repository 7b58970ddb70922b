"""One running app: its settings, its database, and whose rows a request may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine
from starlette.requests import HTTPConnection

from psoas.security.pairing_tokens import PairingTokens
from psoas.services.settings import Settings
from psoas.store import paired_devices
from psoas.store.person_scope import PersonScope
from psoas.web.security_middleware import COOKIE, is_from_this_machine


@dataclass(frozen=True)
class AppContext:
    """One running app: ``home`` are the rows of this machine's own person, ``tokens`` let phones in."""

    settings: Settings
    engine: Engine
    home: PersonScope
    tokens: PairingTokens = field(default_factory=PairingTokens)

    @property
    def address(self) -> str:
        """Where phones find this machine."""
        return f"https://{self.settings.lan}:{self.settings.lan_port}"

    @property
    def papers_folder(self) -> Path:
        """The folder of the certificates."""
        return self.settings.folder / "certificates"

    def own(self, request: HTTPConnection) -> PersonScope:
        """Whose rows a request may see; ``LookupError`` for a device that is not paired, which the security middleware
        refuses before."""
        if is_from_this_machine(request):
            return self.home
        found = paired_devices.find_device_owner(self.engine, request.cookies.get(COOKIE, ""))
        if found is None:
            raise LookupError("a device that is not paired")
        return found
