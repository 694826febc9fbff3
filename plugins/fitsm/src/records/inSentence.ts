/** A label as it stands within a sentence: "incident", but "KPI" and "CI type". */
export function inSentence(label: string): string {
  const [first, second = ''] = label;
  const isAbbreviation = second !== second.toLocaleLowerCase('en');
  return isAbbreviation
    ? label
    : `${first.toLocaleLowerCase('en')}${label.slice(1)}`;
}
