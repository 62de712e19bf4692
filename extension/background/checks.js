/** Checks: the page's capture, bound to the address of its tab, goes to the server; the answer is put into words. */
import "../shared/facts.js";
import { Failed } from "./failure.js";
import { answersOf, mergedRows } from "./match.js";
import { keepOpened, withOpened } from "./opened.js";
import { poll } from "./pairing.js";
import { badgeModel, listed } from "./present/model.js";
import { standingOf } from "./present/standing.js";
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
 * @param {string} username @param {PageCapture} shown @param {string | null} [post] that stands on a page of its own
 * @param {() => void} [named] called where answers about the post name the creator as its owner
 * @returns {Promise<import("../../types/messages").CheckResult>}
 */
export async function check(username, shown, post = null, named = () => undefined) {
  await Promise.all([requirePairing(), resume()]);
  const { seen, earlier } = await withOpened(username, shown);
  const { samples: isWanted, page_answers: isHeard } = await state.preferences();
  const capture = captureOf(username, seen, isWanted, post);
  const now = { ...capture, responses: capture.responses.filter(({ received_at }) => !earlier.has(received_at)) };
  if (now.responses.length > 0) named();
  if (post !== null) await keepOpened(username, seen, capture.responses);
  const sample = sampleOf(seen, now, isHeard);
  const words = await speaker();
  const answer = await ask(capture, post !== null);
  void state.addSources(sourcesOf(seen, now));
  const checked = post === null ? answer : standingOf(answer, username, words);
  const { analysis, shortlist } = checked;
  const verdict = analysis.verdict?.code ?? null;
  if (post === null) void state.addRecent({ username, verdict, tier: analysis.tier, at: Date.now() });
  return { model: badgeModel(checked, username, sample, words), listed: listed(shortlist, username, words) };
}

/** What the words need to know of what was read. @param {PageCapture} seen @param {Capture} capture @param {boolean} isHeard the page's answers may be read @returns {import("./present/words.js").Sample} */
function sampleOf({ page, samples: drawn }, { responses, samples: { followers, comments } }, isHeard) {
  const links = drawn.comments.map(({ link }) => link ?? null);
  const isSilent = isHeard && page.waited && page.tiles.length > 0 && responses.length === 0;
  const isLoading = !page.waited && page.header !== "" && (isHeard || page.tiles.length === 0);
  return { followers: followers?.rows.length ?? 0, comments: comments?.length ?? 0, links, isSilent, isLoading };
}

/** CONTRACT's capture. The address comes from the tab; the answers are the creator's own. @param {string} username @param {PageCapture} seen @param {boolean} isWanted rows of lists may be read @param {string | null} post @returns {Capture} */
function captureOf(username, seen, isWanted, post) {
  const { captured_at, responses, samples } = seen;
  const { html, navigation } = reducedPage(username, seen.page);
  const own = answersOf(username, html, responses);
  const rows = isWanted ? mergedRows(samples.followers, own.followers).slice(0, MAX_ROWS) : [];
  return {
    schema: 1,
    url: `https://www.instagram.com/${username}/${post ? `p/${post}/` : ""}`,
    captured_at,
    navigation,
    html,
    responses: own.responses,
    samples: {
      ...(rows.length > 0 ? { followers: { position: "top", rows } } : {}),
      ...(isWanted && samples.comments.length > 0
        ? { comments: samples.comments.slice(0, MAX_ROWS - rows.length).map((row) => commentOf(row, username)) }
        : {}),
    },
  };
}

/** Where a comment stands is for the page only. @param {import("../../types/messages").SeenComment} row @param {string} creator @returns {import("../../types/messages").CommentRow} */
const commentOf = ({ link: _, ...row }, creator) => ({ ...row, by_owner: row.username === creator });

/** Which kinds of source this look has read. @param {PageCapture} seen @param {Capture} capture @returns {import("../../types/messages").SourceKind[]} */
function sourcesOf({ page }, { responses }) {
  const isPreloaded = (/** @type {{path: string}} */ { path }) => path === "/preloaded";
  /** @type {[import("../../types/messages").SourceKind, boolean][]} */
  const read = [
    ["answers", !responses.every(isPreloaded)],
    ["preloaded", responses.some(isPreloaded)],
    ["header", page.header !== ""],
    ["hover", page.tiles.some((tile) => tile.includes("<ul"))],
  ];
  return read.flatMap(([kind, isRead]) => (isRead ? [kind] : []));
}

/** @param {Capture} capture @param {boolean} isPost whose owner is looked up @returns {Promise<Checked>} */
async function ask(capture, isPost) {
  const {
    shortlist = null,
    colleague = null,
    campaigns = [],
    history = null,
    rulings = [],
    examples = [],
    overlaps = [],
    may_change = true,
    ...analysis
  } = await request("POST", "/api/v1/checks", { body: capture });
  if (!analysis.ok && !(isPost && analysis.page === "post")) throw new Failed("not_a_profile");
  return { analysis, shortlist, colleague, campaigns, may_change, history, rulings, examples, overlaps };
}

/** Looks whether a waiting pairing has been allowed meanwhile; the first check after it then goes through. */
async function requirePairing() {
  if ((await state.pendingPairing()) === null) return;
  const { state: now } = await poll();
  if (now === "pairing_pending") throw new Failed("pairing_pending");
}
