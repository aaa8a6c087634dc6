import type { ReactNode } from "react";

type Props = { title: string; note?: ReactNode; children: ReactNode };

/** The frame of signing in and up: a title, perhaps a sentence, and a sheet with the form. */
export function SignPage({ title, note, children }: Props) {
  return (
    <div className="sign-page">
      <h1>{title}</h1>
      {note && <p className="lead">{note}</p>}
      <div className="card sign-page__sheet">{children}</div>
    </div>
  );
}
