import {
  type FocusEvent,
  startTransition,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useTransition,
} from "react";
import { tried } from "@/components/ui/tried.ts";

export type SendForm = (form: FormData) => Promise<void>;

type Sending = {
  /** runs at once, to show what is being saved */
  before?: () => void;
  /** runs when it is saved or has failed */
  after?: () => void;
};

/** Calls a server action with a form's data; where it does not answer, the page stays as it is and a toast says so. */
export function useSend(action: SendForm) {
  const [pending, start] = useTransition();
  const send = (form: FormData, { before, after }: Sending = {}) =>
    start(async () => {
      before?.();
      await tried(() => action(form));
      startTransition(() => after?.());
    });
  return [pending, send] as const;
}

/** How long a choice by key may still change before it is saved: arrow keys pass every option on their way. */
export const keyDelayMs = 500;

/**
 * A form of one choice that saves itself: at once, or after a delay. What still waits is saved by `flush` when the
 * focus leaves, and when the form leaves the page.
 */
export function useChoice(action: SendForm, stored: string) {
  const [picked, pick] = useState<string>();
  const [pending, send] = useSend(action);
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef<FormData>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const choices = useRef(0);

  const save = () => {
    clearTimeout(timer.current);
    const saved = choices.current;
    // What was chosen meanwhile is still to be saved, and stays.
    const after = () => {
      if (saved === choices.current) pick(undefined);
    };
    if (waiting.current) send(waiting.current, { after });
    waiting.current = undefined;
  };
  const choose = (value: string, delayMs: number) => {
    choices.current += 1;
    pick(value);
    clearTimeout(timer.current);
    waiting.current = form.current ? new FormData(form.current) : undefined;
    if (delayMs === 0) save();
    else timer.current = setTimeout(save, delayMs);
  };
  const flush = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!stays) save();
  };
  const leave = useEffectEvent(save);
  useEffect(() => () => leave(), []);
  return { form, shown: picked ?? stored, pending, choose, flush };
}
