import { expect, it } from "vitest";
import { freshDatabase } from "../../testing.ts";
import { addressOf, count, type Limit, purgeWindows } from "./limits.ts";

process.env.RATE_LIMITS = "on";
freshDatabase();

const limit: Limit = { name: "test", most: 2, seconds: 10, lease: 1 };
const at = Date.now() + 3_600_000;

it("lets a key do so much in a window, and again in the next", async () => {
  expect(await count(limit, "a", at)).toMatchObject({ left: 1, seconds: 10 });
  expect(await count(limit, "a", at + 1000)).toMatchObject({ left: 0, seconds: 9 });
  await expect(count(limit, "a", at + 2000)).rejects.toThrow("Wait 8 seconds");
  expect(await count(limit, "b", at + 2000)).toMatchObject({ left: 1 });
  expect(await count(limit, "a", at + 10_000)).toMatchObject({ left: 1, seconds: 10 });
});

it("counts exactly to its end where it takes several at once", async () => {
  const leased = { name: "leased", most: 6, seconds: 10, lease: 4 };
  const left = [];
  for (let i = 0; i < 6; i++) left.push((await count(leased, "a", at + i))?.left);
  expect(left).toEqual([5, 4, 3, 2, 1, 0]);
  await expect(count(leased, "a", at + 7)).rejects.toThrow("Too many");
});

it("forgets windows that have ended", async () => {
  const long = { name: "long", most: 1, seconds: 60, lease: 1 };
  await count(long, "a");
  await purgeWindows();
  await expect(count(long, "a")).rejects.toThrow();
  await count(long, "b", Date.now() - 61_000);
  await purgeWindows();
  expect(await count(long, "b", Date.now() - 60_500)).toMatchObject({ left: 0 });
});

it("takes the address that the nearest proxy gives", () => {
  expect(addressOf(new Headers({ "x-forwarded-for": "6.6.6.6, 10.0.0.1" }))).toBe("10.0.0.1");
  expect(addressOf(new Headers())).toBe("unknown");
});

it("locks nobody out for a day where the clock jumps back a day", async () => {
  const day = 86_400_000;
  for (const lease of [1, 2]) {
    const jumped = { name: `jumped ${lease}`, most: 2, seconds: 10, lease };
    for (let i = 0; i < 2; i++) await count(jumped, "a", at + day);
    await expect(count(jumped, "a", at + day)).rejects.toThrow("Too many");
    expect(await count(jumped, "a", at)).toMatchObject({ left: 1, seconds: 10 });
  }
});
