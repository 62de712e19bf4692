/** One creator on show: evidence, checks, view, and all that ends when another one comes. */
{
  /** A wall has no header: judged by the rest, a moment later. */
  const HEADER_MS = 4_000;

  soi.session = {
    of(creator, previous, { collapsed, corner }, draw) {
      const ending = new AbortController();
      const { signal } = ending;
      const seen = soi.evidence.of(creator, previous);
      const since = Date.now();
      /** @type {SoiView} */
      const view = {
        creator,
        collapsed,
        corner,
        expanded: false,
        skipped: [],
        model: null,

        listed: null,
        problem: null,
        save: { state: "idle" },
      };

      const checks = soi.checks.of(signal, seen, {
        answered({ model, listed }) {
          Object.assign(view, { model, listed, problem: null });
          if (listed && view.save.state === "failed" && view.save.code !== "conflict") view.save = { state: "idle" };
          draw();
        },
        failed(code) {
          // A question that crossed a change of the address is asked again.
          view.problem = /not_a_profile|incomplete|stale_context/.test(code) ? null : code;
          draw();
        },
      });

      /** @param {SoiRoute} route @param {boolean} samples */
      const readDialog = (route, samples) => {
        const dialog = route.shortcode || route.list ? soi.page.dialog() : null;
        if (dialog && route.shortcode) soi.evidence.readPost(seen, dialog, route.shortcode, samples);
        else if (dialog && route.list === "followers" && samples) soi.evidence.readFollowers(seen, dialog);
      };

      const isWall = () => Date.now() - since >= HEADER_MS && soi.documentHead.firstUsername() === creator;

      return {
        creator,
        seen,
        view,
        acts: soi.saves.of(signal, view, { draw, again: checks.again }),
        again: checks.again,
        end: () => ending.abort(),
        read(route, samples) {
          const head = soi.page.header(creator);
          soi.documentHead.prepare();
          if (head ? !soi.page.isSettled(head, creator) : !isWall()) return false;
          if (head) soi.evidence.readTiles(seen, head);
          readDialog(route, samples);
          checks.update(head);
          return true;
        },
      };
    },
  };
}
