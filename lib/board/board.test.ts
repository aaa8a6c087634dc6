import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { advance, beginUndo } from "../bulk/commands.ts";
import { addDays, dayMs, today, toStored } from "../dates.ts";
import { NotFound } from "../errors.ts";
import { createFollowUp } from "../follow-ups/commands.ts";
import { createInterview } from "../interviews/commands.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { blankOpportunity, opportunityFilter } from "../opportunities/schema.ts";
import { createPosting, deletePosting } from "../postings/commands.ts";
import { getPosting, searchPostings } from "../postings/queries.ts";
import { postingFilter } from "../postings/schema.ts";
import { createSite } from "../sites/commands.ts";
import { usualStatuses } from "../statuses/words.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { closedStatuses, foldedKeys, toggleFolded } from "./columns.ts";
import { moveCards } from "./commands.ts";
import { board, cardsAt, nextCards } from "./queries.ts";
import type { BoardView } from "./sources.ts";
import { cardsAtOnce } from "./values.ts";

freshDatabase();

const view = (filter: object = {}): BoardView & { kind: "job_posting" } => ({
  kind: "job_posting",
  filter: postingFilter.parse({ layout: "board", ...filter }),
});

const engaged = { action: "status", status: "1 - Actively Engaged" } as const;

async function hunt(statuses: readonly string[]) {
  const actor = await newActor();
  const { id: job_site_id } = await createSite(actor, { site_name: "Board" });
  const ids: number[] = [];
  for (const [at, posting_status] of statuses.entries()) {
    const applied_at =
      posting_status === "5 - Saved" ? null : toStored(Date.now() - (60 - at) * dayMs);
    const company_name = `Firm ${String(at).padStart(2, "0")}`;
    ids.push(
      (await createPosting(actor, { job_site_id, company_name, posting_status, applied_at })).id,
    );
  }
  return { actor, ids, job_site_id };
}

const counts = (columns: { key: string; count: number }[]) =>
  Object.fromEntries(columns.map(({ key, count }) => [key, count]));

const names = (columns: Awaited<ReturnType<typeof board>>, key: string) =>
  columns.find((column) => column.key === key)?.cards.map(({ company }) => company);

const seen = (ids: number[], status = "4 - No Response") => ids.map((id) => ({ id, seen: status }));

describe("the columns", () => {
  test("hold each posting once, by the kind of its status, by status and by stage", async () => {
    const { actor, job_site_id } = await hunt([
      "5 - Saved",
      "4 - No Response",
      "2 - Awaiting Feedback",
      "0 - Offer Accepted",
      "3 - Rejected",
      "Ghosted twice",
    ]);
    await createPosting(actor, { job_site_id, rejected_after_stage: "Lunch" });
    expect(counts(await board(actor, view()))).toEqual({
      saved: 1,
      waiting: 2,
      engaged: 1,
      offer: 1,
      closed: 2,
    });
    const byStatus = counts(await board(actor, view({ by: "status" })));
    expect(byStatus).toMatchObject({ "Ghosted twice": 1, "3 - Rejected": 1, "0.5 - Offer": 0 });
    expect(counts(await board(actor, view({ by: "stage" })))).toMatchObject({ "": 6, Lunch: 1 });
    expect(counts(await board(actor, view({ site: job_site_id, q: "Firm 02" })))).toMatchObject({
      waiting: 0,
      engaged: 1,
    });
  });

  test("are nobody else's, and what is folded brings no cards", async () => {
    const { actor } = await hunt(["4 - No Response", "3 - Rejected"]);
    expect(counts(await board(await newActor(), view()))).toMatchObject({ waiting: 0, closed: 0 });
    expect(names(await board(actor, view()), "closed")).toEqual([]);
    expect(names(await board(actor, view({ folded: "none" })), "closed")).toEqual(["Firm 01"]);
  });

  test("show as many as the list's chips where no log says otherwise", async () => {
    const { actor } = await hunt([
      "5 - Saved",
      "4 - No Response",
      "4 - No Response",
      "3 - Rejected",
    ]);
    const { views } = await searchPostings(actor, view().filter);
    const { saved, waiting, closed } = counts(await board(actor, view()));
    expect({ saved, waiting, closed }).toEqual({ saved: 1, waiting: 2, closed: 1 });
    expect(views).toMatchObject({ saved: 1, waiting: 2, closed: 1 });
  });

  test("fold and unfold in the address", () => {
    expect(foldedKeys(undefined)).toEqual(["closed"]);
    expect(toggleFolded(undefined, "closed")).toBe("none");
    expect(toggleFolded("none", "closed")).toBeUndefined();
    expect(toggleFolded(undefined, "offer")).toBe("closed|offer");
  });

  test("of opportunities are by their own statuses", async () => {
    const actor = await newActor();
    await createOpportunity(actor, { ...blankOpportunity(), job_title: "Baker" });
    const closed = {
      opportunity_status: closedStatuses(usualStatuses, "email_opportunity")[0] ?? "",
    };
    await createOpportunity(actor, { ...blankOpportunity(), ...closed });
    const filter = opportunityFilter.parse({ layout: "board" });
    const columns = await board(actor, { kind: "email_opportunity", filter });
    expect(counts(columns)).toEqual({ waiting: 1, engaged: 0, closed: 1 });
    expect(columns[0]?.cards[0]).toMatchObject({ title: "Baker", waiting: { days: 0 } });
  });
});

describe("the cards", () => {
  test.each([
    ["wait", undefined],
    ["newest", "newest"],
    ["name", "name"],
  ])("come page by page in the order %s, each once", async (_, order) => {
    const all = Array.from({ length: cardsAtOnce * 2 + 3 }, (__, at) =>
      at % 3 === 0 ? "2 - Awaiting Feedback" : "1 - Actively Engaged",
    );
    const { actor, ids } = await hunt(all);
    // Some without a day, which are sorted together.
    for (const id of ids.slice(0, 5))
      await getDb().update(jobPosting).set({ applied_at: null }).where(eq(jobPosting.id, id));
    const which = view({ order });
    const column = (await board(actor, which)).find(({ key }) => key === "engaged");
    const found = [...(column?.cards ?? [])];
    for (let next = column?.next; next; ) {
      const more = await nextCards(actor, which, "engaged", next);
      found.push(...more.cards);
      next = more.next;
    }
    expect(new Set(found.map(({ id }) => id)).size).toBe(all.length);
    const sorted = [...found].sort((a, b) =>
      order === "name"
        ? a.company.localeCompare(b.company)
        : ((a.since ?? "") < (b.since ?? "") ? -1 : 1) * (order === "newest" ? -1 : 1),
    );
    const by = order === "name" ? "company" : "since";
    expect(found.map((card) => card[by])).toEqual(sorted.map((card) => card[by]));
    await expect(nextCards(actor, which, "nowhere", [null, 1])).rejects.toThrow(NotFound);
  });

  test("say what comes first of interview, follow-up and closing day, or whether to close", async () => {
    const { actor, ids } = await hunt(["4 - No Response", "5 - Saved", "1 - Actively Engaged"]);
    const [late = 0, saved = 0, talks = 0] = ids;
    const day = today(actor.time_zone);
    await getDb()
      .update(jobPosting)
      .set({ deadline: addDays(day, 3) })
      .where(eq(jobPosting.id, saved));
    const starts_at = toStored(Date.now() + 2 * dayMs);
    await createInterview(actor, { job_posting_id: talks, starts_at, kind: "Screening" });
    await createFollowUp(actor, { what: "Ask", due_on: addDays(day, 9), job_posting_id: talks });
    const columns = await board(actor, view());
    const next = (id: number) =>
      columns.flatMap(({ cards }) => cards).find((card) => card.id === id)?.next;
    expect(next(late)).toEqual({ what: "close" });
    expect(next(saved)).toMatchObject({ what: "deadline", about: "opening" });
    expect(next(talks)).toMatchObject({ what: "interview", about: "Screening" });
    expect(columns.map(({ look }) => look)).toEqual([
      "1 closes this week",
      "1 is past the usual 21 days",
      "1 interview this week",
      "",
      null,
    ]);
  });
});

describe("a drop", () => {
  test("writes status and date of several cards at once, and one undo puts all back", async () => {
    const { actor, ids } = await hunt(["5 - Saved", "4 - No Response"]);
    const [saved = 0, waits = 0] = ids;
    const cards = [...seen([saved], "5 - Saved"), ...seen([waits])];
    const { change, message } = await moveCards(actor, {
      kind: "job_posting",
      cards,
      change: engaged,
    });
    expect(message).toBe("2 postings: Actively engaged");
    expect((await getPosting(actor, saved)).applied_at).not.toBeNull();
    const found = await cardsAt(actor, view(), ids);
    expect(found.cards.map(({ column }) => column.key)).toEqual(["engaged", "engaged"]);
    expect(found.counts).toMatchObject({ saved: 0, waiting: 0, engaged: 2 });
    if (!change) throw new Error("nothing was changed");
    await advance(actor, await beginUndo(actor, change));
    expect(await getPosting(actor, saved)).toMatchObject({
      posting_status: "5 - Saved",
      applied_at: null,
    });
  });

  test("sets the stage of a rejection with its day", async () => {
    const { actor, ids } = await hunt(["1 - Actively Engaged"]);
    const change = {
      action: "status",
      status: "3 - Rejected",
      rejected_after_stage: "Screening",
    } as const;
    await moveCards(actor, {
      kind: "job_posting",
      cards: seen(ids, "1 - Actively Engaged"),
      change,
    });
    const posting = await getPosting(actor, ids[0] ?? 0);
    expect(posting.rejected_after_stage).toBe("Screening");
    expect(posting.rejected_at).not.toBeNull();
  });

  test("does what it can: what was moved, deleted or is another's is left and counted", async () => {
    const { actor, ids } = await hunt(["4 - No Response", "3 - Rejected", "4 - No Response"]);
    const [here = 0, moved = 0, gone = 0] = ids;
    await deletePosting(actor, await getPosting(actor, gone));
    const theirs = (await hunt(["4 - No Response"])).ids;
    const drop = (of: number[], by: Actor = actor) =>
      moveCards(by, { kind: "job_posting", cards: seen(of), change: engaged });
    expect((await drop([here, moved, gone, ...theirs])).message).toBe(
      "1 posting: Actively engaged. 1 was moved in the meantime and was left there. 2 are no longer there",
    );
    expect((await getPosting(actor, moved)).posting_status).toBe("3 - Rejected");
    const again = await drop([moved, gone]);
    expect(again.change).toBeUndefined();
    expect((await cardsAt(actor, view(), [gone, ...theirs])).cards).toEqual([]);
  });

  test("on the column where a card is changes nothing", async () => {
    const { actor, ids } = await hunt(["1 - Actively Engaged"]);
    const cards = seen(ids, "1 - Actively Engaged");
    const { change, message } = await moveCards(actor, {
      kind: "job_posting",
      cards,
      change: engaged,
    });
    expect(message).toBe("There was nothing to change.");
    expect(change?.changed).toBe(0);
  });
});
