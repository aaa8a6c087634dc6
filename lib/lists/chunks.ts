/** A long body as UTF-8 chunks; joining them would take its memory twice. */
export type Chunks = Uint8Array<ArrayBuffer>[];

/** The size of all chunks in bytes. */
export const sizeOf = (pieces: Chunks) => pieces.reduce((sum, { length }) => sum + length, 0);

/** The chunks as a stream with backpressure. */
export function streamOf(pieces: Chunks): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      const piece = pieces[next++];
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
}
