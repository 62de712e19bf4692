// One creator: what was read, what it means, what was decided, and how it came.

import { Refused, call } from "../api.js";
import { button, h } from "../dom.js";
import { adopt } from "../entries.js";
import { fileButton, saveBlob } from "../files.js";
import { watchEntries } from "../live.js";
import { currencyOf, references } from "../references.js";
import { address } from "../routes.js";
import { t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { putBack, unsavedForms } from "../unsaved.js";
import { contactsCard } from "./contacts.js";
import { entryForm, keepEntry } from "./entry_form.js";
import { factsCard } from "./facts.js";
import { commentSamplePlot } from "./comment_plot.js";
import { keepFocus } from "./focus.js";
import { growthPlot } from "./growth_plot.js";
import { growthSteps } from "./growth_steps.js";
import { history } from "./history.js";
import { judgement } from "./judgement.js";
import { outcomeCard } from "./outcome_form.js";
import { openAgain, openSigns } from "./open_signs.js";
import { overlapsCard, overlapsOf } from "./overlaps.js";
import { postPlots } from "./post_plots.js";
import { priceCard } from "./prices.js";
import { samplePlot } from "./sample_plot.js";
import { standingPlot } from "./standing_plot.js";

/** @type {import("../routes.js").Page} */
export const page = {
  async draw(place, route, signal) {
    await draw(place, route.argument, signal);
    watchEntries((news) => {
      const theirs = news.all || news.changed.some((entry) => entry.username === route.argument);
      if (theirs && !place.contains(document.activeElement)) drawAnew(place, route.argument, signal);
    }, signal);
  },
};

/**
 * Everything that is known of a creator; the analysis is null where no check's audit is kept.
 * @param {string} username
 */
export async function knownOf(username) {
  const path = `/creators/${encodeURIComponent(username)}`;
  const [state, again, tables] = await Promise.all([
    call("GET", path),
    call("GET", `${path}/analysis`).catch(nothing),
    references(),
  ]);
  if (state.shortlist) adopt(state.shortlist);
  const found = again ?? { analysis: null, audit_id: null, at: null, standing: null };
  return { state, analysis: found.analysis, audit: found.audit_id, at: found.at, standing: found.standing, tables };
}

/** @param {unknown} error */
function nothing(error) {
  if (error instanceof Refused && error.status === 404) return null;
  throw error;
}

/**
 * @param {HTMLElement} place
 * @param {string} username
 * @param {AbortSignal} signal
 */
async function draw(place, username, signal) {
  const [known, found, settings] = await Promise.all([
    knownOf(username),
    overlapsOf(username),
    call("GET", "/settings"),
  ]);
  const redraw = () => drawAnew(place, username, signal);
  const picture = await (known.analysis ? plots(known, { unread: true }) : growthAlone(known.state));
  const overlaps = await overlapsCard(found);
  if (signal.aborted) return;
  const open = openSigns(place);
  const unsaved = unsavedForms(place);
  const focusAgain = keepFocus(place);
  place.replaceChildren(
    top(known, redraw),
    h(
      "div",
      { class: "creator" },
      left(known, settings.settings.currency, redraw),
      right(known, picture, overlaps, redraw),
    ),
    history(known.state.visits),
  );
  putBack(place, unsaved);
  openAgain(place, open);
  focusAgain();
}

/**
 * Where that fails, what stands there stays.
 * @param {HTMLElement} place
 * @param {string} username
 * @param {AbortSignal} signal
 */
async function drawAnew(place, username, signal) {
  try {
    await draw(place, username, signal);
  } catch (error) {
    if (!signal.aborted) toast(troubleText(error), { trouble: true });
  }
}

/** @typedef {Awaited<ReturnType<typeof knownOf>>} Known */

/**
 * @param {Known} known
 * @param {() => void} redraw
 */
function top({ state, audit }, redraw) {
  const username = state.creator.username;
  const save = () =>
    call("PUT", `/shortlist/${encodeURIComponent(username)}`, {}).then(redraw, (error) =>
      toast(troubleText(error), { trouble: true }),
    );
  return h(
    "div",
    { class: "page-head" },
    h("a", { href: address("list") }, `‹ ${t("web.nav_list")}`),
    h("h1", {}, h("bdi", {}, `@${username}`)),
    state.creator.full_name && h("bdi", { class: "hint" }, state.creator.full_name),
    ...state.creator.former.map((/** @type {any} */ former) =>
      h("span", { class: "hint" }, t("web.former", { name: former.username })),
    ),
    h(
      "div",
      { class: "actions" },
      !state.shortlist && button(t("web.save_to_list"), "button-small button-primary", save),
      h("a", { class: "button button-small", href: address("report", "", { names: username }) }, t("web.bulk_report")),
      audit && fileButton(t("web.audit"), "button-small", () => downloadAudit(username, audit)),
    ),
  );
}

/**
 * @param {Known} known
 * @param {string} usual currency
 * @param {() => void} redraw
 */
function left({ state, analysis, tables }, usual, redraw) {
  const entry = state.shortlist;
  /** @type {import("./entry_form.js").Save} */
  const save = (changes, form) => keepEntry(entry.username, changes, form, redraw);
  return h(
    "div",
    { class: "column" },
    entry && entryForm(entry, save),
    contactsCard(analysis?.facts.contacts ?? entry?.last_check?.contacts),
    outcomeCard(state.creator.username, state.outcome, currencyOf(entry, usual), entry, redraw),
    priceCard(
      { state, analysis },
      tables.prices,
      usual,
      entry && ((asked, form) => save({ price_asked: asked }, form)),
    ),
    analysis && factsCard(analysis.facts),
  );
}

/**
 * @param {Known} known
 * @param {Node[]} picture
 * @param {Node | null} overlaps
 * @param {() => void} redraw
 */
function right(known, picture, overlaps, redraw) {
  const { state, analysis } = known;
  const seen = [
    h("section", { class: "card plots", "aria-label": t("web.plots") }, ...picture, growthSteps(state.history.growth)),
    overlaps,
  ];
  if (!analysis) {
    return h("div", { class: "column" }, h("section", { class: "card" }, h("p", {}, t("web.no_analysis"))), ...seen);
  }
  return h("div", { class: "column" }, judgement(known, redraw), ...seen);
}

/**
 * The visits outlive the audit of the last check.
 * @param {any} state
 */
async function growthAlone({ visits, history: { growth } }) {
  return [await growthPlot(visits, growth)];
}

/**
 * All plots that there is data for.
 * @param {{ state: any, analysis: any }} known
 * @param {{ unread?: boolean }} [more] whether to say how missing samples are read; a report has no use for that
 * @returns {Promise<Node[]>}
 */
export async function plots({ state, analysis }, { unread = false } = {}) {
  const drawn = await Promise.all([
    postPlots(analysis),
    standingPlot(analysis),
    samplePlot(analysis, unread),
    commentSamplePlot(analysis, unread),
    growthPlot(state.visits, state.history.growth),
  ]);
  return drawn.flat().filter((figure) => figure !== null);
}

/**
 * @param {string} username
 * @param {string} id
 */
async function downloadAudit(username, id) {
  const audit = await call("GET", `/audits/${encodeURIComponent(id)}`);
  saveBlob(new Blob([JSON.stringify(audit, null, 1)], { type: "application/json" }), `${username}-${id}.audit.json`);
}
