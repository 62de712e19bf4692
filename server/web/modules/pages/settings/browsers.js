// Who is connected, and cutting a connection.

import { call } from "../../data/api.js";
import { isOld } from "../../data/devices.js";
import { DeviceLine } from "../../parts/device.js";
import { button, trouble } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { troubleText } from "../../parts/trouble.js";
import { t } from "../../words/texts.js";
import { useAnswer } from "./saving.js";

/** @typedef {import("../../parts/device.js").Device} Device */

/** @param {{ answer: Device[] }} props */
export function BrowsersCard({ answer }) {
  const [devices, setDevices] = useAnswer(answer);
  const [failed, setFailed] = useState(/** @type {unknown} */ (null));
  /** @param {Device[]} ended */
  const disconnect = async (...ended) => {
    setFailed(null);
    try {
      for (const { client_id } of ended) await call("DELETE", `/devices/${client_id}`);
      setDevices((await call("GET", "/status")).devices);
    } catch (error) {
      setFailed(error);
    }
  };
  const olds = devices.filter((device) => isOld(device, devices));
  const lines = devices.map((device) =>
    h(DeviceLine, { key: device.client_id, device, old: olds.includes(device), disconnect }),
  );
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_browsers")),
    h(
      "div",
      { class: "block" },
      lines.length ? h("ul", { class: "devices" }, lines) : h("p", { class: "quiet" }, t("web.no_device")),
    ),
    olds.length > 0 &&
      h(
        "div",
        { class: "actions" },
        button(t("web.devices_old_end", { n: olds.length }), "button-small", () => disconnect(...olds)),
      ),
    trouble(failed === null ? null : troubleText(failed)),
  );
}
