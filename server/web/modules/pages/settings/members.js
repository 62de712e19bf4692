// Who works with this store: invited by a link of one use, given a role, removed.

import { Refused, call } from "../../data/api.js";
import { may } from "../../data/may.js";
import { ask } from "../../parts/dialog.js";
import { button, labelled, trouble } from "../../parts/elements.js";
import { followAgain, heldBy } from "../../parts/forms.js";
import { h, useRef, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { day } from "../../words/dates.js";
import { ROLES } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";
import { useAnswer } from "./saving.js";

/** @typedef {import("api").MembersAnswer} Team */
/** @typedef {import("api").Member} Member */
/** @typedef {import("api").Invitation} Invitation */

/** @param {{ answer: Team, redraw: () => Promise<void> }} props */
export function MembersCard({ answer, redraw }) {
  const [team, setTeam] = useAnswer(answer);
  const [link, setLink] = useState(/** @type {Invitation | null} */ (null));
  const [failed, setFailed] = useState("");
  const isOwner = may("POST /members");
  const isAlone = team.members.length === 0;
  /** @param {() => Promise<Invitation | null>} change */
  const act = async (change) => {
    setFailed("");
    try {
      setLink(await change());
      setTeam(await call("GET", "/members"));
      return true;
    } catch (error) {
      setFailed(
        isAlone && error instanceof Refused && error.status === 401 ? t("web.members_first") : troubleText(error),
      );
      return false;
    }
  };
  /** @param {string} name @param {string} role */
  const invite = async (name, role) => {
    const made = await act(() => call("POST", "/members", { name, role }));
    if (made && isAlone) await redraw();
    return made;
  };
  return h(
    "section",
    { class: "card", id: "members" },
    h("h2", {}, t("web.members")),
    h("p", { class: "hint" }, t(isAlone ? "web.members_alone" : "web.members_roles")),
    isAlone
      ? null
      : h(
          "ul",
          { class: "devices" },
          team.members.map((member) => h(MemberLine, { key: member.id, member, me: team.me, isOwner, act })),
        ),
    link && !isAlone ? h(LinkLine, { link }) : null,
    isOwner ? h(InviteForm, { key: isAlone ? "alone" : "team", isAlone, invite }) : null,
    trouble(failed),
  );
}

/** @param {{ member: Member, me: string | null, isOwner: boolean, act: (change: () => Promise<Invitation | null>) => Promise<boolean> }} props */
function MemberLine({ member, me, isOwner, act }) {
  const path = /** @type {const} */ (`/members/${member.id}`);
  const remove = async () => {
    if (
      await ask(
        t("web.member_remove_ask", { name: member.name }),
        [t("web.member_remove_text")],
        t("web.member_remove"),
      )
    )
      await act(() => call("DELETE", path));
  };
  /** @param {string} role */
  const change = (role) => act(() => call("PATCH", path, { role }).then(() => null));
  return h(
    "li",
    { class: "device" },
    h(
      "div",
      { class: "device-text" },
      h("strong", {}, h("bdi", {}, member.name), member.id === me ? ` (${t("web.member_me")})` : ""),
      h(
        "p",
        { class: "hint" },
        member.id === me ? t("web.member_joined", { when: day(member.created_at) }) : standing(member),
      ),
    ),
    isOwner
      ? [
          h(
            "label",
            {},
            h("span", { class: "visually-hidden" }, t("web.member_role_of", { name: member.name })),
            h(Select, { value: member.role, options: choices(), onChoose: change }),
          ),
          button(t("web.member_link"), "button-small", () => act(() => call("POST", `${path}/invitations`, {})), {
            "aria-label": t("web.member_link_for", { name: member.name }),
          }),
          button(t("web.member_remove"), "button-small", remove, {
            "aria-label": t("web.member_remove_name", { name: member.name }),
          }),
        ]
      : h("span", {}, t(`web.role_${member.role}`)),
  );
}

/** @param {Member} member */
function standing({ joined_at: joined, invited_until: until }) {
  if (joined) return t("web.member_joined", { when: day(joined) });
  return until ? t("web.member_invited", { when: day(until) }) : t("web.member_waits");
}

/** The link, to be handed to one person. @param {{ link: Invitation }} props */
function LinkLine({ link }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.url);
      toast(t("web.copied", { what: t("web.member_link") }));
    } catch {
      toast(t("web.copy_failed", { what: link.url }));
    }
  };
  const field = h("input", { type: "text", readonly: true, value: link.url, size: 40 });
  return h(
    "div",
    { class: "block", role: "status" },
    h("p", {}, t("web.member_link_text", { name: link.member.name })),
    h("div", { class: "row row-low" }, labelled("web.member_link", field), button(t("web.copy"), "", copy)),
  );
}

/** @param {{ isAlone: boolean, invite: (name: string, role: string) => Promise<boolean> }} props */
function InviteForm({ isAlone, invite }) {
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    if (!form.current) return;
    const [data, sent, sender] = [new FormData(form.current), heldBy(form.current), form.current];
    if (await invite(String(data.get("name")), isAlone ? "owner" : String(data.get("role")))) followAgain(sender, sent);
  };
  const name = h("input", { name: "name", required: true, maxlength: 60, autocomplete: "off" });
  return h(
    "form",
    { class: "row row-low", ref: form, onSubmit: submit },
    labelled(isAlone ? "web.member_own_name" : "web.member_name", name),
    isAlone ? null : labelled("web.member_role", h(Select, { name: "role", value: "editor", options: choices() })),
    h("button", { class: "button" }, t(isAlone ? "web.members_start" : "web.member_invite")),
  );
}

function choices() {
  return ROLES.map((role) => /** @type {const} */ ([role, t(`web.role_${role}`)]));
}
