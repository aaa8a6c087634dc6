import type { Page } from "@playwright/test";
import decodeQR from "qr/decode.js";
import { codeAt } from "../lib/accounts/second-factor/codes.ts";
import { expectAccessible } from "./axe.ts";
import { addFactor, expect, password, test } from "./fixtures.ts";
import { signInPage } from "./pages/sign-in.ts";

/** Decodes the QR code, as an authenticator app does. */
async function scan(page: Page): Promise<URL> {
  const picture = page.getByRole("img", { name: "QR code with the key for your app" });
  const side = Number((await picture.getAttribute("viewBox"))?.split(" ").at(-1));
  const path = (await picture.locator("path").getAttribute("d")) ?? "";
  const scale = 4;
  const width = side * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) {
    for (let i = 0; i < scale * scale; i++) {
      const at = (Number(y) * scale + Math.floor(i / scale)) * width + Number(x) * scale;
      data.fill(0, (at + (i % scale)) * 4, (at + (i % scale)) * 4 + 3);
    }
  }
  return new URL(decodeQR({ width, height: width, data }));
}

test("an authenticator app is set up, and its recovery codes are shown once", async ({
  page,
  person,
}) => {
  test.slow();
  await page.goto("/settings/security");
  const card = page.getByRole("region", { name: "Second factor" });
  const dialog = page.getByRole("dialog");
  await card.getByRole("button", { name: "Set up an app" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill("not this one");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("alert")).toContainText("This is not your password.");
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Continue" }).click();

  await expect(card.getByText("Scan this with the app")).toBeVisible();
  await expectAccessible(page);
  const uri = await scan(page);
  expect(decodeURIComponent(uri.pathname)).toContain(person.username);
  const secret = uri.searchParams.get("secret") ?? "";
  await expect(card.getByText(secret.match(/.{1,4}/g)?.join(" ") ?? "none")).toBeVisible();
  await card.getByLabel("Code").fill("000000");
  await card.getByRole("button", { name: "Turn it on" }).click();
  await expect(card.getByRole("alert")).toContainText("does not fit");
  await card.getByLabel("Code").fill(codeAt(secret, Date.now()));
  await card.getByRole("button", { name: "Turn it on" }).click();

  const list = card.getByRole("textbox", { name: "Your recovery codes" });
  await expect(list).toBeFocused();
  const codes = (await list.inputValue()).split("\n");
  expect(new Set(codes).size).toBe(10);
  await expect(card.getByText("10 recovery codes are left.")).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await card.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("foothold-recovery-codes.txt");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Where you are signed in" })).toBeHidden();
  await expect(list).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await card.getByRole("button", { name: "I have kept them" }).click();
  await page.reload();
  await expect(list).toHaveCount(0);

  await card.getByRole("button", { name: "New recovery codes" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Make ten new ones" }).click();
  await expect(list).not.toHaveValue(new RegExp(codes[0] ?? ""));
  await expect(dialog).toBeHidden();

  await card.getByRole("button", { name: "Turn off" }).click();
  await expectAccessible(page);
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Turn it off" }).click();
  await expect(card.getByRole("button", { name: "Set up an app" })).toBeVisible();
});

test.describe("signing in with a second factor", () => {
  test.use({ signedIn: false });

  test("takes the password, then a code", async ({ page, person, request }) => {
    const { secret, codes } = await addFactor(person);
    await page.goto("/login?next=/settings/security");
    await signInPage(page).signIn(person.username, password);
    await expect(page).toHaveURL(/\/login\/code\?next=/);
    await expectAccessible(page);
    const code = page.getByLabel("Code");
    await expect(code).toBeFocused();
    await code.fill("000000");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(signInPage(page).refusal).toContainText("does not fit");
    // After the password alone nobody is signed in.
    const half = await page.context().newPage();
    await half.goto("/postings");
    await expect(half).toHaveURL(/\/login\?next=/);
    await half.close();

    const now = codeAt(secret, Date.now());
    await code.fill(now);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/settings\/security$/);

    const data = { username: person.username, password };
    const again = await request.post("/api/token/", { data: { ...data, otp: now } });
    expect(again.status()).toBe(400);
    const without = await request.post("/api/token/", { data });
    expect(without.status()).toBe(400);
    expect((await without.json()).detail).toContain("asks for a code");
    const login = await request.post("/api/auth/login/", { data });
    expect(login.status()).toBe(401);
    expect((await login.json()).error).toContain("asks for a code");
    const wrong = await request.post("/api/token/", { data: { ...data, password: "wrong" } });
    expect(await wrong.json()).toEqual({ detail: "Invalid credentials." });
    const whole = await request.post("/api/auth/login/", { data: { ...data, otp: codes[0] } });
    expect(await whole.json()).toMatchObject({ user: { username: person.username } });
  });

  test("takes a recovery code, without any script", async ({ browser, baseURL, person }) => {
    const { codes } = await addFactor(person);
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/login");
    await signInPage(page).signIn(person.username, password);
    await page.getByRole("link", { name: "Use a recovery code" }).click();
    await page.getByLabel("Recovery code").fill(codes[3]?.toUpperCase() ?? "");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/dashboard$/);
    await context.close();
  });

  test("starts over after five wrong codes", async ({ page, person }) => {
    const { secret } = await addFactor(person);
    await page.goto("/login");
    await signInPage(page).signIn(person.username, password);
    await expect(page).toHaveURL(/\/login\/code/);
    const code = page.getByLabel("Code");
    for (let i = 0; i < 5; i++) {
      await code.fill(`00000${i}`);
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Continue" }).click();
      await answered;
    }
    await code.fill(codeAt(secret, Date.now()));
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText("had too many wrong codes")).toBeVisible();
    await page.goto("/login/code");
    await expect(page).toHaveURL(/\/login\?refused=late/);
  });
});
