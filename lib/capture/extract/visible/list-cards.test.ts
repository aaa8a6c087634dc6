import { expect, test } from "vitest";
import type { Reading } from "../../posting.ts";
import { parsePage } from "../page.ts";
import { readVisible } from "./read-page.ts";

const listed = (body: string) => {
  const html = `<!doctype html><html><head><title>Jobs in Ystad</title></head><body>${body}</body></html>`;
  const { postings, is_list } = readVisible(parsePage(html, new URL("https://jobs.example/all")));
  return { is_list, postings: postings.map(values) };
};
const values = (reading: Reading) =>
  Object.fromEntries(Object.entries(reading).map(([field, { value }]) => [field, value]));
const titles = (body: string) => listed(body).postings.map(({ posting_title }) => posting_title);

const card = (title: string, company: string, id: number) =>
  `<li class="base-card"><a href="/jobs/view/${id}"><span>${title}</span></a>
    <h4 class="base-search-card__subtitle"><a href="/company/${company.toLowerCase()}">${company}</a></h4>
    <span class="job-search-card__location">Ystad, Sweden</span><time datetime="2026-03-0${id}">2 days ago</time></li>`;

test("the cards of a list say company, place and day, and a company's page is no posting", () => {
  const cards = [card("Diver", "Pier", 1), card("Cook", "Pier", 2), card("Pilot", "Mole", 3)];
  const { is_list, postings } = listed(
    `<a href="/jobs/search/?q=diver">Divers everywhere</a><ul>${cards.join("")}</ul>`,
  );
  expect(is_list).toBe(true);
  expect(postings.map(({ posting_title }) => posting_title)).toEqual(["Diver", "Cook", "Pilot"]);
  expect(postings[2]).toEqual({
    posting_title: "Pilot",
    company_name: "Mole",
    locations: ["Ystad, Sweden"],
    posted_on: "2026-03-03",
    posting_url_full: "https://jobs.example/jobs/view/3",
  });
});

test("links that share a page, labels and bare addresses are no postings", () => {
  const links = [
    '<a href="/jobs/1">Diver</a>',
    '<a href="/jobs/2"><b>Place:</b> Ystad <h3>Cook</h3></a>',
    '<a href="/jobs/3">https://jobs.example/jobs/3</a>',
    '<a href="https://www.facebook.com/sharer.php?u=https%3A%2F%2Fjobs.example%2Fjobs%2F1">Share it</a>',
    '<a href="/companies/pier">Pier</a>',
  ];
  expect(titles(links.join("<br>"))).toEqual(["Diver", "Cook"]);
});

test("where postings have headings, links of their tags are none", () => {
  const row = (id: number) =>
    `<div><h2><a href="/jobs/${id}">Diver ${id}</a></h2><a href="/jobs/diving">Diving</a> <a href="/jobs/knots-${id}">Knots</a></div>`;
  expect(titles([1, 2, 3].map(row).join(""))).toEqual(["Diver 1", "Diver 2", "Diver 3"]);
});
