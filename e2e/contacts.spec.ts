import type { Page } from "@playwright/test";
import { createContact } from "../lib/contacts/commands.ts";
import { createOpportunity, updateOpportunity } from "../lib/opportunities/commands.ts";
import { getOpportunity } from "../lib/opportunities/queries.ts";
import { createSite } from "../lib/sites/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { addPosting, deleteRecord, tabTo } from "./pages/posting.ts";
import { paletteOf } from "./pages/shell.ts";

const offer = {
  job_title: "Platform engineer",
  opportunity_status: "5 - Showed Opportunity Interest",
  recruiter_name: "Rita Almeida",
  recruiter_company: "Fennel & Rowe",
};

const offered = (person: Person, more: object = {}) =>
  createOpportunity(actorOf(person), { ...offer, ...more });

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const message = (page: Page) => page.getByRole("region", { name: "Messages" });
const people = (page: Page) => page.getByRole("region", { name: "People" });
const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("a contact is added, spoken to, changed, deleted and brought back", async ({ page }) => {
  await page.goto("/contacts");
  await expect(page.getByText("Who helps you find work?")).toBeVisible();
  await page.getByRole("link", { name: "Add a contact" }).click();
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("alert").first()).toContainText("A contact needs a name.");
  await page.getByLabel("Name").fill("Jonas Weber");
  await page.getByLabel("Company").fill("Helio Robotics");
  await page.getByLabel("Role").fill("Head of platform");
  await page.getByLabel("E-mail").fill("jonas at helio");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Give an e-mail address");
  await page.getByLabel("E-mail").fill("jonas@helio.example");
  await page.getByLabel("Phone").fill("+49 30 5550 14");
  await page.getByLabel("Web page").fill("helio.example/jonas");
  await page.getByRole("button", { name: "Add contact" }).click();

  await expect(title(page)).toContainText("Jonas Weber");
  const main = page.getByRole("main");
  await expect(main).toContainText("Head of platform at Helio Robotics.");
  await expect(main).toContainText("You have not noted a talk yet.");
  const href = (name: string) => main.getByRole("link", { name, exact: true }).first();
  await expect(href("jonas@helio.example")).toHaveAttribute("href", "mailto:jonas@helio.example");
  await expect(href("+49 30 5550 14")).toHaveAttribute("href", /^tel:/);
  await expect(main.getByRole("link", { name: "helio.example/jonas" })).toHaveAttribute(
    "href",
    "https://helio.example/jonas",
  );
  await page.getByRole("button", { name: "Spoke today" }).click();
  await expect(message(page)).toContainText("you spoke today");
  await expect(main).toContainText(/You last spoke today/);

  await deleteRecord(page);
  await expect(page).toHaveURL(/\/contacts$/);
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Jonas Weber")).toContainText("Helio Robotics");
});

test("a recruiter's record and name follow the opportunities, and these the contact", async ({
  page,
  person,
}) => {
  const first = await offered(person);
  await offered(person, {
    job_title: "Tech lead",
    opportunity_status: "2.5 - Interviewed then Ignored",
  });
  await page.goto("/contacts");
  await expect(row(page, "Rita Almeida")).toContainText("2");
  await row(page, "Rita Almeida").getByRole("link").first().click();
  const record = page.getByRole("region", { name: "Your record with Rita" });
  await expect(record).toContainText("Rita has sent you 2 openings.");
  await expect(record).toContainText(
    "1 of the 2 led to an interview; 1 fell silent after your answer.",
  );
  const openings = page.getByRole("region", { name: "Openings" });
  await expect(openings.getByRole("link", { name: "Tech lead" })).toBeVisible();

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Name").fill("Rita Almeida-Smith");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(title(page)).toContainText("Rita Almeida-Smith");
  await page.goto(`/opportunities/${first.id}`);
  await expect(page.getByRole("main")).toContainText("Rita Almeida-Smith, Fennel & Rowe");

  const actor = actorOf(person);
  const row2 = await getOpportunity(actor, first.id);
  await updateOpportunity(actor, row2, { recruiter_name: "Oda Brandt" });
  await page.reload();
  await expect(people(page).getByRole("link", { name: "Oda Brandt" })).toBeVisible();
  await expect(people(page).getByRole("link", { name: "Rita" })).toHaveCount(0);
});

test("people of a posting are found while typing, or made, and taken away again", async ({
  page,
  person,
}) => {
  await createContact(actorOf(person), {
    name: "Rita Almeida",
    company: "Fennel & Rowe",
    email: "rita@fennel.example",
  });
  const { id } = await addPosting(person, { company_name: "Helio Robotics" });
  await page.goto(`/postings/${id}`);
  await people(page).getByRole("button", { name: "Add a person" }).click();
  const field = page.getByRole("combobox", { name: "Name or e-mail address" });
  await field.fill("rita@fen");
  await page.getByRole("option", { name: /Rita Almeida/ }).click();
  await expect(people(page).getByRole("link", { name: "Rita Almeida", exact: true })).toBeVisible();

  await people(page).getByRole("button", { name: "Add a person" }).click();
  await field.fill("Jonas Weber <jonas@helio.example>");
  await page.getByRole("option", { name: /Add “Jonas Weber/ }).click();
  const jonas = people(page).getByRole("link", { name: "Jonas Weber", exact: true });
  await expect(jonas).toBeVisible();
  await people(page).getByRole("button", { name: "Remove Rita Almeida from here" }).click();
  await expect(people(page).getByRole("link", { name: "Rita Almeida", exact: true })).toHaveCount(
    0,
  );
  await message(page).getByRole("button", { name: "Undo" }).last().click();
  await expect(people(page).getByRole("link", { name: "Rita Almeida", exact: true })).toBeVisible();
  await jonas.click();
  await expect(title(page)).toContainText("Jonas Weber");
  await expect(page.getByRole("main")).toContainText("Helio Robotics");
  await expect(page.getByRole("region", { name: "Openings" })).toContainText("Helio Robotics");
});

for (const width of [390, 1280]) {
  test(`the keyboard alone adds a person, at ${width} px`, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 844 });
    const site = await createSite(actorOf(person), { site_name: "Fern Board" });
    await createContact(actorOf(person), { name: "Abe Stone" });
    await page.goto(`/sites/${site.id}`);
    const add = people(page).getByRole("button", { name: "Add a person" });
    await tabTo(page, add);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Name or e-mail address" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(add).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Name or e-mail address" })).toBeFocused();
    await page.keyboard.type("abe");
    await expect(page.getByRole("option", { name: /Abe Stone/ })).toBeVisible();
    // The first that fits is chosen.
    await page.keyboard.press("Enter");
    await expect(people(page).getByRole("link", { name: "Abe Stone" })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("k");
    await expect(page).toHaveURL(/\/contacts$/);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await expect(title(page)).toContainText("Abe Stone");
    await page.keyboard.press("e");
    await expect(page).toHaveURL(/\/edit$/);
    await expect(page.getByLabel("Name")).toBeFocused();
  });
}

const cards = ["Åse Jörgens", "Rita Almeida", "Mia Lund"]
  .map((name) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD\r\n`)
  .join("");

test("an address book is dropped on the list, and taken along again", async ({ page, person }) => {
  await createContact(actorOf(person), { name: "Rita Almeida" });
  await page.goto("/contacts");
  const file = (name: string, text: string) => ({
    name,
    mimeType: "text/vcard",
    buffer: Buffer.from(text),
  });
  await page.getByLabel("Address book").setInputFiles(file("cat.vcf", "a cat"));
  await expect(page.getByRole("alert").filter({ hasText: "no people" })).toBeVisible();
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "people.vcf", { type: "text/vcard" }));
    return data;
  }, cards);
  await page.locator(".card-drop").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(message(page)).toContainText("Added 2 contacts. 1 was here already.");
  await expect(row(page, "Åse Jörgens")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("contacts.vcf");
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
  expect(
    Buffer.concat(chunks)
      .toString()
      .match(/BEGIN:VCARD/g),
  ).toHaveLength(3);
});

test("the palette and the search find a contact", async ({ page, person }) => {
  await createContact(actorOf(person), { name: "Mia Lund", notes: "<p>Met at the harbour</p>" });
  await page.goto("/dashboard");
  const palette = paletteOf(page);
  await palette.open();
  await palette.box.fill("harbour");
  await page.getByRole("option", { name: /Mia Lund/ }).click();
  await expect(title(page)).toContainText("Mia Lund");
  await page.goto("/search?q=mia");
  await expect(page.getByRole("heading", { name: /Contacts/ })).toBeVisible();
});

test("the contacts' pages are accessible", async ({ page, person }) => {
  test.slow();
  await page.goto("/contacts");
  await expectAccessible(page);
  const { id } = await offered(person);
  const contact = await createContact(actorOf(person), {
    name: "Mia Lund",
    email: "mia@lund.example",
    notes: "<p>Prefers a call</p>",
  });
  await page.goto("/contacts");
  await expectAccessible(page);
  for (const path of [`/contacts/${contact.id}`, `/contacts/${contact.id}/edit`]) {
    await page.goto(path);
    await expect(title(page)).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(`/opportunities/${id}`);
  await people(page).getByRole("button", { name: "Add a person" }).click();
  await page.getByRole("combobox", { name: "Name or e-mail address" }).fill("mia");
  await expect(page.getByRole("option", { name: /Mia Lund/ })).toBeVisible();
  await expectAccessible(page);
});
