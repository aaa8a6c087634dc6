import { Card, CardHeader } from "@/components/ui/card.tsx";
import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { knownAt } from "@/lib/connections/queries.ts";

/** Whom the person knows at companies, by LinkedIn's list; nothing where that is nobody. */
export async function KnownThere({ actor, at }: { actor: Actor; at: readonly string[] }) {
  const people = await knownAt(actor, at);
  if (people.length === 0) return null;
  return (
    <Card labelledBy="known-there">
      <CardHeader id="known-there" title="Whom you know there" note={people.length} />
      <ul>
        {people.map(({ id, name, company, position, url }) => (
          <li key={id} className="row-list__row">
            <div>
              {url ? (
                <a
                  href={url}
                  rel="noopener noreferrer nofollow"
                  target="_blank"
                  className="row-list__name"
                >
                  {name}
                  <span className="sr-only"> (opens a new tab)</span>
                </a>
              ) : (
                <span className="row-list__name">{name}</span>
              )}
              <p className="row-list__note">{[position, company].filter(Boolean).join(" · ")}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
