export const dynamic = "force-dynamic";

const body = JSON.stringify({ text: "x".repeat(Number(process.env.BENCH_BYTES) - 11) });
const headers = { "content-type": "application/json" };

/** Sends a constant with as many bytes as the posting that the bench reads. */
export function GET() {
  return new Response(body, { headers });
}

/** Takes what the other servers write, so that all are measured in the same way, and stores nothing. */
export async function PATCH(request) {
  await request.json();
  return new Response(null, { status: 204 });
}
