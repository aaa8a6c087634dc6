import { describe, expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { companyKey } from "../matching/company-key.ts";
import { freshDatabase } from "../testing.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);
const path = "/api/connection/";

const list = `Notes:
"When exporting your connection data, you may notice that some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Kim,Ash,https://people.example/kim,,"Larch Foods, Inc.",Baker,02 Jan 2024
Zoë,Rowan,javascript:alert(1),,LARCH FOODS GMBH,"Lead, Bread",03 Jan 2024
Nobody,Known,,,,,04 Jan 2024
,,,,Larch Foods,,05 Jan 2024
Robin,Vale,,,Harbour Talent,Recruiter,06 Jan 2024
`;

const fileOf = (text: string) => {
  const body = new FormData();
  body.set("file", new File([text], "Connections.csv"));
  return body;
};

async function person(name: string) {
  const token = await tokenOf(send, name);
  const known = async (company: string) =>
    (await send("GET", `${path}?company=${encodeURIComponent(company)}`, { token })).body;
  return {
    token,
    known,
    bring: (text: string) => send("POST", path, { token, body: fileOf(text) }),
  };
}

describe("LinkedIn's list of connections", () => {
  test("says whom one knows at a company, however its name is written", async () => {
    const { bring, known } = await person("hunter");
    expect((await bring(list)).body).toEqual({ connections: 3 });
    expect(await known("Larch Foods")).toMatchObject([
      { name: "Kim Ash", position: "Baker", url: "https://people.example/kim" },
      { name: "Zoë Rowan", position: "Lead, Bread", url: "" },
    ]);
    expect(await known("Larch")).toEqual([]);
    const other = await person("another");
    expect(await other.known("Larch Foods")).toEqual([]);
  });

  test("replaces the list before, and is forgotten", async () => {
    const { token, bring, known } = await person("replacer");
    await bring(list);
    await bring(list.replace("Harbour Talent", "Fern & Field"));
    expect(await known("harbour talent")).toEqual([]);
    expect(await known("Fern & Field Ltd.")).toHaveLength(1);
    expect((await send("DELETE", path, { token })).status).toBe(204);
    expect(await known("Larch Foods")).toEqual([]);
  });

  test("is refused in words where it is another file, and keeps the list before", async () => {
    const { token, bring, known } = await person("careful");
    await bring(list);
    for (const [text, sentence] of [
      ["Company,Title\nLarch,Baker\n", /not LinkedIn’s list/],
      ["", /empty/],
      [list + "A,B,,,C,,\n".repeat(30_001), /more than 30,000/],
    ] as const) {
      const got = await bring(text);
      expect(got.status).toBe(400);
      expect(got.text).toMatch(sentence);
    }
    expect(await known("Larch Foods")).toHaveLength(2);
    expect((await send("GET", path, { token })).status).toBe(400);
  });
});

test.each([
  ["Larch Foods, Inc.", "larch foods"],
  ["LARCH  FOODS", "larch foods"],
  ["Müller GmbH & Co. KG", "muller"],
  ["AG", "ag"],
  ["S.A.P. SE", "sap"],
  ["–", ""],
])("the company %j is compared as %j", (name, key) => {
  expect(companyKey(name)).toBe(key);
});
