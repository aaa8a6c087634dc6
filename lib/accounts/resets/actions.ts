"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { parseInput, rowKey } from "../../fields.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import { sendsMail } from "../../mail/commands.ts";
import { publicPath } from "../../mail/letters.ts";
import { later } from "../../runtime/after-response.ts";
import { actionActor } from "../auth/current.ts";
import { addressOf, count, limits } from "../auth/limits.ts";
import { originOf } from "../security-log.ts";
import { askReset, makeReset, resetPassword } from "./commands.ts";
import { resetAsked } from "./values.ts";

const Asked = z.object({
  who: z
    .string({ error: "This field is required." })
    .trim()
    .min(1, "This field is required.")
    .max(254, "That is longer than any name or address here."),
});

/** Asks for a link to a new password; the answer is the same for everybody. */
export async function forgot(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const { who } = parseInput(Asked, Object.fromEntries(form));
    const from = await headers();
    await count(limits.reset_address, addressOf(from));
    const origin = originOf(from);
    if (sendsMail()) later(() => askReset(who, origin));
    return { saved: true, message: resetAsked };
  });
}

const Chosen = z.object({ key: z.string().catch(""), password: z.string().catch("") });

/** Sets a new password by a link and goes on to the sign-in. */
export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const { key, password } = Chosen.parse(Object.fromEntries(form));
    const from = await headers();
    await count(limits.reset_address, addressOf(from));
    await resetPassword(key, password, originOf(from));
    redirect("/login?reset=done");
  });
}

/** An admin's link to a new password for the person that a form names; it is in the answer this once. */
export async function makeResetLink(form: FormData): Promise<FormState & { link?: string }> {
  let link: string | undefined;
  const state = await formState(form, async () => {
    const actor = await actionActor();
    const id = rowKey.parse(Number(form.get("id")));
    const key = await makeReset(actor, id, originOf(await headers()));
    link = publicPath(`/reset/${key}`);
    return { saved: true, message: "The link is made." };
  });
  return { ...state, link };
}
