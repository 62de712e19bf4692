// Runs in the page over an open followers list: adds rows twelve at a time and scrolls to them, as the page does.
// Gives the longest task that the browser reported meanwhile; it reports those of 50 ms and more.
() =>
  new Promise((done) => {
    const ROWS = 1_000;
    const list = document.querySelector("#rows > div");
    const model = list.firstElementChild;
    let longest = 0;
    const watch = new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) longest = Math.max(longest, duration);
    });
    watch.observe({ type: "longtask" });
    let made = 0;
    const add = () => {
      for (let more = 0; more < 12; more += 1, made += 1) {
        const row = model.cloneNode(true);
        for (const link of row.querySelectorAll("a")) {
          link.setAttribute("href", `/thu.nghiem.${made}/`);
          link.querySelector("span").textContent = `thu.nghiem.${made}`;
        }
        list.append(row);
      }
      document.getElementById("rows").scrollTo(0, 1e6);
      if (made < ROWS) return void setTimeout(add, 20);
      setTimeout(() => {
        watch.disconnect();
        done(longest);
      }, 1_500);
    };
    add();
  });
