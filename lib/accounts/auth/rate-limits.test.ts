import { expect, test } from "vitest";
import { freshDatabase } from "../../testing.ts";
import {
  checkAddressLimit,
  checkRateLimit,
  purgeRateLimitWindows,
  type RateLimit,
} from "./rate-limits.ts";

process.env.RATE_LIMITS = "on";
freshDatabase();

const limit: RateLimit = { name: "test", max: 2, windowSeconds: 10, leaseSize: 1 };
const at = Date.now() + 3_600_000;

test("allows a key its maximum in each window", async () => {
  expect(await checkRateLimit(limit, "a", at)).toMatchObject({ remaining: 1, resetSeconds: 10 });
  expect(await checkRateLimit(limit, "a", at + 1000)).toMatchObject({
    remaining: 0,
    resetSeconds: 9,
  });
  await expect(checkRateLimit(limit, "a", at + 2000)).rejects.toThrow("Wait 8 seconds");
  expect(await checkRateLimit(limit, "b", at + 2000)).toMatchObject({ remaining: 1 });
  expect(await checkRateLimit(limit, "a", at + 10_000)).toMatchObject({
    remaining: 1,
    resetSeconds: 10,
  });
});

test("counts exactly up to the maximum with leases", async () => {
  const leased = { name: "leased", max: 6, windowSeconds: 10, leaseSize: 4 };
  const left = [];
  for (let i = 0; i < 6; i++) left.push((await checkRateLimit(leased, "a", at + i))?.remaining);
  expect(left).toEqual([5, 4, 3, 2, 1, 0]);
  await expect(checkRateLimit(leased, "a", at + 7)).rejects.toThrow("Too many");
});

test("removes windows that have ended", async () => {
  const long = { name: "long", max: 1, windowSeconds: 60, leaseSize: 1 };
  await checkRateLimit(long, "a");
  await purgeRateLimitWindows();
  await expect(checkRateLimit(long, "a")).rejects.toThrow();
  await checkRateLimit(long, "b", Date.now() - 61_000);
  await purgeRateLimitWindows();
  expect(await checkRateLimit(long, "b", Date.now() - 60_500)).toMatchObject({ remaining: 0 });
});

test("counts the addresses of a /64 of IPv6 as one, and those of a /56 more loosely", async () => {
  for (let i = 1; i <= 2; i++) await checkAddressLimit(limit, `2001:db8:0:0::${i}`, at);
  await expect(checkAddressLimit(limit, "2001:db8::3", at)).rejects.toThrow("Too many");
  // Of the eight of the /56, three are used.
  for (let i = 1; i <= 5; i++) await checkAddressLimit(limit, `2001:db8:0:${i}::1`, at);
  await expect(checkAddressLimit(limit, "2001:db8:0:9::1", at)).rejects.toThrow("Too many");
  await checkAddressLimit(limit, "2001:db8:0:100::1", at);
  for (let i = 1; i <= 9; i++) await checkAddressLimit(limit, `192.0.2.${i}`, at);
});

test("locks nobody out when the clock jumps back a day", async () => {
  const day = 86_400_000;
  for (const lease of [1, 2]) {
    const jumped = { name: `jumped ${lease}`, max: 2, windowSeconds: 10, leaseSize: lease };
    for (let i = 0; i < 2; i++) await checkRateLimit(jumped, "a", at + day);
    await expect(checkRateLimit(jumped, "a", at + day)).rejects.toThrow("Too many");
    expect(await checkRateLimit(jumped, "a", at)).toMatchObject({ remaining: 1, resetSeconds: 10 });
  }
});
