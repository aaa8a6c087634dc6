import { StatusMark } from "@/components/ui/status-mark.tsx";
import { statusWords } from "@/lib/postings/values.ts";

/** A posting's status, where it is only shown. */
export function PostingStatus({ status }: { status: string }) {
  const { kind, label } = statusWords(status);
  return <StatusMark kind={kind}>{label}</StatusMark>;
}
