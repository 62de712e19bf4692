// Runs in Firefox's own window: the selected tab's accessibility tree as rows of
// [role, name, number, parent's place, states, value]. Numbers stay valid until the next call.
async () => {
  const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
  const frame = service.getAccessibleFor(gBrowser.selectedBrowser);
  const known = [];
  window.__soiFocus = (number) => known[number].takeFocus();
  const box = (target) => {
    const [x, y, width, height] = [{}, {}, {}, {}];
    target.getBounds(x, y, width, height);
    return [x.value, y.value, width.value, height.value];
  };
  // Bounds reach this process a moment after the page has scrolled.
  const settled = async (node) => {
    let before = "";
    let now = box(node);
    while (now.join() !== before) {
      before = now.join();
      await new Promise((resolve) => void setTimeout(resolve, 40));
      now = box(node);
    }
    return now;
  };
  window.__soiMiddle = async (number) => {
    const node = known[number];
    node.scrollTo(Ci.nsIAccessibleScrollType.SCROLL_TYPE_ANYWHERE);
    const [x, y, width, height] = await settled(node);
    const [left, top] = box(frame.firstChild ?? frame);
    return [(x + width / 2 - left) / devicePixelRatio, (y + height / 2 - top) / devicePixelRatio];
  };
  const states = (node) => {
    const [first, second] = [{}, {}];
    node.getState(first, second);
    const has = (bit) => (first.value & bit) !== 0;
    const S = Ci.nsIAccessibleStates;
    const names = {
      focused: S.STATE_FOCUSED,
      disabled: S.STATE_UNAVAILABLE,
      expanded: S.STATE_EXPANDED,
      checked: S.STATE_CHECKED,
      pressed: S.STATE_PRESSED,
      selected: S.STATE_SELECTED,
    };
    return Object.keys(names).filter((name) => has(names[name]));
  };
  const rows = [];
  const walk = (node, parent) => {
    const native = service.getStringRole(node.role);
    const role = native === "text leaf" ? "text" : node.computedARIARole || native;
    let value = "";
    try {
      value = node.value ?? "";
    } catch {
      // not every kind of node has one
    }
    const place = rows.length;
    rows.push([role, node.name ?? "", known.push(node) - 1, parent, states(node), value]);
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child, place);
  };
  if (frame?.firstChild) walk(frame.firstChild, -1);
  return rows;
};
