import { afterEach, expect, test, vi } from "vitest";
import { downloadCsv } from "./download.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("a chart's CSV starts no formula, whatever a site is called", async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    saved.push(blob as Blob);
    return "blob:none";
  });
  vi.stubGlobal("document", { createElement: () => ({ click: () => {} }) });
  downloadCsv(["Site", "Postings"], [['=HYPERLINK("https://evil.example")', 3]], "sites");
  expect(await saved[0]?.text()).toContain('\'=HYPERLINK(""https://evil.example"")",3');
});
