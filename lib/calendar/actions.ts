"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { reauthenticateByForm } from "../accounts/auth/browser.ts";
import { Invalid } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { buttonAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { createFeed, removeFeed } from "./feeds.ts";
import { feedInput } from "./schema.ts";
import { feedContents } from "./values.ts";

/** Makes a calendar address, after a new authentication since it outlives the session; it is shown this once. */
export const makeFeed = formAction(async ({ actor, form, origin }) => {
  const typed = Object.fromEntries(form);
  const alarm = String(typed.alarm_minutes ?? "");
  const input = parseFields({
    name: typed.name,
    contains: feedContents.filter((content) => typed[content] === "on"),
    alarm_minutes: alarm === "" ? null : Number(alarm),
  });
  await reauthenticateByForm(actor, form);
  const { secret } = await createFeed(actor, input, origin);
  refresh();
  return { saved: true, message: "The address is made.", link: `/api/calendar/${secret}.ics` };
});

// The form has one box for each content; what is wrong with them as a whole is said at the first.
function parseFields(fields: Record<string, unknown>) {
  try {
    return parseInput(feedInput(), fields);
  } catch (error) {
    if (!(error instanceof Invalid) || !error.fields.contains) throw error;
    const { contains, ...others } = error.fields;
    throw new Invalid({ ...others, [feedContents[0]]: contains });
  }
}

/** Removes the calendar address that a form names. */
export const dropFeed = buttonAction(
  async ({ actor, origin, form }) => {
    await removeFeed(actor, z.coerce.number().int().catch(0).parse(form.get("id")), origin);
    return { flash: "That address is removed." };
  },
  { not_found: "That address was removed already." },
);
