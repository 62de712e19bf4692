// The stages of the user's own pipeline: named, ordered, each of them one of the seven statuses.

import { call } from "../../data/api.js";
import { knowStages, stageText } from "../../data/stages.js";
import { button } from "../../parts/elements.js";
import { h, useLayoutEffect, useRef, useState } from "../../parts/preact.js";
import { STATUSES } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";
import { theirSettings, useSaving } from "./saving.js";
import { useTaking } from "./taking.js";

/** @typedef {import("api").StagesAnswer} Answer */
/**
 * @typedef {object} Line
 * @property {string} key
 * @property {string | null} was its name before; null for a new one
 * @property {string | null} name as it was typed; null as long as it is called as before
 * @property {string} status
 * @property {string | null} goes where its entries go once it is away: "" for no other stage; null while it stays
 */

const PATH = "/stages";
const LONGEST = 100;
const MOST = 60;

const ask = () => call("GET", PATH);
/** @type {import("./saving.js").Keep<Answer>} */
const keep = (method, body, seen) => call(method, PATH, body, seen);

let made = 0;

/** @param {{ answer: Answer }} props */
export function StagesCard({ answer }) {
  const { now, take, place, taken } = useTaking(answer, "input");
  const { places, save } = useSaving({ ask, keep, answer, shown: shownOf, theirs, take });
  const [lines, setLines] = useState(linesOf(now));
  const first = useRef(true);
  useLayoutEffect(() => {
    knowStages(now);
    if (!first.current) setLines(linesOf(now));
    first.current = false;
  }, [now, taken]);
  /** @param {"PUT" | "DELETE"} method @param {unknown} [body] */
  const change = async (method, body) => {
    const answered = await save("web.stages_saved", () => ({ method, body }));
    if (answered) take(answered);
  };
  const onSubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    change("PUT", bodyOf(lines));
  };
  const add = () =>
    setLines((before) => [...before, { key: `new ${(made += 1)}`, was: null, name: "", status: "found", goes: null }]);
  return h(
    "section",
    { class: "card", id: "stages", ref: place },
    h("h2", {}, t("web.settings_stages")),
    h("p", { class: "hint" }, t("web.stages_text")),
    h(
      "form",
      { class: "settings-form searches", onSubmit },
      h("ol", { class: "stage-lines" }, ...lines.map((line, at) => lineOf(line, at, lines, setLines))),
      h(
        "div",
        { class: "actions" },
        button(t("web.stages_add"), "", add, { disabled: lines.length >= MOST }),
        h("button", { class: "button button-primary" }, t("web.stages_save")),
        button(t("web.stages_reset"), "", () => change("DELETE"), { hidden: !now.own }),
      ),
    ),
    ...places,
  );
}

/** @param {Line} line */
function nameOf({ was, name }) {
  return name ?? stageText(was ?? "");
}

/**
 * @param {Line} line
 * @param {number} at its place
 * @param {Line[]} lines
 * @param {(change: (lines: Line[]) => Line[]) => void} draw
 */
function lineOf(line, at, lines, draw) {
  const name = nameOf(line);
  const set = (/** @type {Partial<Line>} */ news) =>
    draw((now) => now.map((each) => (each.key === line.key ? { ...each, ...news } : each)));
  const act = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ action, more = {}) =>
    button(sign, "button-small", action, { "aria-label": `${t(key)}: ${name}`, title: t(key), ...more });
  if (line.goes !== null) return goneLine(line, lines, set, act);
  const move = (/** @type {number} */ step) => draw((now) => moved(now, at, step));
  const drop = () => (line.was === null ? draw((now) => now.filter(({ key }) => key !== line.key)) : set({ goes: "" }));
  return h(
    "li",
    { key: line.key, class: "stage-line" },
    h("input", {
      class: "field",
      name: `name ${line.key}`,
      "aria-label": t("web.stages_name"),
      required: true,
      maxlength: LONGEST,
      value: name,
      onInput: (/** @type {{ currentTarget: HTMLInputElement }} */ event) => set({ name: event.currentTarget.value }),
    }),
    h(
      "select",
      {
        name: `status ${line.key}`,
        "aria-label": `${t("web.list_status")}: ${name}`,
        value: line.status,
        onChange: (/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
          set({ status: event.currentTarget.value }),
      },
      ...STATUSES.map((code) => h("option", { value: code }, t(`status.${code}`))),
    ),
    h(
      "div",
      { class: "actions" },
      act("web.stages_up", "↑", () => move(-1), { disabled: at === 0 }),
      act("web.stages_down", "↓", () => move(1), { disabled: at === lines.length - 1 }),
      act("web.stages_remove", "×", drop),
    ),
  );
}

/**
 * One that goes away: where its creators go is asked before anything is saved.
 * @param {Line} line
 * @param {Line[]} lines
 * @param {(news: Partial<Line>) => void} set
 * @param {(key: string, sign: string, action: () => void) => import("../../parts/preact.js").Child} act
 */
function goneLine(line, lines, set, act) {
  const others = lines.filter(({ goes }) => goes === null);
  return h(
    "li",
    { key: line.key, class: "stage-line stage-gone" },
    h("s", {}, nameOf(line)),
    h(
      "label",
      { class: "labelled" },
      h("span", {}, t("web.stages_goes")),
      h(
        "select",
        {
          name: `goes ${line.key}`,
          value: line.goes,
          onChange: (/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
            set({ goes: event.currentTarget.value }),
        },
        h("option", { value: "" }, t("web.stages_keep")),
        ...others.map((other) => h("option", { value: other.key, key: other.key }, nameOf(other))),
      ),
    ),
    act("web.stages_back", t("web.stages_back"), () => set({ goes: null })),
  );
}

/** @param {Line[]} lines @param {number} at @param {number} step */
function moved(lines, at, step) {
  const others = lines.filter((_, place) => place !== at);
  return [...others.slice(0, at + step), ...lines.slice(at, at + 1), ...others.slice(at + step)];
}

/** @param {Answer} answer @returns {Line[]} */
function linesOf({ stages }) {
  return stages.map(({ name, status }) => ({ key: name, was: name, name: null, status, goes: null }));
}

/** @param {Line[]} lines */
function bodyOf(lines) {
  // A shipped stage that was not renamed keeps the name that entries have, in whichever language it is shown.
  const kept = (/** @type {Line} */ { was, name }) => (name === null || name === stageText(was ?? "") ? was : null);
  const savedName = (/** @type {Line} */ line) => kept(line) ?? nameOf(line).trim();
  const staying = lines.filter(({ goes }) => goes === null);
  const stages = staying.map((line) => ({
    name: savedName(line),
    status: line.status,
    ...(line.was !== null && savedName(line) !== line.was ? { was: line.was } : {}),
  }));
  const going = lines.flatMap(({ was, goes }) => {
    const target = staying.find(({ key }) => key === goes);
    return was !== null && target ? [{ from: was, to: savedName(target) }] : [];
  });
  return { stages, ...(going.length ? { moved: going } : {}) };
}

/** @param {Answer} answer */
function shownOf({ stages }) {
  return stages.map(({ name, status }) => [name, status]);
}

/** @param {Answer} present */
function theirs(present) {
  return theirSettings(present.stages.map(({ name, status }) => [stageText(name), t(`status.${status}`)]));
}
