// What is done to several creators at once, and how it is taken back.

import { Refused } from "../api.js";
import { button, h } from "../dom.js";
import { change, entryOf, erase, remove, undo } from "../entries.js";
import { address } from "../routes.js";
import { t } from "../texts.js";
import { toast } from "../toast.js";
import { tagsOf } from "./editors.js";
import { STATUSES } from "./rows.js";

/** @typedef {(names: string[]) => void} Changed */

const AT_ONCE = 4;
const GRACE = 10_000;
const MOST_COMPARED = 10;
const MOST_REPORTED = 40;

/**
 * Do something to each name, a few at a time; gives the names that were refused.
 * @param {string[]} names
 * @param {(name: string) => Promise<unknown>} action
 */
export async function forEach(names, action) {
  const waiting = [...names];
  /** @type {string[]} */
  const refused = [];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      try {
        await action(name);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused.push(name);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return refused;
}

/**
 * Change several entries, and offer to take it back.
 * @param {string[]} names
 * @param {(name: string) => Record<string, unknown>} changes
 * @param {Changed} changed
 */
export async function changeAll(names, changes, changed) {
  const refused = await forEach(names, (name) => change(name, changes(name)));
  report(names, refused, "web.bulk_changed", changed);
}

/**
 * @param {string[]} names
 * @param {Changed} changed
 */
export async function removeAll(names, changed) {
  const refused = await forEach(names, remove);
  report(names, refused, "web.bulk_removed", changed);
}

/**
 * @param {string[]} names
 * @param {string[]} refused
 * @param {string} key
 * @param {Changed} changed
 */
function report(names, refused, key, changed) {
  const done = names.filter((name) => !refused.includes(name));
  changed(names);
  const takeBack = async () => {
    await forEach(done, undo);
    changed(done);
  };
  if (done.length) toast(t(key, { n: done.length }), { undo: takeBack });
  if (refused.length)
    toast(t("web.bulk_refused", { names: refused.slice(0, 5).join(", "), n: refused.length }), { trouble: true });
}

/**
 * Erase after a while in which it can still be called off: afterwards nothing brings it back.
 * @param {string[]} names
 * @param {(names: string[], hidden: boolean) => void} hide
 */
export function eraseSoon(names, hide) {
  hide(names, true);
  const leave = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();
  window.addEventListener("beforeunload", leave);
  const timer = setTimeout(async () => {
    close();
    window.removeEventListener("beforeunload", leave);
    const refused = await forEach(names, erase);
    hide(refused, false);
    toast(t("web.bulk_erased", { n: names.length - refused.length }));
  }, GRACE);
  const close = toast(t("web.bulk_erasing", { n: names.length, s: GRACE / 1000 }), {
    undo: () => {
      clearTimeout(timer);
      window.removeEventListener("beforeunload", leave);
      hide(names, false);
    },
  });
}

/**
 * The bar that stands while something is chosen.
 * @param {() => string[]} chosen
 * @param {Changed} changed
 * @param {(names: string[], hidden: boolean) => void} hide
 */
export function bulkBar(chosen, changed, hide) {
  const names = chosen();
  const status = h("select", { "aria-label": t("web.bulk_status") }, h("option", { value: "" }, t("web.bulk_status")));
  status.append(...STATUSES.map((code) => h("option", { value: code }, t(`status.${code}`))));
  status.addEventListener("change", () => {
    if (status.value) changeAll(chosen(), () => ({ status: status.value }), changed);
  });
  return h(
    "div",
    { class: "bulk", role: "group", "aria-label": t("web.bulk_title") },
    h("strong", {}, t("web.bulk_n", { n: names.length })),
    status,
    tagForm(chosen, changed),
    link(names.length <= MOST_COMPARED, "compare", names),
    link(names.length <= MOST_REPORTED, "report", names),
    button(t("web.bulk_remove"), "button-small", () => removeAll(chosen(), changed)),
    button(t("web.bulk_erase"), "button-small button-risk", () => confirmErase(chosen(), hide)),
  );
}

/**
 * @param {boolean} possible
 * @param {string} page
 * @param {string[]} names
 */
function link(possible, page, names) {
  if (!possible) return null;
  return h(
    "a",
    { class: "button button-small", href: address(page, "", { names: names.join(",") }) },
    t(`web.bulk_${page}`),
  );
}

/**
 * @param {() => string[]} chosen
 * @param {Changed} changed
 */
function tagForm(chosen, changed) {
  const field = h("input", {
    type: "text",
    maxlength: 60,
    required: true,
    "aria-label": t("web.bulk_tag"),
    placeholder: t("web.bulk_tag"),
  });
  const form = h(
    "form",
    { class: "view-form" },
    field,
    h("button", { class: "button button-small" }, t("web.bulk_tag_add")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const added = tagsOf(field.value);
    if (!added.length) return;
    const all = (/** @type {string} */ name) => [...new Set([...(entryOf(name)?.tags ?? []), ...added])];
    changeAll(chosen(), (name) => ({ tags: all(name) }), changed);
    field.value = "";
  });
  return form;
}

/**
 * @param {string[]} names
 * @param {(names: string[], hidden: boolean) => void} hide
 */
export function confirmErase(names, hide) {
  const dialog = h("dialog", { class: "card", "aria-labelledby": "erase-title" });
  const close = () => dialog.remove();
  dialog.append(
    h("h2", { id: "erase-title" }, t("web.erase_title", { n: names.length })),
    h("p", {}, t("web.erase_text")),
    h("p", { class: "hint names" }, h("bdi", {}, names.slice(0, 12).join(", ")), names.length > 12 ? " …" : ""),
    h(
      "div",
      { class: "actions" },
      button(t("web.bulk_erase"), "button-risk", () => {
        close();
        eraseSoon(names, hide);
      }),
      button(t("web.cancel"), "", close),
    ),
  );
  dialog.addEventListener("close", close);
  document.body.append(dialog);
  dialog.showModal();
}
