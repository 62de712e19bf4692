/** The options: each is kept as soon as it is changed, and open Instagram pages follow at once. */
import { showConnection } from "../shared/connection.js";
import { ask, button, h, translator } from "../shared/page.js";
import { shortcuts } from "./shortcuts.js";
import { team } from "./team.js";

/** @typedef {import("../../types/messages").Preferences} Preferences */
/** @typedef {import("../../types/messages").Corner} Corner */
/** @typedef {import("../../types/messages").PopupStatus} PopupStatus */
/** @typedef {import("../shared/page.js").Translate} Translate */

const CORNERS = /** @type {const} */ (["top-right", "bottom-right", "bottom-left", "top-left"]);
const LANGUAGES = /** @type {const} */ (["auto", "vi", "en"]);

const said = h("p", { role: "status", class: "soft small" });

/** @param {Partial<Preferences>} changes @param {Translate} t */
async function keep(changes, t) {
  await ask("prefs.set", { changes });
  const now = changes.language || changes.port ? await start() : t;
  said.textContent = now("kept");
}

/**
 * @template {keyof Preferences} K
 * @param {K} name @param {string} label @param {readonly {value: Preferences[K] & string, label: string}[]} choices
 * @param {Preferences} now @param {Translate} t
 */
function choice(name, label, choices, now, t) {
  const options = choices.map((one) => h("option", { value: one.value, selected: one.value === now[name] }, one.label));
  const select = /** @type {HTMLSelectElement} */ (h("select", { id: name }, ...options));
  select.addEventListener("change", () => keep({ [name]: select.value }, t));
  return h("section", {}, h("label", { for: name }, h("strong", {}, label), select));
}

/** @param {"page_answers" | "samples"} name @param {Preferences} now @param {Translate} t */
function source(name, now, t) {
  const box = /** @type {HTMLInputElement} */ (
    h("input", { type: "checkbox", checked: now[name], "aria-describedby": `${name}_hint` })
  );
  box.addEventListener("change", () => keep({ [name]: box.checked }, t));
  const hint = h("span", { class: "soft small", id: `${name}_hint` }, t(`option_${name}_hint`));
  return h("div", {}, h("label", { class: "check" }, box, h("span", {}, t(`option_${name}`))), hint);
}

/** @param {Preferences} now @param {Translate} t */
function port(now, t) {
  const field = /** @type {HTMLInputElement} */ (
    h("input", {
      type: "number",
      id: "port",
      min: "1024",
      max: "65535",
      value: String(now.port),
      "aria-describedby": "port_hint",
    })
  );
  field.addEventListener("change", () => {
    const valid = field.validity.valid && Number.isInteger(field.valueAsNumber);
    field.setAttribute("aria-invalid", String(!valid));
    if (valid) void keep({ port: field.valueAsNumber }, t);
    else said.textContent = t("port_invalid");
  });
  const label = h("label", { for: "port" }, h("strong", {}, t("option_port")), field);
  return h("section", {}, label, h("p", { class: "soft small", id: "port_hint" }, t("option_port_hint")));
}

/** Which kind of source was read last, and when. @param {PopupStatus} status @param {Translate} t */
function sources({ sources: read, language }, t) {
  const kinds = /** @type {const} */ (["answers", "preloaded", "header", "hover"]);
  const format = new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
    dateStyle: "short",
    timeStyle: "short",
  });
  const lines = kinds.map((kind) => {
    const when = read[kind] === undefined ? t("source_never") : format.format(read[kind]);
    return h("li", {}, t(`source_${kind}`, { when }));
  });
  const hint = h("p", { class: "soft small" }, t("sources_hint"));
  return h("section", {}, h("h2", {}, t("sources_title")), h("ul", {}, ...lines), hint);
}

/** @param {Translate} t */
function forget(t) {
  const act = async () => {
    await ask("pair.forget", {});
    const now = await start();
    said.textContent = now("forgotten");
  };
  const hint = h("p", { class: "soft small" }, t("option_forget_hint"));
  return h(
    "section",
    {},
    h("h2", {}, t("option_forget")),
    hint,
    h("div", { class: "row" }, button(t("forget_now"), act)),
  );
}

/** Draws everything; gives the translator of the language now in use. */
async function start() {
  const status = await ask("popup.status", {});
  const { preferences: now } = status;
  const t = translator(status);
  document.title = t("options_title");
  const box = h("div", { class: "box" });
  const corners = CORNERS.map((value) => ({ value, label: t(`corner_${value.replace("-", "_")}`) }));
  const languages = LANGUAGES.map((value) => ({ value, label: t(`language_${value}`) }));
  document.getElementById("main")?.replaceChildren(
    h(
      "header",
      {},
      h("img", { src: "../icons/48.png", alt: "", width: "36", height: "36" }),
      h("h1", {}, t("options_title")),
    ),
    said,
    box,
    choice("language", t("option_language"), languages, now, t),
    choice("corner", t("option_corner"), corners, now, t),
    h("section", {}, h("h2", {}, t("option_sources")), source("page_answers", now, t), source("samples", now, t)),
    sources(status, t),
    now.team ? "" : port(now, t),
    team(status, t, (key) => start().then((then) => void (said.textContent = then(key)))),
    shortcuts(t),
    forget(t),
  );
  showConnection(box, status.connection, t, now.port);
  return t;
}

void start();
