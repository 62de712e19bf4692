/** Follows address and page; one session for the creator on show. Asks Instagram for nothing. */
{
  const READ_MS = 150;
  const LOOK_MS = 1_500;

  const life = new AbortController();
  const { signal } = life;
  /** @type {SoiSession | null} */
  let session = null;
  /** @type {SoiStart | null} */
  let settings = null;
  /** @type {SoiBadge | null} */
  let badge = null;
  let address = "";
  /** The profile is there: readings can wait. */
  let found = false;
  /** @type {SoiTimer} */
  let later;
  /** @type {SoiTimer} */
  let looking;
  let isNext = false;

  /** The profile is on show, or lies under an opened post or list. */
  const isOnShow = () => {
    const { username, shortcode } = soi.route.read(location.href);
    if (!session || username) return username === session?.creator;
    const { creator } = session;
    return shortcode !== null && (soi.page.header(creator) ?? soi.page.post(creator, shortcode)) !== null;
  };

  const draw = () => {
    if (!settings || signal.aborted) return;
    badge ??= soi.badge.mount(settings.css);
    const gone = soi.link.isGone();
    if (gone && badge.isReplaced())
      life.abort(); // a newer Soi has taken over this page
    else if (gone && session) session.view.problem = "stale_context";
    badge.render(!signal.aborted && session && isOnShow() ? session.view : null);
  };

  /** @param {string} creator @param {SoiStart} given */
  const begin = (creator, { preferences, rehearsal }) => {
    const rehearse = () => {
      const { view } = session ?? {};
      if (view?.phase === "waiting" && !view.problem) badge?.rehearse({ ...view, model: rehearsal });
    };
    const previous = session?.seen ?? null;
    badge?.leave();
    session?.end();
    found = false;
    const wasOpened = session?.view.opened ?? false;
    const next = soi.session.of(creator, previous, preferences, () => session === next && draw());
    Object.assign(next.view, { opened: wasOpened, isKeptOpen: wasOpened });
    session = next;
    if (!previous) requestIdleCallback(rehearse);
    setTimeout(planRead, 1_500, 0); // a wall without a header changes no more
  };

  const follow = () => {
    if (!settings) return;
    address = location.href;
    const { username } = soi.route.read(address);
    soi.highlight.clear();
    if (username && username !== session?.creator) begin(username, settings);
    draw();
    planRead(0);
  };

  /** A post opened by itself is its owner's, whom its address does not name. */
  const meet = () => {
    const { username, shortcode } = soi.route.read(address);
    const owner = !username && shortcode && !isOnShow() ? soi.page.owner(shortcode) : null;
    if (settings && owner && owner !== session?.creator) begin(owner, settings);
  };

  const read = () => {
    clearTimeout(later);
    later = undefined;
    isNext = false;
    if (!settings || signal.aborted) return;
    if (location.href === address) meet();
    if (location.href !== address) follow();
    else if (session && isOnShow()) found = session.read(soi.route.read(address), settings.preferences.samples);
    draw();
    planCheck();
  };

  /** Something may lie under it now. */
  const planCheck = () => {
    clearTimeout(looking);
    looking = setTimeout(() => badge?.check(), READ_MS);
  };

  /** Many changes are one reading, without a delay before the next frame. @param {number} delay */
  const planRead = (delay) => {
    if (delay) {
      later ??= setTimeout(read, delay);
    } else if (!isNext) {
      isNext = true;
      void scheduler.postTask(read, { priority: "user-blocking" });
    }
  };

  /** @param {Partial<SoiView>} view */
  const change = (view) => {
    Object.assign(session?.view ?? {}, view);
    draw();
  };

  /** @param {SoiKept} place */
  const remember = (place) => {
    if (!session || !settings) return;
    Object.assign(settings.preferences, place);
    change(place);
    soi.link.ask("ui.place", place).catch(() => undefined); // shown already; only the memory of it is lost
  };

  /** What the badge can do; the rest is the session's. */
  const own = {
    retry: () => session?.again(),
    open: (/** @type {SoiOpen} */ { what }) =>
      soi.link.ask("ui.open", { what }).catch((error) => change({ problem: soi.link.codeOf(error) })),
    reload: () => location.reload(),
    collapse() {
      const isOpen = badge?.isOpen() ?? false;
      change({ opened: !isOpen, isKeptOpen: false });
      remember({ collapsed: isOpen });
    },
    /** What was opened over something shrinks again; no wish for the next page. */
    dismiss: () => change({ opened: false, isKeptOpen: false }),
    move: (/** @type {{corner?: Corner}} */ { corner }) =>
      session && remember({ corner: corner ?? soi.place.next(session.view.corner) }),
    note() {
      change({ expanded: true });
      badge?.focus("note");
    },
    copy: (/** @type {{text: string}} */ { text }) => navigator.clipboard.writeText(text).catch(() => undefined), // refused by the page's policy: it can be selected
    show: (/** @type {{places: SoiPlace[]}} */ { places }) => session && soi.highlight.show(places, session.creator),
    skip(/** @type {{step: string}} */ { step }) {
      session?.view.skipped.push(step);
      draw();
    },
    expand: () => change({ expanded: !session?.view.expanded }),
  };

  soi.act = ({ act, ...request }) => {
    const all = /** @type {Record<string, (request: object) => unknown>} */ ({
      ...own,
      ...(session?.view.model && session.acts),
    });
    all[act]?.(request);
  };

  /** @param {SoiStart} given */
  const use = (given) => {
    settings = given;
    soi.parts = given.parts;
    if (!given.preferences.page_answers) soi.answers.switchOff();
    session?.again();
    change({ corner: given.preferences.corner });
  };

  /** By its key it opens with the focus. */
  const toggle = () => {
    soi.act({ act: "collapse" });
    if (badge?.isOpen()) badge.focus("");
  };

  const isOf = (/** @type {string} */ creator) => session?.creator === creator;

  /** By type of message. @type {Record<string, (message: any) => unknown>} */
  const heard = {
    "command.save": () => isOnShow() && soi.act({ act: "save" }),
    "command.toggle": toggle,
    "prefs.changed": use,
    "save.cancelled": ({ creator }) => isOf(creator) && soi.act({ act: "cancel" }),
    "list.changed": ({ creator, listed }) => isOf(creator) && session?.listed(listed),
    "connection.changed": () => session?.view.problem && session.again(),
  };

  /** Trouble may have passed; others may have changed the list. @param {Event} [event] */
  const lookAgain = (event) => {
    planRead(0);
    const at = session;
    if (soi.document.hidden || !at || !isOnShow()) return;
    const { problem, save, model } = at.view;
    if (problem ? soi.parts.passing.includes(problem) : save.state === "waiting") at.again();
    else if (model) at.follow(event);
  };

  const watch = () => {
    const isEarly = () => found || soi.document.readyState === "loading";
    const changes = new MutationObserver(() => planRead(isEarly() ? READ_MS : 0));
    changes.observe(document, { childList: true, subtree: true, characterData: true });
    const themes = new MutationObserver(draw);
    themes.observe(soi.document.documentElement, { attributeFilter: ["class"] });
    globalThis.navigation?.addEventListener("currententrychange", follow, { signal });
    addEventListener("popstate", follow, { signal });
    addEventListener("resize", () => badge?.replace(), { signal, passive: true });
    addEventListener("scroll", planCheck, { signal, passive: true, capture: true });
    const layout = new ResizeObserver(planCheck);
    layout.observe(soi.document.body ?? soi.document.documentElement);
    for (const name of ["visibilitychange", "focus"]) addEventListener(name, lookAgain, { signal });
    const timer = setInterval(lookAgain, LOOK_MS);
    signal.addEventListener("abort", () => {
      for (const watcher of [changes, themes, layout]) watcher.disconnect();
      clearInterval(timer);
    });
  };

  soi.answers.listen(signal, () => planRead(0));
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === chrome.runtime.id && !sender.tab) heard[message.type]?.(message);
  });
  soi.link.ask("ui.start", {}).then((given) => {
    use(given);
    watch();
    follow();
  }, life.abort.bind(life));
}
