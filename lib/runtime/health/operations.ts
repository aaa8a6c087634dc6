import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { getDb } from "../../../db/client.ts";
import { HttpError } from "../../http/errors.ts";
import { ok, operation } from "../../http/operation.ts";

const status = z.strictObject({ status: z.literal("ok") });
const common = { method: "GET", tag: "About", access: "anyone-unauthenticated" } as const;

export const readLive = operation({
  ...common,
  id: "read_live",
  path: "/api/health/",
  summary: "Whether the server runs",
  responses: { 200: { description: "It runs", schema: status } },
  example: { response: { status: "ok" } },
  run: async () => ok({ status: "ok" }),
});

export const readReady = operation({
  ...common,
  id: "read_ready",
  path: "/api/health/ready",
  summary: "Whether the server can reach its data",
  responses: {
    200: { description: "It can", schema: status },
    503: { description: "It cannot; Retry-After says when to ask again" },
  },
  example: { response: { status: "ok" } },
  run: async () => {
    try {
      await getDb().get(sql`select count(*) from sqlite_schema`);
      return ok({ status: "ok" });
    } catch {
      throw new HttpError(503, "The database does not answer.", { "retry-after": "5" });
    }
  },
});
