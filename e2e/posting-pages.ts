import { createServer } from "node:http";
import { freePort } from "../scripts/free-port.ts";

const jobData = {
  "@context": "https://schema.org",
  "@type": "JobPosting",
  title: "Baker",
  hiringOrganization: { "@type": "Organization", name: "Larch Foods" },
  datePosted: "2026-11-20",
  validThrough: "2099-12-11",
  employmentType: "FULL_TIME",
  jobLocation: {
    "@type": "Place",
    address: { "@type": "PostalAddress", addressLocality: "Oslo", addressCountry: "NO" },
  },
  description: "<p>Bake bread before the town wakes, five days a week.</p>",
};

const head = (title: string) => `<!doctype html><html lang="en"><title>${title}</title>`;

const posting = `${head("Baker at Larch Foods")}
<script type="application/ld+json">${JSON.stringify(jobData)}</script>
<main><h1>Baker</h1><p>Bake bread before the town wakes, five days a week.</p>
<p hidden>Nobody sees this</p>
<form><label>Your name <input name="name" value="Typed before"></label><textarea>Typed too</textarea></form></main>`;

const words = `You repair boats in a dry dock by the fjord, with four others and a dog.
Responsibilities: planks, caulking and paint. Requirements: two years of experience with wood. `.repeat(
  4,
);

const list = `${head("6 jobs in Oslo")}
<style>body { display: flex; margin: 0 } ul, article { height: 100vh; overflow: auto } ul { width: 35% } article { width: 65% }</style>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"ItemList","itemListElement":[{"@type":"JobPosting","title":"Smith"}]}</script>
<ul>${["Smith", "Boat builder", "Tanner", "Cooper", "Weaver", "Joiner"]
  .map((title) => `<li style="height: 140px"><a href="#${title}">${title} in Oslo</a></li>`)
  .join("")}</ul>
<article><h2 class="job-title">Boat builder</h2><p class="company-name">Fjord Yard</p><p class="job-location">Bergen, Norway</p>
<p>Full-time</p><button>Apply now</button><h3>About the job</h3><p>${words}</p></article>`;

const several = `${head("Jobs at Larch Foods")}
<script type="application/ld+json">${JSON.stringify([jobData, { ...jobData, title: "Miller" }])}</script>
<main><h1>Jobs at Larch Foods</h1></main>`;

const pages: Record<string, string> = {
  "/posting": posting,
  "/list": list,
  "/several": several,
  "/nothing": `${head("Notes")}<p>Nothing to see.`,
};

/** Serves pages of invented postings at another origin, with a policy that lets nothing run. */
export async function servePages() {
  const port = await freePort();
  const server = createServer(({ url = "" }, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'",
    );
    response.end(pages[url] ?? "");
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
