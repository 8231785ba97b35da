"""How other programs recognise a finding again."""

import hashlib


def in_run(path: str, about: str) -> str:
    """32 hex digits that nothing else in a run has: of a finding's fingerprint, and of the path, which services keep findings by."""
    return hashlib.sha256(f"{path}\0{about}".encode("utf-8", "replace")).hexdigest()[:32]
