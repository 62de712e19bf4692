// A report to print: one A4 page or two for each creator, with plots as SVG, sources and the model's version.

import { button, scrolling, titleRow } from "../../parts/elements.js";
import { h, useEffect } from "../../parts/preact.js";
import { day } from "../../words/dates.js";
import { contactsText } from "../../words/contacts.js";
import { byId } from "../../parts/dom.js";
import { loadPlots } from "../../parts/plots.js";
import { plots } from "../../verdict/plots.js";
import { countText, moneyRange, rateText, signed, trustText } from "../../words/figures.js";
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

/** @typedef {import("../../parts/named.js").Known} Known */

const MOST = 40;
const SIGNS = 4;

/** @typedef {{ found: Known[], unknown: string[] }} Data */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  async load(route) {
    const [named] = await Promise.all([namedIn(route, MOST), loadPlots()]);
    return named;
  },
  View: ReportPage,
};

/** @param {{ data: Data }} props */
function ReportPage({ data: { found, unknown } }) {
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
    missing(unknown),
    found.length > 1 && overview(found),
    found.length > 0 ? found.map(sheet) : nobody(),
  ];
}

function nobody() {
  const back = h("a", { class: "button", href: address("list") }, t("web.nav_list"));
  return h("section", { class: "card" }, h("p", {}, t("web.report_nobody")), h("p", {}, back));
}

/** @param {Known[]} found */
function overview(found) {
  const titles = [
    "web.list_creator",
    "web.list_verdict",
    "web.followers",
    "web.list_engagement",
    "web.list_suspicion",
    "web.list_status",
  ];
  const cell = (/** @type {import("../../parts/preact.js").Child} */ value) => h("td", {}, value);
  const line = (/** @type {Known} */ known) => {
    const { state, analysis } = known;
    const said = analysis && saidOf(analysis, known.standing);
    return h(
      "tr",
      {},
      cell(h("bdi", {}, `@${state.creator.username}`)),
      cell(said ? verdictChip(said.code) : "–"),
      cell(analysis ? countText(analysis.facts.followers) : "–"),
      cell(analysis ? rateText(analysis.engagement.rate_pct) : "–"),
      cell(said ? trustText(said.trust) : "–"),
      cell(state.shortlist ? t(`status.${state.shortlist.status}`) : "–"),
    );
  };
  return h(
    "section",
    { class: "sheet" },
    sheetHead(t("web.report_overview")),
    scrolling(h("table", { class: "evidence" }, titleRow(titles), h("tbody", {}, ...found.map(line)))),
    sheetFoot(
      [...new Set(found.flatMap(({ analysis }) => analysis?.model_version ?? []))],
      [...new Set(found.flatMap(({ analysis }) => (analysis ? sourcesOf(analysis.facts) : [])))],
    ),
  );
}

/** @param {Known} known */
function sheet(known) {
  const { state, analysis, at } = known;
  const title = h("bdi", {}, `@${state.creator.username}`);
  if (!analysis) return h("section", { class: "sheet" }, sheetHead(title), h("p", {}, t("web.no_analysis")));
  const said = saidOf(analysis, known.standing);
  const kept = keptText(analysis);
  return h(
    "section",
    { class: "sheet" },
    sheetHead(title),
    h(
      "p",
      { class: "report-verdict" },
      verdictChip(said.code),
      h("span", { class: "hint" }, ` ${saidOn(said)} `),
      state.creator.full_name && h("bdi", { class: "hint" }, ` ${state.creator.full_name}`),
    ),
    said.now && h("p", {}, said.now),
    facts(known),
    absentView(analysis),
    fitView(analysis),
    points(said.now ? "web.reasons_now" : "web.reasons", analysis.verdict.reasons.map(inLanguage)),
    goodNews(analysis),
    partnershipsView(analysis),
    kept && h("p", { class: "hint" }, kept),
    points("web.signs", heaviest(analysis.suspicion.signals).slice(0, SIGNS).map(signText)),
    h("div", { class: "report-plots" }, ...plots(state, analysis)),
    state.shortlist?.note && h("p", {}, h("strong", {}, `${t("web.list_note")}: `), h("bdi", {}, state.shortlist.note)),
    sheetFoot([analysis.model_version], sourcesOf(analysis.facts), at),
  );
}

/** @param {Known} known */
function facts(known) {
  const { state, analysis, tables } = known;
  if (!analysis) return null;
  const followers = analysis.facts.followers;
  const prices = followers
    ? tables.prices.markets.flatMap((market) => {
        const price = expectedPrice(market, followers.value);
        return price ? [`${moneyRange(price, market.currency)} (${listName(market)})`] : [];
      })
    : [];
  /** @type {[string, string][]} */
  const rows = [
    ["web.followers", `${countText(followers)}${analysis.tier ? ` · ${t(`tier.${analysis.tier}`)}` : ""}`],
    ["web.engagement", rateText(analysis.engagement.rate_pct)],
    ["web.report_reference", sourceName(analysis.engagement.benchmark)],
    ["web.suspicion", suspicionText(saidOf(analysis, known.standing).trust)],
    ["web.newest", activityText(analysis.activity)],
    ["web.contacts", contactsText(analysis.facts.contacts)],
    ["web.list_price", prices.join("; ") || "–"],
    ["web.list_status", state.shortlist ? t(`status.${state.shortlist.status}`) : "–"],
  ];
  return h(
    "dl",
    { class: "report-facts" },
    ...rows.flatMap(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)]),
  );
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

/** @param {import("../../parts/preact.js").Child} title */
function sheetHead(title) {
  return h(
    "header",
    { class: "sheet-head" },
    h(
      "div",
      { class: "sheet-line" },
      h("h2", {}, title),
      h("span", {}, `Soi · ${t("web.nav_report")} · ${day(new Date().toISOString())}`),
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
