import { CheckField } from "@/components/forms/check-field.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { pluralize } from "@/components/ui/format.ts";
import { laptopIcon, smartphoneIcon, terminalIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { endOtherSessions, endSession } from "@/lib/accounts/auth/actions.ts";
import type { listSessions } from "@/lib/accounts/auth/sessions.ts";
import { describeUserAgent } from "@/lib/accounts/user-agent.ts";
import { CardRow, LastUsed, type Listed } from "../card-row.tsx";

type Session = Listed<typeof listSessions> & { here: boolean };

const icons = { phone: smartphoneIcon, computer: laptopIcon, program: terminalIcon };

/** The person's sessions, with a button to end each, or all others and the tokens. */
export function SessionsCard({ sessions, tokens }: { sessions: Session[]; tokens: number }) {
  return (
    <Card labelledBy="sessions" className="sessions">
      <CardHeader id="sessions" title="Where you are signed in" />
      <ul>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {(sessions.length > 1 || tokens > 0) && (
        <CardBody>
          <ButtonForm action={endOtherSessions} className="security-card">
            <CheckField
              name="tokens"
              label={tokens > 0 ? `End ${pluralize(tokens, "token")} too` : "End tokens too"}
              help="Scripts and programs stay signed in otherwise."
            />
            <div>
              <SubmitButton size="s">Sign out everywhere else</SubmitButton>
            </div>
          </ButtonForm>
        </CardBody>
      )}
    </Card>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { id, user_agent, created_at, last_seen_at, here } = session;
  const { kind, words } = describeUserAgent(user_agent);
  const tag = here ? "This device" : undefined;
  const note = (
    <>
      <LastUsed at={last_seen_at} />, signed in <DateText iso={created_at} />
    </>
  );
  return (
    <CardRow icon={icons[kind]} name={words} tag={tag} note={note}>
      {!here && (
        <ButtonForm action={endSession}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton size="s" aria-label={`Sign out ${words}`}>
            Sign out
          </SubmitButton>
        </ButtonForm>
      )}
    </CardRow>
  );
}
