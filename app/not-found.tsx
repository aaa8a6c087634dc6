import { NothingHere } from "@/components/shell/troubled.tsx";

/** For an address that leads nowhere. */
export default function NotFound() {
  return (
    <main className="lone-page">
      <div>
        <NothingHere />
      </div>
    </main>
  );
}
