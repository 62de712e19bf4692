/** The one kind of error that leaves the background: a code of the contract and whether trying again can help. */

/** @typedef {import("../../types/messages").ErrorCode} ErrorCode */

/** What can end by itself. @type {ReadonlySet<ErrorCode>} */
export const RETRYABLE = new Set(["server_off", "timeout", "busy", "incomplete", "pairing_pending", "internal"]);

export class Failed extends Error {
  /** @param {ErrorCode} code @param {unknown} [cause] */
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

/** @param {unknown} error @returns {import("../../types/messages").Failure} */
export function failureOf(error) {
  const code = error instanceof Failed ? error.code : "internal";
  return { code, retryable: RETRYABLE.has(code) };
}
