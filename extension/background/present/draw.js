/** The details as elements for the badge to draw: what each press or changed field asks for stands beside it. */

import "../../shared/facts.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Act} Act */
/** @typedef {import("../../../types/messages").Drawn} Drawn */
/** @typedef {import("../../../types/messages").Section} Section */
/** @typedef {import("../../../types/messages").ShortlistEntry} ShortlistEntry */
/** @typedef {import("../../../types/messages").Show} Show */
/** @typedef {import("../../../types/messages").SignalCard} SignalCard */

/** `attributes` as a text is the class. @param {string} tag @param {Drawn["attributes"] | string} attributes @param {...(Drawn | string | null)} children @returns {Drawn} */
export function el(tag, attributes, ...children) {
  const named = typeof attributes === "string" ? { class: attributes || null } : attributes;
  return { tag, attributes: named, act: null, children: children.filter((child) => child !== null) };
}

/** @param {string} key for keeping the focus @param {Act} act @param {Drawn["attributes"]} attributes @param {...(Drawn | string)} label @returns {Drawn} */
export function button(key, act, attributes, ...label) {
  return { ...el("button", { type: "button", "data-key": key, ...attributes }, ...label), act };
}

/** A field adds its value to `act` under its name. @param {string} label @param {Drawn} field @param {Act} act */
function labelled(label, field, act) {
  return el("label", "", label, { ...field, act });
}

/** @param {Section} section @param {Speaker} speaker @returns {Drawn} */
export function drawSection({ title, range, texts, list, marked, small, show, signals }, speaker) {
  return el(
    "section",
    "",
    title ? el("h3", "", title) : null,
    range && drawRange(range),
    ...texts.map((text) => el("p", "", text)),
    marked.length > 0
      ? el(
          "ul",
          "plain marked",
          ...marked.map(({ mark, text }) => el("li", "", el("b", "", `${mark} `), el("span", "", text))),
        )
      : null,
    list.length > 0 ? el("ul", "plain", ...list.map((text) => el("li", "", el("span", "", text)))) : null,
    ...small.map((text) => el("p", "small", text)),
    show && showButton(show, speaker),
    ...drawSignals(signals, speaker),
  );
}

/** What raises, what lowers, what has no effect by the person's own ruling, and folded what has none by itself. @param {SignalCard[]} signals @param {Speaker} speaker */
function drawSignals(signals, speaker) {
  const groupOf = (/** @type {SignalCard} */ { effect, ruling }) => (effect === "none" && ruling ? "ruled" : effect);
  const draw = (/** @type {string} */ group) =>
    signals.filter((signal) => groupOf(signal) === group).map((signal) => drawSignal(signal, speaker));
  const none = draw("none");
  const groups = ["raises", "lowers", "ruled"].flatMap((group) => {
    const drawn = draw(group);
    return drawn.length > 0 ? [el("h4", "", speaker.t(`group_${group}`)), ...drawn] : [];
  });
  if (none.length === 0) return groups;
  const title = el("summary", { "data-key": "no-effect" }, speaker.t("no_effect", { n: none.length }));
  return [...groups, el("details", { "data-id": "no-effect", class: "fold" }, title, el("div", "inner", ...none))];
}

/** The range of suspicion on 0 to 100. @param {NonNullable<Section["range"]>} range */
function drawRange({ low, high, score, label }) {
  const span = el("div", { class: "span", style: `inset-inline-start: ${low}%; width: ${high - low}%` });
  const tick = score === null ? null : el("div", { class: "tick", style: `inset-inline-start: ${score}%` });
  const scale = ["0", `${low}–${high}`, "100"].map((text) => el("span", "", text));
  return el(
    "div",
    "",
    el("div", { class: "range", role: "img", "aria-label": label }, span, tick),
    el("div", { class: "scale", "aria-hidden": "true" }, ...scale),
  );
}

/** @param {Show} show @param {Speaker} speaker */
function showButton({ key, what, places }, speaker) {
  const label = speaker.t("show_me");
  const attributes = { "aria-label": `${label}: ${what}` };
  return el("div", "row", button(key, { act: "show", places }, attributes, el("icon", "eye"), label));
}

/** @param {SignalCard} signal @param {Speaker} speaker */
function drawSignal(signal, speaker) {
  return el(
    "details",
    { "data-id": signal.id },
    el(
      "summary",
      { "data-key": signal.id },
      el("span", "grow", signal.reason, signal.usual ? el("span", "small usual", signal.usual) : null),
      signal.strength ? el("span", `strength ${signal.effect}`, signal.strength) : null,
    ),
    el(
      "div",
      "inner",
      el("p", "innocent", signal.innocent),
      signal.readAs ? el("p", "small", signal.readAs) : null,
      signal.show && showButton(signal.show, speaker),
      ...drawRuling(signal, speaker),
    ),
  );
}

/** Two answers; the one that was given shows its date and takes a note, and can be taken back. @param {SignalCard} signal @param {Speaker} speaker */
function drawRuling({ id, ruling }, speaker) {
  const answers = /** @type {const} */ (["innocent", "confirmed"]).map((answer) => {
    const given = ruling?.ruling === answer;
    /** @type {Act} */
    const act = { act: "rule", signal: id, ruling: given ? null : answer, note: ruling?.note ?? "" };
    return button(`${id}-${answer}`, act, { "aria-pressed": String(given) }, speaker.t(`ruling_${answer}`));
  });
  const group = el("div", { class: "row", role: "group", "aria-label": speaker.t("ruling") }, ...answers);
  return ruling ? [group, ...drawGiven(id, ruling, speaker)] : [group];
}

/** @param {string} id @param {import("../../../types/messages").KeptRuling} given @param {Speaker} speaker */
function drawGiven(id, { ruling, at, note }, speaker) {
  const date = speaker.date(at);
  const said = speaker.t(date ? "ruling_at" : `ruling_${ruling}`, { ruling: speaker.t(`ruling_${ruling}`), date });
  const takeBack = /** @type {const} */ ({ act: "rule", signal: id, ruling: null });
  const back = button(`${id}-back`, takeBack, { class: "quiet" }, speaker.t("ruling_back"));
  const named = { type: "text", name: "note", maxlength: "2000", "data-key": `${id}-note` };
  const field = el("input", { ...named, value: note ?? "" });
  return [
    el("div", "row", el("span", "small grow", said), back),
    labelled(speaker.t("ruling_note"), field, { act: "rule", signal: id, ruling: wordOf(ruling) }),
  ];
}

/** The server keeps a ruling's word as it came. @param {string} ruling @returns {import("../../../types/messages").Ruling} */
const wordOf = (ruling) => (ruling === "confirmed" ? "confirmed" : "innocent");

/** @param {ShortlistEntry} entry @param {Speaker} speaker @returns {Drawn} */
export function drawStatus(entry, speaker) {
  const options = globalThis.soi.facts.statuses.map((value) =>
    el("option", { value, selected: value === entry.status }, speaker.t(`status_${value}`)),
  );
  const named = { name: "status", "data-key": "status", "aria-label": speaker.t("status") };
  return { ...el("select", named, ...options), act: { act: "annotate" } };
}

/** Letters that the server takes. */
const MOST_OF_REASON = "500";

/** Reason and note of an entry, kept as they are changed. @param {ShortlistEntry} entry @param {Speaker} speaker */
export function drawFields(entry, speaker) {
  const area = (/** @type {"note" | "reject_reason"} */ name, maxlength = "2000") =>
    el("textarea", { name, rows: "2", maxlength, "data-key": name }, entry[name] ?? "");
  return el(
    "section",
    "",
    entry.status === "rejected"
      ? labelled(speaker.t("reject_reason"), area("reject_reason", MOST_OF_REASON), {
          act: "annotate",
          status: "rejected",
        })
      : null,
    labelled(speaker.t("note"), area("note"), { act: "annotate" }),
  );
}
