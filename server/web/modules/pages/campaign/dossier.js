// The dossier of a campaign, to read and to print: who, why, what was approved, what is public, and the sums.

import { fileOf } from "../../data/api.js";
import { path } from "../../data/campaigns.js";
import { button, scrolling, titleRow } from "../../parts/elements.js";
import { fileButton, saveBlob } from "../../parts/files.js";
import { h } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { amountText, stateText } from "../../words/campaigns.js";
import { minute } from "../../words/dates.js";
import { currentLanguage, t } from "../../words/texts.js";
import { tickedOff } from "./checklist.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").DossierAnswer} Dossier */
/** @typedef {Dossier["deliverables"][number]} Post */

/** @param {{ dossier: Dossier }} props */
export function DossierPage({ dossier }) {
  const { campaign } = dossier;
  const zip = async () =>
    saveBlob(await fileOf(path(campaign.id, `/dossier.zip?language=${currentLanguage()}`)), "soi-dossier.zip");
  return [
    h(
      "div",
      { class: "page-head no-print" },
      h("a", { href: address("campaign", campaign.id) }, "‹ ", h("bdi", {}, campaign.name)),
      h("h1", {}, t("web.dossier")),
      h(
        "div",
        { class: "actions" },
        button(t("web.report_print"), "button-primary button-small", () => window.print()),
        fileButton(t("web.campaign_dossier"), "button-small", zip),
      ),
    ),
    h(
      "article",
      { class: "sheet dossier" },
      h("h2", {}, h("bdi", {}, campaign.name)),
      h("p", {}, h("bdi", {}, [campaign.brand.name, campaign.brand.product].filter(Boolean).join(" · "))),
      h("p", { class: "hint" }, t("dossier.made", { time: minute(dossier.made_at) })),
      h("p", { class: "hint" }, `${t("dossier.log")}: `, h("code", {}, dossier.log || "–")),
      sums(dossier),
      creators(dossier),
      ...dossier.deliverables.map((one) => post(one, dossier)),
      h(
        "section",
        {},
        h("h3", {}, t("draft.checklist")),
        tickedOff(dossier.checklist, "campaign", campaign.ticks),
        h("p", { class: "hint" }, t("draft.note")),
      ),
    ),
  ];
}

/** @param {Dossier} dossier */
function sums({ budget }) {
  const parts = /** @type {const} */ (["reserved", "agreed", "paid", "spent"]);
  const line = (/** @type {string} */ name, /** @type {{ low: number, high: number }} */ amount) =>
    h("div", {}, h("dt", {}, t(`dossier.${name}`)), h("dd", {}, amountText(amount, budget.currency)));
  return h(
    "section",
    {},
    h("h3", {}, t("dossier.budget")),
    h(
      "dl",
      { class: "budget-sums" },
      ...parts.map((part) => line(part, budget[part])),
      budget.left && line("left", budget.left),
    ),
  );
}

/** @param {Dossier} dossier */
function creators({ creators: found }) {
  const titles = ["dossier.creator", "dossier.verdict", "dossier.checked", "dossier.audit"];
  const cell = (/** @type {string} */ key, /** @type {import("../../parts/preact.js").Child} */ value) =>
    h("td", { "data-label": t(key) }, value);
  const row = (/** @type {typeof found[number]} */ one) =>
    h(
      "tr",
      {},
      h(
        "th",
        { scope: "row" },
        h("bdi", {}, shownName(one.username)),
        one.full_name && h("div", { class: "hint" }, one.full_name),
      ),
      cell("dossier.verdict", one.verdict ? t(`verdict.${one.verdict}`) : "–"),
      cell("dossier.checked", one.checked_at ? minute(one.checked_at) : "–"),
      cell("dossier.audit", h("code", {}, one.audit_id ?? "–")),
    );
  return h(
    "section",
    {},
    h("h3", {}, t("dossier.creators")),
    scrolling(h("table", { class: "evidence stacking" }, titleRow(titles), h("tbody", {}, ...found.map(row)))),
  );
}

/** @param {Post} one @param {Dossier} dossier */
function post(one, { checklist }) {
  const who = one.creator ? shownName(one.creator) : "–";
  const versions = one.versions.map(version);
  return h(
    "section",
    {},
    h("h3", {}, t(`deliverable.${one.kind}`), " · ", h("bdi", {}, who), " · ", stateText(one.state)),
    ...(versions.length > 0 ? versions : [h("p", { class: "hint" }, t("dossier.no_draft"))]),
    tickedOff(checklist, "deliverable", one.ticks),
    one.post_url && h("p", { class: "hint" }, h("bdi", {}, one.post_url)),
    one.posted &&
      h(
        "p",
        {},
        h("strong", {}, `${t("dossier.public")}: ${t(`posted.${one.posted.state}`)} · ${minute(one.posted.at)}`),
      ),
    one.posted?.text && h("p", { class: "draft-text" }, h("bdi", {}, one.posted.text)),
  );
}

/** @param {Post["versions"][number]} one @param {number} at */
function version({ text, at: handedIn, by, findings, decision, pictures }, at) {
  const signed = (/** @type {string} */ what, /** @type {string} */ who, /** @type {string} */ when) =>
    [what, who, minute(when)].filter(Boolean).join(" · ");
  return h(
    "div",
    {},
    h("p", {}, signed(t("dossier.version", { n: at + 1 }), by, handedIn)),
    findings > 0 && h("p", { class: "hint" }, t("dossier.findings", { n: findings })),
    text && h("p", { class: "draft-text" }, h("bdi", {}, text)),
    ...pictures.map(({ name, sha256 }) => h("p", { class: "hint" }, h("bdi", {}, name), ` · SHA-256 ${sha256}`)),
    decision && h("p", {}, h("strong", {}, signed(t(`ruled.${decision.ruled}`), decision.by, decision.at))),
    decision?.note && h("p", { class: "draft-text" }, h("bdi", {}, decision.note)),
  );
}
