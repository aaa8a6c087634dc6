import { expect, test, vi } from "vitest";
import { freshDatabase, newActor } from "../testing.ts";
import { cacheUntilWrite } from "./cache.ts";

freshDatabase();

// A libSQL server tells no version, so nothing is cached there.
test.skipIf(process.env.DATABASE_DRIVER === "libsql" || process.env.TEST_DATABASE)(
  "gives what was made until anybody writes, or nobody asked for a while",
  async () => {
    await newActor();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const read = cacheUntilWrite<{ made: number }>();
      let made = 0;
      const ask = async () => {
        const { made: found } = await read("key", async () => {
          made += 1;
          return { made, size: 1 };
        });
        return found;
      };
      expect([await ask(), await ask()]).toEqual([1, 1]);
      vi.advanceTimersByTime(19_000);
      expect(await ask()).toBe(1);
      vi.advanceTimersByTime(19_000);
      expect(await ask()).toBe(1);
      vi.advanceTimersByTime(20_000);
      expect(await ask()).toBe(2);
      await newActor();
      expect(await ask()).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  },
);
