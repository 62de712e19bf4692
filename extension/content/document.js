/** The document past elements of the page that take the names of its members (`<img name=querySelector>`). */
{
  const native = globalThis.Document?.prototype ?? Object.getPrototypeOf(document);

  soi.document = new Proxy(/** @type {any} */ ({}), {
    get(_, name) {
      const value = Reflect.get(native, name, document) ?? Reflect.get(document, name);
      return typeof value === "function" ? value.bind(document) : value;
    },
  });
}
