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

type Props = { searchParams: Promise<Record<"next" | "late", string | string[] | undefined>> };

export default async function LoginPage({ searchParams }: Props) {
  const { next: asked, late } = await searchParams;
  const next = returnPath(asked);
  if (await currentActor()) redirect(next);
  const ended = (await cookies()).has(sessionCookie().name);
  const note = late ? lateNote : ended ? endedNote : asked ? askedNote : undefined;
  return (
    <SignPage title="Sign in" note={note}>
      <LoginForm next={next} signUp={await signUpState()} />
    </SignPage>
  );
}

const lateNote = "That sign-in took too long, or had too many wrong codes. Begin anew.";
const endedNote = "Your session has ended. Sign in to go on.";
const askedNote = "Sign in to open the page you asked for.";
