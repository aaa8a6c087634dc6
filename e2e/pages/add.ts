import { crc32 } from "node:zlib";
import type { Page } from "@playwright/test";

type Job = { title?: string; company?: string; url?: string; closes?: string; text?: string };

const words =
  "We bake bread for four hundred cafés. You knead, shape and bake from two in the morning. We look for somebody who stays calm when an oven does not. ";

/** A page with one posting in its job data, as a careers page has it. */
export function jobPage(job: Job = {}): string {
  const { title = "Night Baker", company = "Larch Foods", url, closes, text = words } = job;
  const data = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title,
    hiringOrganization: { "@type": "Organization", name: company },
    description: `<p>${text}</p><p>${text}</p>`,
    datePosted: "2026-11-20",
    ...(closes && { validThrough: closes }),
    employmentType: "FULL_TIME",
    jobLocation: {
      "@type": "Place",
      address: { "@type": "PostalAddress", addressLocality: "Turku", addressCountry: "FI" },
    },
    ...(url && { url }),
  };
  return `<!doctype html><html lang="en"><head><title>${title} at ${company}</title>
<script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><h1>${title}</h1><p>${text}</p><p>${text}</p></body></html>`;
}

/** Locators of the page that adds a posting. */
export function addPage(page: Page) {
  const box = page.getByLabel("Address, text or page");
  return {
    box,
    company: page.getByLabel("Company", { exact: true }),
    title: page.getByLabel("Title", { exact: true }),
    pay: page.getByLabel("Pay", { exact: true }),
    save: page.getByRole("button", { name: "Save", exact: true }),
    saveAsApplied: page.getByRole("button", { name: "Save as applied" }),
    read: page.getByRole("region", { name: "What was read" }),
    /** pastes as a hand does: by the clipboard's own event, and its text */
    async paste(text: string) {
      await page.evaluate((value) => navigator.clipboard.writeText(value), text);
      await page.keyboard.press("Control+v");
    },
    /** drops a file on the page */
    async drop(name: string, bytes: Uint8Array) {
      const file = await page.evaluateHandle(
        ([fileName, content]) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(content as number[])], fileName as string));
          return data;
        },
        [name, [...bytes]] as const,
      );
      await page.dispatchEvent("main", "dragover", { dataTransfer: file });
      await page.dispatchEvent("main", "drop", { dataTransfer: file });
    },
  };
}

/** A small Word document of these paragraphs. */
export function wordFile(paragraphs: readonly string[]): Buffer {
  const xmlns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  return zipOf({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${xmlns}><w:body>${body}</w:body></w:document>`,
  });
}

/** A ZIP archive whose files are stored as they are. */
function zipOf(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), head, rest, path);
    const part = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), head, path, bytes]);
    parts.push(part);
    offset += part.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
