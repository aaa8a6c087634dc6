import { StatusMark } from "@/components/ui/status-mark.tsx";
import { isFresh, statusWords } from "@/lib/postings/values.ts";

type Props = {
  status: string;
  /** without it, as in a look back, it is never called fresh */
  applied_at?: string | null;
};

/** A posting's status, where it is only shown. */
export function PostingStatus({ status, applied_at }: Props) {
  const { kind, label } = statusWords(status, applied_at !== undefined && isFresh(applied_at));
  return <StatusMark kind={kind}>{label}</StatusMark>;
}
