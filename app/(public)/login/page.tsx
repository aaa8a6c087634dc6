import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { DeletionProgress } from "@/components/accounts/deletion/deletion-progress.tsx";
import { OtherWays } from "@/components/accounts/linked-accounts/other-ways.tsx";
import { LoginForm } from "@/components/accounts/sign-in/login-form.tsx";
import { SignPage } from "@/components/accounts/sign-in/sign-page.tsx";
import { KeepPage } from "@/components/capture/keep-page.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { sessionCookie } from "@/lib/accounts/auth/cookie.ts";
import { currentActor } from "@/lib/accounts/auth/current.ts";
import { returnPath } from "@/lib/accounts/auth/return-path.ts";
import { deletionProgress } from "@/lib/accounts/deletion/progress.ts";
import { configuredProviders } from "@/lib/accounts/linked-accounts/providers.ts";
import { refusalMessage } from "@/lib/accounts/linked-accounts/values.ts";
import { relyingParty } from "@/lib/accounts/passkeys/relying-party.ts";
import { signUpState } from "@/lib/accounts/users/queries.ts";
import { env } from "@/lib/env.ts";

export const metadata: Metadata = { title: "Sign in" };

function deletionNote(key: string | string[] | undefined) {
  const known = typeof key === "string" ? deletionProgress(key) : undefined;
  if (key === "done" || known?.ended) return "Your account is deleted, with everything in it.";
  return <DeletionProgress gone={known?.gone} total={known?.total} />;
}

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { next: asked, refused, error, reset, deleted } = await searchParams;
  const next = returnPath(asked);
  if (await currentActor()) redirect(next);
  const ended = (await cookies()).has(sessionCookie().name);
  // next-auth names what went wrong on the way in words of its own.
  const refusal = refusalMessage(error ? "failed" : refused);
  const notes = [
    [reset, "Your new password is set. Sign in with it."],
    [deleted, deletionNote(deleted)],
    [ended, "Your session has ended. Sign in to go on."],
    [asked, "Sign in to open the page you asked for."],
  ] as const;
  const note = refusal ? undefined : notes.find(([applies]) => applies)?.[1];
  return (
    <SignPage title="Sign in" note={note}>
      <KeepPage />
      {refusal && (
        <div className="sign-page__refusal">
          <Notice tone="danger" title="You are not signed in">
            {refusal}
          </Notice>
        </div>
      )}
      {env().PASSWORD_SIGN_IN && <LoginForm next={next} signUp={await signUpState()} />}
      <OtherWays
        next={next}
        providers={configuredProviders()}
        passkeys={relyingParty(await headers()) !== null}
      />
    </SignPage>
  );
}
