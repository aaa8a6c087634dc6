import { type ReactNode, Suspense } from "react";

/** A number beside a place in the rail, there as soon as it is known. Nothing where there is none. */
export function PlaceCount({ count }: { count: () => Promise<number | undefined> }): ReactNode {
  return (
    <Suspense>
      <Known count={count} />
    </Suspense>
  );
}

async function Known({ count }: { count: () => Promise<number | undefined> }) {
  const known = await count();
  return known ? known.toLocaleString("en") : null;
}
