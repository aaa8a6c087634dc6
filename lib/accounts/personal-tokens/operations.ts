import "server-only";
import { z } from "zod";
import type { Caller } from "../../http/caller.ts";
import { HttpError } from "../../http/errors.ts";
import { idParam, noContent, operation } from "../../http/operation.ts";
import { encodeCursor, pageLinks, requestedPage } from "../../lists/paging.ts";
import { representation } from "../../records/representation.ts";
import { createToken, listTokens, revokeToken } from "../auth/personal-tokens.ts";
import { originOf } from "../security-log.ts";
import { tokenInput } from "./schema.ts";

const tag = "Personal tokens";

const fields = {
  id: "integer",
  name: "text",
  scopes: "json",
  created_at: "instant",
  expires_at: "instant",
  last_used_at: "instant",
} as const;

const nullable = ["expires_at", "last_used_at"] as const;
const shown = representation("PersonalToken", fields, nullable);
const made = representation("NewPersonalToken", { ...fields, token: "text" }, nullable);

const sample = {
  id: 1,
  name: "calendar script",
  scopes: ["read"],
  created_at: "2024-05-01T10:00:00-07:00",
  expires_at: "2099-05-01T10:00:00-07:00",
  last_used_at: null,
};

/** A personal token must not make others, nor end them: it could outlive its own end. */
function requirePerson(caller: Caller): void {
  if (caller.scopes)
    throw new HttpError(403, "Personal tokens are managed by their person, not by one of them.");
}

/** A token outlives the session, so an open browser alone makes none. */
function requireSignIn({ session_id }: Caller): void {
  if (session_id === undefined) return;
  throw new HttpError(403, "The browser makes personal tokens under Settings.");
}

export const listPersonalTokens = operation({
  id: "list_personal_tokens",
  method: "GET",
  path: "/api/personal_token/",
  tag,
  summary: "Your personal tokens, by id, without what opens with them",
  access: "user",
  paged: true,
  responses: { 200: { description: "The list", schema: z.array(shown.schema) } },
  example: { response: [sample] },
  run: async ({ actor, caller, url }) => {
    requirePerson(caller);
    const page = requestedPage(url.searchParams, "id");
    const rest = (await listTokens(actor)).filter(({ id }) => id > (page?.after?.id ?? 0));
    const rows = page ? rest.slice(0, page.limit) : rest;
    const last = rest.length > rows.length ? rows.at(-1) : undefined;
    return {
      status: 200,
      body: rows.map((row) => shown.one(row, actor.time_zone)),
      headers: page
        ? pageLinks(url, last ? encodeCursor("id", { value: last.id, id: last.id }) : null)
        : {},
    };
  },
});

export const createPersonalToken = operation({
  id: "create_personal_token",
  method: "POST",
  path: "/api/personal_token/",
  tag,
  summary: "Make a personal token; it is shown this once",
  access: "user",
  shownOnce: true,
  body: tokenInput,
  responses: {
    201: { description: "Made", schema: made.schema },
    400: { description: "What is wrong at each field" },
    403: { description: "Asked for with a personal token, or with the browser's session" },
    409: { description: "Its Idempotency-Key made a token already, which was shown once" },
  },
  example: {
    request: { name: sample.name, scopes: sample.scopes, expires_at: sample.expires_at },
    response: { ...sample, token: "fh_…" },
  },
  run: async ({ actor, caller, read, request }) => {
    requirePerson(caller);
    requireSignIn(caller);
    const row = await createToken(actor, await read(), originOf(request.headers));
    return { status: 201, body: made.one(row, actor.time_zone) };
  },
});

export const revokePersonalToken = operation({
  id: "revoke_personal_token",
  method: "DELETE",
  path: "/api/personal_token/{id}",
  tag,
  summary: "End a personal token at once",
  access: "user",
  params: idParam,
  responses: {
    204: { description: "Ended" },
    403: { description: "Asked for with a personal token" },
    404: { description: "There is no such token" },
  },
  run: async ({ actor, caller, params, request }) => {
    requirePerson(caller);
    await revokeToken(actor, params.id, originOf(request.headers));
    return noContent;
  },
});
