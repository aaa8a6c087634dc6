import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test("who only looks gets a made-up hunt in one press, and is rid of it in one", async ({
  page,
}) => {
  await page.goto("/dashboard");
  await expect(page.getByRole("link", { name: "Bring your spreadsheet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add a posting" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Try with sample data" }).click();
  const next = page.getByRole("region", { name: "Next" });
  await expect(next).toContainText("Prepare for Helio Robotics");
  await expect(next).toContainText("as no response");
  await expect(page.getByText("You are looking at sample data")).toBeVisible();
  await expect(page.getByRole("region", { name: "Coming up" })).toContainText("Helio Robotics");
  await expectAccessible(page);
  await page.goto("/postings");
  await expect(page.getByText("Northlight").first()).toBeVisible();

  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Remove the sample data" }).click();
  await expect(page.getByText("The sample data is gone.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Try with sample data" })).toBeVisible();
  await page.goto("/trash");
  await expect(page.getByText("Helio Robotics")).toHaveCount(0);
});

test("the first day holds nothing that discourages", async ({ page }) => {
  await page.goto("/dashboard");
  await page.getByRole("link", { name: "Add a posting" }).click();
  await page.getByRole("link", { name: "Type it yourself" }).click();
  await page.getByLabel(/^Company/).fill("Fern & Field");
  await page.getByLabel(/^Job title|^Title/).fill("Gardener");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/postings\/\d+$/);
  const reports = ["funnel", "waits", "weeks", "pace", "sites", "works", "scorecard", "compare"];
  for (const path of ["/dashboard", "/reports", ...reports.map((name) => `/reports/${name}`)]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const words = await page.getByRole("main").innerText();
    expect(words, path).not.toMatch(/\b0(\.0)? ?%|in 16 weeks|0 in \d|no answer yet/i);
  }
});
