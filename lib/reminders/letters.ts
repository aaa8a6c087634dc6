import { type Letter, publicUrl } from "../mail/emails.ts";
import type { TodayItem } from "../today/values.ts";

/** A line of the digest: what to do, and why. */
export type DigestItem = Pick<TodayItem, "title" | "reason">;

const maxItems = 20;

/** "One thing for today", "3 things for today". */
export const digestSubject = (things: number) =>
  things === 1 ? "One thing for today" : `${things} things for today`;

/** The daily digest: what Today says, in few words. */
export function digestLetter(items: readonly DigestItem[], greeting: string): Letter {
  const shown = items.slice(0, maxItems);
  const more = items.length - shown.length;
  return {
    subject: digestSubject(items.length),
    paragraphs: [
      greeting,
      ...shown.map(({ title, reason }) => `${title}: ${reason}`),
      ...(more > 0 ? [`And ${more} more.`] : []),
      { href: publicUrl("/dashboard"), words: "Open Today" },
    ],
  };
}

/** How an interview is spoken of in a reminder. */
export type InterviewWords = {
  what: string;
  company: string;
  title: string;
  when: string;
  /** as people call it: PDT */
  zone: string;
  place: string;
  path: string;
};

/** The mail before an interview. */
export const interviewLetter = ({
  what,
  company,
  title,
  when,
  zone,
  place,
  path,
}: InterviewWords): Letter => ({
  subject: `${[what, company || title].filter(Boolean).join(", ")}: ${when}`,
  paragraphs: [
    `${[what, company, title].filter(Boolean).join(" · ")}, ${when} (${zone}).`,
    ...(place ? [place] : []),
    { href: publicUrl(path), words: "Open it" },
  ],
});
