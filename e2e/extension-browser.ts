import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { systemBrowser } from "../scripts/browser.ts";
import { unpacked } from "../scripts/extension-folder.ts";
import { freePort } from "../scripts/free-port.ts";

/** A Chromium with the built extension, whose icon can be pressed. */
export type ExtensionBrowser = {
  context: BrowserContext;
  /** presses the icon on a page as a person does, and gives the popup */
  press: (page: Page) => Promise<Page>;
  /** what the icon shows on the page in front */
  icon: (popup: Page) => Promise<{ text: string; title: string }>;
  close: () => Promise<void>;
};

/** Starts it with a profile of its own. The press is Chromium's own: it gives `activeTab`, and the extension no more. */
export async function startExtensionBrowser(): Promise<ExtensionBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "foothold-extension-"));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: (process.env.CHROMIUM_PATH ?? systemBrowser()) || undefined,
    channel: "chromium",
    args: ["--enable-unsafe-extension-debugging", `--remote-debugging-port=${port}`],
    ignoreDefaultArgs: ["--disable-extensions"],
    locale: "en-US",
  });
  const browser = context.browser();
  if (!browser) throw new Error("no browser");
  const cdp = await browser.newBrowserCDPSession();
  const command = cdp.send.bind(cdp) as (name: string, values: object) => Promise<unknown>;
  const { id } = (await command("Extensions.loadUnpacked", { path: resolve(unpacked) })) as {
    id: string;
  };
  const press = async (page: Page) => {
    await page.bringToFront();
    const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    await command("Extensions.triggerAction", { id, targetId: tab?.targetId });
    return popupOf(port, id);
  };
  const icon = (popup: Page) =>
    popup.evaluate(async () => {
      const { action, tabs } = (globalThis as unknown as { chrome: ChromeIcon }).chrome;
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      const where = { tabId: tab?.id ?? 0 };
      return { text: await action.getBadgeText(where), title: await action.getTitle(where) };
    });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, press, icon, close };
}

type Where = { tabId: number };
type ChromeIcon = {
  action: {
    getBadgeText: (at: Where) => Promise<string>;
    getTitle: (at: Where) => Promise<string>;
  };
  tabs: { query: (about: object) => Promise<{ id: number }[]> };
};

// The popup is no page of the first connection; a second one sees it once it is there.
async function popupOf(port: number, id: string): Promise<Page> {
  for (let tries = 0; tries < 50; tries++) {
    const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = second.contexts().flatMap((one) => one.pages());
    const popup = pages.find((page) => page.url().startsWith(`chrome-extension://${id}/`));
    if (popup) return popup;
    await second.close();
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error("the popup did not open");
}
