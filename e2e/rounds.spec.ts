import type { Page } from "@playwright/test";
import { addDays, dayMs, today } from "../lib/dates.ts";
import { expect, test } from "./fixtures.ts";
import { dropFile, invitation } from "./pages/invitation.ts";

const zone = "Europe/Berlin";
const message = (page: Page) => page.getByRole("region", { name: "Messages" });
const interviews = (page: Page) => page.getByRole("region", { name: "Interviews" });
const item = (page: Page, title: string) =>
  page
    .getByRole("region", { name: "Next", exact: true })
    .locator(".queue__item")
    .filter({ hasText: title });

for (const width of [1280, 390]) {
  test(`from a recruiter's mail to the second round, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });

    // A recruiter wrote: the opportunity makes the contact.
    await page.goto("/opportunities/new");
    await page.getByLabel("Title").fill("Lock Keeper");
    await page.getByLabel("Recruiter", { exact: true }).fill("Tove Brandt");
    await page.getByLabel(/^Recruiter.s company/).fill("Canal Staffing");
    await page.getByRole("button", { name: "Add opportunity" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lock Keeper");
    const opportunity = page.url();
    await page.goto("/contacts");
    await expect(page.getByRole("table").getByText("Tove Brandt").first()).toBeVisible();

    // Her invitation is for tomorrow: Today says to prepare.
    const uid = "rounds@canal.example";
    const tomorrow = new Date(Date.now() + dayMs);
    await page.goto(opportunity);
    await expect(
      interviews(page).getByRole("button", { name: "From an invitation" }),
    ).toBeVisible();
    const summary = "Screening call";
    await dropFile(page, "invite.ics", invitation({ uid, summary, starts: tomorrow }));
    await expect(message(page)).toContainText("Added the interview");
    await page.goto("/dashboard");
    await expect(item(page, "Prepare for Canal Staffing")).toContainText("tomorrow");

    // It was moved, and is over: Today asks how it went.
    await page.goto(opportunity);
    const earlier = new Date(Date.now() - 2 * 3_600_000);
    const moved = invitation({ uid, summary, starts: earlier, sequence: 1 });
    await expect(interviews(page).getByRole("listitem")).toBeVisible();
    await dropFile(page, "invite.ics", moved);
    const writeUp = interviews(page).getByRole("button", { name: /^Write it up/ });
    await expect(writeUp).toBeVisible();
    await page.goto("/dashboard");
    await expect(item(page, "Prepare for")).toHaveCount(0);
    await item(page, "Write up Canal Staffing").getByRole("link", { name: /^Open/ }).click();
    await writeUp.click();
    const sheet = page.getByRole("dialog", { name: "How did it go?" });
    await sheet.getByText("Passed", { exact: true }).click();
    await sheet.getByText("In 2 days", { exact: true }).click();
    await sheet.getByRole("button", { name: "Save" }).click();

    // The next round is planned at once, and both reminders are there.
    const next = page.getByRole("dialog", { name: "Saved. What comes next?" });
    await next.getByRole("button", { name: "Add interview" }).click();
    const form = page.getByRole("dialog", { name: "Add an interview" });
    await form.getByLabel("Day").fill(addDays(today(zone), 4));
    await form.getByText("Team", { exact: true }).click();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(interviews(page)).toContainText("Team interview");
    await page.goto("/dashboard");
    await expect(page.getByRole("region", { name: "Coming up" })).toContainText("team interview");
    await expect(item(page, "Write up")).toHaveCount(0);
    const thanks = item(page, "Thank Canal Staffing");
    await expect(async () => {
      await thanks.getByRole("button", { name: /^Tick off/ }).click();
      await expect(thanks).toHaveCount(0, { timeout: 1_500 });
    }).toPass();
    await page.goto("/follow-ups");
    await expect(page.getByText("Ask how it went").first()).toBeVisible();
  });
}
