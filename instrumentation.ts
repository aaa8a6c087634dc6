/** Runs once when the server starts: brings the database to this version's schema. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { migrateDatabase } = await import("./db/migrate.ts");
  migrateDatabase();
}
