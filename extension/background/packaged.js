/** Files of the extension itself: not the network. */

/** @param {string} path inside the extension @returns {Promise<Response>} */
function packaged(path) {
  // eslint-disable-next-line no-restricted-globals -- the extension's own package; a service worker can read it in no other way
  return fetch(chrome.runtime.getURL(path));
}

/** @param {string} path @returns {Promise<unknown>} */
export const packagedJson = async (path) => (await packaged(path)).json();

/** @param {string} path @returns {Promise<string>} */
export const packagedText = async (path) => (await packaged(path)).text();
