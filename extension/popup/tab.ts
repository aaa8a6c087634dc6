import { browser } from "wxt/browser";
import type { Collected } from "../collect.ts";

/** The tab whose icon was pressed. */
export type OpenTab = { id: number; url: URL | null };

/** Throws where the browser keeps the page to itself: its own pages, and those of extension stores. */
export class Unreadable extends Error {}

export async function openTab(): Promise<OpenTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Unreadable();
  return { id: tab.id, url: URL.parse(tab.url ?? "") };
}

export async function collectFrom({ id }: OpenTab): Promise<Collected> {
  const [ran] = await inject(() =>
    browser.scripting.executeScript({ target: { tabId: id }, files: ["/collect.js"] }),
  );
  const collected = ran?.result as Collected | undefined;
  if (!collected) throw new Unreadable();
  return collected;
}

/** Whether the page is Settings → Browser of a Foothold that waits to be asked for a token. */
export async function offersPairing({ id }: OpenTab): Promise<boolean> {
  const [ran] = await inject(() =>
    browser.scripting.executeScript({
      target: { tabId: id },
      func: () => document.querySelector("[data-foothold-connect=ready]") !== null,
    }),
  );
  return ran?.result === true;
}

/** Asks the page for a token, by its own session. Throws its sentence where it gives none. */
export async function tokenOf({ id }: OpenTab): Promise<string> {
  const [ran] = await inject(() =>
    browser.scripting.executeScript({ target: { tabId: id }, func: askPage }),
  );
  const answer = ran?.result;
  if (answer?.token) return answer.token;
  throw new Error(answer?.message || "Foothold gave no answer. Reload its page and try again.");
}

/** Runs in the page: the token comes with an event, and is never written into the page. */
function askPage(): Promise<{ token: string; message: string }> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ token: "", message: "" }), 15_000);
    const answered = (event: Event) => {
      clearTimeout(timer);
      const { token = "", message = "" } = JSON.parse(String((event as CustomEvent).detail));
      resolve({ token: String(token), message: String(message) });
    };
    document.addEventListener("foothold:connected", answered, { once: true });
    document.dispatchEvent(new CustomEvent("foothold:connect"));
  });
}

async function inject<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch {
    throw new Unreadable();
  }
}

/** Says on the icon what is known of the tab's page, until it leads on to another. */
export async function mark({ id }: OpenTab, text: string, title: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId: id, color: "#00605f" });
  await browser.action.setBadgeText({ tabId: id, text });
  await browser.action.setTitle({ tabId: id, title: `Foothold: ${title}` });
}

/** Opens an address in a tab of its own. */
export const openAddress = (url: string): void => void browser.tabs.create({ url });
