// Run inside the Soi page: each function gives milliseconds by the browser's own clock and entries.

const FLING_FRAMES = 240;
const FLING_PIXELS = 500;

const frame = () =>
  new Promise((shown) => {
    requestAnimationFrame(shown);
  });

const rest = (milliseconds) =>
  new Promise((over) => {
    setTimeout(over, milliseconds);
  });

globalThis.soiClock = {
  /** From the start of the navigation to the list standing with its rows. */
  interactive() {
    return performance.getEntriesByName("soi.list")[0].startTime;
  },

  /** The slowest of some searches, from the input to the end of the frame that shows it. */
  async filter() {
    const field = document.querySelector("#list-search");
    const times = [];
    for (const text of ["d", "da", "da lat", "", "lan", ""]) {
      const start = performance.now();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await frame();
      await rest(0);
      times.push(performance.now() - start);
      await rest(150);
    }
    return Math.max(...times);
  },

  /** The longest task while the list is flung down (500 px a frame) and its thumb dragged to four places; 0 where none was long. */
  async scroll() {
    const holder = document.querySelector(".list-grid .tabulator-tableholder");
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ entryTypes: ["longtask"] });
    for (let number = 0; number < FLING_FRAMES; number += 1) {
      holder.scrollTop += FLING_PIXELS;
      await frame();
    }
    for (const place of [1 / 3, 2 / 3, 1, 0]) {
      holder.scrollTop = place * holder.scrollHeight;
      await frame();
      await rest(100);
    }
    await rest(300);
    observer.disconnect();
    return Math.max(0, ...tasks.map((task) => task.duration));
  },

  /** Both files, from the question to the last byte. */
  async export() {
    const headers = { Authorization: `Bearer ${sessionStorage.getItem("soi.session")}` };
    const start = performance.now();
    for (const kind of ["csv", "xlsx"]) {
      const answer = await fetch(`/api/v1/shortlist.${kind}`, { headers });
      await answer.arrayBuffer();
    }
    return performance.now() - start;
  },
};
