/** What the demo page gives the extension's code in place of a browser; see server/web/demo/browser.js. */

type SoiDemoRoute = (message: unknown, sender: any) => Promise<unknown>;

declare var soiDemo: {
  /** From now on messages are answered by the background's own table. */
  answerBy(route: SoiDemoRoute): void;
  /** Of the invented profile, post or list: "/linhdan.vidu/followers/". */
  path(): string;
  /** In place of the page's own, for the content scripts. */
  location: { readonly href: string; readonly pathname: string; reload(): void };
};
