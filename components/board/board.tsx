"use client";

import { type ComponentType, useEffect, useState } from "react";
import { whenIdle } from "@/components/shell/idle.ts";
import type { BoardProps } from "./board-props.ts";
import { StillBoard } from "./still-board.tsx";

// Without it the board is read and followed; another visit asks again.
const withoutNetwork = () => {};

/** A board: readable at once, and in hand as soon as the browser is idle and has the code that moves cards. */
export function Board(props: BoardProps) {
  const [Live, setLive] = useState<ComponentType<BoardProps>>();
  useEffect(
    () =>
      whenIdle(() => {
        import("./live-board.tsx").then((made) => setLive(() => made.default), withoutNetwork);
      }),
    [],
  );
  return Live ? <Live {...props} /> : <StillBoard {...props} />;
}
