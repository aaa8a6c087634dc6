import { type Notification, notificationLimits } from "../push/values.ts";
import { type DigestItem, digestSubject, type InterviewWords } from "./letters.ts";

const maxLines = 4;

/** The text in so many characters, whole ones (a grapheme that is cut shows as a box). */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

const notification = ({ title, body, ...rest }: Notification): Notification => ({
  title: cut(title, notificationLimits.title),
  body: cut(body, notificationLimits.body),
  ...rest,
});

/** The daily digest as a notification: what to do, without the reasons. */
export function digestNotification(items: readonly DigestItem[], until: number): Notification {
  const shown = items.slice(0, maxLines).map(({ title }) => cut(title, notificationLimits.title));
  const more = items.length - shown.length;
  return notification({
    title: digestSubject(items.length),
    body: [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join("\n"),
    path: "/dashboard",
    tag: "digest",
    until,
  });
}

/** The reminder before an interview as a notification. */
export const interviewNotification = (
  { what, company, title, when, zone, place, path }: InterviewWords,
  id: number,
  until: number,
): Notification =>
  notification({
    title: [what, company || title].filter(Boolean).join(", "),
    body: [`${when} (${zone})`, place].filter(Boolean).join("\n"),
    path,
    tag: `interview ${id}`,
    until,
  });
