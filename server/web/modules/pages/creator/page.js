// One creator: what was read, what it means, what was decided, and how it came.

import { AddMenu } from "../../parts/add_creators.js";
import { button } from "../../parts/elements.js";
import { loadPlots } from "../../parts/plots.js";
import { h, useEffect } from "../../parts/preact.js";
import { Refused, call } from "../../data/api.js";
import { loadStages } from "../../data/stages.js";
import { knownOf } from "../../data/creators.js";
import { fileButton, saveBlob } from "../../parts/files.js";
import { watchEntries } from "../../data/entry_sync.js";
import { currencyOf } from "../../data/references.js";
import { contactsOf } from "../../words/contacts.js";
import { address } from "../../words/address.js";
import { pageOf, shownName } from "../../words/creator_names.js";
import { t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { contentCard } from "../../verdict/content.js";
import { AddToCampaign } from "./add_to_campaign.js";
import { contactsCard } from "./contacts.js";
import { EntryForm } from "./entry_form.js";
import { factsCard } from "./facts.js";
import { growthPlot } from "../../verdict/growth_plot.js";
import { growthSteps } from "./growth_steps.js";
import { history } from "./history.js";
import { plots } from "../../verdict/plots.js";
import { judgement } from "./judgement.js";
import { OwnContacts } from "./own_contacts.js";
import { Walking } from "./walking.js";
import { OutcomeCard } from "./outcome_form.js";
import { commentersCard, commentersOf } from "./shared_commenters.js";
import { PriceCard } from "./prices.js";

/** @typedef {import("../../data/creators.js").Known} Known */
/** @typedef {{ known: Known | null, commenters: import("./shared_commenters.js").Commenters | null, usual: string }} Data */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  async load({ argument: username }) {
    const [known, commenters, settings] = await Promise.all([
      knownOf(username).catch(unlessUnknown),
      commentersOf(username),
      call("GET", "/settings"),
      loadPlots(),
      loadStages(),
    ]);
    return { known, commenters, usual: settings.settings.currency };
  },
  View: CreatorPage,
};

/** @param {unknown} error @returns {null} of whom nothing is known: the page offers to save them */
function unlessUnknown(error) {
  if (error instanceof Refused && error.code === "not_found") return null;
  throw error;
}

/** @param {import("../../parts/preact.js").PageProps<Data>} props */
function CreatorPage({ data: { known, commenters, usual }, route, signal, reload }) {
  useEffect(() => {
    watchEntries((news) => {
      if (news.all || news.changed.some((entry) => entry.username === route.argument)) reload();
    }, signal);
  }, []);
  if (!known) return unknown(route.argument, reload);
  return [
    top(known, reload),
    h("div", { class: "creator" }, left(known, usual, reload), right(known, commenters, reload)),
    history(known.state.visits),
  ];
}

/**
 * @param {string} username
 * @param {() => Promise<void>} reload
 */
function saveButton(username, reload) {
  const save = () =>
    call("PUT", `/shortlist/${encodeURIComponent(username)}`, {}).then(reload, (error) =>
      toast(troubleText(error), { trouble: true }),
    );
  return button(t("web.save_to_list"), "button-small button-primary", save, {
    needs: "PUT /shortlist/<username>",
  });
}

/**
 * @param {string} username
 * @param {() => Promise<void>} reload
 */
function unknown(username, reload) {
  const own = pageOf(username);
  return [
    h(
      "div",
      { class: "page-head" },
      h("a", { href: address("list") }, `‹ ${t("web.nav_list")}`),
      h("h1", {}, h("bdi", {}, shownName(username))),
      own && h("a", { href: own, target: "_blank", rel: "noopener noreferrer" }, t("web.open_page"), " ↗"),
      h("div", { class: "actions" }, saveButton(username, reload), h(AddMenu, { words: "web.list_add_to" })),
    ),
    h("p", { class: "message", role: "status" }, t("web.nothing_known")),
  ];
}

/**
 * @param {Known} known
 * @param {() => Promise<void>} reload
 */
function top({ state, audit }, reload) {
  const username = state.creator.username;
  const own = pageOf(username);
  return h(
    "div",
    { class: "page-head" },
    h("a", { href: address("list") }, `‹ ${t("web.nav_list")}`),
    h(Walking, { username }),
    h("h1", {}, h("bdi", {}, shownName(username))),
    own && h("a", { href: own, target: "_blank", rel: "noopener noreferrer" }, t("web.open_page"), " ↗"),
    state.creator.full_name && h("bdi", { class: "hint" }, state.creator.full_name),
    state.creator.former.map((former) => h("span", { class: "hint" }, t("web.former", { name: former.username }))),
    h(
      "div",
      { class: "actions" },
      !state.shortlist && saveButton(username, reload),
      h("a", { class: "button button-small", href: address("report", "", { names: username }) }, t("web.bulk_report")),
      h(AddToCampaign, { needs: "POST /campaigns/<campaign_id>/slots", username }),
      audit && fileButton(t("web.audit"), "button-small", () => downloadAudit(username, audit)),
    ),
  );
}

/**
 * @param {Known} known
 * @param {string} usual currency
 * @param {() => Promise<void>} reload
 */
function left({ state, analysis, tables }, usual, reload) {
  const entry = state.shortlist;
  const username = state.creator.username;
  return h(
    "div",
    { class: "column" },
    entry && h(EntryForm, { entry, reload }),
    entry && h(OwnContacts, { entry, reload }),
    contactsCard(contactsOf(analysis?.facts.contacts ?? entry?.last_check?.contacts)),
    h(OutcomeCard, { username, outcome: state.outcome, usual: currencyOf(entry, usual), entry, reload }),
    h(PriceCard, { known: { state, analysis }, prices: tables.prices, usual, reload }),
    analysis && factsCard(analysis.facts),
  );
}

/**
 * The visits outlive the audit of the last check.
 * @param {Known} known
 * @param {Data["commenters"]} commenters
 * @param {() => Promise<void>} reload
 */
function right(known, commenters, reload) {
  const { state, analysis } = known;
  const { growth } = state.history;
  return h(
    "div",
    { class: "column" },
    analysis ? judgement(known, analysis, reload) : h("section", { class: "card" }, h("p", {}, t("web.no_analysis"))),
    analysis && contentCard(analysis),
    h(
      "section",
      { class: "card plots", "aria-label": t("web.plots") },
      analysis ? plots(state, analysis, { unread: true }) : growthPlot(state.visits, growth),
      growthSteps(growth),
    ),
    commentersCard(commenters),
  );
}

/**
 * @param {string} username
 * @param {string} id
 */
async function downloadAudit(username, id) {
  const audit = await call("GET", `/audits/${encodeURIComponent(id)}`);
  saveBlob(new Blob([JSON.stringify(audit, null, 1)], { type: "application/json" }), `${username}-${id}.audit.json`);
}
