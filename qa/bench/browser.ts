import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import { chromium, type Page } from "@playwright/test";
import { ensureBrowser } from "../../scripts/browser.ts";
import { median } from "./ratio.ts";

/** A page to load, and the element at the end of its content. */
export type ContentPage = { url: string; lastElement: string };

/** Milliseconds from the start of a navigation: medians of all loads. */
export type ContentTime = {
  /** until the frame that shows the last element */
  contentMs: number;
  /** until the largest element was painted (LCP) */
  largestPaintMs: number;
};

type Options = { cookie: string; warmLoads: number; loads: number };

/**
 * Loads pages in headless Chromium, signed in by the cookie, and gives when their content was painted. The pages are
 * loaded in turn, so that other load on the machine affects all; the first loads fill the browser's cache.
 */
export async function contentTimes(
  pages: Record<string, ContentPage>,
  { cookie, warmLoads, loads }: Options,
): Promise<Record<string, ContentTime>> {
  const executablePath = (await ensureBrowser()) || undefined;
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext();
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: "http://127.0.0.1" }]);
    const tab = await context.newPage();
    const selectors = Object.values(pages).map((page) => [page.url, page.lastElement]);
    await tab.addInitScript(recordContentTime, Object.fromEntries(selectors));
    const times = Object.entries(pages).map(([what, { url }]) => ({
      what,
      url,
      measured: [] as ContentTime[],
    }));
    for (let load = 0; load < warmLoads + loads; load++) {
      for (const { url, measured } of times) {
        const time = await contentTime(tab, url);
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
          largestPaintMs: medianOf("largestPaintMs", measured),
        },
      ]),
    );
  } finally {
    await browser.close();
  }
}

/** Runs in each page before its own scripts; the selector is that of the page's URL. */
function recordContentTime(selectors: Record<string, string>): void {
  const selector = selectors[location.href];
  if (!selector) return;
  const observer = new MutationObserver(() => {
    const element = document.querySelector(selector);
    // React streams parts of a page in hidden elements first.
    if (!element || element.closest("[hidden]")) return;
    observer.disconnect();
    // The timer runs once the frame is painted.
    requestAnimationFrame(() => setTimeout(() => performance.mark("content")));
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function contentTime(tab: Page, url: string): Promise<ContentTime> {
  // Once the network is silent no later and larger content is to come.
  const response = await tab.goto(url, { waitUntil: "networkidle" });
  if (response?.status() !== 200 || response.request().redirectedFrom())
    throw new Error(`${url}: ${response?.status()}, and ${tab.url()} was opened`);
  const [content, largestPaintMs] = await tab.evaluate(async () => [
    performance.getEntriesByName("content")[0]?.startTime,
    await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
        type: "largest-contentful-paint",
        buffered: true,
      });
    }),
  ]);
  if (content === undefined) throw new Error(`${url}: its last element did not appear`);
  return { contentMs: content, largestPaintMs: largestPaintMs ?? 0 };
}

/** Kilobytes of a page over the network, compressed. */
export type PageWeight = { htmlKb: number; assetsKb: number };

type WeighedPage = { url: string; headers?: Record<string, string> };

/** The transfer size of a page's HTML, and of the scripts and style sheets that it links to. */
export async function pageWeight(page: WeighedPage): Promise<PageWeight> {
  const html = (await download(page, "identity")).toString();
  const assets = new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? []);
  const { origin } = new URL(page.url);
  const compressed = (one: WeighedPage) => download(one, "br, gzip");
  const bodies = await Promise.all([...assets].map((path) => compressed({ url: origin + path })));
  const assetBytes = bodies.reduce((sum, { length }) => sum + length, 0);
  return { htmlKb: kilobytes((await compressed(page)).length), assetsKb: kilobytes(assetBytes) };
}

const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;

/** The response body as it was sent: node:http, unlike fetch, decompresses nothing. */
function download({ url, headers }: WeighedPage, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { headers: { ...headers, "accept-encoding": encoding } };
    get(url, options, (response) => resolve(buffer(response))).on("error", reject);
  });
}
