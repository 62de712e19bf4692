// What a browser gives an extension, for a page that has none: messages, a memory that ends with the tab, and the address
// that the invented profile would have on Instagram. A classic script, as it stands before the content scripts.
{
  const ID = "soi-demo";
  const INSTAGRAM = "https://www.instagram.com";
  /** Read off the fragment, so that back and forward work as on the site. */
  const path = () => (location.hash.startsWith("#/") ? location.hash.slice(1) : "/");

  /** @type {((message: object, sender: object) => void)[]} */
  const heard = [];
  /** @type {(route: SoiDemoRoute) => void} */
  let begin = () => undefined;
  /** The background is a module and comes after the first question. @type {Promise<SoiDemoRoute>} */
  const background = new Promise((resolve) => {
    begin = resolve;
  });

  const memory = () => {
    /** @type {Map<string, unknown>} */
    const kept = new Map();
    return {
      get: async (/** @type {string} */ key) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
      set: async (/** @type {Record<string, unknown>} */ values) =>
        Object.entries(values).forEach(([key, value]) => kept.set(key, value)),
      clear: async () => kept.clear(),
    };
  };

  const sender = () => {
    const url = INSTAGRAM + path();
    return { id: ID, url, frameId: 0, tab: { id: 1, url } };
  };

  globalThis.soiDemo = {
    answerBy: (route) => begin(route),
    path,
    location: {
      get href() {
        return INSTAGRAM + path();
      },
      get pathname() {
        return path();
      },
      reload: () => location.reload(),
    },
  };

  const event = { addListener: () => undefined };
  const chrome = {
    runtime: {
      id: ID,
      getURL: (/** @type {string} */ name) => `${location.origin}/extension/${name}`,
      sendMessage: async (/** @type {object} */ message) => (await background)(message, sender()),
      onMessage: { addListener: (/** @type {typeof heard[number]} */ listener) => heard.push(listener) },
      openOptionsPage: async () => void window.open("/#/settings"),
      ...{ onInstalled: event, onStartup: event },
    },
    commands: { onCommand: event },
    i18n: { getUILanguage: () => document.documentElement.lang },
    storage: { local: memory(), session: memory() },
    tabs: {
      query: async () => [{ id: 1 }],
      sendMessage: async (/** @type {number} */ _, /** @type {object} */ message) =>
        heard.forEach((listener) => listener(message, { id: ID })),
      create: async (/** @type {{url: string}} */ { url }) => void window.open(url),
    },
  };
  Object.assign(globalThis, { chrome });
}
