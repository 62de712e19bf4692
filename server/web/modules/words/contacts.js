// How a creator wants to be reached, in one line.

/** @typedef {import("api").Contacts} Contacts */

/**
 * Contacts as a visit keeps them, whole: a kind that was not found is an empty list.
 * @param {Contacts | Record<string, string[]> | null | undefined} kept
 * @returns {Contacts}
 */
export function contactsOf(kept) {
  return { emails: [], phones: [], zalo: [], links: [], ...kept };
}

/** All of them but the links, in one line. @param {Contacts | null | undefined} contacts */
export function contactsText(contacts) {
  const { emails = [], phones = [], zalo = [] } = contacts ?? {};
  return [...emails, ...phones, ...zalo.map((name) => `Zalo ${name}`)].join("; ") || "–";
}
