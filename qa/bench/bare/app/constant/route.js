/** A constant of as many bytes as the posting that the bench asks for. */
export const dynamic = "force-dynamic";

const body = JSON.stringify({ text: "x".repeat(Number(process.env.BENCH_BYTES) - 11) });
const headers = { "content-type": "application/json" };

export function GET() {
  return new Response(body, { headers });
}
