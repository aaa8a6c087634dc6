"use client";

import { useEffect } from "react";
import { ownDrafts } from "./drafts.ts";

/** Deletes the drafts of the previous user of this browser, once another person is signed in. */
export function DraftOwner({ id }: { id: number }) {
  useEffect(() => ownDrafts(id), [id]);
  return null;
}
