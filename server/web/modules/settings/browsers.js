// Who is connected, and cutting a connection.

import { call } from "../api.js";
import { moment } from "../dates.js";
import { button, h } from "../dom.js";
import { t } from "../texts.js";
import { troubleText } from "../trouble.js";
import { showTrouble, troublePlace } from "./saving.js";

/** @typedef {{ client_id: string, name: string, created_at: string, last_seen: string | null, live: boolean }} Device */

/** @param {Device[]} devices */
export function browsersCard(devices) {
  const place = h("div", { class: "block" });
  const trouble = troublePlace();
  /** @param {Device[]} present */
  const draw = (present) =>
    place.replaceChildren(
      present.length
        ? h("ul", { class: "devices" }, ...present.map((device) => line(device, disconnect)))
        : h("p", { class: "quiet" }, t("web.no_device")),
    );
  /** @param {Device} device */
  const disconnect = async (device) => {
    showTrouble(trouble);
    try {
      await call("DELETE", `/devices/${device.client_id}`);
      draw((await call("GET", "/status")).devices);
    } catch (error) {
      showTrouble(trouble, troubleText(error));
    }
  };
  draw(devices);
  return h("section", { class: "card" }, h("h2", {}, t("web.settings_browsers")), place, trouble);
}

/**
 * @param {Device} device
 * @param {(device: Device) => void} disconnect
 */
function line(device, disconnect) {
  const off = button(t("web.disconnect"), "button-small", () => disconnect(device));
  off.setAttribute("aria-label", t("web.disconnect_name", { name: device.name }));
  const seen = device.live
    ? t("web.device_live")
    : t("web.device_seen", { when: moment(device.last_seen ?? device.created_at) });
  return h(
    "li",
    { class: "device" },
    h("div", { class: "device-text" }, h("strong", {}, h("bdi", {}, device.name)), h("p", { class: "hint" }, seen)),
    off,
  );
}
