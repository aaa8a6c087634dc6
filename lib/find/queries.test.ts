import { expect, it } from "vitest";
import { createPosting, deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { find } from "./queries.ts";

freshDatabase();

it("finds by words of company and title in any order, the actor's own and live ones alone", async () => {
  const [ann, bob] = [await newActor(), await newActor()];
  const site = await createSite(ann, { site_name: "Harbour Jobs 100%" });
  const hers = {
    job_site_id: site.id,
    company_name: "Harbour Labs",
    posting_title: "Platform Lead",
  };
  const made = await createPosting(ann, hers);
  const gone = await createPosting(ann, hers);
  await deletePosting(ann, await getPosting(ann, gone.id));

  const { postings, sites } = await find(ann, " lead  HARBOUR ");
  expect(postings.map(({ id }) => id)).toEqual([made.id]);
  expect(sites).toEqual([]);
  expect((await find(ann, "100%")).sites).toEqual([
    { id: site.id, site_name: "Harbour Jobs 100%" },
  ]);
  expect((await find(bob, "harbour")).postings).toEqual([]);
});

it("finds nothing for nothing, and at most six of a kind", async () => {
  const ann = await newActor();
  const site = await createSite(ann, { site_name: "Board" });
  for (let n = 0; n < 8; n += 1) {
    await createPosting(ann, { job_site_id: site.id, company_name: `Firm ${n}` });
  }
  expect((await find(ann, "  ")).postings).toEqual([]);
  expect((await find(ann, "firm")).postings).toHaveLength(6);
});
