import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { followUp } from "../../db/schema/people.ts";
import { addDays, today } from "../dates.ts";
import { AppError, Invalid } from "../errors.ts";
import { createPosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import type { SafeHtml } from "../rich-text.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import type { CapturedPosting } from "./posting.ts";
import { previewOf } from "./preview.ts";
import { capturedOf, saveForm } from "./read-form.ts";
import { readBox } from "./read-input.ts";
import { unread } from "./unread.ts";

freshDatabase();

const posting = (more: Partial<CapturedPosting> = {}): CapturedPosting => ({
  ...unread("https://jobs.larch.example/12"),
  company_name: "Larch Foods",
  posting_title: "Baker",
  locations: ["Bonn, Germany", "Turku, Finland"],
  job_description: "<p>Bread at four, <b>every</b> day.</p>" as SafeHtml,
  pay: { min: 40_000, max: 45_000, currency: "EUR", period: "year" },
  found: {
    company_name: { source: "job_data", confidence: "sure" },
    posting_title: { source: "text", confidence: "likely", line: 9 },
    pay: {
      source: "text",
      confidence: "doubtful",
      why: "The page says “40–45k” and names no currency.",
      choices: ["USD", "GBP"],
    },
  },
  ...more,
});

const read = (...postings: CapturedPosting[]) => ({
  captured: { postings, is_list: false, note: null },
  html: "<p>",
});

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

test("says where each field is from, and offers other readings of a doubtful one", async () => {
  const actor = await newActor();
  await createSite(actor, { site_name: "Larch’s own", site_url: "https://jobs.larch.example/" });
  const { id } = await createPosting(actor, {
    site_name: "Board",
    company_name: "Larch Foods GmbH",
    posting_title: "Baker (m/f/d)",
  });
  const { postings, is_list } = await previewOf(actor, read(posting()));
  expect(is_list).toBe(false);
  const [{ fields, words, known, captured } = expect.fail()] = postings;
  expect(fields).toMatchObject({
    company_name: { value: "Larch Foods", from: "from the page’s job data" },
    posting_title: { value: "Baker", from: "from the text, line 9" },
    location_city: { value: "Bonn, Germany" },
    site_name: { value: "Larch’s own", from: "from the address" },
    deadline: { value: "", source: null, from: "not found on the page" },
  });
  expect(fields.pay_range.why).toContain("names no currency");
  expect(fields.pay_range.choices).toEqual([
    { value: "€40,000–45,000 a year", label: "Euro" },
    { value: "$40,000–45,000 a year", label: "US dollar" },
    { value: "£40,000–45,000 a year", label: "Pound" },
    { value: "", label: "Leave empty" },
  ]);
  expect(words).toBe(5);
  expect(known.candidates.map((each) => each.id)).toEqual([id]);
  // What goes along with the form and comes back is the posting again.
  const back = capturedOf(JSON.stringify(captured), "<p>Bread</p><script>alert(1)</script>");
  expect(back).toEqual({
    posting: { ...posting(), job_description: "<p>Bread</p>" },
    origin: { source: "page", address: "" },
  });
});

test("several are a list, of nothing there is the address, and of a Word file its lists", async () => {
  const actor = await newActor();
  const many = await previewOf(actor, read(posting(), posting({ posting_title: "Miller" })));
  expect(many.is_list).toBe(true);
  expect(many.postings).toHaveLength(2);
  const captured = { postings: [], is_list: false, note: "It asks for a sign-in." };
  const none = await previewOf(actor, { captured, url: "https://larch.example/7" });
  expect(none).toMatchObject({ note: "It asks for a sign-in.", is_list: false });
  expect(none.postings[0]?.fields.posting_url_full).toMatchObject({
    value: "https://larch.example/7",
    from: "from the address",
  });
  const [text] = (await previewOf(actor, { ...read(), html: undefined, text: "Bread at four." }))
    .postings;
  expect(text?.description).toBe("<p>Bread at four.</p>");
  const plain = posting({
    found: { job_description: { source: "text", confidence: "likely" } },
  });
  const [word] = (
    await previewOf(actor, { ...read(plain), html: "<ul><li>Rye</li></ul>", text: "Rye" })
  ).postings;
  expect(word?.description).toBe("<ul><li>Rye</li></ul>");
  const [named] = (await readBox(actor, "Larch Foods, Baker")).postings;
  expect(named?.fields.posting_title).toMatchObject({ value: "Baker", from: "as you typed it" });
  await expect(readBox(actor, "  ")).rejects.toThrow(AppError);
});

test("saves what the form says, with the reminders that were ticked", async () => {
  const actor = await newActor();
  const day = today(actor.time_zone);
  const closes = addDays(day, 5);
  const names = { company_name: "Larch", posting_title: "Baker", deadline: closes, tags: "bread" };
  const read = { posting: posting(), origin: null };
  const saved = await saveForm(actor, formOf({ ...names, remind: "on", follow_up: "on" }), read);
  expect(await getPosting(actor, saved.id)).toMatchObject({
    company_name: "Larch",
    posting_status: "5 - Saved",
    applied_at: null,
    deadline: closes,
    job_description: posting().job_description,
  });
  const applied = { ...names, do: "applied", remind: "on", follow_up: "on" };
  const sent = await saveForm(actor, formOf(applied), read);
  expect(await getPosting(actor, sent.id)).toMatchObject({ posting_status: "4 - No Response" });
  const due = await getDb().select().from(followUp).where(eq(followUp.user_id, actor.user_id));
  expect(due.map(({ due_on, job_posting_id }) => [due_on, job_posting_id])).toEqual([
    [addDays(closes, -1), saved.id],
    [addDays(day, 14), sent.id],
  ]);
  const nameless = formOf({ company_name: "", posting_title: "Baker" });
  await expect(saveForm(actor, nameless, read)).rejects.toThrow(Invalid);
  expect(() => capturedOf("not JSON", "")).toThrow(AppError);
});
