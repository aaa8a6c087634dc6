import { describe, expect, test } from "vitest";
import { AppError, Conflict, NotFound } from "../errors.ts";
import { createPosting, savePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { settledFields, undisturbed } from "./conflicts.ts";
import { marksOf } from "./initial-values.ts";

const kinds = {
  rich: "text",
  lines: ["list"],
  secret: { field: "word_password", forget: "forget" },
};
const began = { city: "Oslo", pay: "10", text: "<p>a</p>", list: "x\ny", word_password: "" };

function sent(typed: Record<string, string>): FormData {
  const form = new FormData();
  const all = { unchanged: marksOf(began), ...began, forget: "off", ...typed };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return form;
}

function conflictOf(form: FormData, stands: typeof began): Conflict {
  try {
    settledFields(form, stands, kinds);
  } catch (error) {
    if (error instanceof Conflict) return error;
    throw error;
  }
  throw new Error("no conflict was seen");
}

describe("two saves of one form", () => {
  test("different fields need no choice, and equal ones neither", () => {
    const stands = { ...began, city: "Bergen" };
    expect(settledFields(sent({ pay: "20" }), stands, kinds)).toMatchObject({ pay: "20" });
    expect(settledFields(sent({ pay: "20" }), stands, kinds)).not.toHaveProperty("city");
    expect(settledFields(sent({ city: "Bergen" }), stands, kinds)).toMatchObject({
      city: "Bergen",
    });
  });

  test("both versions of one field are shown, and what else was saved there is named", () => {
    const found = conflictOf(sent({ city: "Turku" }), { ...began, city: "Bergen", pay: "30" });
    expect(found.fields).toEqual([
      { name: "city", theirs: "Bergen", mine: "Turku", kind: "text", both: false },
    ]);
    expect(found.others).toEqual(["pay"]);
  });

  test("the choice is carried out, and asked again where a third save came between", () => {
    const typed = { city: "Turku", text: "<p>mine</p>", list: "y\nz" };
    const stands = { ...began, city: "Bergen", text: "<p>theirs</p>", list: "x\nw" };
    const { seen } = conflictOf(sent(typed), stands);
    const choices = { seen, "keep.city": "theirs", "keep.text": "both", "keep.list": "both" };
    const settled = settledFields(sent({ ...typed, ...choices }), stands, kinds);
    expect(settled).not.toHaveProperty("city");
    expect(settled.text).toBe("<p>theirs</p><hr><p>mine</p>");
    expect(settled.list).toBe("x\nw\ny\nz");
    const mine = settledFields(sent({ ...typed, ...choices, "keep.city": "mine" }), stands, kinds);
    expect(mine.city).toBe("Turku");
    const again = conflictOf(sent({ ...typed, ...choices }), { ...stands, city: "Tromsø" });
    expect(again.fields.map(({ name }) => name)).toEqual(["city"]);
  });

  test("a password is told of and never shown", () => {
    const stands = { ...began, word_password: "sealed text" };
    const found = conflictOf(sent({ word_password: "gull-egg" }), stands);
    expect(found.fields).toEqual([
      { name: "word_password", theirs: "set", mine: "set", kind: "secret", both: false },
    ]);
    expect(conflictOf(sent({ forget: "on" }), stands).fields[0]?.mine).toBe("");
    expect(settledFields(sent({}), stands, kinds).word_password ?? "").toBe("");
  });
});

describe("two saves at one moment", () => {
  freshDatabase();

  test("what was read before another save is not written over it", async () => {
    const actor = await newActor();
    const { id } = await createPosting(actor, { site_name: "Board", company_name: "Heron" });
    const read = await getPosting(actor, id);
    await new Promise((done) => setTimeout(done, 2));
    await savePosting(actor, read, { pay_range: "1" });
    await expect(savePosting(actor, read, { pay_range: "2" })).rejects.toThrow();
    expect((await getPosting(actor, id)).pay_range).toBe("1");
    let tries = 0;
    await undisturbed(async () => {
      tries += 1;
      await savePosting(actor, tries === 1 ? read : await getPosting(actor, id), {
        pay_range: "3",
      });
    });
    expect([tries, (await getPosting(actor, id)).pay_range]).toEqual([2, "3"]);
  });

  test("a row that was deleted meanwhile says so, where a form is kept", async () => {
    const gone = undisturbed(async () => {
      throw new NotFound();
    });
    await expect(gone).rejects.toThrow(AppError);
    await expect(gone).rejects.toThrow(/bring it back from the trash/);
  });
});
