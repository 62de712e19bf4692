// Tags as a person types them.

/**
 * Words between commas, each once.
 * @param {string} text
 */
export function tagsOf(text) {
  return [...new Set(text.split(",").map((tag) => tag.trim()))].filter(Boolean);
}
