import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

freshDatabase();

const send: Send = apiOf(operations);
let token = "";

beforeAll(async () => {
  token = await tokenOf(send, "hunter");
});

const make = async (name: string, json: object, who = token) => {
  const { body } = await send("POST", `/api/${name}/`, { token: who, json });
  return (body as { id: number }).id;
};
const offer = {
  job_title: "Engineer",
  opportunity_status: "2 - Awaiting Feedback",
  recruiter_company: "Fennel & Rowe",
};

describe("a contact", () => {
  test("is added, read, changed, deleted and restored as all others are", async () => {
    const added = await send("POST", "/api/contact/", { token, json: { name: "Rita Almeida" } });
    expect(added.status).toBe(201);
    const path = added.headers.get("location") ?? "";
    expect(added.body).toEqual({
      id: expect.any(Number),
      name: "Rita Almeida",
      company: "",
      kind: "",
      role: "",
      email: "",
      phone: "",
      url: "",
      notes: "",
      last_contacted_at: null,
      user: expect.any(Number),
    });
    const json = { name: "Rita A.", last_contacted_at: "2024-06-03T14:20:00+02:00" };
    expect((await send("PUT", path, { token, json })).status).toBe(204);
    const headers = { "content-type": "application/merge-patch+json" };
    const patched = await send("PATCH", path, { token, headers, json: { company: "Fennel" } });
    expect(patched.status).toBe(204);
    expect((await send("GET", path, { token })).body).toMatchObject({
      name: "Rita A.",
      company: "Fennel",
    });
    expect((await send("DELETE", path, { token })).status).toBe(204);
    expect((await send("GET", path, { token })).status).toBe(404);
    const id = path.split("/").at(-1);
    await send("POST", `/api/trash/contact/${id}/restore`, { token });
    expect((await send("GET", `/api/contact/?search=fennel`, { token })).body).toHaveLength(1);
  });

  test("needs a name, and says what is too long", async () => {
    const refused = async (json: object) =>
      (await send("POST", "/api/contact/", { token, json })).body;
    expect(await refused({})).toEqual({ name: ["This field is required."] });
    expect(await refused({ name: "n".repeat(129), email: "e".repeat(255) })).toEqual({
      name: ["Ensure this field has no more than 128 characters."],
      email: ["Ensure this field has no more than 254 characters."],
    });
  });
});

describe("the links of a contact", () => {
  test("hold one thing each, once", async () => {
    const contact = await make("contact", { name: "Abe" });
    const site = await make("job_site", { site_name: "Board" });
    const path = `/api/contact/${contact}/links/`;
    const link = (json: object) => send("POST", path, { token, json });
    const first = await link({ job_site_id: site });
    const again = await link({ job_site_id: site, job_posting_id: null });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const one = "Name exactly one of";
    expect((await link({})).text).toContain(one);
    expect((await link({ job_site_id: site, job_posting_id: 1 })).text).toContain(one);
    const stranger = await tokenOf(send, "stranger");
    const theirs = await make("job_site", { site_name: "Theirs" }, stranger);
    for (const id of [theirs, 999_999]) {
      const refused = await link({ job_site_id: id });
      expect([refused.status, refused.body]).toEqual([
        400,
        { job_site_id: [`Invalid pk "${id}" - object does not exist.`] },
      ]);
    }
    expect((await send("GET", path, { token })).body).toEqual([first.body]);
    expect((await send("GET", `${path}?search=board`, { token })).body).toEqual([]);
    const filtered = await send("GET", `${path}?job_site_id=${site}&limit=1`, { token });
    expect(filtered.body).toEqual([first.body]);
    await send("DELETE", `/api/job_site/${site}`, { token });
    expect((await send("GET", path, { token })).body).toEqual([]);
    await send("POST", `/api/trash/job_site/${site}/restore`, { token });
    const address = first.headers.get("location") ?? "";
    expect((await send("DELETE", address, { token })).status).toBe(204);
    expect((await send("DELETE", address, { token })).status).toBe(404);
  });

  test("say which the documented fields name", async () => {
    const recruiter_name = "Oda Brandt";
    const id = await make("email_opportunity", { ...offer, recruiter_name });
    const [oda] = (await send("GET", "/api/contact/?search=oda", { token })).body as {
      id: number;
    }[];
    expect((await send("GET", `/api/contact/${oda?.id}/links/`, { token })).body).toMatchObject([
      { email_opportunity_id: id, is_documented: true },
    ]);
    const headers = { "content-type": "application/merge-patch+json" };
    const json = { name: "Oda B." };
    await send("PATCH", `/api/contact/${oda?.id}`, { token, headers, json });
    expect((await send("GET", `/api/email_opportunity/${id}`, { token })).body).toMatchObject({
      recruiter_name: "Oda B.",
    });
  });
});

const card = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");

describe("cards", () => {
  const upload = async (who: string, file: string | Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    body.set("file", new File([file], "people.vcf"));
    return send("POST", "/api/contact/vcard/", { token: who, body });
  };
  const contactsOf = async (who: string) =>
    (await send("GET", "/api/contact/", { token: who })).body as Record<string, string>[];

  test("of three versions are read, without photos, and nobody twice", async () => {
    const who = await tokenOf(send, "cards");
    await make("contact", { name: "Known Person", email: "KNOWN@example.org" }, who);
    const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${"QUJD".repeat(20)}\r\n ${"QUJD".repeat(20)}`;
    const file = [
      card(
        "VERSION:3.0",
        "N:Almeida;Rita;;;",
        "FN:Rita Almeida",
        "ORG:Fennel & Rowe\\, Ltd;Search",
        "TITLE:Senior consultant",
        "item1.EMAIL;TYPE=INTERNET:other@fennel.example",
        "EMAIL;TYPE=INTERNET,pref:rita@fennel.example",
        photo,
        "TEL;TYPE=CELL:+49 30 5550 140",
        "URL:https\\://fennel.example/rita",
        "NOTE:Straight about pay\\; calls",
        "  before nine.\\nTwice <right>",
      ),
      card(
        "VERSION:4.0",
        'N;SORT-AS="Brandt,Oda":Brandt;Oda;;;',
        "FN:Oda Brandt",
        "TEL;VALUE=uri;PREF=1:tel:+49-30-5550-141",
      ),
      card(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rgens;=C3=85se;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85se =",
        "J=C3=B6rgens",
        "TEL;WORK;VOICE:030 5550",
      ),
      card("VERSION:3.0", "FN:Somebody Known", "EMAIL:known@example.org"),
      card("VERSION:3.0", "FN:RITA ALMEIDA", "ORG:fennel & rowe\\, ltd"),
      card("VERSION:3.0", "NOTE:nobody"),
    ].join("");
    const got = await upload(who, file);
    expect([got.status, got.body]).toEqual([200, { added: 3, known: 2, unread: 1 }]);
    const rows = await contactsOf(who);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatchObject({
      name: "Rita Almeida",
      company: "Fennel & Rowe, Ltd",
      role: "Senior consultant",
      email: "rita@fennel.example",
      phone: "+49 30 5550 140",
      url: "https://fennel.example/rita",
      notes: "<p>Straight about pay; calls before nine.<br />Twice &lt;right&gt;</p>",
    });
    expect(rows[2]).toMatchObject({ name: "Oda Brandt", phone: "+49-30-5550-141" });
    expect(rows[3]).toMatchObject({ name: "Åse Jörgens", phone: "030 5550" });
    expect((await upload(who, file)).body).toMatchObject({ added: 0 });
  });

  test("are written so that they come back as they were", async () => {
    const who = await tokenOf(send, "card-writer");
    const contact = {
      name: "Åse Jörgens-Lund; PhD",
      company: "Comma, Semicolon; & Sons",
      role: "Head\\of people",
      email: "ase@lund.example",
      phone: "+47 555 01 02",
      url: "https://lund.example/?a=1,2;3",
    };
    const notes = `<p>${"A long note, with ünïcödé; ".repeat(20)}</p>`;
    await make("contact", { ...contact, notes }, who);
    const all = await send("GET", "/api/contact/vcard/", { token: who });
    expect(all.headers.get("content-type")).toBe("text/vcard; charset=utf-8");
    for (const line of all.text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThan(80);
    }
    const other = await tokenOf(send, "card-reader");
    expect((await upload(other, all.text)).body).toEqual({ added: 1, known: 0, unread: 0 });
    const [read] = await contactsOf(other);
    expect(read).toMatchObject(contact);
    expect(read?.notes).toContain("A long note, with ünïcödé; A long note");
    const one = await send("GET", `/api/contact/${read?.id}/vcard/`, { token: other });
    expect(one.text).toBe(all.text);
  });

  test.each([
    ["a photo of a cat", "There are no people in that file."],
    [new Uint8Array(1_000_001), "larger than 1 MB"],
    [card("VERSION:3.0", "FN:A").repeat(2_001), "more than 2,000 people"],
  ])("that are none, or too many, are refused in words: %#", async (file, sentence) => {
    const got = await upload(await tokenOf(send, "refused"), file);
    expect(got.status).toBe(400);
    expect(got.text).toContain(sentence);
  });

  test.each([
    ["one endless line", card(`FN:${"x".repeat(900_000)}`)],
    [
      "very many lines",
      card(
        "FN:Many",
        ..."x"
          .repeat(40_000)
          .split("")
          .map(() => "TEL:1"),
      ),
    ],
    [
      "very many folds",
      card(
        "FN:Folded",
        ..."x"
          .repeat(200_000)
          .split("")
          .map(() => " a"),
      ),
    ],
    [
      "soft breaks without end",
      card(
        "FN;QUOTED-PRINTABLE:=",
        ..."x"
          .repeat(200_000)
          .split("")
          .map(() => "="),
      ),
    ],
    ["a parameter without end", card("FN:P", `TEL;${"TYPE=x;".repeat(100_000)}:1`)],
    ["quotes that nobody closes", card("FN:Q", `TEL;TYPE="${'"'.repeat(400_001)}`)],
  ])("of a hostile hand take no long time: %s", async (_, file) => {
    const who = await tokenOf(send, "hostile");
    const begun = performance.now();
    const got = await upload(who, file);
    expect(got.status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(1_500);
    for (const row of await contactsOf(who)) expect([...(row.name ?? "")].length).toBeLessThan(129);
  });
});
