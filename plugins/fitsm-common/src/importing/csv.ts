import { InputError } from '@backstage/errors';

/** Text after which a quote that is not closed is taken for a mistake. */
const LONGEST_RECORD = 4 * 1024 * 1024;

/** A record of a CSV file, with the line where it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/**
 * Reads CSV (RFC 4180) piece by piece: values in quotes may hold delimiters,
 * doubled quotes and line breaks. Empty lines are passed over.
 */
export class CsvReader {
  #rest = '';
  #line = 1;

  constructor(private readonly delimiter: string = ',') {}

  /** The records that are whole by now. */
  push(text: string): CsvRecord[] {
    this.#rest += text;
    return this.#take(false);
  }

  /** What is left at the end of the file. */
  end(): CsvRecord[] {
    return this.#take(true);
  }

  #take(isEnd: boolean): CsvRecord[] {
    const text = this.#rest;
    const records: CsvRecord[] = [];
    let start = 0;
    while (start < text.length) {
      const found = this.#recordAt(text, start, isEnd);
      if (!found) break;
      const { cells, next, lines } = found;
      if (cells.length > 1 || cells[0] !== '') {
        records.push({ line: this.#line, cells });
      }
      this.#line += lines;
      start = next;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > LONGEST_RECORD) {
      throw new InputError(
        `Line ${
          this.#line
        }: this row does not end; is a quote not closed, or the delimiter another one?`,
      );
    }
    return records;
  }

  /** The record that begins at a position, or undefined while it is not whole. */
  #recordAt(text: string, start: number, isEnd: boolean) {
    const cells: string[] = [];
    let lines = 0;
    let at = start;
    for (;;) {
      let value: string;
      if (text[at] === '"') {
        const quoted = quotedAt(text, at, isEnd);
        if (!quoted) {
          if (isEnd) {
            throw new InputError(
              `Line ${this.#line}: a quote is opened and never closed`,
            );
          }
          return undefined;
        }
        ({ value, next: at } = quoted);
        lines += value.split('\n').length - 1;
        if (!this.#isBreakAt(text, at)) {
          throw new InputError(
            `Line ${
              this.#line
            }: a value goes on after its closing quote; double the quotes inside of a value`,
          );
        }
      } else {
        const end = this.#endOfPlain(text, at);
        value = text.slice(at, end);
        at = end;
      }
      if (at >= text.length && !isEnd) return undefined;
      if (text[at] === this.delimiter) {
        cells.push(value);
        at += 1;
        continue;
      }
      // A carriage return before the line feed belongs to the line break.
      cells.push(
        text[at] === '\n' && value.endsWith('\r') ? value.slice(0, -1) : value,
      );
      if (text[at] === '\r') at += 1;
      return { cells, next: at + 1, lines: lines + 1 };
    }
  }

  #endOfPlain(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      if (text[at] === this.delimiter || text[at] === '\n') return at;
    }
    return text.length;
  }

  #isBreakAt(text: string, at: number): boolean {
    return (
      at >= text.length ||
      text[at] === this.delimiter ||
      text[at] === '\n' ||
      (text[at] === '\r' && (at + 1 >= text.length || text[at + 1] === '\n'))
    );
  }
}

/** A value in quotes and the position after it, or undefined while it is open. */
function quotedAt(text: string, start: number, isEnd: boolean) {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    // The last character of a piece may be the first of two quotes, or stand
    // before a carriage return whose line feed comes with the next piece.
    if (quote < 0 || (quote + 2 >= text.length && !isEnd)) return undefined;
    if (text[quote + 1] !== '"') {
      return {
        value: text.slice(start + 1, quote).replaceAll('""', '"'),
        next: quote + 1,
      };
    }
    at = quote + 2;
  }
}

/** Cells as a line of CSV. */
export function csvLine(cells: ReadonlyArray<string>): string {
  return `${cells
    .map(cell =>
      /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(',')}\n`;
}
