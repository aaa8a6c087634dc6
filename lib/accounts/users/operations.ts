import "server-only";
import { z } from "zod";
import { user } from "../../../db/schema/accounts.ts";
import type { Caller } from "../../http/caller.ts";
import { HttpError } from "../../http/errors.ts";
import { listResponse } from "../../http/list-response.ts";
import { ok, operation } from "../../http/operation.ts";
import { collection } from "../../lists/collection.ts";
import { representation } from "../../records/representation.ts";
import { originOf } from "../security-log.ts";
import { requireDocumentedPassword, updateProfile, usernameTakenFault } from "./commands.ts";
import { getProfile } from "./queries.ts";
import { profileInput } from "./schema.ts";

const tag = "People";
const wrong = { description: "What is wrong" };

/** A person as everybody who may see one does. */
export const userFields = {
  id: "integer",
  username: "text",
  email: "text",
  first_name: "text",
  last_name: "text",
} as const;

export const userSample = {
  id: 1,
  username: "robin",
  email: "robin@example.org",
  first_name: "Robin",
  last_name: "Lindqvist",
};

const brief = representation("User", userFields);
const done = z.strictObject({ message: z.string() });

/** The password and the address are the account: a script's token, or an open browser, is not enough. */
function requireTokens({ scopes, session_id }: Caller): void {
  if (scopes)
    throw new HttpError(403, "A personal token cannot change the password or the address.");
  if (session_id === undefined) return;
  throw new HttpError(403, "The browser changes the password and the address under Settings.");
}

const profileChange = (method: "PUT" | "PATCH") =>
  operation({
    id: method === "PUT" ? "update_user_info" : "change_user_info",
    method,
    path: "/api/custom_user/update/",
    tag,
    summary: "Change your profile; what is not sent is kept",
    access: "user-first",
    body: profileInput,
    check: async (actor, { username }) => usernameTakenFault(actor, username),
    partial: true,
    responses: { 200: { description: "Changed", schema: done }, 400: wrong, 403: wrong },
    example: {
      request: { first_name: userSample.first_name, email: userSample.email },
      response: { message: "User info updated successfully." },
    },
    run: async ({ actor, caller, read, request }) => {
      const input = await read();
      if (input.password !== undefined || input.email !== undefined) requireTokens(caller);
      if (input.password !== undefined) await requireDocumentedPassword(actor, input.password);
      await updateProfile(actor, input, originOf(request.headers), caller);
      return ok({ message: "User info updated successfully." });
    },
  });

export const updateUserInfo = profileChange("PUT");
export const changeUserInfo = profileChange("PATCH");

const everybody = collection({
  table: user,
  scope: undefined,
  representation: brief,
  fields: brief,
});

export const listAllUsers = operation({
  id: "list_all_users",
  method: "GET",
  path: "/api/custom_user/all/",
  tag,
  summary: "Everybody, by id; for admins",
  access: "admin-first",
  responses: { 200: { description: "The list", schema: z.array(brief.schema) }, 403: wrong },
  list: everybody,
  example: { response: [userSample] },
  run: (call) => listResponse(everybody, call),
});

export const readMe = operation({
  id: "user_profile",
  method: "GET",
  path: "/api/me/",
  tag,
  summary: "The calling user",
  access: "user-first",
  responses: { 200: { description: "You", schema: brief.schema } },
  example: { response: userSample },
  run: async ({ actor }) => ok(brief.one(await getProfile(actor), actor.time_zone)),
});
