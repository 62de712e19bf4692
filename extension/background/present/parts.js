/**
 * What the badge draws whatever the creator: its buttons, what has become of a save, and each trouble with the one fix
 * for it, which stands in the place of the card or in a line of it.
 */
import { RETRYABLE } from "../failure.js";
import { button, el } from "./draw.js";
import { drawPill } from "./face.js";
import { drawSkeleton } from "./tiles.js";

/** @typedef {import("../../../types/messages").ErrorCode} ErrorCode */
/** @typedef {import("../../../types/messages").Drawn} Drawn */
/** @typedef {import("../../../types/messages").Parts} Parts */
/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {{word: string, act: import("../../../types/messages").Act, picture: string, says?: ErrorCode}} Fix */

/** @type {Fix} */
const AGAIN = { word: "retry", act: { act: "retry" }, picture: "warn" };

/** The word on the button, what it does, the picture. @type {Record<ErrorCode, Fix>} */
const FIXES = {
  server_off: { ...AGAIN, picture: "off" },
  unauthorized: { word: "connect", act: { act: "open", what: "welcome" }, picture: "link" },
  pairing_pending: { word: "show_code", act: { act: "open", what: "welcome" }, picture: "link" },
  server_foreign: { word: "options", act: { act: "open", what: "options" }, picture: "warn" },
  stale_context: { word: "refresh", act: { act: "reload" }, picture: "warn" },
  version_mismatch: AGAIN,
  not_a_profile: { ...AGAIN, says: "internal" }, // asked again by itself: never on show for long
  incomplete: { ...AGAIN, says: "internal" },
  timeout: AGAIN,
  internal: AGAIN,
  refused: { ...AGAIN, says: "internal" },
  conflict: AGAIN,
  gone: AGAIN,
  not_found: AGAIN,
  busy: AGAIN,
  disk_full: AGAIN,
  storage_readonly: AGAIN,
  too_large: AGAIN,
  too_many: AGAIN,
  forbidden: AGAIN,
};

/** @param {Speaker} speaker @returns {Record<ErrorCode, Drawn>} */
function drawTroubles(speaker) {
  const drawn = Object.entries(FIXES).map(([code, { word, act, picture, says = code }]) => {
    const fix = button("fix", act, { class: "act" }, speaker.t(word));
    return [code, el("div", "", ...said(picture, speaker.t(`problem_${says}`)), fix)];
  });
  return Object.fromEntries(drawn);
}

/** @param {string} picture @param {string} text @returns {Drawn[]} */
function said(picture, text) {
  return [el("icon", picture), el("span", "grow", text)];
}

/** What has become of a save, with the way back from it if there is one. @param {Speaker} speaker @returns {Parts["outcomes"]} */
function drawOutcomes(speaker) {
  const undo = button("undo", { act: "undo" }, {}, el("icon", "undo"), speaker.t("undo"));
  const cancel = button("cancel", { act: "cancel" }, { class: "act" }, speaker.t("cancel"));
  const failed = (/** @type {string} */ key, /** @type {Drawn[]} */ ...way) =>
    el("div", "strip", ...said("warn", speaker.t(key)), ...way);
  return {
    saved: el("div", "bar", ...said("saved", speaker.t("saved")), undo),
    save_failed_kept: failed("save_failed_kept", cancel),
    save_waits_connection: failed("save_waits_connection", cancel),
    save_waits_busy: failed("save_waits_busy", cancel),
    save_failed_lost: failed("save_failed_lost"),
    save_failed_disk: failed("save_failed_disk"),
    save_failed_conflict: failed("save_failed_conflict"),
    save_failed_role: failed("save_failed_role"),
    save_failed_refused: failed("save_failed_refused"),
  };
}

/** In the place of a verdict while there may be more to come. @param {Speaker} speaker */
export const drawReading = (speaker) => ({
  pill: drawPill("reading", speaker.t("reading"), "", speaker),
  word: el("p", "word", el("icon", "reading"), el("span", "", speaker.t("reading_posts"))),
  figures: drawSkeleton(speaker),
});

/** What a save has come to where the server refused it; else it is lost. @type {Parts["failures"]} */
const FAILURES = {
  disk_full: "save_failed_disk",
  storage_readonly: "save_failed_disk",
  conflict: "save_failed_conflict",
  forbidden: "save_failed_role",
  refused: "save_failed_refused",
};

/** What a screen reader hears of troubles and saves. @param {Speaker} speaker @returns {Parts["said"]} */
function sayings(speaker) {
  const troubles = Object.entries(FIXES).map(([code, { says = code }]) => [code, speaker.t(`problem_${says}`)]);
  const outcomes = Object.keys(drawOutcomes(speaker)).map((key) => [key, speaker.t(key)]);
  return Object.fromEntries([...troubles, ...outcomes]);
}

/** @param {Speaker} speaker @returns {Parts} */
export function drawParts(speaker) {
  const save = (/** @type {"save" | "saving"} */ word, disabled = word === "saving") =>
    button("save", { act: "save" }, { class: "primary", disabled }, el("icon", "save"), speaker.t(word));
  const expand = (/** @type {"details" | "less"} */ word) =>
    button(
      "details",
      { act: "expand" },
      { class: "framed", "aria-expanded": String(word === "less") },
      speaker.t(word),
    );
  const tool = (/** @type {"move" | "collapse"} */ act, /** @type {string} */ label) =>
    button(act, { act }, { class: `tool ${act}`, "aria-label": label, title: label }, el("icon", act));
  return {
    move: tool("move", speaker.t("move")),
    collapse: tool("collapse", speaker.t("collapse_badge")),
    reading: drawReading(speaker),
    own: el("div", "", ...said("off", speaker.t("own_profile"))),
    save: save("save"),
    saving: save("saving"),
    early: save("save", true),
    details: expand("details"),
    less: expand("less"),
    note: button("note-open", { act: "note" }, { class: "framed" }, speaker.t("note")),
    open: button(
      "open",
      { act: "open", what: "web" },
      { class: "quiet" },
      el("icon", "open"),
      el("span", "label", speaker.t("open_soi")),
    ),
    scroll: el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": speaker.t("details") }),
    outcomes: drawOutcomes(speaker),
    failures: FAILURES,
    troubles: drawTroubles(speaker),
    passing: [...RETRYABLE],
    said: sayings(speaker),
    label: speaker.t("badge_label"),
    language: speaker.language,
  };
}
