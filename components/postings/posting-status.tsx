import { StatusWord } from "@/components/records/status-words.tsx";
import { isFresh } from "@/lib/statuses/documented.ts";

type Props = {
  status: string;
  /** without it, as in a look back, it is never called fresh */
  applied_at?: string | null;
};

/** A posting's status, where it is only shown. */
export function PostingStatus({ status, applied_at }: Props) {
  return (
    <StatusWord
      of="posting"
      text={status}
      fresh={applied_at !== undefined && isFresh(applied_at)}
    />
  );
}
