import { expect, test } from "vitest";
import { extract } from "./extract.ts";

const links = [1, 2, 3]
  .map((id) => `<li><a href="/jobs/${id}">Lamp Keeper ${id}</a></li>`)
  .join("");
const data = [1, 2].map((id) => ({
  id,
  title: `Lamp Keeper ${id}`,
  location: "Ystad, Sweden",
  absolute_url: `https://pier.example/jobs/${id}`,
}));
const list = (head: string, body = `<ul>${links}</ul>`, url = "https://pier.example/careers") =>
  extract({ url, html: `<!doctype html><html><head>${head}</head><body>${body}</body></html>` })
    .postings;

test.each([
  "<title>Careers at Pier Works</title>",
  "<title>Pier Works – Open positions</title>",
  "<title>Jobs at Pier Works | Greenhouse</title>",
  "<title>Karriere | Pier Works</title>",
  "<title>Pier Works Careers</title>",
  '<title>Open positions</title><meta property="og:site_name" content="Pier Works">',
])("a list under %s is of that company, in doubt", (head) => {
  const postings = list(head);
  expect(postings).toHaveLength(3);
  for (const { company_name, found } of postings) {
    expect(company_name).toBe("Pier Works");
    expect(found.company_name).toMatchObject({
      confidence: "doubtful",
      why: expect.stringContaining("The posting names no company"),
    });
  }
});

test("the postings in a page's data have it as well, and a board's address names an account", () => {
  const json = `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ jobs: data })}</script>`;
  const [posting] = list("<title>Careers at Pier Works</title>", json);
  expect(posting).toMatchObject({ company_name: "Pier Works", locations: ["Ystad, Sweden"] });
  const [onBoard] = list("", `<ul>${links}</ul>`, "https://boards.greenhouse.io/pierworks");
  expect(onBoard).toMatchObject({ company_name: "Pierworks" });
});

test.each([
  "<title>35 lamp keeper jobs in Ystad | Lighthouse</title>",
  "<title>Lamp jobs near Ystad</title>",
  "<title>Open positions</title>",
  '<title>Open positions</title><meta property="og:site_name" content="Indeed">',
  '<title>Lamp jobs in Ystad</title><meta property="og:site_name" content="Lighthouse">',
  "<title>Vacancies | Harbour Jobs</title>",
])("a list under %s is nobody's", (head) => {
  for (const { company_name } of list(head)) expect(company_name).toBeNull();
});

test("where one posting of a list names its company, the others have none by the title", () => {
  const json = `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({
    jobs: [{ ...data[0], company: "Mole Works" }, data[1]],
  })}</script>`;
  const companies = list("<title>Careers at Pier Works</title>", json).map((p) => p.company_name);
  expect(companies).toEqual(["Mole Works", null]);
});
