import type { Page } from "@playwright/test";

const stamp = (moment: Date) => `${moment.toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;

type Event = { uid: string; summary: string; starts: Date; minutes?: number; sequence?: number };

/** A calendar file that invites to one event. */
export const invitation = ({ uid, summary, starts, minutes = 45, sequence = 0 }: Event): string =>
  [
    "BEGIN:VCALENDAR",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${summary}`,
    `DTSTART:${stamp(starts)}`,
    `DTEND:${stamp(new Date(starts.getTime() + minutes * 60_000))}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");

/** Drops a file on the page, as from the desktop. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], file));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}
