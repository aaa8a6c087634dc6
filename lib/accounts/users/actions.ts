"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { canonicalTimeZone } from "../../env.ts";
import { Invalid } from "../../errors.ts";
import { parseInput } from "../../fields.ts";
import { formAction, publicFormAction } from "../../forms/form-action.ts";
import { changedFields } from "../../forms/initial-values.ts";
import { reauthenticateByForm, setColorModeCookie, signInBrowser } from "../auth/browser.ts";
import { currentSessionId } from "../auth/current.ts";
import { returnPath } from "../auth/return-path.ts";
import { changePassword, updateProfile } from "./commands.ts";
import { isEmailTaken } from "./queries.ts";
import { registerPerson } from "./registration.ts";
import { profileForm } from "./schema.ts";
import { colorModes } from "./values.ts";

/** Makes an account, signs in and goes on to `next`. */
export const register = publicFormAction(async ({ form, origin }) => {
  const { time_zone, next, invitation, ...typed } = Object.fromEntries(form);
  const zone = typeof time_zone === "string" ? canonicalTimeZone(time_zone) : null;
  const { id } = await registerPerson(trimmed(typed), {
    browser: true,
    color_mode: "system",
    time_zone: zone,
    from: origin,
    invitation: typeof invitation === "string" && invitation ? invitation : undefined,
  });
  await signInBrowser(id);
  return { to: returnPath(next) };
});

// Phones put a blank after what they fill in; a password's blanks are its own.
function trimmed(typed: Record<string, FormDataEntryValue>) {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      typeof value === "string" && name !== "password" ? value.trim() : value,
    ]),
  );
}

/** Writes what the profile's form changed. */
export const saveProfile = formAction(async ({ actor, form, origin }) => {
  const changed = changedFields(form);
  const { time_zone } = changed;
  // Dates that the API gave are instants: as days of the form they stay what they are in the new zone.
  const days = time_zone === undefined ? {} : pick(form, dates);
  const input = parseInput(profileForm(), { ...changed, ...days });
  if (input.email && (await isEmailTaken(actor, input.email))) {
    throw new Invalid({ email: ["Email address is already registered."] });
  }
  // Password resets go there, so an open browser alone must not change it.
  if (input.email !== undefined) await reauthenticateByForm(actor, form);
  await updateProfile(actor, input, origin);
  revalidatePath("/", "layout");
  return { saved: true };
});

const dates = ["dashboard_first_date", "dashboard_second_date"] as const;

const pick = (form: FormData, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, form.get(name) ?? undefined]));

const ColorMode = z.object({ color_mode: z.enum(colorModes) });

/** Saves the colour mode, in the profile and for the next page's first paint. */
export const saveColorMode = formAction(async ({ actor, origin, read }) => {
  const { color_mode } = read(ColorMode);
  await updateProfile(actor, { color_mode }, origin);
  await setColorModeCookie(color_mode);
  return { saved: true };
});

const Passwords = z.object({ current_password: z.string().default(""), password: z.string() });

/** Changes the password; this browser stays signed in, all others and the API's clients do not. */
export const savePassword = formAction(async ({ actor, origin, read }) => {
  await changePassword(actor, read(Passwords), origin, { session_id: await currentSessionId() });
  revalidatePath("/settings/security");
  return { saved: true, message: "Your password is changed. All other devices are signed out." };
});
