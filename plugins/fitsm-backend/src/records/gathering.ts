import {
  AnyRecordType,
  Gathers,
  RecordFilter,
  RowValue,
} from '@fitsm/plugin-fitsm-common';
import { RecordCriteria } from './conditionSql';
import { defaultOrder } from './recordOrder';
import { RecordStore } from './RecordStore';

/** Of more records of a type, the others are only counted. */
const MOST_NAMED = 8;

/** The rows of what there is to talk about, topic by topic. */
export async function gatheredRows(options: {
  store: RecordStore;
  gathers: Gathers;
  /** Types that are switched off have nothing to tell. */
  definitionOf(type: string): AnyRecordType | undefined;
  /** What the creator may see; everything where left out. */
  visible?: RecordCriteria;
  /** From when on what was closed is told of; nothing closed where left out. */
  since?: string;
}): Promise<RowValue[]> {
  const { store, gathers, definitionOf, visible, since } = options;
  // Whoever reads the record reads its rows: what is restricted stays out.
  const unrestricted: RecordCriteria = { not: { is: 'restricted' } };
  const criteria: RecordCriteria = visible
    ? { allOf: [visible, unrestricted] }
    : unrestricted;

  const found = async (filter: RecordFilter, what: string) => {
    const count = await store.count({ filter, criteria });
    if (!count) return [];
    const { records } = await store.list({
      filter,
      criteria,
      order: defaultOrder,
      limit: MOST_NAMED,
    });
    const more = count > MOST_NAMED ? ' ...' : '';
    const ids = records.map(({ id }) => id).join(', ');
    return [`${what} (${count}): ${ids}${more}`];
  };

  const rows: RowValue[] = [];
  for (const [topic, types] of Object.entries(gathers.topics)) {
    const told: string[] = [];
    for (const type of types) {
      const many = definitionOf(type)?.label.many;
      if (!many) continue;
      told.push(
        ...(await found(
          { type: [type], category: ['open', 'waiting'] },
          `${many} not closed`,
        )),
        ...(since
          ? await found(
              { type: [type], closedAfter: since },
              `${many} closed in the period`,
            )
          : []),
      );
    }
    if (told.length || !types.length) {
      rows.push({ topic, ...(told.length && { about: told.join('; ') }) });
    }
  }
  return rows;
}
