import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { atomically, getDb } from "../../../db/client.ts";
import { snapshot } from "../../../db/schema/snapshots.ts";
import { NotFound } from "../../errors.ts";
import { listEvents } from "../../events/queries.ts";
import { createPosting, deletePosting } from "../../postings/commands.ts";
import { getPosting } from "../../postings/queries.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { emptyTrash, restore } from "../../trash/commands.ts";
import type { CapturedPosting } from "../posting.ts";
import { compareWith } from "./check.ts";
import { keepSnapshot } from "./commands.ts";
import { getSnapshot, listSnapshots } from "./queries.ts";
import { bakerAt, payOf } from "./testing.ts";
import { maxSnapshots } from "./values.ts";

freshDatabase();

const url = "https://jobs.larch.example/openings/42";

async function baker() {
  const actor = await newActor();
  const { id } = await createPosting(actor, { site_name: "Board", posting_url_full: url });
  const keep = (values: Partial<CapturedPosting> = {}, at?: string, by = actor) =>
    atomically(
      keepSnapshot(by, id, {
        posting: bakerAt(values),
        source: "address",
        address: url,
        ...(at ? { captured_at: at } : {}),
      }),
    );
  const page = { status: 200, address: url, words: "" };
  const look = (postings: CapturedPosting[], more: object = {}) =>
    compareWith(
      actor,
      { id, posting_url_full: url },
      {
        postings,
        is_list: false,
        note: null,
        page,
        ...more,
      },
    );
  const told = async () =>
    (await listEvents(actor, "job_posting", id)).flatMap(({ kind, to_value }) =>
      kind === "checked" ? [to_value] : [],
    );
  return { actor, id, keep, look, told };
}

describe("a snapshot", () => {
  test("that is the same only moves when it was last seen", async () => {
    const { actor, id, keep } = await baker();
    await keep({}, "2026-11-12T10:00:00.000000Z");
    await keep({}, "2026-11-20T10:00:00.000000Z");
    expect(await listSnapshots(actor, id)).toMatchObject([
      { captured_at: "2026-11-12T10:00:00.000000Z", seen_at: "2026-11-20T10:00:00.000000Z" },
    ]);
    await keep({ pay: payOf(75_000) });
    await keep({});
    const rows = await listSnapshots(actor, id);
    expect(rows.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ["pay"],
      ["pay"],
      [],
    ]);
  });

  test("is kept up to a limit: the first and the newest stay", async () => {
    const { actor, id, keep } = await baker();
    for (let i = 0; i < maxSnapshots + 5; i++) await keep({ posting_title: `Baker ${i}` });
    const titles = (await listSnapshots(actor, id)).map(({ fields }) => fields.posting_title);
    expect(titles).toHaveLength(maxSnapshots);
    expect(titles.at(-1)).toBe("Baker 0");
    expect(titles.slice(0, 2)).toEqual([`Baker ${maxSnapshots + 4}`, `Baker ${maxSnapshots + 3}`]);
  });

  test("is nobody else's, and goes with its posting to the trash and back", async () => {
    const { actor, id, keep } = await baker();
    const stranger = await newActor();
    await keep({}, undefined, stranger);
    expect(await listSnapshots(actor, id)).toEqual([]);
    await keep();
    expect(await listSnapshots(stranger, id)).toEqual([]);
    const [{ id: which } = { id: 0 }] = await listSnapshots(actor, id);
    await expect(getSnapshot(stranger, id, which)).rejects.toThrow(NotFound);
    await deletePosting(actor, await getPosting(actor, id));
    await keep({ pay: payOf(1) });
    await restore(actor, "job_posting", id);
    expect(await getSnapshot(actor, id, which)).toMatchObject({
      text: "<h2>Bread</h2><p>You bake it.</p>",
    });
    expect(await listSnapshots(actor, id)).toHaveLength(1);
    await deletePosting(actor, await getPosting(actor, id));
    await emptyTrash(actor);
    expect(await getDb().$count(snapshot, eq(snapshot.job_posting_id, id))).toBe(0);
  });
});

describe("another look", () => {
  test("keeps what it finds first, and then tells and logs what changed", async () => {
    const { actor, id, look, told } = await baker();
    expect((await look([bakerAt()])).note).toMatch(/^Kept as it stands today/);
    expect(await look([bakerAt()])).toEqual({
      changed: [],
      closed: false,
      note: "Nothing has changed.",
    });
    const { note, changed } = await look([bakerAt({ pay: payOf(75_000) })]);
    expect(note).toBe("Pay changed from €70,000 a year to €75,000 a year.");
    expect(changed).toMatchObject([{ field: "pay" }]);
    expect(await told()).toEqual(["pay changed from €70,000 a year to €75,000 a year"]);
    expect(await listSnapshots(actor, id)).toHaveLength(2);
  });

  test("logs once that a posting is closed, and that it is open again", async () => {
    const { look, told } = await baker();
    await look([bakerAt()]);
    const gone = { page: { status: 404, address: url, words: "" } };
    expect(await look([], gone)).toMatchObject({
      closed: true,
      note: "The posting is closed: its page is gone.",
    });
    await look([], gone);
    expect(await told()).toEqual(["closed"]);
    expect((await look([bakerAt()])).note).toMatch(/^The posting is open again\. Nothing/);
    expect(await told()).toEqual(["open again", "closed"]);
  });

  test("an auth wall says what it is, and neither keeps nor logs anything", async () => {
    const { actor, id, look, told } = await baker();
    const found = { source: "address", confidence: "likely" } as const;
    const number = bakerAt({ job_description: null, found: { job_id: found } });
    const note = "LinkedIn asks to sign in.";
    const wall = { note, page: { status: 403, address: url, words: "" } };
    expect(await look([number], wall)).toEqual({ changed: [], closed: false, note });
    expect((await look([bakerAt()], { is_list: true })).note).toMatch(/could not read/);
    expect(await told()).toEqual([]);
    expect(await listSnapshots(actor, id)).toEqual([]);
  });
});
