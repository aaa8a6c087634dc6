import type { Server } from "node:http";
import type { Page } from "@playwright/test";
import { freePort } from "../scripts/free-port.ts";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { signInAtIssuer, startIssuer } from "./issuer.ts";
import { newAccount, registerPage } from "./pages/sign-in.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

test.use({ signedIn: false });

const enter = (page: Page) => page.getByRole("button", { name: "Continue with Our issuer" });

test.describe("where nobody signs in with a password", () => {
  test.describe.configure({ mode: "serial" });
  let server: TestServer;
  let issuer: Server;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    const port = await freePort();
    server = await startTestServer({
      SIGN_UP: "first",
      PASSWORD_SIGN_IN: "off",
      OIDC_ISSUER: `http://localhost:${port}`,
    });
    issuer = await startIssuer(port, server.url);
  });
  test.afterAll(async () => {
    issuer.closeAllConnections();
    issuer.close();
    await server.stop();
  });

  test("the page for a forgotten password leads to the ways that work", async ({ browser }) => {
    const page = await server.newPage(browser);
    await page.goto("/forgot");
    await expect(page.getByText("Nobody signs in with a password")).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Back to the sign-in" }).click();
    await expect(enter(page)).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expectAccessible(page);
    await page.context().close();
  });

  test("an invitation admits one person, who comes from the provider", async ({ browser }) => {
    test.slow();
    const admin = await server.newPage(browser);
    await admin.goto("/login?next=/admin/users");
    await enter(admin).click();
    await signInAtIssuer(admin, "ada");
    const card = admin.getByRole("region", { name: "Invitations" });
    await card.getByRole("button", { name: "Make an invitation" }).click();
    const link = card.getByRole("textbox", { name: "Invitation", exact: true });
    await expect(link).toHaveValue(/invitation=/);
    const path = await link.inputValue();

    const guest = await server.newPage(browser);
    await guest.goto("/login");
    await enter(guest).click();
    await signInAtIssuer(guest, "bo");
    await expect(guest.getByText("doesn’t take sign-ups")).toBeVisible();
    await guest.goto(path);
    await expect(guest.getByText("You are invited.")).toBeVisible();
    await expect(guest.getByRole("textbox")).toHaveCount(0);
    await expectAccessible(guest);
    await enter(guest).click();
    await expect(guest).toHaveURL(/\/dashboard$/);
    await admin.reload();
    await expect(card.getByRole("listitem")).toHaveCount(0);
    await guest.goto("/settings/security");
    await expect(guest.getByRole("region", { name: "Second factor" })).toBeVisible();
    await expect(guest.getByRole("region", { name: "Password" })).toHaveCount(0);

    const late = await server.newPage(browser);
    await late.goto(path);
    await expect(late.getByRole("heading", { name: /no longer works/ })).toBeVisible();
    for (const page of [admin, guest, late]) await page.context().close();
  });
});

test("who must set up a second factor can sign out instead", async ({ browser }) => {
  test.setTimeout(300_000);
  const server = await startTestServer({ SIGN_UP: "first", REQUIRE_SECOND_FACTOR: "admins" });
  try {
    const page = await server.newPage(browser);
    await page.goto("/register");
    await registerPage(page).register(newAccount("ada"));
    await expect(page).toHaveURL(/\/settings\/security\?factor=required$/);
    const main = page.getByRole("main");
    await expect(main.getByText("asks for one before you go on")).toBeVisible();
    await expect(main.getByRole("region", { name: "Second factor" })).toBeVisible();
    await expect(main.getByRole("region", { name: "Password" })).toHaveCount(0);
    await expectAccessible(page);
    await page.goto("/postings");
    await main.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.goto("/postings");
    await expect(page).toHaveURL(/\/login\?next=/);
    await page.context().close();
  } finally {
    await server.stop();
  }
});
