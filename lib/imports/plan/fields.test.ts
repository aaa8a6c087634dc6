import { expect, test } from "vitest";
import { type KnownCells, planCells } from "../testing.ts";

const base: KnownCells = {
  Company: ["company_name", "Larkspur"],
  Role: ["posting_title", "Tester"],
  "Date Applied": ["applied_at", "2026-01-20"],
  Status: ["posting_status", "Rejected"],
};

const planned = (cells: KnownCells) => {
  const { draft } = planCells({ ...base, ...cells });
  if (!draft) throw new Error("the row became no posting");
  const told = draft.comments.map((comment) => comment.comment_content).join("");
  return { ...draft, told };
};

test("a posting whose fields hold everything has no comment", () => {
  expect(planned({}).comments).toEqual([]);
  expect(planned({ Status: ["posting_status", "Rejected by e-mail"] }).told).toContain("by e-mail");
});

test.each([
  ["Remote", "Yes", "Remote"],
  ["Remote?", "TRUE", "Remote"],
  ["Home Office", "ja", "Remote"],
  ["Remote", "checked", "Remote"],
  ["Remote %", "100%", "Remote"],
  ["Hybrid", "✔️", "Hybrid"],
  ["Remote", "No", ""],
  ["Remote", "unchecked", ""],
  ["Remote / Hybrid", "Yes", ""],
  ["Remote", "Not remote", "Not remote"],
  ["Work mode", "fully remote", "Remote"],
])("“%s: %s” is the place of work “%s”", (heading, cell, mode) => {
  const { location_type, told } = planned({ [heading]: ["location_type", cell] });
  expect(location_type).toBe(mode);
  if (mode === "") expect(told).toContain(cell);
});

test.each([
  ["Alder Foods (https://www.notion.so/Alder-Foods-0a1b2c?pvs=4)", "Alder Foods"],
  ["Alder Foods (../Companies/Alder%20Foods%200a1b2c.md)", "Alder Foods"],
  ["[Alder Foods](https://alder.example)", "Alder Foods"],
  ["[[Companies/Alder Foods|Alder]]", "Alder"],
  ["Alder Foods (formerly Elm)", "Alder Foods (formerly Elm)"],
])("the name in %s is %s", (cell, name) => {
  const { company_name, told } = planned({ Company: ["company_name", cell] });
  expect(company_name).toBe(name);
  if (name !== cell) expect(told).toContain(cell.slice(0, 20));
});

test("the address behind a title is the posting's, unless it is a page of the tracker", () => {
  const url = (role: string) => planned({ Role: ["posting_title", role] }).posting_url_full;
  expect(url("[Tester](https://alder.example/jobs/1)")).toBe("https://alder.example/jobs/1");
  expect(url("Tester (https://www.notion.so/Tester-0a1b2c)")).toBe("");
});
