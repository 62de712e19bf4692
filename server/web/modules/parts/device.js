// One connected browser, with the button that cuts the connection.

import { lastSeen } from "../data/devices.js";
import { moment } from "../words/dates.js";
import { t } from "../words/texts.js";
import { button } from "./elements.js";
import { h } from "./preact.js";

/** @typedef {import("api").LiveDevice} Device */

/** @param {{ device: Device, dot?: boolean, old?: boolean, disconnect: (device: Device) => void }} props */
export function DeviceLine({ device, dot = false, old = false, disconnect }) {
  const when = moment(lastSeen(device));
  const kept = old ? t("web.device_old", { name: device.name, when }) : t("web.device_seen", { when });
  const state = device.live ? t("web.device_live") : kept;
  const label = t("web.disconnect_name", { name: device.name });
  return h(
    "li",
    { class: "device" },
    dot && h("span", { class: device.live ? "dot dot-live" : "dot" }),
    h("div", { class: "device-text" }, h("strong", {}, h("bdi", {}, device.name)), h("p", { class: "hint" }, state)),
    button(t("web.disconnect"), "button-small", () => disconnect(device), { "aria-label": label }),
  );
}
