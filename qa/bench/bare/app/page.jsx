import { connection } from "next/server";

/** A page that is rendered for each request and has next to nothing on it. */
export default async function Page() {
  await connection();
  return <p>Nothing.</p>;
}
