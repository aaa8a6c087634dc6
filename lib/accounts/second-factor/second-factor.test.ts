import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { recoveryCode, secondFactor } from "../../../db/schema/accounts.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import type { Actor } from "../auth/actor.ts";
import { activityPage } from "../security-events/queries.ts";
import { codeAt, hashRecoveryCode, keyUri, normalizeRecoveryCode, timeStepOf } from "./codes.ts";
import * as commands from "./commands.ts";
import { getFactor } from "./queries.ts";

freshDatabase();
const at = Date.UTC(2026, 2, 1, 9);
const step = 30_000;

describe("a code", () => {
  // RFC 6238, appendix B: the last six of its eight digits.
  const known = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [2_000_000_000, "279037"],
  ])("at second %i is the standard's", (second, code) => {
    expect(codeAt(known, second * 1000)).toBe(code);
    expect(timeStepOf(known, code, second * 1000)).toBe(Math.floor(second / 30));
  });

  test("is accepted one step early or late, and no more", () => {
    const here = Math.floor(at / step);
    expect(timeStepOf(known, codeAt(known, at - step), at)).toBe(here - 1);
    expect(timeStepOf(known, codeAt(known, at + step), at)).toBe(here + 1);
    expect(timeStepOf(known, codeAt(known, at - 2 * step), at)).toBeNull();
    expect(timeStepOf(known, codeAt(known, at + 2 * step), at)).toBeNull();
    expect(timeStepOf(known, ` ${codeAt(known, at).replace(/^.../, "$& ")} `, at)).toBe(here);
    for (const none of ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"]) {
      expect(timeStepOf(known, none, at)).toBeNull();
    }
  });

  test("has a key URI that apps can read", () => {
    const uri = new URL(keyUri(known, "åsa@home"));
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toBe("/Foothold:åsa@home");
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      issuer: "Foothold",
      secret: known,
      digits: "6",
      period: "30",
    });
  });
});

describe("a second factor", () => {
  let actor: Actor;
  let secret = "";
  let codes: string[] = [];
  beforeEach(async () => {
    actor = await newActor();
    await commands.startFactor(actor);
    const begun = await getFactor(actor);
    secret = begun.state === "started" ? begun.secret : "";
    codes = await commands.confirmFactor(actor, codeAt(secret, at), {}, at);
  });
  const spend = (code: string, when = at) => commands.consumeCode(actor.user_id, code, {}, when);

  test("is off until the app's first code", async () => {
    const other = await newActor();
    await commands.startFactor(other);
    const begun = await getFactor(other);
    const code = codeAt(begun.state === "started" ? begun.secret : "", at);
    expect(await commands.consumeCode(other.user_id, code, {}, at)).toBe(false);
    await expect(commands.confirmFactor(other, "000000", {}, at)).rejects.toThrow("does not fit");
    await commands.cancelFactor(other);
    expect(await getFactor(other)).toEqual({ state: "off" });
    await expect(commands.renewCodes(other, {})).rejects.toThrow("is off");
  });

  test("keeps neither its secret nor a recovery code in clear text", async () => {
    const db = getDb();
    const [row] = await db
      .select()
      .from(secondFactor)
      .where(eq(secondFactor.user_id, actor.user_id));
    expect(row?.secret).toMatch(/^v1:/);
    const rows = await db
      .select()
      .from(recoveryCode)
      .where(eq(recoveryCode.user_id, actor.user_id));
    expect(rows.map((kept) => kept.code_hash).toSorted()).toEqual(
      codes.map(hashRecoveryCode).toSorted(),
    );
    expect(JSON.stringify(rows)).not.toContain(codes[0]);
  });

  test("accepts each code once, and none that is older", async () => {
    expect(await spend(codeAt(secret, at))).toBe(false);
    const [later, next] = [at + 10 * step, codeAt(secret, at + 10 * step)];
    const both = await Promise.all([spend(next, later), spend(next, later)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await spend(codeAt(secret, later - step), later)).toBe(false);
    expect(await spend(codeAt(secret, later + step), later)).toBe(true);
  });

  test("cannot be set up again while it is on", async () => {
    await commands.startFactor(actor);
    await commands.cancelFactor(actor);
    expect(await getFactor(actor)).toMatchObject({ state: "on", codes_left: 10 });
    expect(await spend(codeAt(secret, at + 5 * step), at + 5 * step)).toBe(true);
  });

  test("accepts each recovery code once, however it is typed", async () => {
    const [first = "", second = "", third = ""] = codes;
    expect(await spend(first.toUpperCase().replaceAll("-", " "))).toBe(true);
    expect(await spend(first)).toBe(false);
    const both = await Promise.all([spend(second), spend(second)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await getFactor(actor)).toMatchObject({ codes_left: 8 });

    const other = await newActor();
    expect(await commands.consumeCode(other.user_id, third, {}, at)).toBe(false);
    const fresh = await commands.renewCodes(actor, {});
    expect(await spend(third)).toBe(false);
    expect(await spend(fresh[0] ?? "")).toBe(true);
  });

  test("is logged in the owner's security log", async () => {
    await spend(codes[0] ?? "");
    await commands.turnOffFactor(actor, {});
    const { rows } = await activityPage(actor, {});
    expect(rows.map(({ kind }) => kind)).toEqual([
      "factor_off",
      "recovery_code_used",
      "recovery_codes_made",
      "factor_on",
    ]);
  });

  test("is removed with its recovery codes when it is turned off", async () => {
    await commands.turnOffFactor(actor, {});
    expect(await getFactor(actor)).toEqual({ state: "off" });
    expect(await spend(codes[0] ?? "")).toBe(false);
    expect(await spend(codeAt(secret, at + 9 * step), at + 9 * step)).toBe(false);
  });
});

test("a recovery code is read despite letters that look like digits", () => {
  expect(normalizeRecoveryCode("OILo-0000 0000-0000-0000-000L")).toBe("011000000000000000000001");
  expect(normalizeRecoveryCode("1234-5678")).toBeNull();
  expect(normalizeRecoveryCode("!".repeat(24))).toBeNull();
});
