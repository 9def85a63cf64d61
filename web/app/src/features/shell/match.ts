/**
 * How well `text` fits what somebody typed; null when it does not. Each word typed has to be in the text; the beginning
 * of the text counts most, then the beginnings of its words.
 */
export function match(text: string, typed: string): number | null {
  const all = text.toLowerCase();
  let score = 0;
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = all.indexOf(word);
    if (at < 0) {
      return null;
    }
    score += at === 0 ? 3 : /[^\p{L}\p{N}]/u.test(all.charAt(at - 1)) ? 2 : 1;
  }
  return score;
}
