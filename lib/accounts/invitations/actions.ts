"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { buttonAction } from "../../forms/click-action.ts";
import { formAction } from "../../forms/form-action.ts";
import { publicUrlOrPath } from "../../mail/emails.ts";
import { invitationPath } from "../emails.ts";
import { emailOrNone } from "../users/schema.ts";
import { invite, revokeInvitation } from "./commands.ts";

const Invitation = z.object({ email: emailOrNone().default("") });

/** Makes an invitation from its form. The link is in the answer this once. */
export const makeInvitation = formAction(async ({ actor, origin, read }) => {
  const key = await invite(actor, read(Invitation).email, origin);
  refresh();
  const link = publicUrlOrPath(invitationPath(key));
  return { saved: true, message: "The invitation is made.", link };
});

/** Revokes the invitation that a form names. */
export const takeBack = buttonAction(
  async ({ actor, origin, form }) => {
    await revokeInvitation(actor, String(form.get("id")), origin);
    return { flash: "That invitation is taken back." };
  },
  {
    forbidden: "Only admins take invitations back.",
    not_found: "That invitation is used or gone already.",
  },
);
