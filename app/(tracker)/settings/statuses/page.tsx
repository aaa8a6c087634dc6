import type { Metadata } from "next";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { WordsCard } from "@/components/statuses/words-card.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countUses, statusesOf } from "@/lib/statuses/queries.ts";
import { textLimits } from "@/lib/statuses/schema.ts";
import { wordsOf } from "@/lib/statuses/words.ts";

export const metadata: Metadata = { title: "Statuses" };

const cards = [
  {
    subject: "posting",
    title: "Posting statuses",
    about:
      "In the order of your menus. Add your own, give the others another name, or hide those that you never use.",
  },
  {
    subject: "stage",
    title: "Stages",
    about: "How far a posting can get. The kind says what your reports count it as.",
  },
  {
    subject: "opportunity",
    title: "Opportunity statuses",
    about: "How you stand with a recruiter who wrote to you.",
  },
] as const;

export default async function StatusesPage() {
  const actor = await requireActor();
  const [{ entries }, ...uses] = await Promise.all([
    statusesOf(actor),
    ...cards.map(({ subject }) => countUses(actor, subject)),
  ]);
  return (
    <>
      <SettingsHeader current="Statuses" />
      <div className="settings-cards">
        {cards.map((card, at) => (
          <WordsCard
            key={card.subject}
            {...card}
            words={wordsOf(entries, card.subject)}
            uses={uses[at] ?? new Map()}
            limit={textLimits[card.subject]}
          />
        ))}
      </div>
    </>
  );
}
