"use client";

/** For a signed-in page that failed; the shell around it stays. */
export { Troubled as default } from "@/components/shell/troubled.tsx";
