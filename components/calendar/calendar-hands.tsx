"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { askToFollowUp } from "@/components/follow-ups/ask.ts";
import { formatDay } from "@/components/ui/format.ts";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { movePlan, takeBackPlan } from "@/lib/calendar/actions.ts";
import type { MovableKind } from "@/lib/calendar/values.ts";
import { listenToDrags } from "./drag.ts";
import { focusDay, pressInGrid } from "./grid-keys.ts";
import type { Moving } from "./move-dialog.tsx";

const MoveDialog = dynamic(() => import("./move-dialog.tsx"), { ssr: false });

type Props = {
  view: string;
  /** the day that the address names, which the keys act on */
  day: string;
  children: ReactNode;
};

/** The keyboard and the pointer on the calendar: all that it needs of script. */
export function CalendarHands({ view, day, children }: Props) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const wasInGrid = useRef(false);
  const movedTo = useRef<string>(undefined);
  const from = useRef<Element>(null);
  const [moving, setMoving] = useState<Moving>();
  const [said, say] = useState("");

  const move = useCallback(async (what: Moving, to: string, clock?: string) => {
    if (to === what.day && (!clock || clock === what.clock)) return;
    movedTo.current = `[data-entry="${what.key}"][data-on="${to}"] a`;
    const { kind, id } = readKey(what.key);
    const answer = await tried(() => movePlan({ kind, id, day: to, clock }));
    if (!answer?.done) movedTo.current = undefined;
    if (!answer) return;
    const { message, done } = answer;
    showToast(
      done ? `Moved to ${momentWords(done.at)}` : message,
      done && (async () => (await takeBackPlan(done.change)).message),
    );
  }, []);

  useEffect(() => {
    const grid = box.current;
    if (!grid) return;
    const control = new AbortController();
    const { signal } = control;
    const path = (name: string, to: string) => `/calendar?view=${name}&day=${to}`;
    const go = {
      turn: (to: string) => router.push(path(view, to), { scroll: false }),
      open: (to: string) => router.push(path("day", to)),
    };
    const press = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest<HTMLElement>("button") : null;
      const entry = button?.closest<HTMLElement>("[data-entry]");
      if (button?.dataset.followUpOn) askToFollowUp({ day: button.dataset.followUpOn });
      if (!entry || button?.dataset.move === undefined) return;
      from.current = document.activeElement;
      setMoving(movingOf(entry));
    };
    grid.addEventListener("keydown", (event) => pressInGrid(event, grid, go), { signal });
    grid.addEventListener("click", press, { signal });
    document.addEventListener(
      "focusin",
      ({ target }) => {
        wasInGrid.current =
          target instanceof Element && grid.contains(target.closest("[role=gridcell]"));
      },
      { signal },
    );
    const forget = () => {
      movedTo.current = undefined;
    };
    for (const event of ["keydown", "pointerdown"])
      document.addEventListener(event, forget, { signal });
    const moved = async (entry: HTMLElement, slot: { day: string; clock?: string }) => {
      entry.dataset.pending = "";
      await move(movingOf(entry), slot.day, slot.clock);
      delete entry.dataset.pending;
    };
    listenToDrags(grid, { moved, say }, signal);
    return () => control.abort();
  }, [view, router, move]);

  // The focus goes along with the day that the keys turned to.
  const shown = useRef(day);
  useEffect(() => {
    if (shown.current !== day && wasInGrid.current && box.current) focusDay(box.current, day);
    shown.current = day;
  }, [day]);

  // The dialog goes with what is moved, so it cannot give the focus back itself.
  useEffect(() => {
    if (!moving && from.current instanceof HTMLElement) from.current.focus();
  }, [moving]);

  // And with what was moved, once it stands where it went.
  useEffect(() => {
    if (!movedTo.current) return;
    const links = [...(box.current?.querySelectorAll<HTMLElement>(movedTo.current) ?? [])];
    const link = links.find((each) => each.checkVisibility());
    if (!link) return;
    movedTo.current = undefined;
    link.focus();
  });

  return (
    <>
      <div ref={box} className="calendar-hands">
        {children}
      </div>
      <p role="status" className="calendar-said" data-shown={said !== "" || undefined}>
        {said && `${said}. Esc leaves it where it is.`}
      </p>
      {moving && (
        <MoveDialog
          moving={moving}
          onChosen={(to, clock) => move(moving, to, clock)}
          onClose={() => setMoving(undefined)}
        />
      )}
    </>
  );
}

function movingOf({ dataset }: HTMLElement): Moving {
  const { entry: key = "", title = "", on = "", clock } = dataset;
  return { key, title, day: on, clock };
}

function readKey(key: string): { kind: MovableKind; id: number } {
  const [kind, id] = key.split("-");
  return { kind: kind === "interview" ? kind : "follow_up", id: Number(id) };
}

/** "26 Nov, 10:30"; without the time where there is none. */
const momentWords = (iso: string) =>
  [formatDay(iso), iso[10] === "T" && iso.slice(11, 16)].filter(Boolean).join(", ");
