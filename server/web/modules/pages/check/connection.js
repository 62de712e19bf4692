// Who is connected, or the steps to connect.

import { call } from "../../data/api.js";
import { isOld } from "../../data/devices.js";
import { askNow } from "../../data/rounds.js";
import { DeviceLine } from "../../parts/device.js";
import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";

/** @typedef {import("../../parts/device.js").Device} Device */

/** @param {{ devices: Device[] | null, off: boolean }} props */
export function Connection({ devices, off }) {
  if (off) return h("p", { class: "message message-risk", role: "alert" }, t("web.server_off"));
  if (!devices) return null;
  if (!devices.length) return [h("p", { class: "state" }, h("span", { class: "dot" }), t("web.no_device")), steps()];
  const lines = devices.map((device) =>
    h(DeviceLine, { key: device.client_id, device, dot: true, old: isOld(device, devices), disconnect }),
  );
  return h("ul", { class: "devices" }, lines);
}

function steps() {
  const lines = ["web.step_install", "web.step_connect", "web.step_allow"];
  return h("ol", { class: "steps" }, ...lines.map((key) => h("li", {}, t(key))));
}

/** @param {Device} device */
function disconnect(device) {
  call("DELETE", `/devices/${device.client_id}`).then(askNow, askNow);
}
