import { NothingHere } from "@/components/shell/nothing-here.tsx";

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
