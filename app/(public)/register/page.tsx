import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OtherWays } from "@/components/accounts/linked-accounts/other-ways.tsx";
import { RegisterClosed, RegisterForm } from "@/components/accounts/sign-in/register-form.tsx";
import { SignPage } from "@/components/accounts/sign-in/sign-page.tsx";
import { currentActor } from "@/lib/accounts/auth/current.ts";
import { returnPath } from "@/lib/accounts/auth/return-path.ts";
import { configuredProviders } from "@/lib/accounts/linked-accounts/providers.ts";
import { findLink } from "@/lib/accounts/one-time-links.ts";
import { signUpState } from "@/lib/accounts/users/queries.ts";
import { env } from "@/lib/env.ts";

export const metadata: Metadata = { title: "Create an account" };

export default async function RegisterPage({ searchParams }: PageProps<"/register">) {
  const { next: asked, invitation } = await searchParams;
  const next = returnPath(asked);
  if (await currentActor()) redirect(next);
  const signUp = await signUpState();
  const byPassword = env().PASSWORD_SIGN_IN;
  const providers = configuredProviders();
  if (signUp !== "open" && typeof invitation === "string") {
    const invited = await findLink(invitation, "invitation");
    return invited ? (
      <SignPage title="Create an account" note="You are invited.">
        {byPassword && <RegisterForm next={next} invitation={invitation} email={invited.email} />}
        <OtherWays next={next} providers={providers} invitation={invitation} />
      </SignPage>
    ) : (
      <SignPage title="This invitation no longer works">
        <p>It was used, withdrawn, or has expired. Ask for a new one.</p>
      </SignPage>
    );
  }
  if (signUp === "closed") {
    return (
      <SignPage title="No new accounts here">
        <RegisterClosed next={next} />
      </SignPage>
    );
  }
  return (
    <SignPage title="Create an account" note={signUp === "first" ? firstNote : undefined}>
      {byPassword && <RegisterForm next={next} />}
      <OtherWays next={next} providers={providers} />
    </SignPage>
  );
}

const firstNote = "You are the first one here, so you will also be the admin of this Foothold.";
