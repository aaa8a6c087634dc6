"use client";

import { unstable_rethrow } from "next/navigation";
import { useState, useSyncExternalStore, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { fingerprintIcon } from "@/components/ui/icons.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { askPasskey, signInWithPasskey } from "@/lib/accounts/passkeys/actions.ts";
import { passkeyErrorText } from "./passkey-error.ts";

const never = () => () => {};

/** Signs in with a passkey alone, where the browser knows them. */
export function PasskeySignIn({ next }: { next: string }) {
  const able = useSyncExternalStore(
    never,
    () => window.PublicKeyCredential !== undefined,
    () => false,
  );
  const [pending, start] = useTransition();
  const [trouble, setTrouble] = useState<string>();
  const signIn = () => start(async () => setTrouble(await tried(next)));
  if (!able) return null;
  return (
    <>
      <Button className="sign-page__other" pending={pending} onClick={() => pending || signIn()}>
        <Icon of={fingerprintIcon} /> Use a passkey
      </Button>
      <div role="status" className="sign-page__trouble">
        {trouble && !pending && <Notice tone="danger">{trouble}</Notice>}
      </div>
    </>
  );
}

async function tried(next: string): Promise<string | undefined> {
  try {
    const { done: options, message } = await askPasskey();
    if (!options) return message;
    const { startAuthentication } = await import("@simplewebauthn/browser");
    const answer = await startAuthentication({ optionsJSON: options });
    return (await signInWithPasskey(answer, next)).message;
  } catch (error) {
    unstable_rethrow(error);
    return passkeyErrorText(error);
  }
}
