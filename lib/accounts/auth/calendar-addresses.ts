import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { calendarFeed } from "../../../db/schema/calendar.ts";

/** The statement that removes all calendar addresses of a person. */
export const deleteCalendarAddresses = (userId: number) =>
  getDb().delete(calendarFeed).where(eq(calendarFeed.user_id, userId));
