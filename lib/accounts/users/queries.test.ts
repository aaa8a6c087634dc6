import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { createContact } from "../../contacts/commands.ts";
import { createPosting, deletePosting } from "../../postings/commands.ts";
import { getPosting } from "../../postings/queries.ts";
import { createSite } from "../../sites/commands.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { getShellData } from "./queries.ts";

freshDatabase();

test("returns the person's name and counts of their own rows", async () => {
  const [actor, other] = [await newActor(), await newActor()];
  const site = await createSite(actor, { site_name: "Board" });
  await createPosting(actor, { job_site_id: site.id });
  const posting = await createPosting(actor, { job_site_id: site.id });
  await createContact(actor, { name: "Ada" });
  await createSite(other, { site_name: "Elsewhere" });
  await deletePosting(actor, await getPosting(actor, posting.id));

  const frame = await getShellData(actor);
  expect(frame?.counts).toEqual({ postings: 1, sites: 1, opportunities: 0, contacts: 1 });
  expect(frame?.name).toMatch(/^person \d+$/);

  await getDb()
    .update(user)
    .set({ first_name: "Robin", last_name: "Reed" })
    .where(eq(user.id, actor.user_id));
  expect((await getShellData(actor))?.name).toBe("Robin Reed");
});
