import "server-only";
import { sql } from "drizzle-orm";
import { linkedAccount, passkey, user } from "../../../db/schema/accounts.ts";
import type { Actor } from "./actor.ts";

/** SQL condition that the actor has a password, for statements that remove another sign-in method. */
export const hasPasswordSql = ({ user_id }: Actor) =>
  sql`exists (select 1 from ${user} where id = ${user_id} and password not like '!%')`;

/** How many passkeys and linked accounts the actor has. */
export const otherMethodCount = ({ user_id }: Actor) =>
  sql`((select count(*) from ${passkey} where user_id = ${user_id})
    + (select count(*) from ${linkedAccount} where user_id = ${user_id}))`;

/** Said where the last way in would be taken away. */
export const onlyMethodMessage =
  "This is your only way in. Set a password, or add another way, before you remove it.";
