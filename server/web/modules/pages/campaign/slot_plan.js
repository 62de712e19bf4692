// What a place of a campaign is planned for: a niche, a price and who could step in; planned, and changed.

import { call } from "../../data/api.js";
import { pathToday, seen, undo } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { foldable, labelled } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { inLanguage, t } from "../../words/texts.js";

/** @typedef {import("./slot.js").Props} Props */
/** @typedef {Props["kept"]} Kept */

/** Niche, price and backups of a place, to be changed; drawn anew where one of them is another. @param {Props} props */
export function SlotPlan({ kept, slot, reload }) {
  const band = slot.price_band?.text ?? "";
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const { niche, price_band, backups } = planOfForm(/** @type {HTMLFormElement} */ (event.currentTarget));
    const price = (price_band ?? "") === band ? {} : { price_band };
    const to = pathToday(kept.campaign.id, `/slots/${slot.id}`);
    await perform(() => call("PATCH", to, { niche, backups, ...price }, seen(kept.version)), reload, {
      said: t("web.slot_changed"),
      undo: () => undo(kept.campaign.id),
      about: `campaign ${kept.campaign.id}`,
    });
  };
  const known = slot.niche ? kept.niches[slot.niche] : undefined;
  const niche = known ? inLanguage(known) : (slot.niche ?? "");
  const fields = planFields(niche, band, slot.backups.join(", "));
  return foldable(
    t("web.slot_change"),
    h(
      "form",
      { class: "price-form", key: JSON.stringify([niche, band, slot.backups]), onSubmit: submit },
      ...fields,
      h("button", { class: "button" }, t("web.view_save")),
    ),
  );
}

/** @param {string} niche @param {string} band @param {string} names */
function planFields(niche, band, names) {
  const field = (/** @type {string} */ name, /** @type {string} */ value, /** @type {number} */ longest, more = {}) =>
    h("input", { name, class: "field", maxlength: longest, defaultValue: value, ...more });
  return [
    labelled("web.slot_niche", field("niche", niche, 40, { list: "niches" })),
    labelled("web.slot_band", field("band", band, 500)),
    labelled("web.slot_backups", field("backups", names, 2_000)),
  ];
}

/** @param {HTMLFormElement} form */
function planOfForm(form) {
  const held = (/** @type {string} */ name) => String(new FormData(form).get(name) ?? "").trim();
  return {
    creator: held("creator") || null,
    niche: held("niche") || null,
    price_band: held("band") || null,
    backups: held("backups")
      .split(/[\s,;]+/u)
      .filter(Boolean),
  };
}

/** @param {{ kept: Kept, reload: () => Promise<void> }} props */
export function NewSlot({ kept, reload }) {
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const body = planOfForm(form);
    await perform(() => call("POST", pathToday(kept.campaign.id, "/slots"), body), reload, {
      said: t("web.slot_added"),
      undo: () => undo(kept.campaign.id),
      about: `campaign ${kept.campaign.id}`,
      form,
    });
  };
  const niches = Object.values(kept.niches).map((name) => h("option", { value: inLanguage(name) }));
  return h(
    "section",
    { class: "card", "aria-labelledby": "new-slot" },
    h("h2", { id: "new-slot" }, t("web.slot_new")),
    h(
      "form",
      { class: "price-form", onSubmit: submit, "data-keep": "slot" },
      labelled("web.slot_handle", h("input", { name: "creator", class: "field", maxlength: 130 })),
      ...planFields("", "", ""),
      h("datalist", { id: "niches" }, ...niches),
      h("button", { class: "button button-primary" }, t("web.slot_add")),
    ),
  );
}
