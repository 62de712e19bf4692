/** Checks: the page's capture, bound to the address of its tab, goes to the server; the answer is put into words. */
import "../shared/facts.js";
import { Failed } from "./failure.js";
import { answersOf, mergedRows } from "./match.js";
import { poll } from "./pairing.js";
import { badgeModel, listed } from "./present/model.js";
import { reducedPage } from "./reduced.js";
import { request } from "./server.js";
import { resume } from "./shortlist.js";
import * as state from "./state.js";
import { speaker } from "./texts.js";

/** @typedef {import("../../types/messages").Checked} Checked */
/** @typedef {import("../../types/messages").Capture} Capture */
/** @typedef {import("../../types/messages").PageCapture} PageCapture */

const MAX_ROWS = globalThis.soi.facts.mostRows;

/**
 * @param {string} username @param {PageCapture} seen
 * @returns {Promise<import("../../types/messages").CheckResult>}
 */
export async function check(username, seen) {
  await Promise.all([requirePairing(), resume()]);
  const { samples: isWanted } = await state.preferences();
  const capture = captureOf(username, seen, isWanted);
  const { followers, comments } = capture.samples;
  const links = (seen.samples.comments ?? []).map(({ link }) => link ?? null);
  const sample = { followers: followers?.rows.length ?? 0, comments: comments?.length ?? 0, links };
  const checked = await ask(capture);
  const { analysis, shortlist } = checked;
  void state.addRecent({ username, verdict: analysis.verdict?.code ?? null, tier: analysis.tier, at: Date.now() });
  const words = await speaker();
  return { model: badgeModel(checked, username, sample, words), listed: listed(shortlist, username, words) };
}

/** CONTRACT's capture. The address comes from the tab; the answers are the creator's own. @param {string} username @param {PageCapture} seen @param {boolean} isWanted rows of lists may be read @returns {Capture} */
function captureOf(username, seen, isWanted) {
  const { captured_at, responses, samples } = seen;
  const { html, navigation } = reducedPage(username, seen.page);
  const own = answersOf(username, html, responses);
  const rows = isWanted ? mergedRows(samples.followers?.rows ?? [], own.followers).slice(0, MAX_ROWS) : [];
  return {
    schema: 1,
    url: `https://www.instagram.com/${username}/`,
    captured_at,
    navigation,
    html,
    responses: own.responses,
    samples: {
      ...(rows.length > 0 ? { followers: { position: "top", rows } } : {}),
      ...(isWanted && samples.comments
        ? { comments: samples.comments.slice(0, MAX_ROWS - rows.length).map((row) => commentOf(row, username)) }
        : {}),
    },
  };
}

/** Where a comment stands is for the page only. @param {import("../../types/messages").SeenComment} row @param {string} creator @returns {import("../../types/messages").CommentRow} */
const commentOf = ({ link: _, ...row }, creator) => ({ ...row, by_owner: row.username === creator });

/** @param {Capture} capture @returns {Promise<Checked>} */
async function ask(capture) {
  const {
    shortlist = null,
    history = null,
    rulings = [],
    examples = [],
    overlaps = [],
    ...analysis
  } = await request("POST", "/api/v1/checks", { body: capture });
  if (!analysis.ok) throw new Failed("not_a_profile");
  return { analysis, shortlist, history, rulings, examples, overlaps };
}

/** Looks whether a waiting pairing has been allowed meanwhile; the first check after it then goes through. */
async function requirePairing() {
  if ((await state.pendingPairing()) === null) return;
  const { state: now } = await poll();
  if (now === "pairing_pending") throw new Failed("pairing_pending");
}
