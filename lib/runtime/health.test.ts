import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { closeDb } from "../../db/client.ts";
import { apiOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";
import { readLive, readReady } from "./operations.ts";

freshDatabase();
const send = apiOf([readLive, readReady]);

test("is live and ready for any caller, and not ready without its database", async () => {
  expect((await send("GET", "/api/health/")).status).toBe(200);
  expect((await send("GET", "/api/health/ready", { token: "garbage" })).status).toBe(200);
  const url = process.env.DATABASE_URL;
  const path = join(tmpdir(), `foothold-no-database-${process.pid}`);
  writeFileSync(path, "This is a text and no database. ".repeat(200));
  process.env.DATABASE_URL = `file:${path}`;
  const got = await send("GET", "/api/health/ready");
  expect(got.status).toBe(503);
  expect(got.headers.get("retry-after")).toBe("5");
  expect((await send("GET", "/api/health/")).status).toBe(200);
  closeDb();
  rmSync(path);
  process.env.DATABASE_URL = url;
});
