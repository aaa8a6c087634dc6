import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { LoginForm } from "@/components/people/login-form.tsx";
import { SignPage } from "@/components/people/sign-page.tsx";
import { sessionCookie } from "@/lib/auth/cookie.ts";
import { currentActor } from "@/lib/auth/current.ts";
import { returnPath } from "@/lib/auth/return-path.ts";
import { signUpState } from "@/lib/users/queries.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LoginPage({ searchParams }: Props) {
  const { next: asked } = await searchParams;
  const next = returnPath(asked);
  if (await currentActor()) redirect(next);
  const ended = (await cookies()).has(sessionCookie().name);
  return (
    <SignPage title="Sign in" note={ended ? endedNote : asked ? askedNote : undefined}>
      <LoginForm next={next} signUp={await signUpState()} />
    </SignPage>
  );
}

const endedNote = "Your session has ended. Sign in to go on.";
const askedNote = "Sign in to open the page you asked for.";
