// Pictures of a draft: chosen or pasted before it is handed in, and shown beside its text afterwards. Soi reads none.

import { fileOf } from "../../data/api.js";
import { path } from "../../data/campaigns.js";
import { button, trouble } from "../../parts/elements.js";
import { dataUrlOf } from "../../parts/files.js";
import { mediaOf, pictureOf } from "../../parts/pictures.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { MOST_PICTURES, PICTURE_MEDIA } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";

/** @typedef {import("../../parts/pictures.js").Picture} Picture */
/** @typedef {import("api").DeliverableAnswer} Opened */
/** @typedef {Opened["deliverable"]["versions"][number]["pictures"][number]} Told */

/**
 * What was chosen so far with what more was; those that are no pictures, or too many, are named.
 * @param {readonly Picture[]} held
 * @param {Iterable<File>} files
 * @param {(file: File) => Promise<Picture | null>} [read]
 */
export async function withFiles(held, files, read = pictureOf) {
  const pictures = [...held];
  const refused = [];
  for (const file of files) {
    const made = pictures.length < MOST_PICTURES ? await read(file) : null;
    if (made) pictures.push(made);
    else refused.push(file.name);
  }
  return { pictures, refused };
}

/** @param {{ pictures: readonly Picture[], hold: (pictures: readonly Picture[]) => void, refused: readonly string[], take: (files: File[]) => void }} props */
export function PictureChoice({ pictures, hold, refused, take }) {
  const onChange = (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget: input }) => {
    take([...(input.files ?? [])]);
    input.value = "";
  };
  return h(
    "div",
    { class: "draft-pictures" },
    h("input", {
      class: "visually-hidden",
      id: "draft-pictures",
      type: "file",
      multiple: true,
      accept: PICTURE_MEDIA.join(","),
      onChange,
    }),
    h("label", { class: "button button-small", for: "draft-pictures" }, t("web.draft_pictures")),
    h("span", { class: "hint" }, t("web.draft_pictures_hint", { n: MOST_PICTURES })),
    ...pictures.map((one, at) =>
      h(
        "figure",
        { key: `${at} ${one.name}` },
        h("img", { src: urlOf(one), alt: one.name }),
        h("figcaption", {}, h("bdi", {}, one.name)),
        button(t("web.draft_picture_off", { name: one.name }), "button-small", () =>
          hold(pictures.filter((other) => other !== one)),
        ),
      ),
    ),
    trouble(refused.length > 0 ? t("web.draft_pictures_wrong", { names: refused.join(", ") }) : ""),
  );
}

/** @param {Picture} picture */
function urlOf({ data }) {
  const head = Uint8Array.from(atob(data.slice(0, 16)), (letter) => letter.codePointAt(0) ?? 0);
  return `data:${mediaOf(head) ?? PICTURE_MEDIA[0]};base64,${data}`;
}

/** @param {{ post: Opened, pictures: readonly Told[] }} props */
export function DraftPictures({ post, pictures }) {
  const at = path(post.campaign_id, `/deliverables/${post.deliverable.id}/pictures`);
  return h(
    "div",
    { class: "draft-pictures" },
    ...pictures.map((told) => h(KeptPicture, { key: told.sha256, address: `${at}/${told.sha256}`, told })),
    h("p", { class: "hint" }, t("web.draft_picture_unread")),
  );
}

/** @param {{ address: string, told: Told }} props */
function KeptPicture({ address, told }) {
  const [shown, show] = useState(/** @type {string | null} */ (null));
  const [isLost, lose] = useState(false);
  useEffect(() => {
    let isOver = false;
    fileOf(address)
      .then(dataUrlOf)
      .then(
        (url) => isOver || show(url),
        () => isOver || lose(true),
      );
    return () => void (isOver = true);
  }, [address]);
  return h(
    "figure",
    {},
    shown && h("img", { src: shown, alt: told.name }),
    h("figcaption", {}, h("bdi", {}, told.name), isLost && ` · ${t("web.draft_picture_lost")}`),
  );
}
