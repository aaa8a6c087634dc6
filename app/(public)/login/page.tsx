import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { LoginForm } from "@/components/people/login-form.tsx";
import { SignPage } from "@/components/people/sign-page.tsx";
import { PasskeySignIn } from "@/components/security/passkey-sign-in.tsx";
import { sessionCookie } from "@/lib/auth/cookie.ts";
import { currentActor } from "@/lib/auth/current.ts";
import { returnPath } from "@/lib/auth/return-path.ts";
import { relyingParty } from "@/lib/passkeys/relying-party.ts";
import { signUpState } from "@/lib/users/queries.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = {
  searchParams: Promise<Record<"next" | "late" | "reset", string | string[] | undefined>>;
};

export default async function LoginPage({ searchParams }: Props) {
  const { next: asked, late, reset } = await searchParams;
  const next = returnPath(asked);
  if (await currentActor()) redirect(next);
  const ended = (await cookies()).has(sessionCookie().name);
  const note = noteFor({ late, reset, ended, asked });
  return (
    <SignPage title="Sign in" note={note}>
      <LoginForm next={next} signUp={await signUpState()} />
      {relyingParty(await headers()) && (
        <div className="sign-page__others">
          <PasskeySignIn next={next} />
        </div>
      )}
    </SignPage>
  );
}

type Reasons = Record<"late" | "reset" | "ended" | "asked", unknown>;

function noteFor({ late, reset, ended, asked }: Reasons): string | undefined {
  if (late) return lateNote;
  if (reset) return resetNote;
  return ended ? endedNote : asked ? askedNote : undefined;
}

const lateNote = "That sign-in took too long, or had too many wrong codes. Begin anew.";
const resetNote = "Your new password is set. Sign in with it.";
const endedNote = "Your session has ended. Sign in to go on.";
const askedNote = "Sign in to open the page you asked for.";
