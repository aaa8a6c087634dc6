import { PageNotFound } from "@/components/shell/error-page.tsx";

/** For an address that leads nowhere. */
export default function NotFound() {
  return (
    <main className="lone-page">
      <div>
        <PageNotFound />
      </div>
    </main>
  );
}
