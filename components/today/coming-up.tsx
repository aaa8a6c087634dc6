import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { listChecksIcon, usersIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";
import type { Coming } from "@/lib/today/coming-up.ts";

const icons = { interview: usersIcon, follow_up: listChecksIcon };

/** What the next two weeks bring; nothing where that is nothing. */
export function ComingUp({ rows, zone }: { rows: Coming[]; zone: string }) {
  if (rows.length === 0) return null;
  return (
    <Card labelledBy="coming-up">
      <CardHeader id="coming-up" title="Coming up" />
      <ul>
        {rows.map(({ kind, title, href, at }) => (
          <li key={`${href} ${at}`} className="row-list__row">
            <Icon of={icons[kind]} />
            <div>
              <Link href={href} className="row-list__name">
                {title}
              </Link>
              <p className="row-list__note">
                <DateText iso={formatMoment(at, zone)} clock />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
