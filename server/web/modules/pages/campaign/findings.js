// A draft with the words that are meant highlighted, and what is to be mended, by whose rule.

import { h } from "../../parts/preact.js";
import { dayText } from "../../words/campaigns.js";
import { inLanguage, t } from "../../words/texts.js";

/** @typedef {import("api").DraftChecked} Check */

/**
 * The text in parts; what is meant stands in `mark`. Places count code points.
 * @param {string} text
 * @param {Pick<Check, "findings">} check
 */
export function markedText(text, { findings }) {
  const points = [...text];
  const parts = [];
  let at = 0;
  for (const { start, end, level } of placed(findings)) {
    if (start < at) continue; // a longer one covers it
    parts.push(points.slice(at, start).join(""));
    parts.push(h("mark", { class: `mark-${level}` }, points.slice(start, end).join("")));
    at = end;
  }
  parts.push(points.slice(at).join(""));
  return parts;
}

/** Those with a place, in its order; of two that begin together the longer one. @param {Check["findings"]} findings */
function placed(findings) {
  const found = findings.flatMap(({ start, end, level }) =>
    start === null || end === null || end <= start ? [] : [{ start, end, level }],
  );
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** @param {Check} check */
export function findingsOf(check) {
  return h(
    "div",
    { class: "findings" },
    h("p", {}, h("strong", {}, t(check.ok ? "draft.ok" : "draft.not_ok"))),
    ...check.not_checked.map((what) => h("p", { class: "message message-closer" }, inLanguage(what))),
    check.findings.length > 0 && h("ol", {}, ...check.findings.map(finding)),
    h("p", { class: "hint" }, t("draft.note")),
  );
}

/** @param {Check["findings"][number]} found */
function finding(found) {
  const since = found.since && t("web.draft_since", { day: dayOr(found.since) });
  const looked = found.checked_at && t("web.draft_checked_at", { day: dayOr(found.checked_at) });
  const source = [inLanguage(found.cited), since, looked].filter(Boolean).join(" · ");
  return h(
    "li",
    {},
    h("strong", { class: found.level === "must" ? "late" : "" }, t(`draft.level_${found.level}`)),
    found.quote && [" ", h("q", {}, h("bdi", {}, found.quote))],
    " ",
    inLanguage(found.text),
    source && h("div", { class: "hint" }, source),
  );
}

/** @param {string} text a day, or whatever a rule says instead */
function dayOr(text) {
  return /^\d{4}-\d\d-\d\d$/u.test(text) ? dayText(text) : text;
}
