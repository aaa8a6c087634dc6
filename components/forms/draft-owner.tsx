"use client";

import { useEffect } from "react";
import { ownDrafts } from "./drafts.ts";

/** Forgets the drafts of whoever used this browser before, once another person is signed in. */
export function DraftOwner({ id }: { id: number }) {
  useEffect(() => ownDrafts(id), [id]);
  return null;
}
