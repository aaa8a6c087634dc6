import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "@/components/accounts/sign-in/login-form.tsx";
import { SignPage } from "@/components/accounts/sign-in/sign-page.tsx";
import { readPendingCookie } from "@/lib/accounts/auth/browser.ts";
import { currentActor } from "@/lib/accounts/auth/current.ts";
import { pendingUserId } from "@/lib/accounts/auth/pending-sign-ins.ts";
import { returnPath } from "@/lib/accounts/auth/return-path.ts";

export const metadata: Metadata = { title: "Enter a code" };

export default async function CodePage({ searchParams }: PageProps<"/login/code">) {
  const asked = await searchParams;
  const next = returnPath(asked.next);
  if ((await pendingUserId(await readPendingCookie("second_factor"), "second_factor")) === null) {
    if (await currentActor()) redirect(next);
    redirect(`/login?refused=late&next=${encodeURIComponent(next)}`);
  }
  return (
    <SignPage title="Enter a code" note="That fits. Your second factor comes next.">
      <CodeForm next={next} recovery={asked.with === "recovery"} />
    </SignPage>
  );
}
