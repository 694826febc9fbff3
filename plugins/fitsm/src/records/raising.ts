import {
  AnyRecordType,
  Field,
  FitsmRecord,
  isEmptyValue,
  kindOfRef,
  Relation,
  RowsField,
  stepColumns,
} from '@fitsm/plugin-fitsm-common';
import { DraftRow, filledRows } from '../fields/rows';
import { fieldsOf, valueOf } from './attributes';
import { Draft } from './draft';
import { RecordTypes } from './useRecordTypes';

/** A record of another type that can be raised from one. */
export interface WayToRaise {
  label: string;
  type: string;
  relation: string;
}

/** What the person who looks may raise from a record of a type. */
export function waysToRaise(
  { recordTypes }: Pick<RecordTypes, 'recordTypes'>,
  sourceType: string,
): WayToRaise[] {
  const ways = recordTypes
    .filter(({ canCreate }) => canCreate)
    .flatMap(({ definition }) =>
      Object.entries(definition.relations).flatMap(
        ([relation, { raise, to }]) =>
          raise && to.includes(sourceType)
            ? [{ label: raise.label, definition, relation }]
            : [],
      ),
    );
  return ways.map(({ label, definition, relation }) => {
    const isShared = ways.some(
      other => other.label === label && other.definition !== definition,
    );
    return {
      label: isShared ? `${label} (${definition.label.one})` : label,
      type: definition.name,
      relation,
    };
  });
}

/**
 * What a new record takes over from the one that it is raised from, so far as
 * that has it and it fits.
 */
export function carriedDraft(
  definition: AnyRecordType,
  raise: Relation['raise'],
  sourceDefinition: AnyRecordType,
  source: FitsmRecord,
): Draft {
  const fields = fieldsOf(definition);
  const sourceFields = fieldsOf(sourceDefinition);
  const draft: Draft = {};
  for (const [name, from = ''] of Object.entries(raise?.carries ?? {})) {
    const value = valueOf(source, from);
    if (fields[name] && sourceFields[from] && !isEmptyValue(value)) {
      const fitting = fittingValue(fields[name], sourceFields[from], value);
      if (!isEmptyValue(fitting)) draft[name] = fitting;
    }
  }
  return draft;
}

const isProse = ({ kind }: Field) => kind === 'text' || kind === 'markdown';

function fittingValue(field: Field, source: Field, value: unknown): unknown {
  if (isProse(field) && isProse(source)) return value;
  if (field.kind !== source.kind) return undefined;
  switch (field.kind) {
    case 'choice':
      return String(value) in field.options ? value : undefined;
    case 'person':
    case 'entity': {
      const kinds = (field.kinds ?? ['User']).map(kind =>
        kind.toLocaleLowerCase('en'),
      );
      const refs = [value].flat().filter((ref): ref is string => {
        return typeof ref === 'string' && kinds.includes(kindOfRef(ref));
      });
      return field.many ? refs : refs[0];
    }
    case 'rows':
      return fittingRows(field, source as RowsField, value as DraftRow[]);
    default:
      return value;
  }
}

function fittingRows(field: RowsField, source: RowsField, rows: DraftRow[]) {
  const areSteps = Object.keys(stepColumns).every(
    name => name in field.columns,
  );
  const carried = rows.map(row => ({
    ...Object.fromEntries(
      Object.entries(field.columns)
        .filter(([name]) => source.columns[name] && !isEmptyValue(row[name]))
        .map(([name, column]) => [
          name,
          fittingValue(column, source.columns[name], row[name]),
        ]),
    ),
    // Steps that were done once are to be done again.
    ...(areSteps && { state: 'open' }),
  }));
  return filledRows(field, carried);
}
