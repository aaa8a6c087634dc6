"use client";

import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from "react";
import { whenIdle } from "@/components/shell/idle.ts";
import type { BoardProps } from "./board-props.ts";
import { StillBoard } from "./still-board.tsx";

// Without it the board is read and followed; another visit asks again.
const withoutNetwork = () => {};

// Kept once it is there, so that another filter does not begin without it.
let Loaded: ComponentType<BoardProps> | undefined;

/** A board: readable at once, and in hand as soon as the browser is idle and has the code that moves cards. */
export function Board(props: BoardProps) {
  const [Live, setLive] = useState(() => Loaded);
  const seen = useRef<Seen>(undefined);

  useEffect(() => {
    if (Live) return;
    return whenIdle(() => {
      import("./live-board.tsx").then((made) => {
        Loaded = made.default;
        seen.current = whatIsSeen();
        setLive(() => made.default);
      }, withoutNetwork);
    });
  }, [Live]);

  useLayoutEffect(() => {
    if (Live && seen.current) show(seen.current);
    seen.current = undefined;
  }, [Live]);

  return Live ? <Live {...props} /> : <StillBoard {...props} />;
}

/** How far columns are scrolled, and the card that has the focus: the live board begins there. */
type Seen = { left: number; tops: number[]; card?: string };

const lists = () => [...document.querySelectorAll(".board-cards")];

function whatIsSeen(): Seen {
  const card = document.activeElement?.closest<HTMLElement>(".board-card")?.dataset.card;
  const left = document.querySelector(".board__columns")?.scrollLeft ?? 0;
  return { left, card, tops: lists().map(({ scrollTop }) => scrollTop) };
}

function show({ left, tops, card }: Seen): void {
  document.querySelector(".board__columns")?.scrollTo({ left, behavior: "instant" });
  for (const [at, list] of lists().entries()) list.scrollTop = tops[at] ?? 0;
  if (card) document.querySelector<HTMLElement>(`[data-card="${card}"]`)?.focus();
}
