// The bar that stands while creators are chosen.

import { ask } from "../../parts/dialog.js";
import { button, h } from "../../parts/dom.js";
import { entryOf } from "../../data/entry_cache.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { changeAll, eraseSoon, removeAll } from "./bulk_actions.js";
import { tagsOf } from "../../words/tags.js";
import { STATUSES } from "../../words/shared_facts.js";

/** @typedef {import("./bulk_actions.js").Changed} Changed */
/** @typedef {import("./bulk_actions.js").Step} Step */

const LEAST_COMPARED = 2;
const MOST_COMPARED = 10;
const MOST_REPORTED = 40;
const NAMED = 12;
const LONG = 20; // from so many on a round takes long enough to be followed

/** A tag that is half typed outlives a list that is drawn anew. */
let typed = "";

/** Made once a page; what was typed into it stays while the list changes. */
export class BulkBar {
  /** Stands in the page, and is empty while nobody is chosen. */
  place = h("div", { class: "bulk-place" });
  busy = false;

  /**
   * @param {() => string[]} chosen
   * @param {Changed} changed
   */
  constructor(chosen, changed) {
    this.chosen = chosen;
    this.changed = changed;
    this.count = h("strong");
    this.compare = link("compare");
    this.report = link("report");
    this.limits = h("span", { class: "hint" });
    this.progress = h("progress", { "aria-label": t("web.bulk_progress") });
    this.progress.hidden = true;
    this.bar = h(
      "div",
      { class: "bulk", role: "group", "aria-label": t("web.bulk_title") },
      this.count,
      this.statusChoice(),
      this.tagForm(),
      this.compare,
      this.report,
      button(t("web.bulk_remove"), "button-small", () =>
        this.run((names, step) => removeAll(names, this.changed, step)),
      ),
      button(t("web.bulk_erase"), "button-small button-risk", () => confirmErase(this.chosen(), this.changed)),
      this.limits,
      this.progress,
    );
  }

  /**
   * Show who is chosen by now.
   * @param {number} unseen how many of them the filter leaves out
   */
  update(unseen) {
    const names = this.chosen();
    const counts = { n: names.length, m: number(unseen) };
    this.count.textContent = t(unseen ? "web.bulk_n_unseen" : "web.bulk_n", counts);
    const comparable = names.length >= LEAST_COMPARED && names.length <= MOST_COMPARED;
    const reportable = names.length <= MOST_REPORTED;
    lead(this.compare, "compare", comparable ? names : null);
    lead(this.report, "report", reportable ? names : null);
    const limits = [
      comparable ? "" : t("web.bulk_compare_limit", { least: LEAST_COMPARED, most: MOST_COMPARED }),
      reportable ? "" : t("web.bulk_report_limit", { most: MOST_REPORTED }),
    ];
    this.limits.textContent = limits.filter(Boolean).join(" ");
    const stands = this.bar.isConnected;
    if (!names.length && !this.busy) this.bar.remove();
    else if (!stands) this.place.append(this.bar);
  }

  /**
   * One round at a time, and how far it has come is shown.
   * @param {(names: string[], step: Step) => Promise<void>} action
   */
  async run(action) {
    const names = this.chosen();
    if (this.busy || !names.length) return;
    this.busy = true;
    this.bar.setAttribute("aria-busy", "true");
    this.progress.max = names.length;
    this.progress.value = 0;
    this.progress.hidden = names.length < LONG;
    try {
      await action(names, (done) => {
        this.progress.value = done;
      });
    } finally {
      this.busy = false;
      this.progress.hidden = true;
      this.bar.removeAttribute("aria-busy");
      if (!this.chosen().length) this.bar.remove();
    }
  }

  statusChoice() {
    const status = h(
      "select",
      { "aria-label": t("web.bulk_status") },
      h("option", { value: "" }, t("web.bulk_status")),
      ...STATUSES.map((code) => h("option", { value: code }, t(`status.${code}`))),
    );
    status.addEventListener("change", () => {
      const wanted = status.value;
      status.value = "";
      if (wanted) this.run((names, step) => changeAll(names, () => ({ status: wanted }), this.changed, step));
    });
    return status;
  }

  tagForm() {
    const label = t("web.bulk_tag");
    const field = h("input", {
      type: "text",
      name: "tag",
      maxlength: 60,
      required: true,
      "aria-label": label,
      placeholder: label,
      value: typed,
    });
    field.addEventListener("input", () => {
      typed = field.value;
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
      if (!added.length || this.busy) return;
      const all = (/** @type {string} */ name) => [...new Set([...(entryOf(name)?.tags ?? []), ...added])];
      this.run((names, step) => changeAll(names, (name) => ({ tags: all(name) }), this.changed, step));
      field.value = typed = "";
    });
    return form;
  }
}

/** @param {string} page */
function link(page) {
  return h("a", { class: "button button-small", role: "link" }, t(`web.bulk_${page}`));
}

/**
 * @param {HTMLAnchorElement} element
 * @param {string} page
 * @param {string[] | null} names null where these cannot be shown
 */
function lead(element, page, names) {
  element.ariaDisabled = names ? null : "true";
  if (names) element.href = address(page, "", { names: names.join(",") });
  else element.removeAttribute("href");
}

/**
 * @param {string[]} names
 * @param {Changed} changed
 */
async function confirmErase(names, changed) {
  const more = names.length > NAMED ? " …" : "";
  const who = h("p", { class: "hint names" }, h("bdi", {}, names.slice(0, NAMED).join(", ")), more);
  const title = t("web.erase_title", { n: names.length });
  if (await ask(title, [t("web.erase_text"), who], t("web.bulk_erase"))) eraseSoon(names, changed);
}
