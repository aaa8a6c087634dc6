"use client";

import { useEffect } from "react";
import { keepBroughtPage } from "./brought-page.ts";

/** On the sign-in: a page that the bookmarklet brought waits until its person is in. */
export function KeepPage() {
  useEffect(keepBroughtPage, []);
  return null;
}
