/**
 * Where Soi is: on this machine, or a team's server behind TLS. The browser asks for that one address at this moment, and
 * what goes there is said before.
 */
import { ask, button, h } from "../shared/page.js";

/** @typedef {import("../shared/page.js").Translate} Translate */

/**
 * "soi.example.com" is as good as "https://soi.example.com/". A star would ask the browser for many addresses, and what
 * stands before an @ can pass for the address. @param {string} typed @returns {URL | null}
 */
export function addressOf(typed) {
  const text = typed.trim();
  const whole = text.includes("://") ? text : `https://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (url?.protocol !== "https:" || url.username || url.password || url.hostname.includes("*")) return null;
  return whole === text || url.hostname.includes(".") ? url : null;
}

/** No port: Firefox takes none in a permission. @param {URL} url */
const accessTo = ({ hostname }) => ({ origins: [`https://${hostname}/*`] });

/** @param {string} place "" for this computer */
const moveTo = (place) => ask("pair.move", { place });

/**
 * @param {import("../../types/messages").PopupStatus} status @param {Translate} t
 * @param {(key: string) => unknown} become says what has become of it, with the page drawn anew
 */
export function team({ preferences: { team: place }, elsewhere }, t, become) {
  const title = h("h2", {}, t("team_title"));
  const section = place ? inTeam(place, title, t, become) : alone(title, t, become);
  const names = elsewhere.map((name) => `@${name}`).join(", ");
  if (names) section.append(h("p", { role: "status" }, t(place ? "saves_elsewhere" : "saves_in_team", { names })));
  return section;
}

/** @param {string} place @param {HTMLElement} title @param {Translate} t @param {(key: string) => unknown} become */
function inTeam(place, title, t, become) {
  const leave = async () => {
    await moveTo("");
    await chrome.permissions.remove(accessTo(new URL(place))).catch(() => false); // it stays where a policy gave it
    become("team_left");
  };
  const where = h("p", {}, t("team_is", { place }));
  return h("section", {}, title, where, told(t), h("div", { class: "row" }, button(t("team_leave"), leave)));
}

/** @param {HTMLElement} title @param {Translate} t @param {(key: string) => unknown} become */
function alone(title, t, become) {
  const hint = { id: "team", type: "url", placeholder: "https://soi.example.com", "aria-describedby": "team_said" };
  const field = /** @type {HTMLInputElement} */ (h("input", hint));
  const said = h("p", { class: "small", id: "team_said", role: "status" });
  const join = async () => {
    const url = addressOf(field.value);
    field.setAttribute("aria-invalid", String(url === null));
    said.textContent = url ? "" : t("team_invalid");
    if (!url) return;
    const isAllowed = await chrome.permissions.request(accessTo(url)).catch(() => false); // the first thing awaited: a press allows it
    if (!isAllowed) said.textContent = t("team_refused");
    else await moveTo(url.origin).then(() => become("team_joined"));
  };
  const label = h("label", { for: "team" }, h("strong", {}, t("team_address")), field);
  return h("section", {}, title, told(t), label, said, h("div", { class: "row" }, button(t("team_join"), join)));
}

/** What goes to the team's server. @param {Translate} t */
const told = (t) => h("p", { class: "soft small" }, t("team_told"));
