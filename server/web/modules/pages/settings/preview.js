// What other rules (thresholds, the active search) would change on the list, asked for in rounds: each answers at once with what it has.

import { h, useEffect, useRef, useState } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { troubleText } from "../../parts/trouble.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").Preview} Preview */

/** What stands there: what was found last, or that what is typed is wrong, or what went wrong. @typedef {{ found?: Preview | null, wrong?: boolean, error?: unknown }} Shown */

/**
 * The part of a card that says what would change: `show` asks for what these values would do, `unknown` says that they
 * are none.
 * @param {"/searches/preview" | "/settings/thresholds/preview"} path where it is asked
 * @param {string} id of its title
 * @param {string} titled the key of its title
 */
export function usePreview(path, id, titled) {
  const [pending, setPending] = useState(/** @type {Preview | null} */ (null));
  const [shown, setShown] = useState(/** @type {Shown} */ ({}));
  const round = useRef(0);
  useEffect(() => () => void (round.current = Infinity), []); // nothing is asked any more once the page is left
  /** @param {Record<string, unknown>} values */
  const show = async (values) => {
    round.current += 1;
    const mine = round.current;
    const isStale = () => mine !== round.current || mine === Infinity;
    try {
      /** @type {Preview} */
      let found;
      do {
        found = await call("POST", path, values);
        if (isStale()) return;
        setPending(found.pending ? found : null);
      } while (found.pending);
      setShown({ found });
    } catch (error) {
      if (isStale()) return;
      setPending(null);
      setShown({ error });
    }
  };
  const unknown = () => {
    round.current += 1;
    setPending(null);
    setShown({ wrong: true });
  };
  const element = h(
    "section",
    { class: "block", "aria-labelledby": id },
    h("h3", { id }, t(titled)),
    h("div", { class: "block" }, pending && progressOf(pending)),
    h("div", { class: "block", role: "status" }, said(shown)),
  );
  return { element, show, unknown };
}

/** @param {Shown} shown */
function said({ found, wrong, error }) {
  if (error) return h("p", { class: "message message-risk", role: "alert" }, troubleText(error));
  if (wrong) return h("p", { class: "quiet" }, t("web.preview_wrong"));
  return found ? summary(found) : null;
}

/** @param {Preview} found */
function progressOf({ judged, pending }) {
  const of = judged + pending;
  const text = t("web.preview_pending", { done: number(judged), of: number(of) });
  return h("div", { class: "queue-progress" }, h("progress", { value: judged, max: of, "aria-label": text }), text);
}

/** @param {Preview} found */
function summary(found) {
  if (!found.total) return [h("p", { class: "quiet" }, t("web.preview_none_listed"))];
  const lines = [headline(found)];
  if (found.changed) lines.push(pairs(found), names(found));
  const { never_checked: never, no_audit: gone } = found.not_judged;
  if (never) lines.push(h("p", { class: "hint" }, t("web.preview_never_checked", { n: never })));
  if (gone) lines.push(h("p", { class: "hint" }, t("web.preview_no_audit", { n: gone })));
  return lines;
}

/** @param {Preview} found */
function headline({ changed, judged }) {
  if (!judged) return h("p", { class: "quiet" }, t("web.preview_nobody"));
  if (!changed) return h("p", {}, t("web.preview_same", { n: judged }));
  return h("p", {}, h("strong", {}, t("web.preview_changed", { n: changed, judged: number(judged) })));
}

/** @param {Preview} found */
function pairs({ changes }) {
  const lines = changes.map(({ from, to, n }) =>
    h("li", {}, t("web.preview_pair", { from: t(`verdict.${from}`), to: t(`verdict.${to}`), n })),
  );
  return h("ul", { class: "points" }, ...lines);
}

/** @param {Preview} found */
function names({ creators, changed }) {
  const lines = creators.map(({ username, from, to }) =>
    h(
      "li",
      {},
      h("a", { href: address("creators", username) }, h("bdi", {}, shownName(username))),
      ` ${t(`verdict.${from}`)} → ${t(`verdict.${to}`)}`,
    ),
  );
  const more = changed - creators.length;
  return h(
    "details",
    {},
    h("summary", {}, t("web.preview_names", { n: changed })),
    h("ul", { class: "points names" }, ...lines),
    more > 0 && h("p", { class: "hint" }, t("web.preview_more", { n: more })),
  );
}
