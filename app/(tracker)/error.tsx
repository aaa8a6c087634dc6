"use client";

/** For a signed-in page that failed; the shell around it stays. */
export { PageError as default } from "@/components/shell/error-page.tsx";
