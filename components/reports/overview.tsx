import { Link } from "@/components/ui/link.tsx";
import type { ReportCard } from "./overview-cards.tsx";

type Props = { title?: string; note?: string; cards: ReportCard[] };

/** Reports as cards, each with its finding and a small picture of it. */
export function CardList({ title, note, cards }: Props) {
  if (cards.length === 0) return null;
  const Heading = title ? "h3" : "h2";
  return (
    <section className="report-group" aria-label={title ?? "Findings"}>
      {title && (
        <header className="report-group__header">
          <h2>{title}</h2>
          {note && <span className="card__note">{note}</span>}
        </header>
      )}
      <ul className="report-list">
        {cards.map(({ href, title, finding, picture }) => (
          <li key={href}>
            <Link href={href} className="report-card">
              <div>
                <Heading>{title}</Heading>
                <p>{finding}</p>
              </div>
              {picture}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Reports that have nothing to show, each with what it is for. */
export function QuietList({ title, cards }: Props) {
  if (cards.length === 0) return null;
  return (
    <section className="report-group" aria-label={title}>
      <header className="report-group__header">
        <h2>{title}</h2>
      </header>
      <ul className="report-quiet">
        {cards.map(({ href, title, about }) => (
          <li key={href}>
            <Link className="link" href={href}>
              {title}
            </Link>{" "}
            <span>{about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
