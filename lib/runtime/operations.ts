import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { getDb } from "../../db/client.ts";
import { HttpError } from "../http/errors.ts";
import { ok, operation } from "../http/operation.ts";
import { prometheusText } from "./metrics.ts";
import { version } from "./version.ts";

const status = z.strictObject({ status: z.literal("ok") });
const live = z.strictObject({ status: z.literal("ok"), version: z.string() });
const common = { method: "GET", tag: "About", access: "anyone-unauthenticated" } as const;

export const readLive = operation({
  ...common,
  id: "read_live",
  path: "/api/health/",
  summary: "Whether the server runs, and which release of Foothold it is",
  responses: { 200: { description: "It runs", schema: live } },
  example: { response: { status: "ok", version } },
  run: async () => ok({ status: "ok", version }),
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

export const readMetrics = operation({
  id: "read_metrics",
  method: "GET",
  path: "/api/metrics",
  tag: "About",
  access: "admin-first",
  summary: "Figures of this process for Prometheus: requests, database, memory",
  produces: "text/plain",
  responses: { 200: { description: "Prometheus' text format", schema: z.string() } },
  example: {
    response:
      'foothold_requests_total{method="GET",route="/api/job_posting/[id]",status="200"} 42\n',
  },
  run: async () => ({
    status: 200,
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    text: prometheusText(),
  }),
});
