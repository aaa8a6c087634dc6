import type { Page } from "@playwright/test";
import { createContact } from "../lib/contacts/commands.ts";
import { addDays, today } from "../lib/dates.ts";
import { createInterview } from "../lib/interviews/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, test } from "./fixtures.ts";
import { dropFile } from "./pages/invitation.ts";
import { addPosting, editorOf, tabTo } from "./pages/posting.ts";

const message = (page: Page) => page.getByRole("region", { name: "Messages" });
const interviews = (page: Page) => page.getByRole("region", { name: "Interviews" });
const sheet = (page: Page, name: string) => page.getByRole("dialog", { name });
const inDays = (days: number) => addDays(today("Europe/Berlin"), days);

for (const width of [1280, 390]) {
  test(`an interview is added in two clicks and a date, and deleted with an undo, at ${width} px`, async ({
    page,
    person,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const { id } = await addPosting(person);
    await page.goto(`/postings/${id}`);
    await interviews(page).getByRole("button", { name: "Add interview" }).click();
    const form = sheet(page, "Add an interview");
    await form.getByLabel("Day").fill(inDays(9));
    await expect(form.getByText("Berlin time, in 9 days.")).toBeVisible();
    await form.getByText("Team", { exact: true }).click();
    await form.getByLabel("From").fill("14:30");
    await expect(form.getByLabel("To")).toHaveValue("15:30");
    await form.getByLabel("Link").fill("meet.example/kestrel");
    await expectAccessible(page);
    await page.setViewportSize({ width, height: 844 });
    await form.getByRole("button", { name: "Save" }).click();
    await expect(message(page)).toContainText("Added the interview");
    const round = interviews(page).getByRole("listitem");
    await expect(round).toContainText("Team interview");
    await expect(round).toContainText("14:30–15:30");
    await expect(round.getByRole("link", { name: /Join/ })).toHaveAttribute(
      "href",
      "https://meet.example/kestrel",
    );
    await expectAccessible(page);
    await page.setViewportSize({ width, height: 844 });
    await round.getByRole("button", { name: /^Edit or delete/ }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(round).toHaveCount(0);
    await message(page).getByRole("button", { name: "Undo" }).last().click();
    await expect(interviews(page).getByRole("listitem")).toContainText("Team interview");
  });
}

test("by keyboard alone an interview is added and written up", async ({ page, person }) => {
  const { id } = await addPosting(person);
  await page.goto(`/postings/${id}`);
  await tabTo(page, interviews(page).getByRole("button", { name: "Add interview" }));
  await page.keyboard.press("Enter");
  const form = sheet(page, "Add an interview");
  await expect(form.getByLabel("Day")).toBeFocused();
  const [year, month, day] = inDays(-1).split("-");
  await page.keyboard.type(`${month}${day}${year}`);
  await page.keyboard.press("Control+Enter");
  await expect(form).toBeHidden();
  const write = interviews(page).getByRole("button", { name: /^Write it up/ });
  await tabTo(page, write);
  await page.keyboard.press("Enter");
  const sheetOf = sheet(page, "How did it go?");
  await tabTo(page, editorOf(page, "What was said"));
  await page.keyboard.type("They moved a large table");
  await tabTo(page, sheetOf.getByRole("radio", { name: "No word on that" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(sheetOf.getByRole("radio", { name: "In a week" })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  const saved = sheet(page, "Saved. What comes next?");
  await expect(saved.getByRole("button", { name: "Nothing yet" })).toBeVisible();
  await expect(saved.getByRole("button", { name: "Ask in a week" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(sheetOf).toBeHidden();
  await expect(interviews(page)).toContainText("Waiting to hear");
  await expect(page.getByRole("region", { name: "Next" })).toContainText("Ask how it went");
  await interviews(page).getByRole("link", { name: "Interview", exact: true }).click();
  await expect(page.getByRole("region", { name: "What was said" })).toContainText("large table");
  await expectAccessible(page);
});

test("with people by keyboard alone, then a thank-you and a question in a week", async ({
  page,
  person,
}) => {
  const email = "jonas@helio.example";
  await createContact(actorOf(person), { name: "Jonas Weber", email });
  const { id } = await addPosting(person);
  await page.goto(`/postings/${id}`);
  await tabTo(page, interviews(page).getByRole("button", { name: "Add interview" }));
  await page.keyboard.press("Enter");
  const form = sheet(page, "Add an interview");
  await expect(form.getByLabel("Day")).toBeFocused();
  const [year, month, day] = inDays(-1).split("-");
  await page.keyboard.type(`${month}${day}${year}`);
  const add = form.getByRole("button", { name: "Add a name" });
  for (const typed of ["jonas", "Elif Demir"]) {
    await tabTo(page, add);
    await page.keyboard.press("Enter");
    await expect(form.getByRole("combobox", { name: "Name or e-mail address" })).toBeFocused();
    await page.keyboard.type(typed);
    await expect(form.getByRole("option").first()).toContainText(new RegExp(typed, "i"));
    await page.keyboard.press("Enter");
    await expect(add).toBeFocused();
  }
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(form).toBeHidden();
  await expect(interviews(page)).toContainText("with Elif Demir and Jonas Weber");

  await tabTo(page, interviews(page).getByRole("button", { name: /^Write it up/ }));
  await page.keyboard.press("Enter");
  await expect(sheet(page, "How did it go?")).toContainText("with Elif Demir and Jonas Weber");
  await expect(editorOf(page, "What was said")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  const next = sheet(page, "Saved. What comes next?");
  await expect(next.getByRole("link", { name: "Thank Jonas Weber" })).toHaveAttribute(
    "href",
    `mailto:${email}`,
  );
  await expectAccessible(page);
  await tabTo(page, next.getByRole("button", { name: "Ask in a week" }));
  await page.keyboard.press("Enter");
  const followUp = sheet(page, "Follow up: Kestrel Rail");
  await expect(followUp.getByLabel("What")).toHaveValue("Ask how it went");
  await expect(followUp.getByLabel("Day")).toHaveValue(inDays(7));
  await page.keyboard.press("Control+Enter");
  await expect(followUp).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Next" })).toContainText("Ask how it went");
});

test("says what is wrong at its place, and keeps what was typed", async ({ page, person }) => {
  const { id } = await addPosting(person);
  await page.goto(`/interviews/new?posting=${id}`);
  await page.getByLabel("From", { exact: true }).fill("14:00");
  await page.getByRole("button", { name: "Add interview" }).click();
  await expect(page.getByText("Choose a day.").last()).toBeVisible();
  await page.getByLabel("Day", { exact: true }).fill(inDays(2));
  await page.getByLabel("To", { exact: true }).fill("13:00");
  await page.getByRole("button", { name: "Add interview" }).click();
  await expect(page.getByText("It ends before it starts.").last()).toBeVisible();
  await page.getByLabel("To", { exact: true }).fill("15:00");
  await page.getByRole("button", { name: "Add interview" }).click();
  await expect(page).toHaveURL(new RegExp(`/postings/${id}$`));
  await expect(interviews(page)).toContainText("14:00–15:00");
});

const calendar = (day: string, hour: number, sequence: number, method = "REQUEST") =>
  [
    "BEGIN:VCALENDAR",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    "UID:e2e@kestrel.example",
    `SEQUENCE:${sequence}`,
    "SUMMARY:Panel with the team",
    `DTSTART;TZID=Europe/Berlin:${day.replaceAll("-", "")}T${hour}0000`,
    `DTEND;TZID=Europe/Berlin:${day.replaceAll("-", "")}T${hour}4500`,
    "LOCATION:https://zoom.us/j/42",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");

test("an invitation that is dropped becomes an interview, which its updates follow", async ({
  page,
  person,
}) => {
  const { id } = await addPosting(person);
  await page.goto(`/postings/${id}`);
  await expect(interviews(page).getByRole("button", { name: "From an invitation" })).toBeVisible();
  const day = inDays(9);
  await dropFile(page, "invite.ics", calendar(day, 10, 0));
  await expect(message(page)).toContainText("Added the interview");
  await expect(interviews(page)).toContainText("Team interview");
  await expect(interviews(page)).toContainText("10:00–10:45");
  await dropFile(page, "invite.ics", calendar(day, 12, 2));
  await expect(interviews(page)).toContainText("12:00–12:45");
  await dropFile(page, "invite.ics", calendar(day, 11, 1));
  await expect(message(page)).toContainText("older version");
  const mail = `From: a@kestrel.example\r\nContent-Type: text/calendar; method=CANCEL\r\n\r\n${calendar(day, 12, 3, "CANCEL")}`;
  await dropFile(page, "invite.eml", mail);
  await expect(interviews(page)).toContainText("Called off");
  await dropFile(page, "notes.txt", "hello");
  await expect(message(page)).toContainText("no invitation");
});

test("an invitation is chosen as a file on the page that adds an interview", async ({
  page,
  person,
}) => {
  const { id } = await addPosting(person);
  await page.goto(`/interviews/new?posting=${id}`);
  const file = {
    name: "x.ics",
    mimeType: "text/calendar",
    buffer: Buffer.from(calendar(inDays(3), 10, 0)),
  };
  await expect(page.getByRole("button", { name: "From an invitation" })).toBeEnabled();
  await page.getByLabel("Invitation", { exact: true }).setInputFiles(file);
  await expect(message(page)).toContainText("Added the interview");
  await page.goto(`/postings/${id}`);
  await expect(interviews(page)).toContainText("10:00–10:45");
});

test("interviews are listed, found and in the trash with their posting", async ({
  page,
  person,
}) => {
  const { id } = await addPosting(person);
  await createInterview(actorOf(person), {
    job_posting_id: id,
    starts_at: `${inDays(4)}T09:00:00.000000Z`,
    kind: "HR Interview",
  });
  await page.goto("/interviews");
  await expect(page.getByRole("row").filter({ hasText: "HR interview" })).toContainText("Kestrel");
  await expectAccessible(page);
  await page.goto("/search?q=kestrel+hr");
  await page
    .getByRole("main")
    .getByRole("link", { name: /HR Interview/i })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("HR interview");
});
