import { deepEqual } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { chromium, expect } from "@playwright/test";
import { newAccount, registerPage, signInPage, signOut } from "../../e2e/pages/sign-in.ts";
import { ensureBrowser } from "../../scripts/browser.ts";
import { freePort } from "../../scripts/free-port.ts";
import { newDatabase } from "../serving/server.ts";

/** Sends forms without script to Next's own server, as on Vercel: it redirects them with nothing of ours before it. */
export async function plainNext(base: string): Promise<void> {
  const port = await freePort();
  const url = `http://localhost:${port}${base}`;
  const env = {
    ...process.env,
    DATABASE_URL: newDatabase(),
    AUTH_SECRET: "only these tests use it",
  };
  const server = spawn("next", ["start", "-H", "127.0.0.1", "-p", String(port)], { env });
  const browser = await chromium.launch({ executablePath: (await ensureBrowser()) || undefined });
  try {
    await answers(`${url}/api/health`);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const account = newAccount("ada");
    await page.goto(`${url}/register`);
    await registerPage(page).register(account);
    await expect(page).toHaveURL(`${url}/dashboard`);
    await page.goto(`${url}/postings/new`);
    await page.locator("input[name=posting_title]").fill("Harbour Pilot");
    await page.locator("input[name=company_name]").fill("Tern Shipping");
    await page.getByRole("button", { name: "Add posting" }).click();
    await expect(page).toHaveURL(`${url}/postings/1`);
    await signOut(page);
    await expect(page).toHaveURL(`${url}/`);
    await page.goto(`${url}/postings?q=Tern`);
    await expect(page).toHaveURL(`${url}/login?next=%2Fpostings%3Fq%3DTern`);
    await signInPage(page).signIn(account.username, account.password);
    await expect(page).toHaveURL(`${url}/postings?q=Tern`);
    deepEqual(new Set((await context.cookies()).map(({ path }) => path)), new Set([base]));
  } finally {
    await browser.close();
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
  }
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await setTimeout(200);
  }
  throw new Error(`Nothing answers at ${address}.`);
}
