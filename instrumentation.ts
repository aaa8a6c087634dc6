const day = 86_400_000;

/** Runs once when the server starts: brings the database to this version's schema, and keeps the trash short. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { migrateDatabase } = await import("./db/migrate.ts");
  const { purgeTrash } = await import("./lib/trash/commands.ts");
  migrateDatabase();
  // A database that is busy at this moment is no reason to stop; tomorrow is early enough.
  const emptyOldTrash = () =>
    purgeTrash().catch((error) => console.error("The old trash was not emptied:", error));
  await emptyOldTrash();
  setInterval(emptyOldTrash, day).unref();
}
