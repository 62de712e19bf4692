// Where the list is, as the address of this page and the server tell it: what the foot and the sign-in may promise.

/** The page of a team's server; a server of this machine is opened under names of the machine alone. @param {string} host */
export function isTeamHost(host) {
  return host !== "127.0.0.1" && host !== "localhost" && !host.endsWith(".localhost");
}

/**
 * The key of the sentence about where everything stays; "" as long as that is not known.
 * @param {string} host of this page
 * @param {{ database_host: string | null } | null | undefined} status
 */
export function placeKey(host, status) {
  if (isTeamHost(host)) return "web.footer_team";
  if (!status) return "";
  return status.database_host === null ? "web.footer_local" : "web.footer_database";
}
