// Who is connected, and cutting a connection.

import { call } from "../../data/api.js";
import { DeviceLine } from "../../parts/device.js";
import { trouble } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { troubleText } from "../../parts/trouble.js";
import { t } from "../../words/texts.js";
import { useAnswer } from "./saving.js";

/** @typedef {import("../../parts/device.js").Device} Device */

/** @param {{ answer: Device[] }} props */
export function BrowsersCard({ answer }) {
  const [devices, setDevices] = useAnswer(answer);
  const [failed, setFailed] = useState(/** @type {unknown} */ (null));
  /** @param {Device} device */
  const disconnect = async (device) => {
    setFailed(null);
    try {
      await call("DELETE", `/devices/${device.client_id}`);
      setDevices((await call("GET", "/status")).devices);
    } catch (error) {
      setFailed(error);
    }
  };
  const lines = devices.map((device) => h(DeviceLine, { key: device.client_id, device, disconnect }));
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_browsers")),
    h(
      "div",
      { class: "block" },
      lines.length ? h("ul", { class: "devices" }, lines) : h("p", { class: "quiet" }, t("web.no_device")),
    ),
    trouble(failed === null ? null : troubleText(failed)),
  );
}
