import { renameSync } from "node:fs";
import { beforeAll, expect, test, vi } from "vitest";
import { databasePath } from "../../db/location.ts";
import { operations } from "../api.ts";
import { freshDatabase } from "../testing.ts";
import { apiOf, tokenOf } from "./testing.ts";

freshDatabase();

const send = apiOf(operations);
let token = "";
beforeAll(async () => {
  token = await tokenOf(send, "patient");
});

test.skipIf(process.env.TEST_DATABASE)(
  "answers 503 while the file is missing, and as before once it is back",
  async () => {
    const read = () => send("GET", "/api/job_site/", { token });
    const write = () => send("POST", "/api/job_site/", { token, json: { site_name: "Board" } });
    expect((await write()).status).toBe(201);
    const path = databasePath();
    const names = ["", "-wal", "-shm"].map((end) => [path + end, `${path}.away${end}`] as const);
    for (const [here, away] of names) renameSync(here, away);
    await vi.waitUntil(async () => (await read()).status === 503);
    const refused = await write();
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(refused.body).toEqual({
      detail: "The database cannot take this now. Try again in a moment.",
    });
    expect((await send("GET", "/api/health/ready", {})).status).toBe(503);
    for (const [here, away] of names) renameSync(away, here);
    await vi.waitUntil(async () => (await read()).status === 200);
    expect((await read()).body).toHaveLength(1);
    expect((await write()).status).toBe(201);
  },
);
