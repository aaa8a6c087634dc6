import { sql } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { tag } from "../db/schema/tags.ts";
import { tagKey } from "../lib/tags/names.ts";
import type { Hue } from "../lib/tags/values.ts";

type DemoTag = [name: string, hue: Hue, postings: number, opportunities: number, contacts: number];

// Each is on every so manieth of its rows.
const tags: DemoTag[] = [
  ["dream", "teal", 17, 11, 9],
  ["Remote first", "blue", 5, 4, 8],
  ["maybe later", "amber", 9, 6, 99],
  ["Referral", "green", 13, 99, 5],
  ["Node", "purple", 7, 5, 99],
];

/** Adds the tags of a made-up hunt. */
export async function addDemoTags(user_id: number): Promise<void> {
  for (const [name, hue, ...every] of tags) {
    const [made] = await getDb()
      .insert(tag)
      .values({ user_id, name, name_key: tagKey(name), hue })
      .returning({ id: tag.id });
    for (const [at, kind] of ["job_posting", "email_opportunity", "contact"].entries()) {
      await getDb().run(sql`insert into tag_link (user_id, tag_id, ${sql.identifier(`${kind}_id`)})
        select user_id, ${made?.id}, id from ${sql.identifier(kind)}
        where user_id = ${user_id} and (id * 11 + ${name.length}) % ${every[at]} = 0`);
    }
  }
}
