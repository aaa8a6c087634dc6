import { chromium, type Page } from "@playwright/test";
import { ensureBrowser } from "../../scripts/browser.ts";
import { median } from "./ratio.ts";

/** Milliseconds from the start of a navigation: medians of all loads. */
export type ContentTime = {
  /** until the largest part of the content was painted (LCP) */
  contentMs: number;
  /** until the first content was painted (FCP) */
  firstPaintMs: number;
};

type Options = { cookie: string; warmLoads: number; loads: number };

/**
 * Loads pages in headless Chromium, signed in by the cookie, and gives when their content was painted. The pages are
 * loaded in turn, so that whatever else the machine does meets all; the first loads fill the browser's cache.
 */
export async function contentTimes(
  urls: Record<string, string>,
  { cookie, warmLoads, loads }: Options,
): Promise<Record<string, ContentTime>> {
  const executablePath = (await ensureBrowser()) || undefined;
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext();
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: "http://127.0.0.1" }]);
    const page = await context.newPage();
    const times = Object.entries(urls).map(([what, url]) => ({
      what,
      url,
      measured: [] as ContentTime[],
    }));
    for (let load = 0; load < warmLoads + loads; load++) {
      for (const { url, measured } of times) {
        const time = await contentTime(page, url);
        if (load >= warmLoads) measured.push(time);
      }
    }
    const medianOf = (key: keyof ContentTime, list: ContentTime[]) =>
      Math.round(median(list.map((time) => time[key])));
    return Object.fromEntries(
      times.map(({ what, measured }) => [
        what,
        {
          contentMs: medianOf("contentMs", measured),
          firstPaintMs: medianOf("firstPaintMs", measured),
        },
      ]),
    );
  } finally {
    await browser.close();
  }
}

async function contentTime(page: Page, url: string): Promise<ContentTime> {
  // Once the network is silent no later and larger content is to come.
  const response = await page.goto(url, { waitUntil: "networkidle" });
  if (response?.status() !== 200 || response.request().redirectedFrom())
    throw new Error(`${url}: ${response?.status()}, and ${page.url()} was opened`);
  return page.evaluate(async () => {
    const lastStart = (type: string) =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().at(-1)?.startTime ?? 0),
        ).observe({ type, buffered: true });
      });
    const [first] = performance.getEntriesByName("first-contentful-paint");
    return {
      contentMs: await lastStart("largest-contentful-paint"),
      firstPaintMs: first?.startTime ?? 0,
    };
  });
}
