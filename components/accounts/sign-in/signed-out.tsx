"use client";

import { useEffect } from "react";
import { clearDrafts } from "@/components/forms/drafts.ts";
import { removeWorker } from "@/components/push/service-worker.ts";
import { clearRecent } from "@/components/shell/recent.ts";

/** On pages for whoever is not signed in: what a person left in the browser's storage ends with their session. */
export function SignedOut() {
  useEffect(() => {
    clearDrafts();
    clearRecent();
    void removeWorker();
  }, []);
  return null;
}
