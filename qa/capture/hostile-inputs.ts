type Input = { url?: string; html?: string; text?: string };

const job = (description: string) =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Baker","hiringOrganization":{"name":"Larch Foods"},"description":${description}}</script>`;
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const megabytes = (text: string, count: number) =>
  text.repeat(Math.floor((count * 1_000_000) / text.length));

/** What a page, a text or an address may bring; made one at a time, since some have 20 MB. */
export const hostileInputs: readonly (readonly [string, () => Input])[] = [
  ["20 MB of HTML", () => ({ html: megabytes("<p>Bread</p>", 20) })],
  ["4.9 MB of paragraphs", () => ({ html: megabytes("<p>Bread and <b>more</b></p>", 4.9) })],
  ["4.9 MB of open tags", () => ({ html: megabytes("<div>", 4.9) })],
  ["4.9 MB of one attribute", () => ({ html: `<p title="${megabytes("x", 4.9)}">` })],
  ["4.9 MB of open angles", () => ({ html: megabytes("<", 4.9) })],
  ["4.9 MB of comments", () => ({ html: megabytes("<!--", 4.9) })],
  ["JSON-LD 5,000 deep", () => ({ html: job(nested(5_000)) })],
  ["JSON-LD 400,000 deep", () => ({ html: job(nested(400_000)) })],
  ["JSON-LD that is never closed", () => ({ html: job(`"${megabytes("[{", 4)}`) })],
  ["</script> in JSON", () => ({ html: job('"</script><script>alert(1)</script>"') })],
  ["200 blocks", () => ({ html: job('"Bread"').repeat(200) })],
  ["20,000 blocks", () => ({ html: job('"Bread"').repeat(20_000) })],
  [
    "scripts and handlers",
    () => ({ html: megabytes('<img src=x onerror="x()"><script>x()</script>', 2) }),
  ],
  ["4.9 MB of JSON", () => ({ html: `{"jobs":[${megabytes('{"title":"x"},', 4.8)}{}]}` })],
  ["0.49 MB of text", () => ({ text: megabytes("€ 15 - 20 per hour in Berlin, ", 0.49) })],
  ["0.49 MB of digits", () => ({ text: megabytes("1", 0.49) })],
  ["javascript:", () => ({ url: "javascript:alert(1)" })],
  ["data:", () => ({ url: "data:text/html,<p>x" })],
];
