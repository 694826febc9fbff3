import { AnyRecordType } from '../engine/defineRecordType';
import { isStorableText, listOf } from '../engine/text';
import { FitsmRecord, HistoryEntry } from '../records/record';
import { ImportMapping } from './importMapping';
import { Rejection, SourceRow } from './imports';
import { rebuild, stepsOfEvents, stepsOfRow } from './rebuild';
import { createRowReader, RowValues } from './rowReader';

/** A record that came out of rows, ready to be kept. @public */
export interface ImportedRecord
  extends Omit<FitsmRecord, 'id' | 'owner' | 'createdBy' | 'source'> {
  source: { system: string; id: string };
  /** Left out, whom the definition says. */
  owner?: string;
  /** Left out, whoever imports. */
  createdBy?: string;
  /** Oldest first. Its first entry lacks the owner where the record does. */
  history: Array<Omit<HistoryEntry, 'recordId' | 'sequence' | 'hash'>>;
  /** Links to other records of the source. */
  links: Array<{ relation: string; sourceId: string }>;
}

/** What became of the rows of one record. @public */
export interface MappedRows {
  record?: ImportedRecord;
  rejections: Rejection[];
}

/** Makes a record of its rows: of one, or of all its events. @public */
export type RecordMapper = (rows: ReadonlyArray<SourceRow>) => MappedRows;

/**
 * The mapper for records of a type.
 *
 * A record comes as a whole or not at all: what is wrong with one of its rows
 * keeps all of them out, so that the record can come once the mapping or the
 * file is put right. Only rows that the mapping skips are left out alone.
 *
 * @throws InputError where the mapping does not fit the definition, with the
 * path of each mistake and its cure
 *
 * @public
 */
export function createRecordMapper(
  definition: AnyRecordType,
  mapping: ImportMapping,
): RecordMapper {
  const read = createRowReader(definition, mapping);
  const skip = Object.entries(mapping.skip ?? {});

  return rows => {
    const rejections: Rejection[] = [];
    const sourceId = rows.map(row => idOf(mapping, row)).find(Boolean);
    const reject = ({ line, values }: SourceRow, reason: string) => {
      rejections.push({ line, sourceId, reason, values });
    };
    const steps: RowValues[] = [];
    let firstBad: SourceRow | undefined;
    const kept: SourceRow[] = [];
    for (const row of rows) {
      const skipped = skip.find(
        ([column, texts]) =>
          typeof row.values[column] === 'string' &&
          texts.includes(row.values[column].trim()),
      );
      if (skipped && !row.problem) {
        const [column] = skipped;
        reject(
          row,
          `${column}: '${row.values[column]}' is skipped by the mapping`,
        );
        continue;
      }
      kept.push(row);
      const problems: string[] = [];
      if (row.problem) {
        problems.push(row.problem);
      } else if (!idOf(mapping, row)) {
        problems.push(
          `${mapping.source.id}: is empty; each row needs the id of its record`,
        );
      } else if (!isStorableText(sourceId ?? '')) {
        problems.push(`${mapping.source.id}: holds NUL or broken characters`);
      } else {
        steps.push(read(row.values, problems));
      }
      if (problems.length) {
        firstBad ??= row;
        reject(row, problems.join('; '));
      }
    }
    if (!steps.length || !sourceId) {
      return { rejections };
    }
    if (!firstBad) {
      const outcome = assemble(definition, mapping, sourceId, steps);
      if ('record' in outcome) {
        return { record: outcome.record, rejections };
      }
      firstBad = kept[0];
      reject(firstBad, outcome.problem);
    }
    const rejected = new Set(rejections.map(({ line }) => line));
    for (const row of kept) {
      if (!rejected.has(row.line)) {
        reject(
          row,
          `line ${firstBad.line} of the same record was rejected, and a record comes as a whole`,
        );
      }
    }
    rejections.sort((one, other) => one.line - other.line);
    return { rejections };
  };
}

/** The id that the record of a row has in its source. @public */
export function idOf(
  mapping: ImportMapping,
  { values }: SourceRow,
): string | undefined {
  const cell = values[mapping.source.id];
  const id = typeof cell === 'string' ? cell.trim() : '';
  return id && !mapping.missing?.includes(id) ? id : undefined;
}

/** Puts together what the rows of a record, all read well, say of it. */
function assemble(
  definition: AnyRecordType,
  mapping: ImportMapping,
  sourceId: string,
  rows: ReadonlyArray<RowValues>,
): { record: ImportedRecord } | { problem: string } {
  const { system } = mapping.source;
  const record = rebuild(
    definition,
    system,
    mapping.events
      ? stepsOfEvents(definition, rows, lateFields(mapping))
      : stepsOfRow(definition, rows[0]),
  );
  const lacking = Object.keys(definition.fields).filter(
    name => definition.fields[name].required && !(name in record.fields),
  );
  if (lacking.length) {
    return {
      problem: `fields.${lacking[0]}: is empty; records of ${
        definition.name
      } need ${listOf(lacking, 'and')}`,
    };
  }
  const links = new Map(
    rows
      .flatMap(row => row.links)
      .map(link => [`${link.relation} ${link.sourceId}`, link]),
  );
  return {
    record: {
      ...record,
      source: { system, id: sourceId },
      links: [...links.values()],
    },
  };
}

function lateFields(mapping: ImportMapping): string[] {
  return Object.entries(mapping.fields ?? {}).flatMap(([name, { fromLast }]) =>
    fromLast ? [name] : [],
  );
}
