/** The document itself, past elements of the page that take the names of its members (`<img name=querySelector>`). */
{
  const native = globalThis.Document?.prototype ?? document;
  const { querySelector, querySelectorAll, addEventListener, dispatchEvent } = native;

  /** @param {"documentElement" | "title" | "readyState" | "hidden"} name */
  const member = (name) => {
    const get = Object.getOwnPropertyDescriptor(native, name)?.get;
    return /** @type {any} */ (get ? get.call(document) : document[name]);
  };

  soi.document = {
    find: (selector) => querySelector.call(document, selector),
    all: (selector) => [...querySelectorAll.call(document, selector)],
    on: (type, listener, signal) => addEventListener.call(document, type, listener, { signal }),
    fire: (type, detail) => void dispatchEvent.call(document, new CustomEvent(type, { detail })),
    root: () => member("documentElement"),
    title: () => member("title"),
    isLoading: () => member("readyState") === "loading",
    isHidden: () => member("hidden"),
  };
}
