// Measures the board in a browser: DEMO_POSTINGS=5000 npm run demo, then node qa/bench/board.ts http://127.0.0.1:3000
// Says how soon it is seen beside the table, the frames while a card is dragged, and how soon a drop is answered.
import { chromium, type Page } from "@playwright/test";
import { systemBrowser } from "../../scripts/browser.ts";

const address = process.argv[2] ?? "http://127.0.0.1:3000";
const rounds = 9;
const dragMs = 3_000;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const rounded = (value: number) => Math.round(value * 10) / 10;

/** Milliseconds until the first paint with content. */
async function firstPaint(page: Page, path: string): Promise<number> {
  await page.goto(address + path, { waitUntil: "load" });
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === "first-contentful-paint") done(startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}

/** Drags the first card of Waiting over the columns, and drops it on Engaged. */
async function drag(page: Page) {
  const box = (selector: string) => page.locator(selector).first().boundingBox();
  const card = await box("#column-1 [data-card]");
  const target = await box("#column-2");
  if (!card || !target) throw new Error("There is no card to drag.");
  await page.evaluate(() => {
    const seen = { frames: [] as number[], dropped: 0, answered: 0 };
    Object.assign(window, { seen });
    const frame = (now: number) => {
      seen.frames.push(now);
      if (seen.dropped === 0) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    document.addEventListener(
      "drop",
      () => {
        seen.dropped = performance.now();
      },
      { capture: true, once: true },
    );
    const count = document.querySelector("#column-2 h2");
    // The frame that shows the answer is the one behind the change.
    new MutationObserver((_, observer) => {
      observer.disconnect();
      requestAnimationFrame(() => {
        seen.answered = performance.now();
      });
    }).observe(count ?? document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.mouse.move(card.x + 40, card.y + 30);
  await page.mouse.down();
  await page.mouse.move(card.x + 60, card.y + 40, { steps: 3 });
  const began = Date.now();
  for (let step = 0; Date.now() - began < dragMs; step += 1) {
    const share = (Math.sin(step / 12) + 1) / 2;
    await page.mouse.move(card.x + share * 600, card.y + 60 + (step % 40) * 8);
  }
  await page.mouse.move(target.x + 80, target.y + 300, { steps: 4 });
  await page.mouse.up();
  await page.waitForTimeout(1_500);
  const seen = await page.evaluate(
    () =>
      (window as unknown as { seen: { frames: number[]; dropped: number; answered: number } }).seen,
  );
  const { frames, dropped, answered } = seen;
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const perSecond = (1000 * gaps.length) / ((frames.at(-1) ?? 0) - (frames[0] ?? 0));
  return {
    perSecond: rounded(perSecond),
    longest: rounded(Math.max(...gaps)),
    drop: rounded(answered - dropped),
  };
}

const browser = await chromium.launch({
  executablePath: (process.env.CHROMIUM_PATH ?? systemBrowser()) || undefined,
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(`${address}/login`);
await page.getByLabel("User name").fill(process.argv[3] ?? "ann");
await page.getByLabel("Password", { exact: true }).fill("Try-it-0ut");
await page.getByRole("button", { name: "Sign in", exact: true }).click();
await page.waitForURL(/dashboard/);

const paints: Record<string, number[]> = { "/postings": [], "/postings?layout=board": [] };
for (let round = 0; round <= rounds; round += 1)
  for (const [path, found] of Object.entries(paints)) {
    const at = await firstPaint(page, path);
    // The first round fills caches.
    if (round > 0) found.push(at);
  }
const [table = 0, board = 0] = Object.values(paints).map(median);
console.log(
  `first paint: table ${rounded(table)} ms, board ${rounded(board)} ms, ${rounded(board / table)} times`,
);

await page.getByRole("grid").first().waitFor();
for (let round = 0; round < 5; round += 1) console.log("first cards:", await drag(page));

const waiting = page.getByRole("grid", { name: "Waiting" });
const loaded = () => waiting.evaluate((list) => Math.round(list.scrollHeight / 100));
for (let last = -1; last !== (await loaded()); ) {
  last = await loaded();
  await waiting.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await page.waitForTimeout(250);
}
await waiting.evaluate((list) => list.scrollTo(0, 0));
await page.waitForTimeout(500);
console.log(`about ${await loaded()} cards loaded in Waiting`);
for (let round = 0; round < 5; round += 1) console.log("all cards:", await drag(page));
await browser.close();
