// Taking a list over from a spreadsheet: choose, see what would happen, then do it.

import { Refused, call } from "../api.js";
import { busy, button, h } from "../dom.js";
import { address } from "../routes.js";
import { has, number, t } from "../texts.js";
import { troubleText } from "../trouble.js";

const SHOWN = 200;

/** @type {import("../routes.js").Page} */
export const page = {
  draw(place) {
    const result = h("div", { class: "block", "aria-live": "polite" });
    const file = h("input", {
      type: "file",
      class: "visually-hidden",
      id: "import-file",
      accept: ".csv,.xlsx,text/csv",
    });
    const drop = h(
      "div",
      { class: "drop" },
      h("p", { class: "drop-title" }, t("web.import_drop")),
      h("p", { class: "hint" }, t("web.import_hint")),
      file,
      h("label", { class: "button", for: "import-file" }, t("web.drop_button")),
    );
    file.addEventListener("change", () => {
      preview(file.files?.[0], result);
      file.value = "";
    });
    for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => event.preventDefault());
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      preview(event.dataTransfer?.files[0], result);
    });
    place.replaceChildren(
      h("section", { class: "card" }, h("h1", {}, t("web.nav_import")), h("p", {}, t("web.import_text")), drop, result),
    );
  },
};

/**
 * Ask what an import would do; nothing is changed yet.
 * @param {File | undefined} file
 * @param {HTMLElement} place
 */
async function preview(file, place) {
  if (!file) return;
  place.replaceChildren(busy(t("web.import_reading")));
  try {
    const answer = await call("POST", "/shortlist/imports?dry_run=true", file);
    const wanted = answer.new.length + answer.duplicates.length;
    const take = button(t("web.import_do", { n: wanted }), "button-primary", () => takeOver(file, place));
    place.replaceChildren(
      h("h2", {}, h("bdi", {}, file.name)),
      summary(answer),
      wanted > 0 ? take : "",
      details(answer),
    );
  } catch (error) {
    refused(error, place);
  }
}

/**
 * @param {File} file
 * @param {HTMLElement} place
 */
async function takeOver(file, place) {
  place.replaceChildren(busy(t("web.import_reading")));
  try {
    const answer = await call("POST", "/shortlist/imports?dry_run=false", file);
    place.replaceChildren(
      h(
        "p",
        { class: "message", role: "status" },
        t("web.import_done", { n: answer.new.length, m: number(answer.duplicates.length) }),
      ),
      h("p", {}, h("a", { class: "button", href: address("list") }, t("web.nav_list"))),
      answer.bad.length ? badRows(answer.bad) : "",
      droppedRows(answer.dropped) ?? "",
    );
  } catch (error) {
    refused(error, place);
  }
}

/**
 * @param {unknown} error
 * @param {HTMLElement} place
 */
function refused(error, place) {
  if (!(error instanceof Refused)) throw error;
  place.replaceChildren(h("p", { class: "message message-risk", role: "alert" }, troubleText(error)));
}

/** @param {any} answer */
function summary(answer) {
  const lines = [
    t("web.import_new", { n: answer.new.length }),
    t("web.import_known", { n: answer.duplicates.length }),
    t("web.import_repeated", { n: answer.repeated.length }),
    t("web.import_bad", { n: answer.bad.length }),
    answer.ignored_columns.length && t("web.import_ignored", { names: answer.ignored_columns.join(", ") }),
  ];
  return h("ul", { class: "points" }, ...lines.filter(Boolean).map((line) => h("li", {}, line)));
}

/** @param {any} answer */
function details(answer) {
  return h(
    "div",
    { class: "block" },
    answer.bad.length ? badRows(answer.bad) : null,
    droppedRows(answer.dropped),
    names("web.import_new_title", answer.new),
    names("web.import_known_title", answer.duplicates),
  );
}

/** @param {{ row: number, code: string, message: string }[]} bad */
function badRows(bad) {
  return h(
    "section",
    { class: "block" },
    h("h2", {}, t("web.import_bad_title")),
    h(
      "ul",
      { class: "points" },
      ...bad.slice(0, SHOWN).map((each) =>
        h(
          "li",
          {},
          t("web.import_bad_row", {
            row: each.row,
            why: has(`error.${each.code}`) ? t(`error.${each.code}`) : each.message,
          }),
        ),
      ),
    ),
  );
}

/**
 * Rows that are taken without one of their cells.
 * @param {{ row: number, username: string, field: string }[]} dropped
 */
function droppedRows(dropped) {
  if (!dropped.length) return null;
  const lines = dropped
    .slice(0, SHOWN)
    .map((each) => h("li", {}, t(`web.import_dropped_${each.field}`, { row: each.row, name: each.username })));
  return h(
    "section",
    { class: "block" },
    h("h2", {}, t("web.import_dropped_title")),
    h("ul", { class: "points" }, ...lines),
  );
}

/**
 * @param {string} title
 * @param {{ username: string }[]} found
 */
function names(title, found) {
  if (!found.length) return null;
  const shown = found
    .slice(0, SHOWN)
    .map((each) => each.username)
    .join(", ");
  return h(
    "details",
    { class: "signal" },
    h("summary", {}, h("span", {}, t(title, { n: found.length }))),
    h("p", { class: "signal-more names" }, h("bdi", {}, shown), found.length > SHOWN ? " …" : ""),
  );
}
