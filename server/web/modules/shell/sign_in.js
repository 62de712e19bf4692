// The form for the code of the terminal; at a team's server, which takes none from outside, what a member does instead.

import { Refused } from "../data/api.js";
import { h, useRef, useState } from "../parts/preact.js";
import { isTeamHost } from "../words/place.js";
import { t } from "../words/texts.js";

/** @param {{ hidden: boolean, send: (code: string) => Promise<void> }} props */
export function SignIn({ hidden, send }) {
  const code = useRef(/** @type {HTMLInputElement | null} */ (null));
  const [wrong, setWrong] = useState("");
  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault();
    const input = code.current;
    if (!input) return;
    try {
      await send(input.value);
      setWrong("");
      input.value = "";
    } catch (error) {
      const off = error instanceof Refused && error.code === "server_off";
      setWrong(off ? "web.server_off" : "web.sign_in_wrong");
      input.select();
    }
  };
  if (isTeamHost(location.hostname)) return byLink(hidden);
  return h(
    "section",
    { class: "card", id: "sign-in", "aria-labelledby": "sign-in-title", hidden },
    h("h2", { id: "sign-in-title" }, t("web.sign_in_title")),
    h("p", {}, t("web.sign_in_text")),
    h(
      "form",
      { id: "sign-in-form", autocomplete: "off", onSubmit: submit },
      h("label", { for: "code" }, t("web.sign_in_label")),
      h(
        "div",
        { class: "row" },
        h("input", {
          id: "code",
          name: "code",
          ref: code,
          required: true,
          maxlength: 20,
          autocapitalize: "characters",
          spellcheck: false,
        }),
        h("button", { class: "button button-primary" }, t("web.sign_in_button")),
      ),
      wrong && h("p", { class: "message message-risk", id: "sign-in-error", role: "alert" }, t(wrong)),
    ),
  );
}

/** A member comes by a link of one use, or through the extension that is connected. @param {boolean} hidden */
function byLink(hidden) {
  return h(
    "section",
    { class: "card", id: "sign-in", "aria-labelledby": "sign-in-title", hidden },
    h("h2", { id: "sign-in-title" }, t("web.sign_in_team_title")),
    h("p", {}, t("web.sign_in_team_text")),
  );
}
