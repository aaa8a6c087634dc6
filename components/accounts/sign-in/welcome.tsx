import { LinkButton } from "@/components/ui/button.tsx";
import type { SignUpState } from "@/lib/accounts/users/queries.ts";
import { WelcomePicture } from "./welcome-picture.tsx";

const points = [
  [
    "Everything you sent, and where it stands",
    "Postings, the sites you check, and what recruiters offer you, with what happened to each and when.",
  ],
  ["What to do next", "Who is waiting for you, who you are waiting for, and what has gone quiet."],
  [
    "Yours",
    "It runs on a machine you choose. Bring the spreadsheet you kept until now, and take everything out again whenever you like.",
  ],
] as const;

/** What a stranger sees first. */
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
