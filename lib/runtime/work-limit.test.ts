import { expect, test } from "vitest";
import { AppError } from "../errors.ts";
import { yieldEvery } from "./event-loop.ts";
import { limited } from "./work-limit.ts";

const tooLong = () => new AppError("This took too long.");

async function endless(): Promise<never> {
  const yieldIfLong = yieldEvery();
  for (;;) await yieldIfLong();
}

test("ends work that takes too long, however it loops", async () => {
  await expect(limited({ cpuMs: 40, tooLong }, endless)).rejects.toThrow("This took too long.");
});

test("ends work whose client has gone, and begins none for a client that went before", async () => {
  const gone = new AbortController();
  const limit = { cpuMs: 600_000, tooLong, signal: gone.signal };
  const ended = limited(limit, endless);
  setTimeout(() => gone.abort());
  await expect(ended).rejects.toThrow("Stopped.");
  let begun = false;
  const later = limited(limit, async () => {
    begun = true;
  });
  await expect(later).rejects.toThrow("Stopped.");
  expect(begun).toBe(false);
});
