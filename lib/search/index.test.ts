import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { databasePath } from "../../db/location.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addComment } from "../comments/commands.ts";
import { commitBatch } from "../imports/commit.ts";
import { getBatch } from "../imports/queries.ts";
import { stageFile } from "../imports/staging/stage.ts";
import { withFile } from "../imports/testing.ts";
import { undoBatch } from "../imports/undo.ts";
import { kinds } from "../kinds.ts";
import { createOpportunity, deleteOpportunity } from "../opportunities/commands.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { changeStatus, createPosting, deletePosting, updatePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { createSite, deleteSite, updateSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { emptyTrash, restore } from "../trash/commands.ts";
import { indexPending } from "./commands.ts";
import { type Document, documentOf, readTexts, rowidsPerKind } from "./documents.ts";

freshDatabase();

type Entry = { term: string; doc: number; col: keyof Document };

/** Every term of the index with its row and column. */
function indexed(): string[] {
  const sqlite = new Database(databasePath());
  sqlite.exec("create virtual table temp.terms using fts5vocab(main, search_index, instance)");
  const rows = sqlite.prepare("select term, doc, col from temp.terms").all() as Entry[];
  const left = sqlite.prepare("select count(*) from search_pending").pluck().get();
  sqlite.close();
  expect(left).toBe(0);
  return rows.map(({ term, doc, col }) => `${doc} ${col} ${term}`).sort();
}

/** The same, made from the rows as they stand. */
async function recomputed(): Promise<string[]> {
  const terms: string[] = [];
  for (const { name: table, search } of kinds) {
    const rows = await getDb().all<{ id: number; user_id: number }>(
      sql`select id, user_id from ${sql.identifier(table)}`,
    );
    const texts = await readTexts(
      table,
      rows.map(({ id }) => id),
    );
    for (const { id, user_id } of rows) {
      const said = texts.get(id);
      if (!said) continue;
      for (const [col, text] of Object.entries(documentOf(user_id, said))) {
        for (const term of text.split(" ").filter(Boolean)) {
          terms.push(`${search.number * rowidsPerKind + id} ${col} ${term}`);
        }
      }
    }
  }
  return terms.sort();
}

const words = fc.stringMatching(/^[a-cé東京<>"* ]{0,12}$/);

type Act = (
  actor: Actor,
  word: string,
  pick: (ids: number[]) => number | undefined,
) => Promise<unknown>;

async function idsOf(actor: Actor, table: string, trashed = false): Promise<number[]> {
  const rows = await getDb().all<{ id: number }>(
    sql`select id from ${sql.identifier(table)} where user_id = ${actor.user_id}
      and (deleted_at is null) = ${trashed ? 0 : 1}`,
  );
  return rows.map(({ id }) => id);
}

const onSome =
  (
    table: string,
    act: (actor: Actor, id: number, word: string) => Promise<unknown>,
    trashed = false,
  ): Act =>
  async (actor, word, pick) => {
    const id = pick(await idsOf(actor, table, trashed));
    if (id !== undefined) await act(actor, id, word);
  };

async function importSome(actor: Actor, word: string): Promise<void> {
  const safe = word.replaceAll('"', "");
  const file = `Company,Title,Status\n"Larch ${safe}",Tester,Applied\nOak,"Clerk ${safe}",Rejected\n`;
  const staged = await withFile(file, (path) => stageFile(actor, path, "hunt.csv", {}));
  if ("id" in staged) {
    const batch = await getBatch(actor, staged.id);
    await commitBatch(actor, batch, { attention: true, duplicates: true });
  }
}

const acts: Record<string, Act> = {
  addSite: (actor, site_name) => createSite(actor, { site_name }),
  addPosting: onSome("job_site", (actor, job_site_id, word) =>
    createPosting(actor, { job_site_id, company_name: word, job_description: `<p>${word}</p>` }),
  ),
  addOpportunity: (actor, word) =>
    createOpportunity(actor, {
      job_title: word,
      opportunity_status: "1 - Waiting",
      recruiter_name: word,
      recruiter_company: "",
    }),
  edit: onSome("job_posting", async (actor, id, word) =>
    updatePosting(actor, await getPosting(actor, id), { posting_title: word }),
  ),
  status: onSome("job_posting", async (actor, id) =>
    changeStatus(actor, await getPosting(actor, id), "3 - Rejected"),
  ),
  comment: onSome("job_posting", async (actor, id, word) =>
    addComment(
      actor,
      { subject: "job_posting", row: await getPosting(actor, id) },
      { comment_type: "Call", comment_content: sanitizeRichText(word), commented_at: undefined },
    ),
  ),
  rename: onSome("job_site", async (actor, id, site_name) =>
    updateSite(actor, await getSite(actor, id), { site_name }),
  ),
  deletePosting: onSome("job_posting", async (actor, id) =>
    deletePosting(actor, await getPosting(actor, id)),
  ),
  deleteSite: onSome("job_site", async (actor, id) => deleteSite(actor, await getSite(actor, id))),
  deleteOpportunity: onSome("email_opportunity", async (actor, id) =>
    deleteOpportunity(actor, await getOpportunity(actor, id)),
  ),
  restorePosting: onSome(
    "job_posting",
    (actor, id) => restore(actor, "job_posting", id).catch(() => undefined),
    true,
  ),
  restoreSite: onSome("job_site", (actor, id) => restore(actor, "job_site", id), true),
  emptyTrash: (actor) => emptyTrash(actor),
  import: importSome,
  undoImport: async (actor, _, pick) => {
    const rows = await getDb().all<{ id: number }>(
      sql`select id from import_batch where user_id = ${actor.user_id} and state = 'done'`,
    );
    const id = pick(rows.map((row) => row.id));
    if (id !== undefined) await undoBatch(actor, await getBatch(actor, id));
  },
  index: () => indexPending(),
};

const step1 = fc.record({
  act: fc.constantFrom(...Object.keys(acts)),
  who: fc.nat(1),
  word: words,
  which: fc.nat(50),
});

test("matches the rows after any writes, without deleted ones", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step1, { minLength: 5, maxLength: 40 }),
      fc.boolean(),
      async (steps, leaves) => {
        const actors = [await newActor(), await newActor()] as const;
        for (const { act, who, word, which } of steps) {
          const pick = (ids: number[]) => ids[which % Math.max(1, ids.length)];
          await acts[act]?.(actors[who === 0 ? 0 : 1], word, pick);
        }
        if (leaves) await getDb().run(sql`delete from user where id = ${actors[0].user_id}`);
        while ((await indexPending()) > 0);
        expect(indexed()).toEqual(await recomputed());
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test("does not index a row from before a concurrent change", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Elm" });
  // Both read the old name; the change comes between the reading and the second one's writing.
  const [first, second] = [indexPending(), indexPending()];
  await updateSite(actor, await getSite(actor, site.id), { site_name: "Yew" });
  await Promise.all([first, second]);
  while ((await indexPending()) > 0);
  expect(indexed()).toEqual(await recomputed());
});
