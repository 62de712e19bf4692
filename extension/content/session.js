/** One creator on show: evidence, checks, view, all that ends when another comes. */
{
  /** A wall has no header: judged by the rest, a moment later. */
  const HEADER_MS = 1_400;
  /** Tabs of other people's posts. */
  const FOREIGN = /^\/[^/]+\/(guides|tagged|saved|reposts)\b/;

  /** Only on one's own profile it can be edited. */
  const OWN = "a[href^='/accounts/edit']";

  /** @type {SoiFresh} */
  const fresh = (creator, collapsed, corner) => ({
    creator,
    collapsed,
    corner,
    opened: false,
    isKeptOpen: false,
    expanded: false,
    phase: "waiting",
    isOwn: false,
    skipped: [],
    model: null,
    listed: null,
    problem: null,
    save: { state: "idle" },
  });

  /** What was not read by then is said. @type {SoiLater} */
  const afterAnswers = (signal, view, again) => {
    const isPoor = () => view.model?.code === "not_enough_data" || !soi.answers.areAbout(view.creator);
    const timer = setTimeout(() => isPoor() && again(), soi.collect.ANSWER_MS);
    signal.addEventListener("abort", () => clearTimeout(timer));
  };

  /** What is on its way from here is newer. True: it is another. @type {SoiElsewhere} */
  const elsewhere = (view, draw) => (entry) => {
    if (/saving|waiting/.test(view.save.state) || JSON.stringify(entry) === JSON.stringify(view.listed)) return false;
    Object.assign(view, { listed: entry, save: { state: "idle" } });
    draw();
    return true;
  };

  /** Nobody else has the list. */
  let isAlone = false;

  /** @type {SoiFollowing} */
  const following = (signal, creator, become) => (must) =>
    (must || !isAlone || !soi.document.hasFocus()) &&
    soi.link.ask("shortlist.follow", { creator }).then(
      ({ listed, alone }) => {
        isAlone = alone;
        if (!signal.aborted && listed !== undefined) become(listed);
      },
      () => undefined,
    );

  soi.session = {
    of(creator, previous, { collapsed, corner }, draw) {
      const ending = new AbortController();
      const { signal } = ending;
      const seen = soi.evidence.of(creator, previous);
      const view = fresh(creator, collapsed, corner);

      const checks = soi.checks.of(signal, seen, {
        asked() {
          const before = view.listed;
          return ({ model, listed }) => {
            Object.assign(view, { model, problem: null, phase: "done" });
            if (view.listed === before) view.listed = listed; // else a change made meanwhile is newer
            const { save } = view;
            const over = save.state === "waiting" || save.text === "save_failed_lost";
            if ((listed || save.isChange) && over) view.save = { state: "idle" };
            draw();
          };
        },
        failed(code) {
          view.phase = "done";
          view.problem = /not_a_profile|incomplete|stale_context/.test(code) ? null : code;
          draw();
        },
      });

      const become = elsewhere(view, draw);
      afterAnswers(signal, view, checks.again);

      /** @param {SoiRoute} route @param {boolean} samples */
      const readOpened = ({ shortcode, list }, samples) => {
        const post = shortcode && soi.page.post(creator, shortcode);
        const dialog = list === "followers" && samples ? soi.page.dialog() : null;
        if (shortcode && post) soi.evidence.readPost(seen, post, shortcode, samples);
        else if (dialog) soi.evidence.readFollowers(seen, dialog);
        return Boolean(post);
      };

      return {
        creator,
        seen,
        view,
        acts: soi.saves.of(signal, view, { draw, again: checks.again }),
        again: checks.again,
        listed: become,
        /** The check says who is in touch. */
        follow: following(signal, creator, (listed) => become(listed) && checks.again()),
        end: () => ending.abort(),
        read(route, samples) {
          const head = soi.page.header(creator);
          soi.documentHead.prepare();
          if (head && !soi.page.isSettled(head, creator)) return false;
          const isOpen = readOpened(route, samples);
          const isWall = Date.now() - seen.since >= HEADER_MS && soi.documentHead.firstUsername() === creator;
          if (!head && !isOpen && !isWall) return false;
          if (head) soi.evidence.readTiles(seen, head, FOREIGN.test(location.pathname));
          view.isOwn = head?.querySelector(OWN) != null;
          if (view.phase === "waiting") view.phase = "reading";
          if (!view.isOwn) checks.update(head);
          return true;
        },
      };
    },
  };
}
