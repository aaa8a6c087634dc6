import { CardRow } from "@/components/accounts/card-row.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { calendarIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { dropFeed } from "@/lib/calendar/actions.ts";
import type { Feed } from "@/lib/calendar/feeds.ts";
import type { FeedContent } from "@/lib/calendar/values.ts";

const words: Record<FeedContent, string> = {
  interviews: "interviews",
  follow_ups: "follow-ups",
  deadlines: "deadlines",
};

/** The person's calendar addresses, with a button to remove each. */
export function FeedsCard({ feeds }: { feeds: Feed[] }) {
  return (
    <Card labelledBy="calendar-addresses">
      <CardHeader id="calendar-addresses" title="Your calendar addresses" />
      {feeds.length === 0 ? (
        <CardBody>
          <p className="row-list__note">
            None yet. Google Calendar, Apple Calendar and Outlook can read your interviews and
            follow-ups from an address of your own.
          </p>
        </CardBody>
      ) : (
        <ul>
          {feeds.map((feed) => (
            <FeedRow key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function FeedRow({ feed: { id, name, contains, created_at, last_read_at } }: { feed: Feed }) {
  const note = (
    <>
      {last_read_at ? (
        <>
          Last read <DateText iso={last_read_at} />
        </>
      ) : (
        "Never read"
      )}
      , made <DateText iso={created_at} />
    </>
  );
  const tag = contains.map((content) => words[content]).join(", ");
  return (
    <CardRow icon={calendarIcon} name={name} tag={tag} note={note}>
      <ButtonForm action={dropFeed}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton size="s" title="A calendar that reads it gets nothing from then on">
          Remove<span className="sr-only"> {name}</span>
        </SubmitButton>
      </ButtonForm>
    </CardRow>
  );
}
