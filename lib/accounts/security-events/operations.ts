import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { securityEvent } from "../../../db/schema/accounts.ts";
import { listResponse } from "../../http/list-response.ts";
import { operation } from "../../http/operation.ts";
import { collection } from "../../lists/collection.ts";
import { representation } from "../../records/representation.ts";

const shown = representation("SecurityEvent", {
  id: "integer",
  happened_at: "instant",
  kind: "text",
  subject: "text",
  address: "text",
  user_agent: "text",
});

const mine = collection({
  table: securityEvent,
  scope: eq(securityEvent.user_id, sql.placeholder("user")),
  representation: shown,
  fields: shown,
});

export const listSecurityEvents = operation({
  id: "list_security_events",
  method: "GET",
  path: "/api/security_event/",
  tag: "People",
  summary: "What happened to the safety of your account in the last year, by id",
  access: "user",
  responses: { 200: { description: "The list", schema: z.array(shown.schema) } },
  list: mine,
  example: {
    response: [
      {
        id: 1,
        happened_at: "2024-05-01T10:00:00-07:00",
        kind: "token_made",
        subject: "calendar script",
        address: "192.0.2.7",
        user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
      },
    ],
  },
  run: (call) => listResponse(mine, call),
});
