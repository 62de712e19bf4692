// Pictures that a person chooses or pastes: told by their first bytes, and made small enough to be kept.

import { MOST_PICTURE_BYTES } from "../words/shared_facts.js";

/** @typedef {{ name: string, data: string }} Picture its bytes in base64 */

const MOST_READ = 20 * 1024 * 1024;
const SIDES = [1600, 1200, 900, 640];
const QUALITIES = [0.85, 0.7, 0.5];

/**
 * The media type by the first bytes; null of any other file, whatever it calls itself.
 * @param {Uint8Array} head at least 12 bytes
 */
export function mediaOf(head) {
  const text = String.fromCodePoint(...head.slice(0, 12));
  if (text.startsWith("\u0089PNG\r\n\u001A\n")) return "image/png";
  if (text.startsWith("\u00FF\u00D8\u00FF")) return "image/jpeg";
  return text.startsWith("RIFF") && text.slice(8) === "WEBP" ? "image/webp" : null;
}

/**
 * The picture as it is where it is small enough, else a smaller one as JPEG; null of what is no picture.
 * @param {File} file
 * @param {(file: Blob) => Promise<Blob | null>} [shrink]
 * @returns {Promise<Picture | null>}
 */
export async function pictureOf(file, shrink = smaller) {
  if (file.size > MOST_READ) return null;
  const media = mediaOf(new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  const kept = media === null || file.size <= MOST_PICTURE_BYTES ? file : await shrink(file);
  if (media === null || !kept) return null;
  return { name: (file.name || "picture").slice(0, 200), data: await base64Of(kept) };
}

/** Drawn anew, ever smaller, until it fits. @param {Blob} file */
async function smaller(file) {
  try {
    const drawn = await createImageBitmap(file);
    const ways = SIDES.flatMap((side) => QUALITIES.map((quality) => ({ side, quality })));
    for (const { side, quality } of ways) {
      const made = await jpegOf(drawn, Math.min(1, side / Math.max(drawn.width, drawn.height)), quality);
      if (made && made.size <= MOST_PICTURE_BYTES) return made;
    }
  } catch {
    return null; // its first bytes promised a picture, the rest is none
  }
  return null;
}

/**
 * On white, because JPEG has no transparency.
 * @param {ImageBitmap} drawn
 * @param {number} scale
 * @param {number} quality
 * @returns {Promise<Blob | null>}
 */
function jpegOf(drawn, scale, quality) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(drawn.width * scale));
  canvas.height = Math.max(1, Math.round(drawn.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.resolve(null);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/jpeg", quality);
  });
}

/** @param {Blob} blob */
async function base64Of(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return btoa(text);
}
