/**
 * Whether every database keeps the text as it is: PostgreSQL's JSON knows
 * neither NUL nor half of a surrogate pair.
 *
 * @public
 */
export function isStorableText(text: string): boolean {
  return (
    !text.includes('\u0000') &&
    !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(
      text,
    )
  );
}

/** `a, b or c`. @public */
export function listOf(
  words: ReadonlyArray<string>,
  last: 'or' | 'and' = 'or',
): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}
