import { afterAll, describe, expect, test } from "vitest";
import { extract } from "../extract/extract.ts";
import { endWorker } from "../worker/run-task.ts";
import { maxFileBytes, readFile } from "./read-file.ts";
import { docxParts, pdfOf, zipOf } from "./testing.ts";

afterAll(endWorker);

const text = "Bäcker für Brötchen und Größeres, 15 Euro je Stunde";
const latin = Buffer.from(text, "latin1");

describe("a file of", () => {
  test("PDF is read, 50 pages of it", async () => {
    const lines = Array.from({ length: 500 }, (_, n) => `Page ${n + 1} of the posting`);
    const { text: read = "" } = await readFile("posting.pdf", pdfOf(lines));
    expect(read).toContain("Page 50 of the posting");
    expect(read).not.toContain("Page 51 of");
  });

  test("Word is read as HTML, and line by line as a pasted text is", async () => {
    const lines = `Baker at Larch Foods\nLocation: Bonn, Germany\n${"Bake bread. ".repeat(20)}`;
    const read = await readFile("posting.docx", zipOf(docxParts(lines)));
    expect(read.html).toContain("<p>Baker at Larch Foods</p><p>Location: Bonn, Germany</p>");
    expect(extract(read).postings).toEqual([
      expect.objectContaining({
        posting_title: "Baker",
        company_name: "Larch Foods",
        locations: ["Bonn, Germany"],
      }),
    ]);
  });

  test.each([
    ["posting.txt", latin, { text }],
    ["posting.txt", Buffer.from(`\ufeff${text}`, "utf16le"), { text }],
    ["posting.HTM", Buffer.from(`<p>${text}</p>`, "latin1"), { html: `<p>${text}</p>` }],
    ["posting.html", Buffer.from(`\ufeff<p>${text}</p>`, "utf16le"), { html: `<p>${text}</p>` }],
  ])("%s is read in its encoding", async (name, bytes, expected) => {
    expect(await readFile(name, bytes)).toMatchObject(expected);
  });

  test("MHTML is read with its address", async () => {
    const mhtml = [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://larch.example/jobs/7",
      'Content-Type: multipart/related; type="text/html"; boundary="b1"',
      "",
      "--b1",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "<title>B=C3=A4cker</title>",
      "--b1--",
      "",
    ].join("\r\n");
    const read = await readFile("page.mhtml", Buffer.from(mhtml));
    expect(read).toMatchObject({
      html: expect.stringContaining("<title>Bäcker</title>"),
      url: "https://larch.example/jobs/7",
    });
  });
});

const bomb = (size: number, claimedSize = size) =>
  zipOf([
    ...docxParts("x").slice(0, 2),
    { name: "word/document.xml", content: Buffer.alloc(size, " "), claimedSize },
  ]);
const many = () =>
  zipOf(Array.from({ length: 3_000 }, (_, n) => ({ name: `${n}.xml`, content: Buffer.from("x") })));

test.each([
  ["an encrypted PDF", "a.pdf", () => pdfOf(["x"], true), "locked by a password"],
  ["a broken PDF", "a.pdf", () => pdfOf(["x"]).subarray(0, 40), "damaged"],
  ["a PDF without text", "a.pdf", () => pdfOf([""]), "only pictures"],
  ["a text that is called PDF", "a.pdf", () => latin, "not what its name says"],
  ["a DOCX that unpacks to 70 MB", "a.docx", () => bomb(70 * 1024 * 1024), "unpacks to far more"],
  ["a DOCX that unpacks to 7 MB of blanks", "a.docx", () => bomb(7_000_000), "unpacks to far more"],
  ["a DOCX that says it is small", "a.docx", () => bomb(70 * 1024 * 1024, 1_000), "damaged"],
  ["a DOCX of 3,000 parts", "a.docx", many, "unpacks to far more"],
  ["a DOCX that is cut off", "a.docx", () => zipOf(docxParts("x")).subarray(0, 300), "damaged"],
  ["a ZIP that is no DOCX", "a.docx", () => zipOf([{ name: "a", content: latin }]), "no Word file"],
  [
    "an encrypted DOCX",
    "a.docx",
    () => zipOf(docxParts("x").map((part) => ({ ...part, flags: 1 }))),
    "locked by a password",
  ],
  ["an old Word file", "a.doc", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "the old kind"],
  ["a picture", "a.png", () => Buffer.from("89504e47", "hex"), "kind of file cannot be read"],
  ["a binary text", "a.txt", () => Buffer.alloc(999, 1), "no text"],
  ["an empty file", "a.html", () => Buffer.alloc(0), "empty"],
  ["20 MB", "a.html", () => Buffer.alloc(2 * maxFileBytes, "x"), "larger than 10 MB"],
])("%s is refused with a sentence", async (_name, name, bytes, sentence) => {
  await expect(readFile(name, bytes())).rejects.toThrow(sentence);
});
