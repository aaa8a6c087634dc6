import { beforeEach, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { limitWindow } from "../../../db/schema/api.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { logSecurityEvent } from "../security-log.ts";
import { deviceCookie, knownDeviceId, purgeDevices, rememberDevice } from "./known-devices.ts";
import { countPasswordAttempt, waitSecondsAfter } from "./password-attempts.ts";
import { limits, refundRateLimit } from "./rate-limits.ts";

process.env.RATE_LIMITS = "on";
freshDatabase();
const start = Date.now() + 3_600_000;

beforeEach(async () => {
  await getDb().delete(limitWindow);
});

const stranger = (at: number, address: string, name = "mira") =>
  countPasswordAttempt({ name, address, device: null }, undefined, at);

/** Somebody who guesses from ever new addresses. */
async function attack(tries: number, at = start, name = "mira") {
  for (let i = 0; i < tries; i++) await stranger(at, `198.51.100.${i}`, name);
}

test("one address has ten attempts at one name, and its other names are unaffected", async () => {
  for (let i = 0; i < 10; i++) await stranger(start, "192.0.2.1");
  await expect(stranger(start, "192.0.2.1")).rejects.toThrow("Too many tries");
  await stranger(start, "192.0.2.1", "tomas");
  await stranger(start, "192.0.2.2");
});

test("a name guessed from many addresses makes strangers wait between attempts", async () => {
  await attack(limits.sign_in_account.max);
  await expect(stranger(start, "192.0.2.1")).rejects.toThrow("Wait 2 seconds");
  await expect(stranger(start + 1_000, "192.0.2.1")).rejects.toThrow("Wait 1 seconds");
  await stranger(start + 2_000, "192.0.2.1");
  // Each wait is good for one try.
  await expect(stranger(start + 2_000, "192.0.2.1")).rejects.toThrow("Wait 2 seconds");
  await stranger(start + 2_000, "192.0.2.1", "tomas");
});

test("however many addresses wait, one of them may try after each wait", async () => {
  const from = Array.from({ length: 100 }, (_, i) => `2001:db8:${i}::1`);
  const passed = async (at: number) => {
    const settled = await Promise.allSettled(from.map((address) => stranger(at, address)));
    return settled.filter(({ status }) => status === "fulfilled").length;
  };
  await attack(limits.sign_in_account.max);
  const rounds = [];
  for (let round = 0; round < 4; round += 1) rounds.push(await passed(start + round * 60_000));
  expect(rounds).toEqual([0, 1, 1, 1]);
});

test("strangers do not keep a person out at a network that they signed in from", async () => {
  const { user_id } = await newActor();
  await logSecurityEvent(user_id, "signed_in", { address: "2001:db8:7::aaaa" });
  const person = (at: number) =>
    countPasswordAttempt(
      { name: "mira", address: "2001:db8:7::bbbb", device: null, user_id },
      undefined,
      at,
    );
  await attack(limits.sign_in_account.max);
  await expect(stranger(start, "192.0.2.1")).rejects.toThrow("Wait 2 seconds");
  await expect(person(start)).rejects.toThrow("Wait 2 seconds");
  await stranger(start + 2_000, "192.0.2.1");
  await person(start + 2_000);
});

test("an unknown name makes strangers wait too", async () => {
  await attack(limits.sign_in_account.max, start, "nobody at all");
  await expect(stranger(start, "192.0.2.1", "nobody at all")).rejects.toThrow("Wait 2 seconds");
});

test("of concurrent attempts, no more pass than are left", async () => {
  const tries = Array.from({ length: 60 }, (_, i) => stranger(start, `203.0.113.${i}`));
  const settled = await Promise.allSettled(tries);
  const passed = settled.filter(({ status }) => status === "fulfilled");
  expect(passed).toHaveLength(limits.sign_in_account.max);
  const waited = await Promise.allSettled(
    Array.from({ length: 5 }, () => stranger(start + 60_000, "203.0.113.59")),
  );
  expect(waited.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("the wait grows up to a minute", () => {
  const { max } = limits.sign_in_account;
  expect([1, max, max + 1, 3 * max, 100 * max].map((over) => waitSecondsAfter(max + over))).toEqual(
    [2, 2, 4, 8, 60],
  );
});

test("a right password is not counted", async () => {
  for (let i = 0; i < 30; i++) await refundRateLimit(await stranger(start, "192.0.2.1"));
  for (let i = 0; i < 10; i++) await stranger(start, "192.0.2.1");
  await expect(stranger(start, "192.0.2.1")).rejects.toThrow("Too many tries");
});

test("a browser that its person used before is not locked out by others", async () => {
  const { user_id } = await newActor();
  const key = await rememberDevice(undefined, user_id);
  const headers = new Headers({ cookie: `a=b; ${deviceCookie()}=${key}` });
  const device = await knownDeviceId(headers, user_id);
  expect(device).not.toBeNull();
  const here = { name: "mira", address: "192.0.2.1", device };
  for (let i = 0; i < 10; i++) await stranger(start, "192.0.2.1");
  await attack(10);
  await expect(stranger(start, "192.0.2.1")).rejects.toThrow();
  for (let i = 0; i < limits.sign_in_device.max; i++)
    await countPasswordAttempt(here, undefined, start);
  // After that it is as good as a stranger.
  await expect(countPasswordAttempt(here, undefined, start)).rejects.toThrow("Too many tries");
});

test("a browser is known to the accounts that signed in there, by its own key", async () => {
  const [one, other] = [await newActor(), await newActor()];
  const key = await rememberDevice("made up", one.user_id);
  expect(key).not.toBe("made up");
  const headers = new Headers({ cookie: `${deviceCookie()}=${key}` });
  const id = await knownDeviceId(headers, one.user_id);
  expect(await knownDeviceId(headers, other.user_id)).toBeNull();
  expect(await knownDeviceId(headers, undefined)).toBeNull();
  expect(
    await knownDeviceId(new Headers({ cookie: `${deviceCookie()}=${id}` }), one.user_id),
  ).toBeNull();
  expect(await rememberDevice(key, other.user_id)).toBe(key);
  expect(await knownDeviceId(headers, other.user_id)).not.toBeNull();
  await purgeDevices();
  expect(await knownDeviceId(headers, one.user_id)).toBe(id);
  for (let i = 0; i < 20; i++) await rememberDevice(undefined, one.user_id);
  expect(await knownDeviceId(headers, one.user_id)).toBeNull();
});
