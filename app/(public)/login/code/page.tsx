import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignPage } from "@/components/people/sign-page.tsx";
import { CodeForm } from "@/components/security/code-form.tsx";
import { heldPending } from "@/lib/auth/browser.ts";
import { currentActor } from "@/lib/auth/current.ts";
import { pendingPerson } from "@/lib/auth/pending.ts";
import { returnPath } from "@/lib/auth/return-path.ts";

export const metadata: Metadata = { title: "Enter a code" };

type Props = { searchParams: Promise<Record<"next" | "with", string | string[] | undefined>> };

export default async function CodePage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = returnPath(asked.next);
  if ((await pendingPerson(await heldPending("second_factor"), "second_factor")) === null) {
    if (await currentActor()) redirect(next);
    redirect(`/login?refused=late&next=${encodeURIComponent(next)}`);
  }
  return (
    <SignPage title="Enter a code" note="That fits. Your second factor comes next.">
      <CodeForm next={next} recovery={asked.with === "recovery"} />
    </SignPage>
  );
}
