// Runs in the page before anything else: when the page's own script has the answer with the posts.
"use strict";
(() => {
  globalThis.__postsAt = 0;
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    if (String(body).includes("ProfilePosts"))
      this.addEventListener("load", () => (globalThis.__postsAt ||= performance.now()), { once: true });
    return send.call(this, body);
  };
})();
