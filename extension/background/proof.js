/** Proof that the program on the port is the Soi that this browser was paired with, before it gets any token. */

const encoder = new TextEncoder();

/** @param {ArrayBuffer | Uint8Array} bytes */
function hex(bytes) {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {ArrayBuffer} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** 32 hexadecimal digits that were never used before. */
export function freshNonce() {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

/** PKCE: the verifier stays here, its challenge goes out. */
export async function freshVerifier() {
  const verifier = hex(crypto.getRandomValues(new Uint8Array(32)));
  const challenge = base64url(await crypto.subtle.digest("SHA-256", encoder.encode(verifier)));
  return { verifier, challenge };
}

/**
 * True if `proof` is HMAC(proof_key, "soi-hello|host|client|nonce"). The comparison is WebCrypto's own, in constant time.
 * @param {{client_id: string, proof_key: string}} pairing
 * @param {string} host "127.0.0.1:PORT" @param {string} nonce @param {string} proof hexadecimal
 */
export async function isProven(pairing, host, nonce, proof) {
  if (!/^[0-9a-f]{64}$/.test(proof)) return false;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(pairing.proof_key), algorithm, false, ["verify"]);
  const bytes = Uint8Array.from(proof.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const message = encoder.encode(`soi-hello|${host}|${pairing.client_id}|${nonce}`);
  return crypto.subtle.verify("HMAC", key, bytes, message);
}
