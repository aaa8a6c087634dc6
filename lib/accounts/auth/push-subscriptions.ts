import "server-only";
import { and, eq, isNull, ne, or } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { pushSubscription } from "../../../db/schema/reminders.ts";

/** The statement that removes a person's devices that take notifications, but for the one of the session `keep`. */
export const deletePushSubscriptions = (userId: number, keep = "") =>
  getDb()
    .delete(pushSubscription)
    .where(
      and(
        eq(pushSubscription.user_id, userId),
        or(isNull(pushSubscription.session_id), ne(pushSubscription.session_id, keep)),
      ),
    );
