// What a box takes that files are dropped on; it says so while they are held over it.

import { useState } from "./preact.js";

/**
 * The attributes of the box. Everything that was dropped is handed on: a page may take a folder, or only the first file.
 * @param {(dropped: DataTransfer | null) => void} take
 */
export function useDropZone(take) {
  const [over, setOver] = useState(false);
  const hover = (/** @type {Event} */ event) => {
    event.preventDefault();
    setOver(true);
  };
  return {
    class: over ? "drop drop-over" : "drop",
    onDragEnter: hover,
    onDragOver: hover,
    onDragLeave: () => setOver(false),
    onDrop: (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer);
    },
  };
}
