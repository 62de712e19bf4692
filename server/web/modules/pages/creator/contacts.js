// How a creator wants to be reached, as the biography says it: to write, to call, to copy. All of it is a stranger's text.

import { button } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";

/** @typedef {import("../../words/contacts.js").Contacts} Contacts */

/** @type {Record<keyof Contacts, (value: string) => string | null>} where a press leads; null: only to be read and copied */
const ADDRESSES = {
  emails: (mail) => (/^[^\s?&#]+@[^\s?&#]+$/.test(mail) ? `mailto:${mail}` : null),
  phones: (digits) => (/^\+?\d+$/.test(digits) ? `tel:${digits}` : null),
  zalo: (name) => (/^[\w.]+$/.test(name) ? `https://zalo.me/${name}` : null),
  links: webAddress,
};

/** @param {Contacts | null | undefined} contacts */
export function contactsCard(contacts) {
  const kinds = /** @type {(keyof Contacts)[]} */ (Object.keys(ADDRESSES));
  const lines = kinds.flatMap((kind) => (contacts?.[kind] ?? []).map((value) => line(kind, value)));
  if (!lines.length) return null;
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.contacts")),
    h("ul", { class: "contacts" }, ...lines),
    h("p", { class: "hint" }, t("web.contacts_from")),
  );
}

/**
 * @param {keyof Contacts} kind
 * @param {string} value
 */
function line(kind, value) {
  const href = ADDRESSES[kind](value);
  const shown = h("bdi", {}, value);
  const away = { target: "_blank", rel: "noopener noreferrer" };
  return h(
    "li",
    {},
    h("span", { class: "hint" }, t(`web.contact_${kind}`)),
    href ? h("a", { href, ...(href.startsWith("http") ? away : {}) }, shown) : shown,
    button(t("web.copy"), "button-small", () => copy(value), { "aria-label": t("web.copy_name", { what: value }) }),
  );
}

/** A link to a page of the web, and to nothing else. @param {string} link */
function webAddress(link) {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  return url && ["https:", "http:"].includes(url.protocol) && !url.username ? url.href : null;
}

/** @param {string} value */
export async function copy(value) {
  try {
    await navigator.clipboard.writeText(value);
    toast(t("web.copied", { what: value }));
  } catch {
    toast(t("web.copy_failed", { what: value }), { trouble: true });
  }
}
