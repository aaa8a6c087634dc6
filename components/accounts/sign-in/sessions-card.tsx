import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { laptopIcon, smartphoneIcon, terminalIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText, RelativeTime } from "@/components/ui/time.tsx";
import { endOtherSessions, endSession } from "@/lib/accounts/auth/actions.ts";
import { deviceOf } from "@/lib/accounts/user-agent.ts";

type Session = {
  id: string;
  user_agent: string;
  /** with the person's offset */
  created_at: string;
  last_seen_at: string;
  here: boolean;
};

const icons = { phone: smartphoneIcon, computer: laptopIcon, program: terminalIcon };

/** Where the person is signed in, and the ends of it. */
export function SessionsCard({ sessions }: { sessions: Session[] }) {
  return (
    <Card labelledBy="sessions" className="sessions">
      <CardHeader
        id="sessions"
        title="Where you are signed in"
        action={
          sessions.length > 1 && (
            <form action={endOtherSessions}>
              <SubmitButton size="s">Sign out everywhere else</SubmitButton>
            </form>
          )
        }
      />
      <ul>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Card>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { kind, words } = deviceOf(session.user_agent);
  const icon = icons[kind];
  return (
    <li className="row-list__row">
      <Icon of={icon} />
      <div>
        <p className="row-list__name">
          {words}
          {session.here && <span className="tag">This device</span>}
        </p>
        <p className="row-list__note">
          Last used <RelativeTime iso={session.last_seen_at} />, signed in{" "}
          <DateText iso={session.created_at} />
        </p>
      </div>
      {!session.here && (
        <form action={endSession}>
          <input type="hidden" name="id" value={session.id} />
          <SubmitButton size="s" aria-label={`Sign out ${words}`}>
            Sign out
          </SubmitButton>
        </form>
      )}
    </li>
  );
}
