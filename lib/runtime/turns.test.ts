import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

test("runs a few at once, the others in the order in which they came, and refuses what is too much", async () => {
  const turns = new Turns({ running: 2, waiting: 2, sentence: "Try again in a minute." });
  const begun: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<string>>();
  const take = (name: string) =>
    turns.take(() => {
      begun.push(name);
      const gate = Promise.withResolvers<string>();
      gates.set(name, gate);
      return gate.promise;
    });
  const all = ["a", "b", "c", "d"].map(take);
  await expect(take("e")).rejects.toThrow("Try again in a minute.");
  expect(begun).toEqual(["a", "b"]);
  gates.get("b")?.reject(new Error("no list"));
  await expect(all[1]).rejects.toThrow("no list");
  await setImmediate();
  expect(begun).toEqual(["a", "b", "c"]);
  gates.get("a")?.resolve("done");
  expect(await all[0]).toBe("done");
  await setImmediate();
  expect(begun).toEqual(["a", "b", "c", "d"]);
  for (const name of ["c", "d"]) gates.get(name)?.resolve("done");
  await Promise.all([all[2], all[3]]);
  const last = take("f");
  expect(begun).toContain("f");
  gates.get("f")?.resolve("done");
  await last;
});
