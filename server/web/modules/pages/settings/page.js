// Settings: one card a concern. Each card keeps what is typed in it, whatever happens to the others.

import { call } from "../../data/api.js";
import { may } from "../../data/may.js";
import { byId } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { DataCard } from "./backups.js";
import { BrowsersCard } from "./browsers.js";
import { ErasingCard } from "./erasing.js";
import { Folded } from "./folding.js";
import { GeneralCard } from "./general.js";
import { MembersCard } from "./members.js";
import { PricesCard } from "./prices.js";
import { SearchesCard } from "./searches.js";
import { StagesCard } from "./stages.js";
import { ThresholdsCard } from "./thresholds.js";

/** @typedef {Awaited<ReturnType<typeof load>>} Data */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = { load, View: SettingsPage };

function load() {
  return Promise.all([
    call("GET", "/settings"),
    call("GET", "/searches"),
    call("GET", "/stages"),
    call("GET", "/settings/thresholds"),
    call("GET", "/settings/prices"),
    call("GET", "/status"),
    call("GET", "/members"),
    // Whoever may not see backups does not ask for what is refused.
    may("GET /storage/backups") ? call("GET", "/storage/backups") : null,
  ]);
}

/**
 * The cards with their titles, for those who may see them.
 * @param {Data} data
 * @param {() => Promise<void>} redraw
 * @returns {[title: string, card: import("../../parts/preact.js").Child][]}
 */
function cardsOf([general, searches, stages, thresholds, prices, status, team, backups], redraw) {
  /** @type {[title: string, card: import("../../parts/preact.js").Child][]} */
  const cards = [];
  if (may("PUT /settings")) cards.push(["web.settings_general", h(GeneralCard, { answer: general })]);
  if (may("PUT /searches")) cards.push(["web.settings_searches", h(SearchesCard, { answer: searches })]);
  if (may("PUT /stages")) cards.push(["web.settings_stages", h(StagesCard, { answer: stages })]);
  if (may("PUT /settings/thresholds"))
    cards.push(["web.settings_thresholds", h(ThresholdsCard, { answer: thresholds })]);
  if (may("PUT /settings/prices")) cards.push(["web.settings_prices", h(PricesCard, { answer: prices })]);
  cards.push(["web.settings_browsers", h(BrowsersCard, { answer: status.devices })]);
  cards.push(["web.members", h(MembersCard, { answer: team, redraw })]);
  if (backups) {
    cards.push(["web.settings_data", h(DataCard, { stats: status.stats, answer: backups, redraw })]);
    cards.push(["web.settings_erase", h(ErasingCard, { redraw })]);
  }
  return cards;
}

/** @param {import("../../parts/preact.js").PageProps<Data>} props */
function SettingsPage({ data, reload }) {
  const redraw = async () => {
    await reload();
    if (document.activeElement === document.body) byId("main").focus({ preventScroll: true });
  };
  return [
    h("h1", {}, t("web.nav_settings")),
    may("PUT /settings") ? null : h("p", { class: "hint" }, t("web.settings_of_owners")),
    cardsOf(data, redraw).map(([title, card]) => h(Folded, { key: title, title, card })),
  ];
}
