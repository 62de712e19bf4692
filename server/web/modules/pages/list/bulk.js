// The bar that stands while creators are chosen.

import { ask } from "../../parts/dialog.js";
import { button, h } from "../../parts/dom.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { changeAll, eraseSoon } from "./bulk_actions.js";
import { copyHandles, moreChanges } from "./bulk_more.js";
import { tagsOf } from "../../words/tags.js";
import { STATUSES } from "../../words/shared_facts.js";

/** @typedef {import("./bulk_actions.js").Changed} Changed */

const LEAST_COMPARED = 2;
const MOST_COMPARED = 10;
const MOST_REPORTED = 40;
const NAMED = 12;

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
    this.bar = h(
      "div",
      { class: "bulk", role: "group", "aria-label": t("web.bulk_title") },
      this.count,
      this.statusChoice(),
      this.tagForm(),
      this.compare,
      this.report,
      moreChanges(
        () => this.chosen(),
        (wanted) => this.run(wanted),
      ),
      button(t("web.bulk_copy"), "button-small", () => copyHandles(this.chosen())),
      button(t("web.bulk_remove"), "button-small", () => this.run({ remove: true })),
      button(t("web.bulk_erase"), "button-small button-risk", () => confirmErase(this.chosen(), this.changed)),
      this.limits,
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
   * One change at a time, whoever it concerns.
   * @param {import("../../data/bulk.js").BulkChange} wanted
   */
  async run(wanted) {
    const names = this.chosen();
    if (this.busy || !names.length) return;
    this.busy = true;
    this.bar.setAttribute("aria-busy", "true");
    try {
      await changeAll(names, wanted, this.changed);
    } finally {
      this.busy = false;
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
      const code = STATUSES.find((each) => each === status.value);
      status.value = "";
      if (code)
        this.run({ set: { status: /** @type {import("../../data/entry_cache.js").Entry["status"]} */ (code) } });
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
      h("button", { class: "button button-small", name: "add" }, t("web.bulk_tag_add")),
      h("button", { class: "button button-small", name: "remove" }, t("web.bulk_tag_remove")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const tags = tagsOf(field.value);
      if (!tags.length || this.busy) return;
      const isRemoval = event.submitter?.getAttribute("name") === "remove";
      this.run(isRemoval ? { remove_tags: tags } : { add_tags: tags });
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
