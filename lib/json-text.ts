/** The deepest nesting of JSON that can be stored and given back. */
const maxDepth = 500;

/** The value of a JSON text from outside. Throws `SyntaxError`, also where it is nested without end. */
export function parseJsonText(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`nested more than ${maxDepth} levels deep`);
  return JSON.parse(text);
}

// Counts brackets inside texts too, and so looks closely only where there are very many.
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  if (text.length < maxDepth) return false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (inText) {
      if (char === 92) i++;
      else if (char === 34) inText = false;
    } else if (char === 34) inText = true;
    else if (char === 91 || char === 123) {
      if (++depth > maxDepth) return true;
    } else if (char === 93 || char === 125) depth--;
  }
  return false;
}
