import { describe, expect, test } from "vitest";
import { addressKey } from "./address.ts";
import { compareAdverts, readAdvert } from "./compare.ts";
import { keysOf } from "./keys.ts";
import { otherAddresses, sameAddresses } from "./pairs/addresses.ts";
import { otherListings } from "./pairs/agencies.ts";
import { differentPairs } from "./pairs/different.ts";
import { advertOf, type Pair } from "./pairs/pair.ts";
import { samePairs } from "./pairs/same.ts";

const isFound = ([, one, other]: Pair) => {
  const [a, b] = [advertOf(one), advertOf(other)];
  const because = compareAdverts(readAdvert(a), readAdvert(b));
  expect(compareAdverts(readAdvert(b), readAdvert(a))).toBe(because);
  if (because === null) return false;
  // The database finds it by a common key only.
  const [keys, others] = [keysOf(a), keysOf(b)].map(({ address, names, text }) => [
    ...address,
    ...names,
    ...text,
  ]);
  return keys?.some((key) => others?.includes(key)) ?? false;
};

describe("pairs of adverts", () => {
  const same = [...sameAddresses, ...samePairs];
  const different = [...otherAddresses, ...otherListings, ...differentPairs];
  const missed = same.filter((pair) => !isFound(pair)).map(([why]) => why);
  const wrong = different.filter(isFound).map(([why]) => why);

  test("are enough to judge by, and half of them are hard", () => {
    expect(same.length + different.length).toBeGreaterThan(60);
    expect(different.length).toBeGreaterThan(40);
  });

  test("of one job are found: 9 of 10 at least", () => {
    const recall = 1 - missed.length / same.length;
    expect({ missed, isEnough: recall >= 0.9 }).toMatchObject({ isEnough: true });
  });

  test("of two jobs are not: of what is found, 95 of 100 are right", () => {
    const found = same.length - missed.length;
    const precision = found / (found + wrong.length);
    expect({ wrong, isEnough: precision >= 0.95 }).toMatchObject({ isEnough: true });
  });
});

test.each([
  ["https://www.linkedin.com/jobs/view/4123456789/?trk=x", "linkedin:4123456789"],
  ["https://www.linkedin.com/jobs/search/?keywords=x", ""],
  ["https://apply.workable.com/larch/j/0A1B2C3D4E/", "workable:0a1b2c3d4e"],
  ["https://careers-larch.icims.com/jobs/1234/baker/job", "icims:careers-larch/1234"],
  ["https://larch.bamboohr.com/careers/27", "bamboohr:larch/27"],
  ["https://www.xing.com/jobs/bonn-baecker-123456789", "xing:123456789"],
  [
    "https://www.dice.com/job-detail/3F0C2D1E-5b6a-4c7d-8e9f-0a1b2c3d4e5f?x=1",
    "dice:3f0c2d1e-5b6a-4c7d-8e9f-0a1b2c3d4e5f",
  ],
  ["https://larch.example/jobs/b%C3%A4cker/", "larch.example/jobs/bäcker?"],
  ["https://larch.example/jobs/%E0%A4%A", "larch.example/jobs/%e0%a4%a?"],
  ["https://larch.example/karriere?utm_medium=mail", ""],
  ["javascript:alert(1)", ""],
  ["https://", ""],
])("the address %j is compared as %j", (url, key) => {
  expect(addressKey(url)).toBe(key);
});

test("reads the longest fields within a few milliseconds, whatever they hold", () => {
  const units = ["a", "a ", "ä-", "漢", "((", "a/-in ", "ae", "%", "?a=1&", "<p>"];
  const slow: string[] = [];
  for (const unit of units) {
    const long = unit.repeat(200_000 / unit.length);
    const advert = advertOf({
      at: long,
      title: long,
      url: `https://x.example/${long}`,
      city: long,
      text: long,
    });
    const begun = process.threadCpuUsage().user;
    keysOf(advert);
    readAdvert(advert);
    if ((process.threadCpuUsage().user - begun) / 1_000 > 50) slow.push(unit);
  }
  expect(slow).toEqual([]);
});
