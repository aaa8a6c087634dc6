import { StatusMark } from "@/components/ui/status-mark.tsx";
import { statusWords } from "@/lib/postings/values.ts";

/** A posting's status in a report's table: its kind and its words. */
export function StatusCell({ status }: { status: string }) {
  const { kind, label } = statusWords(status);
  return <StatusMark kind={kind}>{label}</StatusMark>;
}
