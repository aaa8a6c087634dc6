"use server";

import { refresh } from "next/cache";
import { currentSessionId } from "../accounts/auth/current.ts";
import { AppError } from "../errors.ts";
import { rowIdOrZero } from "../fields.ts";
import { buttonAction, clickAction } from "../forms/click-action.ts";
import { addDevice, deviceOfSession, removeDevice } from "./devices.ts";
import { deviceInput } from "./schema.ts";

/** Lets the browser that asks take notifications while it is signed in. */
export const turnOnPush = clickAction(async ({ actor, origin }, subscription: unknown) => {
  const read = deviceInput().safeParse(subscription);
  if (!read.success) throw new AppError("This browser’s push service is not supported.", "invalid");
  await addDevice(actor, read.data, origin, await currentSessionId());
  refresh();
  return { message: "On for this device", done: true };
});

/** Sends nothing more to the browser that asks. */
export const turnOffPush = clickAction(async ({ actor, origin }) => {
  const id = await deviceOfSession(actor, await currentSessionId());
  if (id !== null) await removeDevice(actor, id, origin);
  refresh();
  return { message: "Off for this device", done: true };
});

/** Removes the device that a form names. */
export const dropDevice = buttonAction(
  async ({ actor, origin, form }) => {
    await removeDevice(actor, rowIdOrZero.parse(Number(form.get("id"))), origin);
    return { flash: "That device gets no more notifications." };
  },
  { not_found: "That device was removed already." },
);
