import { connection } from "next/server";

/** A page that the server renders for each request, with nothing on it. */
export default async function Page() {
  await connection();
  return <p>Nothing.</p>;
}
