// A report to print: one A4 page or two for each creator, with plots as SVG, sources and the model's version.

import { button, byId, scrolling, titleRow } from "../../parts/elements.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { dayText } from "../../words/campaigns.js";
import { day } from "../../words/dates.js";
import { contactsText } from "../../words/contacts.js";
import { loadPlots } from "../../parts/plots.js";
import { plots } from "../../verdict/plots.js";
import { askedText, countText, moneyRange, rateText, signed, trustText } from "../../words/figures.js";
import { expectedPrice, listName, sourceName } from "../../data/references.js";
import { address } from "../../words/address.js";
import { inLanguage, t } from "../../words/texts.js";
import { absentView, fitView, goodNews, keptText, partnershipsView } from "../../verdict/beside.js";
import { verdictChip } from "../../verdict/chip.js";
import { readFrom, sourcesOf } from "../../verdict/evidence.js";
import { activityText } from "../../verdict/key_figures.js";
import { saidOf, saidOn } from "../../verdict/said.js";
import { heaviest } from "../../verdict/signs.js";
import { missing, namedIn } from "../../parts/named.js";
import { ALL, ReportChoices, shows } from "./choices.js";
import { priceSums } from "./sums.js";
import { platformOf, shownName } from "../../words/creator_names.js";

/** @typedef {import("../../parts/named.js").Known} Known */

const MOST = 40;
const SIGNS = 4;

/** @typedef {import("./choices.js").Choices} Choices */
/** @typedef {{ found: Known[], unknown: string[], sums: import("api").ReportPrices | null | undefined }} Data */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  async load(route) {
    const [named] = await Promise.all([namedIn(route, MOST), loadPlots()]);
    const names = named.found.map(({ state }) => state.creator.username);
    const order = { names, audience: "client", parts: ["prices"] };
    return { ...named, sums: names.length > 1 ? (await call("POST", "/reports", order)).prices : null };
  },
  View: ReportPage,
};

/** @param {{ data: Data }} props */
function ReportPage({ data: { found, unknown, sums } }) {
  const [choices, choose] = useState(ALL);
  useEffect(() => {
    const place = byId("page"); // what prints the report waits for it
    place.dataset["ready"] = "report";
    return () => void delete place.dataset["ready"];
  }, []);
  const print = button(t("web.report_print"), "button-primary", () => window.print());
  return [
    h(
      "div",
      { class: "page-head no-print" },
      h("h1", {}, t("web.nav_report")),
      h("p", { class: "hint" }, t("web.report_text")),
      found.length > 0 && h("div", { class: "actions" }, print),
    ),
    found.length > 0 && h(ReportChoices, { choices, choose }),
    missing(unknown),
    found.length > 1 && shows(choices, "overview") && overview(found, sums, choices),
    found.length > 0 ? found.map((known) => sheet(known, choices)) : nobody(),
  ];
}

function nobody() {
  const back = h("a", { class: "button", href: address("list") }, t("web.nav_list"));
  return h("section", { class: "card" }, h("p", {}, t("web.report_nobody")), h("p", {}, back));
}

/** @type {[title: string, part: import("./choices.js").Part | null][]} */
const COLUMNS = [
  ["web.list_creator", null],
  ["web.list_verdict", "verdict"],
  ["web.followers", null],
  ["web.list_engagement", "engagement"],
  ["web.list_suspicion", "verdict"],
  ["web.price_asked", "prices"],
  ["web.list_status", "status"],
];

/**
 * @param {Known[]} found
 * @param {Data["sums"]} sums
 * @param {Choices} choices
 */
function overview(found, sums, choices) {
  const shown = COLUMNS.map(([, part]) => part === null || shows(choices, part));
  const titles = COLUMNS.filter((_, place) => shown[place]).map(([title]) => title);
  const line = (/** @type {Known} */ known) => {
    const { state, analysis } = known;
    const said = analysis && saidOf(analysis, known.standing);
    const asked = state.shortlist?.price_asked;
    /** @type {import("../../parts/preact.js").Child[]} */
    const cells = [
      h("bdi", {}, shownName(state.creator.username)),
      said ? verdictChip(said.code) : "–",
      analysis ? countText(analysis.facts.followers) : "–",
      analysis ? rateText(analysis.engagement.rate_pct) : "–",
      said ? trustText(said.trust) : "–",
      asked ? askedText(asked, true) : "–",
      state.shortlist ? t(`status.${state.shortlist.status}`) : "–",
    ];
    const kept = cells.filter((_, place) => shown[place]);
    return h("tr", {}, ...kept.map((value) => h("td", {}, value)));
  };
  return h(
    "section",
    { class: "sheet" },
    sheetHead(choices.title || t("web.report_overview"), choices),
    scrolling(h("table", { class: "evidence" }, titleRow(titles), h("tbody", {}, ...found.map(line)))),
    shows(choices, "prices") && priceSums(sums),
    sheetFoot(
      [...new Set(found.flatMap(({ analysis }) => analysis?.model_version ?? []))],
      [...new Set(found.flatMap(({ analysis }) => (analysis ? sourcesOf(analysis.facts) : [])))],
    ),
  );
}

/** @param {Known} known @param {Choices} choices */
function sheet(known, choices) {
  const { state, analysis, at } = known;
  const title = h("bdi", {}, shownName(state.creator.username));
  if (!analysis) return unseen(known, choices, title);
  const said = saidOf(analysis, known.standing);
  const kept = keptText(analysis);
  const withVerdict = shows(choices, "verdict");
  return h(
    "section",
    { class: "sheet" },
    sheetHead(title, choices),
    h(
      "p",
      { class: "report-verdict" },
      withVerdict && verdictChip(said.code),
      withVerdict && h("span", { class: "hint" }, ` ${saidOn(said)}`),
    ),
    state.creator.full_name && h("p", {}, h("bdi", {}, state.creator.full_name)),
    withVerdict && said.now && h("p", {}, said.now),
    facts(known, choices),
    absentView(analysis),
    choices.audience === "team" && fitView(analysis),
    withVerdict && judged(known),
    partnershipsView(analysis),
    kept && h("p", { class: "hint" }, kept),
    shows(choices, "plots") && h("div", { class: "report-plots" }, ...plots(state, analysis)),
    noteOf(known, choices),
    sheetFoot([analysis.model_version], sourcesOf(analysis.facts), at),
  );
}

/** Whom nobody has looked at: what the list says. @param {Known} known @param {Choices} choices @param {import("../../parts/preact.js").Child} title */
function unseen(known, choices, title) {
  const isElsewhere = platformOf(known.state.creator.username) !== "instagram";
  return h(
    "section",
    { class: "sheet" },
    sheetHead(title, choices),
    h("p", {}, t(isElsewhere ? "web.list_elsewhere" : "web.no_analysis")),
    facts(known, choices),
    noteOf(known, choices),
  );
}

/** Why, and what speaks for it. @param {Known} known */
function judged(known) {
  const { analysis } = known;
  if (!analysis) return null;
  return [
    points(
      saidOf(analysis, known.standing).now ? "web.reasons_now" : "web.reasons",
      analysis.verdict.reasons.map(inLanguage),
    ),
    goodNews(analysis),
    points("web.signs", heaviest(analysis.suspicion.signals).slice(0, SIGNS).map(signText)),
  ];
}

/** @param {Known} known @param {Choices} choices */
function noteOf({ state }, choices) {
  const note = shows(choices, "notes") && state.shortlist?.note;
  return note && h("p", {}, h("strong", {}, `${t("web.list_note")}: `), h("bdi", {}, note));
}

/** @typedef {[key: string, text: string, part: import("./choices.js").Part | null]} Row */

/** @param {Known} known @param {Choices} choices */
function facts(known, choices) {
  const entry = known.state.shortlist;
  /** @type {Row[]} */
  const all = [
    ...seenFacts(known),
    ["web.price_asked", entry?.price_asked ? askedText(entry.price_asked) : "–", "prices"],
    ["web.list_status", entry ? t(`status.${entry.status}`) : "–", "status"],
  ];
  const rows = all.filter(([, , part]) => part === null || shows(choices, part));
  return h(
    "dl",
    { class: "report-facts" },
    ...rows.flatMap(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)]),
    ...(shows(choices, "own_fields") ? ownFields(entry) : []),
  );
}

/** Nothing of a creator whom nobody has looked at. @param {Known} known @returns {Row[]} */
function seenFacts({ analysis, standing, tables }) {
  if (!analysis) return [];
  const followers = analysis.facts.followers;
  const prices = followers
    ? tables.prices.markets.flatMap((market) => {
        const price = expectedPrice(market, followers.value);
        return price ? [`${moneyRange(price, market.currency)} (${listName(market)})`] : [];
      })
    : [];
  return [
    ["web.followers", `${countText(followers)}${analysis.tier ? ` · ${t(`tier.${analysis.tier}`)}` : ""}`, null],
    ["web.engagement", rateText(analysis.engagement.rate_pct), "engagement"],
    ["web.report_reference", sourceName(analysis.engagement.benchmark), "engagement"],
    ["web.suspicion", suspicionText(saidOf(analysis, standing).trust), "verdict"],
    ["web.newest", activityText(analysis.activity), "engagement"],
    ["web.contacts", contactsText(analysis.facts.contacts), "contacts"],
    ["web.list_price", prices.join("; ") || "–", "prices"],
  ];
}

/** What the user's own columns say, under their own headings. @param {Known["state"]["shortlist"]} entry */
function ownFields(entry) {
  const days = Object.entries(entry?.dates ?? {}).map(([heading, iso]) => [heading, dayText(iso)]);
  return [...Object.entries(entry?.extra ?? {}), ...days].flatMap(([heading, value]) => [
    h("dt", {}, h("bdi", {}, heading)),
    h("dd", {}, h("bdi", {}, value)),
  ]);
}

/** "low 7/100. Looked at 2/5: profile, posts" @param {import("../../verdict/said.js").ShownTrust} trust */
function suspicionText(trust) {
  const list = trust.seen.map((part) => t(`trust.part.${part}`)).join(", ");
  const seen = t("web.seen_of", { k: trust.seen.length, n: trust.seen.length + trust.missing.length, list });
  return `${trustText(trust)}. ${seen}`;
}

/** @param {import("../../verdict/signs.js").Signal} sign */
function signText(sign) {
  return `${inLanguage(sign.reason)} (${signed(sign.contribution ?? 0, 1)}) ${t("web.innocent")} ${inLanguage(sign.innocent)}`;
}

/**
 * @param {string} key
 * @param {string[]} texts
 */
function points(key, texts) {
  return texts.length
    ? h("section", {}, h("h3", {}, t(key)), h("ul", { class: "points" }, ...texts.map((text) => h("li", {}, text))))
    : null;
}

/** @param {import("../../parts/preact.js").Child} title @param {Choices} choices */
function sheetHead(title, choices) {
  return h(
    "header",
    { class: "sheet-head" },
    h(
      "div",
      { class: "sheet-line" },
      h("h2", {}, title),
      h(
        "span",
        {},
        choices.logo && h("img", { class: "report-logo", src: choices.logo, alt: "" }),
        `${choices.title || `Soi · ${t("web.nav_report")}`} · ${day(new Date().toISOString())}`,
      ),
    ),
  );
}

/**
 * @param {string[]} models
 * @param {string[]} sources
 * @param {string | null} [at]
 */
function sheetFoot(models, sources, at = null) {
  const seen = at ? `${t("web.report_seen", { when: day(at) })} ` : "";
  return h(
    "footer",
    { class: "sheet-foot" },
    h("p", {}, `${seen}${readFrom(sources, models.join(", "))} ${t("web.report_words")}`),
  );
}
