"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { formatNumber } from "@/components/ui/format.ts";

const intervalMs = 2_000;

type Props = {
  /** how many records are gone, of how many; none where another process knows */
  gone?: number;
  total?: number;
};

/** How far the deletion of an account is; asks again until it has ended. */
export function DeletionProgress({ gone = 0, total = 0 }: Props) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), intervalMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <>
      Your account is closed: nobody can sign in to it. What is in it is being deleted.{" "}
      {total > 0 && (
        <span role="status">
          {formatNumber(gone)} of {formatNumber(total)} records are gone so far.
        </span>
      )}
    </>
  );
}
