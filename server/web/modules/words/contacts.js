// How a creator wants to be reached, in one line.

/** @typedef {import("../../../../types/api.d.ts").Contacts} Contacts */

/** All of them but the links, in one line. @param {Contacts | null | undefined} contacts */
export function contactsText(contacts) {
  const { emails = [], phones = [], zalo = [] } = contacts ?? {};
  return [...emails, ...phones, ...zalo.map((name) => `Zalo ${name}`)].join("; ") || "–";
}
