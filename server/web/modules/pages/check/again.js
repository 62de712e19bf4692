// Looking back over the list: who is due for another look, and what the last look saw that the one before had not.

import { call } from "../../data/api.js";
import { foldable } from "../../parts/elements.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { troubleText } from "../../parts/trouble.js";
import { address } from "../../words/address.js";
import { day } from "../../words/dates.js";
import { countText, percent, range, signed } from "../../words/figures.js";
import { inLanguage, number, t } from "../../words/texts.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").DigestChange} Change */
/** @typedef {import("api").Figure} Figure */
/** @typedef {import("../../parts/preact.js").Child} Child */

const DAYS = [14, 30, 60, 90, 180];
const FIRST = 8; // lines of a list before it is folded

/** Chosen for as long as the tab lives. */
let days = 90;

/**
 * What a route answers, asked anew whenever `since` is another one; the answer of before stays until then.
 * @template Answer
 * @param {() => Promise<Answer>} ask
 * @param {string} since
 */
function useAnswer(ask, since) {
  const [state, setState] = useState({ answer: /** @type {Answer | null} */ (null), trouble: "" });
  useEffect(() => {
    let heard = true;
    ask().then(
      (answer) => heard && setState({ answer, trouble: "" }),
      (error) => heard && setState((before) => ({ ...before, trouble: troubleText(error) })),
    );
    return () => void (heard = false);
  }, [since]);
  return state;
}

/** @param {{ since: string }} props what the newest check is, by which the lists are asked anew */
export function Due({ since }) {
  const [asked, setAsked] = useState(days);
  const { answer: found, trouble } = useAnswer(() => call("GET", `/checks/due?days=${asked}`), `${asked} ${since}`);
  const choose = (/** @type {string} */ value) => {
    days = Number(value);
    setAsked(days);
  };
  const options = DAYS.map((n) => /** @type {const} */ ([String(n), t("web.due_days", { n })]));
  return [
    h(
      "label",
      { class: "labelled" },
      h("span", {}, t("web.due_asked")),
      h(Select, { name: "days", className: "field", value: String(asked), options, onChoose: choose }),
    ),
    said(trouble, found && (found.total ? lines(found.due.map(dueLine), found.total) : quiet("web.due_none"))),
  ];
}

/** @param {{ since: string }} props */
export function WhatChanged({ since }) {
  const { answer: found, trouble } = useAnswer(() => call("GET", "/checks/digest"), since);
  if (!found?.total) return said(trouble, found && quiet(found.compared ? "web.digest_none" : "web.digest_no_pair"));
  const hint = h("p", { class: "hint" }, t("web.digest_of", { k: found.total, n: found.compared }));
  return [said(trouble, null), hint, lines(found.creators.map(digestLine), found.total)];
}

/** @param {string} trouble @param {Child} content */
function said(trouble, content) {
  return [trouble && h("p", { class: "message message-closer", role: "status" }, trouble), content];
}

/** @param {string} key */
function quiet(key) {
  return h("p", { class: "quiet" }, t(key));
}

/** The first ones, the rest to be opened, and how many more the server has. @param {Child[]} all @param {number} total */
function lines(all, total) {
  const rest = all.slice(FIRST);
  return [
    h("ul", { class: "points" }, all.slice(0, FIRST)),
    rest.length > 0 && foldable(t("web.again_more", { n: total - FIRST }), h("ul", { class: "points" }, rest)),
  ];
}

/** @param {string} username */
function link(username) {
  return h("a", { href: address("creators", username) }, h("bdi", {}, shownName(username)));
}

/** @param {import("api").DueLook} one */
function dueLine({ username, at, reason }) {
  const words = at ? t(`web.due_${reason}`, { day: day(at) }) : t("web.due_never");
  return h("li", { key: username }, link(username), h("span", { class: "hint" }, ` ${words}`));
}

/** @param {import("api").CreatorDigest} one */
function digestLine({ username, before, last, changes }) {
  return h(
    "li",
    { key: username },
    link(username),
    h("span", { class: "hint" }, ` ${range(day(before), day(last))}`),
    h(
      "ul",
      { class: "points" },
      changes.flatMap(changeWords).map((words) => h("li", { key: words }, words)),
    ),
  );
}

/** Each change in words, a figure with the two intervals that lie apart. @param {Change} change @returns {string[]} */
function changeWords({ field, from, to, signs }) {
  if (field === "signs") return signs.map((sign) => t("web.digest_sign", { sign: inLanguage(sign) }));
  if (field === "followers") return [followersWords(/** @type {Figure} */ (from), /** @type {Figure} */ (to))];
  if (field === "engagement_rate") return [rateWords(/** @type {Figure} */ (from), /** @type {Figure} */ (to))];
  if (field === "verdict") return [t("web.change_verdict", { from: t(`verdict.${from}`), to: t(`verdict.${to}`) })];
  if (field === "silent") return [t("web.digest_silent", { day: day(String(to)) })];
  return [t("web.change_model", { version: String(to) })];
}

/** @param {Figure} from @param {Figure} to */
function followersWords(from, to) {
  const change = t("web.change_followers", { n: signed(to.value - from.value) });
  return `${change}: ${countText(from)} → ${countText(to)}`;
}

/** @param {Figure} from @param {Figure} to */
function rateWords(from, to) {
  const change = t("web.change_rate", { from: percent(from.value, 2), to: percent(to.value, 2) });
  return `${change}; ${t("web.digest_apart", { before: interval(from), after: interval(to) })}`;
}

/** @param {Figure} figure */
function interval({ low, high }) {
  return range(number(low, 2), percent(high, 2));
}
