"""Secrets: made here, stored only as SHA-256, compared in constant time."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets

_NONCE = re.compile(r"[0-9a-fA-F]{16,64}", re.ASCII)
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}", re.ASCII)
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


def new_token() -> str:
    """A bearer token of 256 random bits; the prefix lets secret scanners recognise it."""
    return f"soi_{secrets.token_urlsafe(32)}"


def new_code() -> str:
    """What a link is opened by, once: 256 random bits."""
    return secrets.token_urlsafe(32)


def new_id() -> str:
    """An unguessable name of 128 random bits in hexadecimal."""
    return secrets.token_hex(16)


def digest(secret: str) -> str:
    """SHA-256 in hexadecimal: enough for secrets that are random themselves."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare without telling by the time where the two differ."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def is_challenge(text: str) -> bool:
    return _CHALLENGE.fullmatch(text) is not None


def verifies(verifier: str, challenge: str) -> bool:
    """PKCE, method S256 (RFC 7636, 4.6): the challenge is base64url of SHA-256 of the verifier."""
    if not _VERIFIER.fullmatch(verifier):
        return False
    hashed = hashlib.sha256(verifier.encode("ascii")).digest()
    return same(base64.urlsafe_b64encode(hashed).rstrip(b"=").decode("ascii"), challenge)


def hello_proof(proof_key: str, address: str, client: str, nonce: str) -> str | None:
    """The proof of docs/protocol.md that this server knows ``proof_key``; None for a nonce of another form."""
    if not _NONCE.fullmatch(nonce):
        return None
    message = f"soi-hello|{address}|{client}|{nonce}"
    return hmac.new(proof_key.encode("utf-8"), message.encode("utf-8", "surrogatepass"), "sha256").hexdigest()
