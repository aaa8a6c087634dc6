"use client";

import { useEffect, useId, useState, useTransition } from "react";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { turnOffPush, turnOnPush } from "@/lib/push/actions.ts";
import { canPush, endSubscription, isSubscribed, subscribe } from "./service-worker.ts";

type Props = {
  /** the server's key that browsers subscribe with */
  publicKey: string;
  /** whether the server knows this browser */
  isKnown: boolean;
};

type State = "unknown" | "impossible" | "blocked" | "ready";

const notes: Partial<Record<State, string>> = {
  impossible:
    "This browser can’t show notifications here. On an iPhone or iPad, add Foothold to the Home Screen and open it from there.",
  blocked: "Your browser blocks notifications of this site. Allow them in its settings first.",
};

const usualNote = "While you are signed in here. It ends when you sign out.";

async function look(): Promise<State> {
  if (!canPush()) return "impossible";
  return Notification.permission === "denied" ? "blocked" : "ready";
}

/** Turns notifications on and off for this browser. It asks for the permission when it is pressed, never before. */
export function PushSwitch({ publicKey, isKnown }: Props) {
  const id = useId();
  const [state, setState] = useState<State>("unknown");
  const [isOn, setOn] = useState(isKnown);
  const [pending, start] = useTransition();

  useEffect(() => {
    void look().then(async (seen) => {
      setState(seen);
      setOn(seen === "ready" && isKnown && (await isSubscribed()));
    });
  }, [isKnown]);

  const turn = async () => {
    if (isOn) {
      const off = await tried(() => turnOffPush());
      if (!off) return;
      await endSubscription();
      if (off.done) setOn(false);
      return showToast(off.message);
    }
    if ((await Notification.requestPermission()) !== "granted") return setState(await look());
    const subscription = await subscribe(publicKey).catch(() => undefined);
    if (!subscription) return showToast("This browser’s push service can’t be reached.");
    const on = await tried(() => turnOnPush(subscription));
    if (!on?.done) await endSubscription();
    else setOn(true);
    if (on) showToast(on.message);
  };

  const isOff = state !== "ready" || pending;
  return (
    <div className="field field--check">
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="check"
        checked={isOn}
        aria-checked={isOn}
        disabled={state === "impossible" || state === "blocked"}
        aria-describedby={`${id}-note`}
        onChange={() => isOff || start(turn)}
      />
      <div>
        <label className="label" htmlFor={id}>
          Notifications on this device
        </label>
        <p id={`${id}-note`} className="description">
          {notes[state] ?? usualNote}
        </p>
      </div>
    </div>
  );
}
