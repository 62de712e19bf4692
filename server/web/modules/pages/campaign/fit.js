// How the creators of a slot fit what the campaign looks for, by their last checks. It comes after the page is there.

import { foldable } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { platformOf } from "../../words/creator_names.js";
import { inLanguage, number, t } from "../../words/texts.js";

/** @typedef {import("api").CampaignFitAnswer} Fits */

/**
 * The points that fail or are not known; one line where all hold. A creator of another platform is not checked at all.
 * @param {Fits | null} fits null while it is on its way
 * @param {string} slot
 * @param {string | null} creator
 */
export function fitLine(fits, slot, creator) {
  if (creator !== null && platformOf(creator) !== "instagram")
    return h("p", { class: "hint" }, t("web.list_elsewhere"));
  const one = fits?.creators.find((each) => each.slot === slot && each.username === creator);
  if (!one) return null;
  return h("div", { class: "slot-fit" }, ...fitPoints(one.fit), persona(one));
}

/** How many of the points that are known hold, and which fail or are not known. @param {Fits["creators"][number]["fit"]} fit */
export function fitPoints({ checks }) {
  const failed = checks.filter((check) => check.ok === false);
  const open = checks.filter((check) => check.ok === null);
  const known = checks.length - open.length;
  const numbers = { n: number(known - failed.length), of: number(known) };
  const line = (/** @type {(typeof checks)[number]} */ check) => h("li", {}, inLanguage(check.text));
  return [
    known > 0 && h("p", {}, t("web.fit_held", numbers)),
    failed.length > 0 && h("ul", { class: "late" }, ...failed.map(line)),
    open.length > 0 &&
      foldable(t("web.fit_open", { n: number(open.length) }), h("ul", { class: "hint" }, ...open.map(line))),
  ];
}

/** @param {Fits["creators"][number]} one */
function persona({ persona: found }) {
  if (found === null || found.texts === 0) return null;
  const words = found.found.map((word) => `“${word}”`).join(", ");
  const told = words
    ? t("web.fit_persona", { words, n: number(found.speaking), of: number(found.texts) })
    : t("web.fit_persona_none", { of: number(found.texts) });
  return h("p", { class: "hint" }, told);
}
