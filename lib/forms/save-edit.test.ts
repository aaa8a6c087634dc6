import { describe, expect, test } from "vitest";
import { jobPosting } from "../../db/schema/tracker.ts";
import { AppError, NotFound } from "../errors.ts";
import { createPosting, updatePosting } from "../postings/commands.ts";
import { postingKind } from "../postings/kind.ts";
import { getPosting } from "../postings/queries.ts";
import { requireVersion } from "../records/version-check.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { initialHashes } from "./initial-values.ts";
import { EditConflict, mergeEdit, saveEdit } from "./save-edit.ts";

const inputs = {
  text: { input: "rich" },
  list: { input: "lines" },
  word_password: { input: "secret" },
};
const began = { city: "Oslo", pay: "10", text: "<p>a</p>", list: "x\ny", word_password: "" };

function sent(typed: Record<string, string>): FormData {
  const form = new FormData();
  const all = { unchanged: initialHashes(began), ...began, remove_password: "off", ...typed };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return form;
}

function conflictOf(form: FormData, stored: typeof began) {
  try {
    mergeEdit(form, stored, inputs);
  } catch (error) {
    if (error instanceof EditConflict) return error.conflict;
    throw error;
  }
  throw new Error("no conflict was seen");
}

describe("two saves of one form", () => {
  test("different fields need no choice, and equal ones neither", () => {
    const stored = { ...began, city: "Bergen" };
    expect(mergeEdit(sent({ pay: "20" }), stored, inputs)).toMatchObject({ pay: "20" });
    expect(mergeEdit(sent({ pay: "20" }), stored, inputs)).not.toHaveProperty("city");
    expect(mergeEdit(sent({ city: "Bergen" }), stored, inputs)).toMatchObject({
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
    const stored = { ...began, city: "Bergen", text: "<p>theirs</p>", list: "x\nw" };
    const { seen } = conflictOf(sent(typed), stored);
    const choices = { seen, "keep.city": "theirs", "keep.text": "both", "keep.list": "both" };
    const settled = mergeEdit(sent({ ...typed, ...choices }), stored, inputs);
    expect(settled).not.toHaveProperty("city");
    expect(settled.text).toBe("<p>theirs</p><hr><p>mine</p>");
    expect(settled.list).toBe("x\nw\ny\nz");
    const mine = mergeEdit(sent({ ...typed, ...choices, "keep.city": "mine" }), stored, inputs);
    expect(mine.city).toBe("Turku");
    const again = conflictOf(sent({ ...typed, ...choices }), { ...stored, city: "Tromsø" });
    expect(again.fields.map(({ name }) => name)).toEqual(["city"]);
  });

  test("a password is told of and never shown", () => {
    const stored = { ...began, word_password: "sealed text" };
    const found = conflictOf(sent({ word_password: "gull-egg" }), stored);
    expect(found.fields).toEqual([
      { name: "word_password", theirs: "set", mine: "set", kind: "secret", both: false },
    ]);
    expect(conflictOf(sent({ remove_password: "on" }), stored).fields[0]?.mine).toBe("");
    expect(mergeEdit(sent({}), stored, inputs).word_password ?? "").toBe("");
  });
});

describe("two saves at one moment", () => {
  freshDatabase();

  test("what was read before another save is not written over it", async () => {
    const actor = await newActor();
    const { id } = await createPosting(actor, { site_name: "Board", company_name: "Heron" });
    const read = await getPosting(actor, id);
    await new Promise((done) => setTimeout(done, 2));
    const save = (row: typeof read, pay_range: string) =>
      updatePosting(actor, row, { pay_range }, [requireVersion(jobPosting, row)]);
    await save(read, "1");
    await expect(save(read, "2")).rejects.toThrow();
    expect((await getPosting(actor, id)).pay_range).toBe("1");
    let tries = 0;
    await saveEdit(new FormData(), {
      ...postingKind,
      find: async () => (++tries === 1 ? read : await getPosting(actor, id)),
      stored: () => ({}),
      save: (row) => save(row, "3"),
    });
    expect([tries, (await getPosting(actor, id)).pay_range]).toEqual([2, "3"]);
  });

  test("a row that was deleted meanwhile says so, where a form is kept", async () => {
    const gone = saveEdit(new FormData(), {
      ...postingKind,
      find: async () => {
        throw new NotFound();
      },
      stored: () => ({}),
      save: async () => undefined,
    });
    await expect(gone).rejects.toThrow(AppError);
    await expect(gone).rejects.toThrow(/bring it back from the trash/);
  });
});
