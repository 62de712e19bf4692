// Which of the connected browsers are still the ones that they were.

/** @typedef {import("api").LiveDevice} Device */

/** @param {Device} device */
export const lastSeen = ({ last_seen, created_at }) => last_seen ?? created_at;

/**
 * Whether a browser of the same name has connected after this one was heard of for the last time: the extension's id has
 * changed, or it was installed anew. Two browsers that are both in use are both heard of, and none of them is old.
 * @param {Device} device
 * @param {Device[]} devices
 */
export const isOld = (device, devices) =>
  !device.live &&
  devices.some(
    ({ name, member, created_at }) =>
      name === device.name && member === device.member && Date.parse(created_at) > Date.parse(lastSeen(device)),
  );
