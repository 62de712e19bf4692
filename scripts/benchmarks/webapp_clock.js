// Run inside the Soi page: each function gives milliseconds by the browser's own clock and entries, where it says nothing else.

const FLING_FRAMES = 240;
const FLING_PIXELS = 500;
const frames = (globalThis.soiFrames ??= []); // this text is run anew for each question

/** Long tasks since the page began; the browser keeps them for an observer that comes late. */
const longTasks = async () => {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask", buffered: true });
  await rest(100);
  observer.disconnect();
  return tasks;
};

const longest = (tasks) => Math.max(0, ...tasks.map((task) => task.duration));

const frame = () =>
  new Promise((shown) => {
    requestAnimationFrame(shown);
  });

const rest = (milliseconds) =>
  new Promise((over) => {
    setTimeout(over, milliseconds);
  });

globalThis.soiClock = {
  /** Kilobytes of all scripts that have been read. */
  scripts() {
    const read = performance.getEntriesByType("resource").filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    return read.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0) / 1000;
  },

  /** From the start of the navigation to the list standing with its rows. */
  interactive() {
    return performance.getEntriesByName("soi.list")[0].startTime;
  },

  /** From the start of the navigation to the whole list being there: search and filters cover all of it. */
  async whole() {
    while (performance.getEntriesByName("soi.whole").length === 0) await rest(50);
    return performance.getEntriesByName("soi.whole")[0].startTime;
  },

  /** The longest task from the first rows on until the whole list is there. */
  async loading() {
    const from = this.interactive();
    return longest((await longTasks()).filter((task) => task.startTime > from));
  },

  /** From the press on the way there to the page standing. */
  async outcomes() {
    location.hash = "#/queue";
    await this.drawn("#/queue");
    const begun = performance.now();
    location.hash = "#/outcomes";
    await this.drawn("#/outcomes");
    return performance.now() - begun;
  },

  async drawn(route) {
    while (document.querySelector("#page").dataset.drawn !== route) await frame();
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

  /** The slowest of some ranges and days, from the change of the field to the end of the frame that shows it. */
  async ranges() {
    const times = [];
    const tried = [
      ["followers_min", "10000"],
      ["followers_max", "100000"],
      ["rate_min", "2"],
      ["seen_min", "2026-11-10"],
      ["followers_min", ""],
      ["followers_max", ""],
      ["rate_min", ""],
      ["seen_min", ""],
    ];
    for (const [name, value] of tried) {
      const field = document.querySelector(`.more-filters [name=${name}]`);
      const start = performance.now();
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      await frame();
      await rest(0);
      times.push(performance.now() - start);
      await rest(150);
    }
    return Math.max(...times);
  },

  /** The longest task while the list is flung down (500 px a frame) and its thumb dragged to four places; 0 where none was long. */
  async scroll() {
    const holder = document.querySelector(".list-grid");
    const start = performance.now();
    frames.length = 0;
    for (let number = 0; number < FLING_FRAMES; number += 1) {
      holder.scrollTop += FLING_PIXELS;
      const before = performance.now();
      await frame();
      frames.push(performance.now() - before);
    }
    for (const place of [1 / 3, 2 / 3, 1, 0]) {
      holder.scrollTop = place * holder.scrollHeight;
      await frame();
      await rest(100);
    }
    return longest((await longTasks()).filter((task) => task.startTime > start));
  },

  /** The median time from one frame of the last scrolling to the next. */
  frames() {
    return frames.sort((a, b) => a - b)[Math.floor(frames.length / 2)];
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
