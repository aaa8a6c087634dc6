import { beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "../accounts/auth/actor.ts";
import { sealKey, sessionCookie } from "../accounts/auth/cookie.ts";
import { countWrite, limits } from "../accounts/auth/rate-limits.ts";
import { openSession } from "../accounts/auth/sessions.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { clickAction } from "./click-action.ts";
import { formAction } from "./form-action.ts";

const jar = vi.hoisted(() => new Map<string, { value: string }>());
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => jar }));

process.env.RATE_LIMITS = "on";
freshDatabase();
let actor: Actor;

beforeAll(async () => {
  actor = await newActor();
  const value = await sealKey(await openSession(actor.user_id, {}));
  jar.set(sessionCookie().name, { value });
});

test("what a person changes on pages counts against the limit of their writes", async () => {
  const save = formAction(async () => ({ message: "saved" }));
  const click = clickAction(async () => ({ message: "done" }));
  const form = new FormData();
  expect(await save({}, form)).toMatchObject({ message: "saved" });
  expect(await click()).toEqual({ message: "done" });
  for (let used = 2; used < limits.write.max; used += 1) await countWrite(actor.user_id);
  expect(await save({}, form)).toMatchObject({ message: expect.stringContaining("Too many") });
  expect(await click()).toEqual({ message: expect.stringContaining("Too many") });
});
