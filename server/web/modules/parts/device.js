// One connected browser, with the button that cuts the connection.

import { moment } from "../words/dates.js";
import { t } from "../words/texts.js";
import { button } from "./elements.js";
import { h } from "./preact.js";

/** @typedef {import("api").LiveDevice} Device */

/** @param {{ device: Device, dot?: boolean, disconnect: (device: Device) => void }} props */
export function DeviceLine({ device, dot = false, disconnect }) {
  const seen = device.last_seen ?? device.created_at;
  const state = device.live ? t("web.device_live") : t("web.device_seen", { when: moment(seen) });
  const label = t("web.disconnect_name", { name: device.name });
  return h(
    "li",
    { class: "device" },
    dot && h("span", { class: device.live ? "dot dot-live" : "dot" }),
    h("div", { class: "device-text" }, h("strong", {}, h("bdi", {}, device.name)), h("p", { class: "hint" }, state)),
    button(t("web.disconnect"), "button-small", () => disconnect(device), { "aria-label": label }),
  );
}
