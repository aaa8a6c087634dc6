import { expect, test } from "vitest";
import { closedBy, closedNotice } from "./closed.ts";
import { bakerAt } from "./testing.ts";

test.each([
  "No longer accepting applications",
  "This position has been filled. See our other jobs.",
  "Sorry, the job you are looking for is no longer available.",
  "The job posting you're looking for has expired",
  "This job is closed.",
  "Applications are closed",
  "Job not found",
  "Diese Stelle ist nicht mehr verfügbar.",
  "Die Stellenanzeige wurde leider deaktiviert",
  "Dieses Stellenangebot ist nicht mehr online",
  "Wir nehmen für diese Stelle an: es werden keine Bewerbungen mehr angenommen",
  "Cette offre n’est plus disponible",
  "Esta oferta de empleo ya no está disponible",
  "Deze vacature is gesloten",
])("“%s” says that a posting is closed", (words) => {
  expect(closedNotice(`Larch Foods  Careers\n${words}`)).not.toBeNull();
});

test.each([
  "We review applications until this position has been filled.",
  "Once the role is filled, we will tell everybody.",
  "Wir suchen, bis die Stelle besetzt ist; sobald die Stelle ist besetzt, melden wir uns.",
  "You will work with a closed team; the office is closed on Fridays.",
  "The positions we offer are open to all",
  "This job is open. Apply now",
  "",
])("“%s” does not", (words) => {
  expect(closedNotice(words)).toBeNull();
});

test("a notice far down a page is about another job", () => {
  expect(closedNotice(`${"word ".repeat(5_000)} this job is closed`)).toBeNull();
});

const asked = "https://jobs.larch.example/openings/42-baker";
const capture = (
  page: Partial<NonNullable<Parameters<typeof closedBy>[1]["page"]>>,
  more = {},
) => ({
  postings: [],
  is_list: false,
  page: { status: 200, address: asked, words: "", ...page },
  ...more,
});

test("a page that is gone is a closed posting; a wall, a refusal or a fault says nothing", () => {
  for (const status of [404, 410]) expect(closedBy(asked, capture({ status }))).toMatch(/gone/);
  const words = "this position has been filled";
  for (const status of [401, 403, 429, 451, 500, 503, 999])
    expect(closedBy(asked, capture({ status, words }))).toBeNull();
  expect(closedBy(asked, { postings: [], is_list: false })).toBeNull();
});

test("an address that leads to the list of openings is closed; one that leads to a sign-in is not", () => {
  const to = (address: string, more = {}) => closedBy(asked, capture({ address }, more));
  expect(to("https://jobs.larch.example/openings")).toMatch(/list of openings/);
  expect(to("https://www.jobs.larch.example/openings/?gone=42")).toMatch(/list of openings/);
  expect(to("https://jobs.larch.example/openings/43-cook")).toBeNull();
  expect(to("https://jobs.larch.example/openings", { postings: [bakerAt()] })).toBeNull();
  expect(to("https://jobs.larch.example/login?to=openings")).toBeNull();
  expect(to("https://jobs.larch.example/")).toBeNull();
  expect(to("https://other.example/openings")).toBeNull();
  expect(to(asked)).toBeNull();
});
