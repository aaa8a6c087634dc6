import { atomically } from "../db/client.ts";
import { keepSnapshot } from "../lib/capture/snapshots/commands.ts";
import { bakerAt, payOf } from "../lib/capture/snapshots/testing.ts";
import { logEvent } from "../lib/events/commands.ts";
import { sanitizeRichText } from "../lib/rich-text.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

const address = "http://127.0.0.1:9/openings/42";
const year = new Date().getFullYear();

/** A posting that was captured twice: its pay and one of its paragraphs changed. */
async function capturedTwice(person: Person) {
  const { id } = await addPosting(person, {
    company_name: "Larch Foods",
    posting_title: "Baker",
    posting_url_full: address,
    job_description: "<h2>Bread</h2><p>I bake bread for the market.</p>",
  });
  const actor = actorOf(person);
  const text = (days: string) =>
    sanitizeRichText(
      `<h2>Bread</h2><p>You bake bread for the market on ${days} days.</p>
      <p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><img src=x onerror=alert(1)>`,
    );
  const keep = (pay: number, days: string, at: string) =>
    atomically(
      keepSnapshot(actor, id, {
        posting: bakerAt({ pay: payOf(pay), job_description: text(days) }),
        source: "address",
        address,
        captured_at: at,
      }),
    );
  await keep(70_000, "five", `${year}-01-12T10:00:00.000000Z`);
  await keep(75_000, "four", `${year}-02-20T10:00:00.000000Z`);
  const to = "pay changed from €70,000 a year to €75,000 a year, text changed";
  await atomically([logEvent(actor, "job_posting", id, { kind: "checked", to })]);
  return id;
}

for (const width of [1280, 390]) {
  test(`a posting is read as it stood, and compared, at ${width} px`, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 900 });
    const id = await capturedTwice(person);
    await page.goto(`/postings/${id}`);
    const section = page.getByRole("region", { name: "As it stood on 20 Feb" });
    await expect(section).toBeVisible();
    await expect(page.getByText("Looked again")).toBeVisible();
    // Nothing of the text comes with every page.
    await expect(page.getByText("on four days")).toHaveCount(0);

    await section.getByRole("link", { name: "12 Jan" }).click();
    const opened = page.getByRole("region", { name: "As it stood on 12 Jan" });
    await expect(opened.getByText("on five days")).toBeVisible();
    await opened.getByRole("link", { name: "Against 20 Feb" }).click();
    await expect(opened.getByRole("deletion").filter({ hasText: "five" })).toBeVisible();
    await expect(opened.getByRole("insertion").filter({ hasText: "€75,000" })).toBeVisible();
    await expect(opened.getByText("Three.")).toBeHidden();
    await opened.getByText("2 unchanged paragraphs").click();
    await expect(opened.getByText("Three.")).toBeVisible();
    await expectAccessible(page);

    await opened.getByRole("link", { name: "Against your description" }).click();
    await expect(opened.getByRole("insertion").filter({ hasText: /\bI\b/ })).toBeVisible();
    const across = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(across).toBeLessThanOrEqual(0);
  });
}

test("another look says in a sentence what came of it", async ({ page, person }) => {
  const id = await capturedTwice(person);
  await page.goto(`/postings/${id}`);
  const section = page.getByRole("region", { name: /^As it stood/ });
  await section.getByRole("button", { name: "Check again" }).click();
  // A private address is refused, which is not "closed".
  await expect(section.locator("[aria-live]")).toHaveText(/\w.*\.$/);
  await expect(section).not.toContainText("closed");
});
