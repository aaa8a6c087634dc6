/** A long text as UTF-8, in the pieces that it was made in: joined, it would cost its memory twice. */
export type Chunks = Uint8Array<ArrayBuffer>[];

/** How many bytes all the pieces have together. */
export const sizeOf = (pieces: Chunks) => pieces.reduce((sum, { length }) => sum + length, 0);

/** The pieces as a body that takes each one when the client has taken the one before. */
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
