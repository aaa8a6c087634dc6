import type { ReactNode } from "react";
import { Icon } from "../../ui/icon.tsx";
import { footprintsIcon } from "../../ui/icons.ts";
import { Link } from "../../ui/link.tsx";

/** Layout of the public pages: the name and the page. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <div className="public">
      <header className="public__head">
        <Link href="/" className="brand" aria-label="Foothold, to the welcome page">
          <Icon of={footprintsIcon} />
          Foothold
        </Link>
      </header>
      <main className="public__main">{children}</main>
    </div>
  );
}

type Props = { title: string; note?: ReactNode; children: ReactNode };

/** Layout of sign-in and sign-up: a title, an optional sentence and the form. */
export function SignPage({ title, note, children }: Props) {
  return (
    <div className="sign-page">
      <h1>{title}</h1>
      {note && <p className="lead">{note}</p>}
      <div className="card sign-page__sheet">{children}</div>
    </div>
  );
}
