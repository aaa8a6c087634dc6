"use client";

import { type StatusMenuProps, StatusPicker } from "@/components/ui/status-picker.tsx";
import { setStatus, takeBackStatus } from "@/lib/postings/actions.ts";
import { postingStatuses, statusWords } from "@/lib/postings/values.ts";

const picker = {
  statuses: postingStatuses,
  words: statusWords,
  set: setStatus,
  undo: takeBackStatus,
};

/** A posting's status, changed in one click. */
export const PostingStatusMenu = (props: StatusMenuProps) => (
  <StatusPicker {...props} {...picker} />
);
