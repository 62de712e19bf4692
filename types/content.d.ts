/**
 * The namespace that the content scripts share in their isolated world. Each file adds one member; none of it can be
 * seen by the page.
 */
type PageAnswer = import("./messages").PageAnswer;
type PageCapture = import("./messages").PageCapture;
type FollowerRow = import("./messages").FollowerRow;
type CommentRow = import("./messages").SeenComment;
type CheckResult = import("./messages").CheckResult;
type Preferences = import("./messages").Preferences;
type Corner = import("./messages").Corner;
type ErrorCode = import("./messages").ErrorCode;
type Ruling = import("./messages").Ruling;
type ShortlistEntry = import("./messages").ShortlistEntry;
type SoiListed = import("./messages").Listed;
type SoiModel = import("./messages").BadgeModel;
type SoiPlace = import("./messages").Place;
type SoiShow = import("./messages").Show;
type SoiAct = import("./messages").Act;
type SoiOpen = { what: import("./messages").OwnPage };
type SoiDrawn = import("./messages").Drawn;
type SoiTabMessage = import("./messages").TabMessage;
type SoiOutcome = import("./messages").Outcome;
type SoiStart = import("./messages").Start;

/** What an address names. */
interface SoiRoute {
  readonly username: string | null;
  readonly shortcode: string | null;
  readonly list: "followers" | "following" | null;
}

/** What was seen of one creator; see content/evidence.js. */
interface SoiEvidence {
  readonly creator: string;
  /** The profile's header as it was sent last; a post's own page has none. */
  header: string;
  /** When the creator came on show. */
  readonly since: number;
  /** The profile before: its tiles may stay on the page for a moment. */
  readonly leftover: { readonly creator: string; readonly shortcodes: Set<string> };
  /** By shortcode, in the order of the grid. */
  readonly tiles: Map<string, { html: string; hovered: boolean }>;
  /** Date and likes of opened posts by shortcode, as reduced HTML. */
  readonly posts: Map<string, string>;
  readonly followers: Map<string, FollowerRow>;
  readonly comments: Map<string, CommentRow>;
}

/** "saved": undo is offered for a moment. "waiting": the background sends it later unless it is taken back. */
interface SoiSave {
  state: "idle" | "saving" | "saved" | "waiting" | "failed";
  text?: SoiOutcome;
  /** What waits is no save: a change of an entry or a sign. */
  isChange?: boolean;
}

interface SoiWaits {
  waits: import("./messages").Waiting;
}

/** Shows what has come of what was pressed, by `done` or as the entry; or that it is kept, and nothing has changed yet. */
type SoiChange = (asked: Promise<SoiListed | SoiWaits | null>, done?: () => unknown) => Promise<void>;

/** All that the badge draws. Nothing is drawn that is not in here. */
interface SoiView {
  readonly creator: string;
  /** The newest answer for this creator; stays on show while a newer one is awaited. */
  model: SoiModel | null;
  /** The entry on the shortlist and its line: status, date, reason. */
  listed: SoiListed | null;
  /** What stands in the way, if anything. */
  problem: ErrorCode | null;
  save: SoiSave;
  collapsed: boolean;
  /** The person has opened the card on this page, wherever it lies. */
  opened: boolean;
  /** Opened on the profile before: kept as long as it covers nothing. */
  isKeptOpen: boolean;
  expanded: boolean;
  /** "reading": the profile is there, and its first answer is awaited. */
  phase: "waiting" | "reading" | "done";
  /** The person's own profile is not judged. */
  isOwn: boolean;
  corner: Corner;
  /** Steps of the guide that the person does not want to take now. */
  skipped: string[];
}

/** What a person can do to the creator's entry and signs. */
interface SoiActs {
  save(): unknown;
  undo(): unknown;
  /** Of a save that waits. */
  cancel(): unknown;
  annotate(changes: { status?: string; note?: string; reject_reason?: string }): void;
  /** A ruling of null takes it back. */
  rule(request: { signal: string; ruling: Ruling | null; note?: string }): unknown;
}

type SoiForm = "pill" | "card";
type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;
type SoiSize = Pick<DOMRect, "width" | "height">;

/** A place: its left edge, and the stretch from top to bottom that is free there. */
interface SoiSpot {
  left: number;
  top: number;
  bottom: number;
  room: number;
  /** Something lies under it: only where a person asked for the card, or nothing is free. */
  covers: boolean;
}

/** Left edges to try, beside the columns `beside`; `isFar`: in the other half of the window than the corner's own. */
type SoiLefts = (wide: number, isLeft: boolean, beside: Box[], isFar: boolean) => number[];

/** `least` is a height in CSS pixels. */
type SoiFree = (
  size: SoiSize,
  corner: Corner,
  boxes: Box[],
  beside: Box[],
  least: number,
  isFar?: boolean,
) => SoiSpot | null;

type SoiSit = (host: HTMLElement, look: SoiLook, corner: Corner) => SoiSpot;

interface SoiLook {
  /** Beside Instagram's column, where scrolling brings nothing under it. */
  gutter(size: SoiSize, corner: Corner, isFar?: boolean): SoiSpot | null;
  /** Over empty background; of `least` height where it can be scrolled. */
  free(size: SoiSize, corner: Corner, isFar?: boolean, least?: number): SoiSpot | null;
  anywhere(size: SoiSize, corner: Corner): SoiSpot;
  isCovered(box: Box): boolean;
}

interface SoiSeat {
  form(view: SoiView): SoiForm;
  /** Keeps the place unless form or corner are others, or it was told to forget. */
  sit(view: SoiView, form: SoiForm): void;
  isBad(view: SoiView): boolean;
  forget(): void;
  covers(): boolean;
  /** How long it has stood where it stands. */
  restingMs(): number;
}

/** What is remembered of it for the next page. */
type SoiKept = Partial<Pick<SoiView, "collapsed" | "corner">>;
type SoiTimer = ReturnType<typeof setTimeout> | undefined;
/** `left`: characters that may still be written. */
type SoiWrite<N extends Node> = (
  node: N,
  budget: { left: number; skip: (element: Element) => boolean },
  depth: number,
) => string;
type SoiKeep = <K, V>(map: Map<K, V>, key: K, value: V, limit: number) => void;
type SoiIsForeign = (seen: SoiEvidence, tile: { shortcode: string; link: Element }) => boolean;
type SoiCommentRows = (dated: Element, post: string, root: Element) => CommentRow[];
type SoiWidest = (start: Element, root: Element, fits: (element: Element) => boolean) => Element;
type SoiFresh = (creator: string, collapsed: boolean, corner: Corner) => SoiView;
type SoiLater = (signal: AbortSignal, view: SoiView, again: () => void) => void;
/** Where the pointer took hold, and the badge's place then. */
type SoiGrip = { x: number; y: number; left: number; top: number; isMoving: boolean };
type SoiInsist = <T>(ask: () => Promise<T>, isWanted: () => boolean) => Promise<T>;
type SoiTaken = (creator: string, tiles: boolean) => Box[];
type SoiPriced = SoiSpot & { cost: number };
type SoiLeastBad = (size: SoiSize, corner: Corner, boxes: Box[]) => SoiSpot;
type SoiElementAt = (place: SoiPlace, head: Element | null) => Element | null;
/** What the badge is built of. */
type SoiBuilt = {
  host: HTMLElement;
  root: ShadowRoot;
  frame: HTMLElement;
  body: HTMLElement;
  strip: HTMLElement;
  said: HTMLElement;
};

/** An answer of Instagram that Soi reads, in the page's own world. */
type SoiWanted = { path: string; name: string };
type SoiWants = (
  address: string,
  body: unknown,
  header: () => string | null,
) => SoiWanted | null | Promise<SoiWanted | null>;
type SoiNamed = (request: SoiWanted | Promise<SoiWanted | null>) => Promise<SoiWanted | null>;
type SoiOpened = WeakMap<XMLHttpRequest, { address: string; header: string | null }>;
interface ParentNode {
  /** Of the badge itself. */
  querySelector(selectors: ".card" | ".scroll"): HTMLElement | null;
}

type SoiAttributes = Record<string, string | boolean | null>;
type SoiChild = Node | string | null;

/** See content/session.js. */
type SoiFollowing = (
  signal: AbortSignal,
  creator: string,
  become: (entry: SoiListed | null) => unknown,
) => (must?: Event) => unknown;
type SoiElsewhere = (view: SoiView, draw: () => void) => (entry: SoiListed | null) => boolean;

/** One creator on show; see content/session.js. */
interface SoiSession {
  readonly creator: string;
  readonly seen: SoiEvidence;
  readonly view: SoiView;
  readonly acts: SoiActs;
  /** Reads the page as it stands and asks for a check if that gave anything new; false while there is nothing to read. */
  read(route: SoiRoute, samples: boolean): boolean;
  again(): void;
  listed(entry: SoiListed | null): boolean;
  /** Asks what others have made of the entry since it was asked for last; unless it `must`, not where nobody can have. */
  follow(must?: Event): unknown;
  end(): void;
}

interface SoiBadge {
  /** Draws `view` where nobody sees it, and reads it as a page is read: for the first real one all is ready then. */
  rehearse(view: SoiView): void;
  render(view: SoiView | null): void;
  /** What is typed and not kept yet goes to the creator it was typed for. */
  leave(): void;
  /** Looks for a free place again. */
  replace(): void;
  /** Looks for another one if something is covered now; not under a person's hands. */
  check(): void;
  /** The card is on show. */
  isOpen(): boolean;
  /** Moves the focus to the field or button of that key, else into the card. */
  focus(key: string): void;
  /** True once another Soi has mounted its own badge on this page. */
  isReplaced(): boolean;
}

interface SoiContent {
  /** What the server's tables say; made by scripts/make_shared_facts.py. */
  facts: {
    readonly notUsernames: readonly string[];
    readonly defaultPictures: readonly string[];
    readonly statuses: readonly string[];
    readonly mostRows: number;
  };
  /** What the page cannot put an element in place of; not a node itself. */
  document: Document;
  route: {
    read(href: string): SoiRoute;
    /** "/name/" as "name"; null for a link that is not to a profile itself. */
    usernameOfLink(href: string | null): string | null;
    shortcodeOfLink(href: string | null): string | null;
  };
  reduce: {
    /** `element` as well-formed HTML of about `limit` characters at most, without what `skip` says. */
    html(element: Element, limit: number, skip?: (element: Element) => boolean): string;
  };
  documentHead: {
    read(): Pick<import("./messages").PageParts, "first" | "lang" | "title" | "metas" | "embedded">;
    /** Reads the page's data ahead, once the document is there. */
    prepare(): void;
    /** The user name that the document was first loaded for, by its own metas. */
    firstUsername(): string | null;
  };
  page: {
    /** The header whose heading names exactly `username`, perhaps beside a badge: the page has become that profile. */
    header(username: string): Element | null;
    /** False while the header still links to another profile's followers: the page is changing. */
    isSettled(head: Element, username: string): boolean;
    main(head: Element): Element;
    /** Links of the grid in page order; a link of a comment or inside the header is none. */
    tiles(head: Element): { shortcode: string; link: Element }[];
    dialog(): Element | null;
    /** Who posted what stands on a post's own page or in its dialog. */
    owner(shortcode: string): string | null;
    /** What the opened post stands in (its dialog, or a page of its own), if it is the person's own. */
    post(username: string, shortcode: string): Element | null;
  };
  samples: {
    /** Rows of the followers list in `dialog` that were not read before, in order. */
    followers(dialog: Element, creator: string): FollowerRow[];
    /** Comments of the post `shortcode` in `root` that were not read before. */
    comments(root: Element, shortcode: string): CommentRow[];
  };
  evidence: {
    of(creator: string, previous: SoiEvidence | null): SoiEvidence;
    /** `elsewhere`: on a tab of other people's posts, whose tiles are remembered as theirs. */
    readTiles(seen: SoiEvidence, head: Element, elsewhere?: boolean): void;
    readPost(seen: SoiEvidence, root: Element, shortcode: string, samples: boolean): void;
    /** Not while the list is searched: it shows whom it was asked for. */
    readFollowers(seen: SoiEvidence, dialog: Element): void;
  };
  answers: {
    all(): PageAnswer[];
    /** One of them names the creator. */
    areAbout(creator: string): boolean;
    listen(signal: AbortSignal, onAnswer: () => void): void;
    /** Tells page_responses.js to step back and forget. */
    switchOff(): void;
  };
  collect: {
    /** How long the page's answers may take. */
    readonly ANSWER_MS: number;
    capture(seen: SoiEvidence, head: Element | null): PageCapture;
    /** Changes exactly when a new check could say something new. */
    fingerprint(seen: SoiEvidence, head: Element | null): string;
  };
  /** Set by main.js. */
  parts: SoiStart["parts"];
  /** Does what a person has pressed; set by main.js. */
  act(act: SoiAct): void;
  link: {
    ask<N extends import("./messages").MessageName>(
      type: N,
      request: import("./messages").Messages[N]["request"],
    ): Promise<import("./messages").Messages[N]["result"]>;
    codeOf(error: unknown): ErrorCode;
    /** True once the extension was updated or removed under the open page. */
    isGone(): boolean;
  };
  dom: {
    /** `attributes` as a text is the class. */
    h(tag: string, attributes?: SoiAttributes | string, ...children: SoiChild[]): HTMLElement;
    /** Its outline comes from shared/badge.css. */
    icon(name: string): SVGElement;
    /** What the background describes. */
    draw(drawn: SoiDrawn): HTMLElement;
  };
  place: {
    /** The corner that follows when the badge is moved on. */
    next(corner: Corner): Corner;
    nearest(box: Box): Corner;
    /** What is on the page now, to try places on. */
    look(creator: string): SoiLook;
  };
  seat: { of(host: HTMLElement): SoiSeat };
  /** Lets `host` follow the handle in `frame`; `dropped` is told where it was let go. */
  /** Gives whether it has lain free for long enough. */
  uncovered(host: HTMLElement): () => boolean;
  drag(frame: HTMLElement, host: HTMLElement, least: number, dropped: (box: Box) => void): void;
  highlight: {
    /** Outlines the first of `places` that is on the page, else the header. */
    show(places: SoiPlace[], creator: string): void;
    clear(): void;
  };
  /** Fills the line and puts it at the opened list or post; hides it without one. */
  strip(strip: HTMLElement, view: SoiView): void;
  redraw: {
    /** The element of that `data-key`. */
    keyed(root: ShadowRoot, key: string): HTMLElement | null;
    replace(root: ShadowRoot, body: HTMLElement, content: HTMLElement): void;
    /** Details that were asked for begin no lower than the middle of what is seen. */
    reveal(root: ShadowRoot): void;
  };
  hands: {
    of(
      frame: HTMLElement,
      root: ShadowRoot,
      to: {
        /** How long the badge has stood still. */
        restingMs(): number;
        isUncovered(): boolean;
        /** Called when a press or a field is over. */
        released(): void;
      },
    ): {
      /** Nothing is drawn anew under a person's hands. */
      isBusy(): boolean;
      /** Nor does anything move from under them. */
      isOver(): boolean;
      /** The click that ends a drag is none. */
      hasDragged(): void;
      /** Until Escape gives the focus back. */
      focus(target: HTMLElement | null): void;
    };
  };
  card: { draw(view: SoiView, form: SoiForm): HTMLElement };
  badge: { mount(css: string): SoiBadge };
  checks: {
    of(
      signal: AbortSignal,
      seen: SoiEvidence,
      to: {
        /** Called when a check is sent; what it gives takes the answer. */
        asked(): (result: CheckResult) => void;
        failed(code: ErrorCode): void;
      },
    ): {
      /** Checks if anything has changed since the last check. */
      update(head: Element | null): void;
      /** Checks even if nothing on the page has changed. */
      again(): void;
    };
  };
  saves: { of(signal: AbortSignal, view: SoiView, to: { draw(): void; again(): void }): SoiActs };
  session: {
    of(creator: string, previous: SoiEvidence | null, preferences: Preferences, draw: () => void): SoiSession;
  };
}

declare var soi: SoiContent;
