const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^"{}[\],:]+/g;

/**
 * Gives a function that indents compact JSON as `JSON.stringify(value, null, 2)` does, piece by piece: a long answer is
 * never parsed as a whole. No string or number may be cut between two pieces.
 */
export function jsonIndenter(): (piece: string) => string {
  let depth = 0;
  // After an opening bracket: an empty list or object stays on its line.
  let isOpen = false;
  const line = () => `\n${"  ".repeat(depth)}`;
  const begin = () => {
    const start = isOpen ? line() : "";
    isOpen = false;
    return start;
  };
  const written = (part: string) => {
    if (part === "}" || part === "]") {
      depth -= 1;
      const end = isOpen ? part : line() + part;
      isOpen = false;
      return end;
    }
    if (part === ",") return part + line();
    if (part === ":") return ": ";
    const start = begin();
    if (part === "{" || part === "[") {
      depth += 1;
      isOpen = true;
    }
    return start + part;
  };
  return (piece) => piece.replace(token, written);
}
