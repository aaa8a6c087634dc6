import { createOpportunity } from "../lib/opportunities/commands.ts";
import { createPosting } from "../lib/postings/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { openFields } from "./pages/posting.ts";

const path = "/reports/proof?from=2026-03-02&to=2026-03-15";

/** Adds two weeks of contacts: three in the first, one and a recruiter's in the second. */
async function writeHunt(person: Person, more = 0): Promise<void> {
  const actor = actorOf(person);
  const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T10:00:00.000000Z`;
  const contact = {
    contact_method: "Phone",
    employer_address: "Hafenstraße 12, 20457 Hamburg",
    contact_person: "Kim Ash",
  };
  const site_name = "Board";
  const rows = [
    { company_name: "Fern & Field", posting_title: "Gardener", applied_at: at(2), ...contact },
    { company_name: "=Sum Ltd", posting_title: "Clerk", applied_at: at(3), ...contact },
    { company_name: "Ash & Co", posting_title: "Teacher", applied_at: at(5), ...contact },
    {
      company_name: "Reed",
      posting_title: "Cook",
      applied_at: at(10),
      posting_url_domain: "Lever",
    },
    ...Array.from({ length: more }, (_, n) => ({
      company_name: `Company ${n}`,
      posting_title: "Gardener and keeper of the long hedges",
      applied_at: at(2 + (n % 5)),
      ...contact,
    })),
  ];
  for (const row of rows) await createPosting(actor, { site_name, ...row });
  await createOpportunity(actor, {
    job_title: "Baker",
    opportunity_status: "5 - Showed Opportunity Interest",
    recruiter_name: "Robin Vale",
    recruiter_company: "Vale Agency",
    email_received_at: at(11),
  });
}

test("a proof counts contacts by week, marks weeks below the minimum, and prints", async ({
  page,
  person,
}) => {
  test.slow();
  await writeHunt(person);
  await page.goto(path);
  await expect(page.getByText("5 contacts in 2 weeks.")).toBeVisible();
  await page.getByLabel("Contacts required each week").fill("3");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("2 contacts of 3 required, short by 1")).toBeVisible();
  await expect(page.getByText("3 contacts, 3 required")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Count").selectOption("no");
  await expect(page.getByText("1 contact of 3 required, short by 2")).toBeVisible();
  await expect(page.getByText("Vale Agency")).toHaveCount(0);

  const sheet = page.getByRole("article");
  await page.getByRole("link", { name: "US state log" }).click();
  await expect(sheet.getByRole("heading")).toHaveText("Work-search log");
  await expect(sheet.getByText(/^Week of 03\/02\/2026 to 03\/07\/2026/)).toBeVisible();
  await expect(sheet.getByText("Signature")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "German: Eigenbemühungen" }).click();
  await expect(sheet).toHaveAttribute("lang", "de");
  await expect(sheet.getByText(/^Woche vom 02.03.2026 bis 08.03.2026/)).toBeVisible();
  await expect(sheet.getByText("telefonisch").first()).toBeVisible();
  await page.reload();
  await expectAccessible(page);

  await sheet.getByRole("link", { name: /Ergänzen.*Reed/ }).click();
  await expect(page).toHaveURL(/\/postings\/\d+\/edit/);
  await openFields(page, "Contact");
  await page.getByLabel("Contact person").fill("Lee Reed");
  await page.getByLabel("Employer’s address").fill("1 Mill Lane");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("1 Mill Lane")).toBeVisible();
});

test("a proof shows a message for invalid query parameters and without applications", async ({
  page,
}) => {
  await page.goto("/reports/proof?from=2026-02-30&to=soon&layout=round");
  await expect(page.getByText("0 contacts in 4 weeks.")).toBeVisible();
  await expect(page.getByText("There is no such day")).toBeVisible();
  await expect(page.getByText("Nothing to show yet")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
  await page.goto("/reports/proof?from=2026-03-15&to=2026-03-02");
  await expect(page.getByText("so they were swapped")).toBeVisible();
  await page.goto("/reports/proof?from=1990-01-01&to=2026-03-02");
  await expect(page.getByText("These are the last 53.")).toBeVisible();
  await page.getByLabel("Contacts required each week").fill("-2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("At least 1, or leave it empty.").first()).toBeVisible();
  await expect(page.getByLabel("Contacts required each week")).toHaveValue("-2");
});

test("a proof's CSV contains no formula, and the API has the same counts", async ({
  page,
  person,
}) => {
  await writeHunt(person);
  const csv = await (await page.request.get(path.replace("?", "/csv?"))).text();
  expect(csv.split("\r\n")).toHaveLength(7);
  expect(csv).toContain("'=Sum Ltd");
  const response = await page.request.get(path.replace("/reports", "/api/insights"));
  expect(await response.json()).toMatchObject({
    contacts: 5,
    weeks: [{ contacts: 3 }, { contacts: 2 }],
  });
  await page.goto(path);
  await expect(page.getByText("5 contacts in 2 weeks.")).toBeVisible();
});

test("a long proof prints its header on every page, in black on white", async ({
  page,
  person,
}) => {
  await writeHunt(person, 60);
  for (const format of ["A4", "Letter"] as const) {
    for (const layout of ["us", "de", "plain"]) {
      await page.goto(`${path}&layout=${layout}`);
      const folder = process.env.PRINTS;
      const name = folder && { path: `${folder}/${layout}-${format}.pdf` };
      const pdf = await page.pdf({ format, ...name });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length).toBeGreaterThan(1);
    }
  }
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const { color, background } = await page.getByRole("article").evaluate((sheet) => ({
    color: getComputedStyle(sheet).color,
    background: getComputedStyle(sheet).backgroundColor,
  }));
  expect([color, background]).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});
