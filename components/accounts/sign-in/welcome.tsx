import { LinkButton } from "@/components/ui/button.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import type { SignUpState } from "@/lib/accounts/users/queries.ts";

const points = [
  [
    "Everything you sent, and where it stands",
    "Postings, the sites you check and what recruiters offer you, with what happened to each, and when.",
  ],
  ["What to do next", "Who is waiting for you, who you are waiting for, and what has gone quiet."],
  [
    "It stays yours",
    "It runs on a machine you choose. Bring the spreadsheet you kept until now, and take everything out again whenever you like.",
  ],
] as const;

/** The landing page. */
export function Welcome({ signUp }: { signUp: SignUpState }) {
  return (
    <div className="welcome">
      <div className="welcome__top">
        <div>
          <h1>A calm place for your job hunt</h1>
          <p className="lead">
            Looking for work is a lot to carry in your head. Foothold keeps it for you, so that you
            can see where you stand and get on with the next step.
          </p>
          <Ways signUp={signUp} />
        </div>
        <WelcomePicture />
      </div>
      <dl className="welcome__points">
        {points.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Ways({ signUp }: { signUp: SignUpState }) {
  const create = (
    <LinkButton href="/register" variant={signUp === "first" ? "primary" : "secondary"}>
      Create an account
    </LinkButton>
  );
  return (
    <div className="welcome__ways">
      {signUp === "first" && create}
      <LinkButton href="/login" variant={signUp === "first" ? "secondary" : "primary"}>
        Sign in
      </LinkButton>
      {signUp === "open" && create}
    </div>
  );
}

const rows = [
  ["Lindenhof Studio", "Interview on Thursday, 10:30", "engaged", "Actively engaged"],
  ["Pelican Freight", "Sent 9 days ago", "waiting", "No response"],
  ["Marble & Oak", "They would like you to start in May", "offer", "Offer"],
  ["Tarn Instruments", "Found on their careers page", "saved", "Saved"],
] as const;

/** A decorative preview of the app with made-up data; inert and hidden from screen readers. */
function WelcomePicture() {
  return (
    <div className="welcome__picture" aria-hidden inert>
      <Card>
        <CardHeader title="Where things stand" note="an example" />
        <ul>
          {rows.map(([company, note, kind, words]) => (
            <li key={company}>
              <div>
                <p className="welcome__company">{company}</p>
                <p className="welcome__note">{note}</p>
              </div>
              <StatusMark kind={kind}>{words}</StatusMark>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
