import {
  MarkdownContent,
  Progress,
  ResponseErrorPanel,
} from '@backstage/core-components';
import { Button, Text } from '@backstage/ui';
import {
  AnyRecordType,
  Field,
  HistoryEntry,
  HistoryKind,
  isEmptyValue,
  RowsField,
  RowValue,
} from '@fitsm/plugin-fitsm-common';
import { FieldValue } from '../fields';
import { Instant } from '../Instant';
import { ActorName } from './ActorName';
import { fieldsOf } from './attributes';
import styles from './records.module.css';
import { useHistory } from './useHistory';
import { RecordTypes, useRecordTypes } from './useRecordTypes';

const kindLabels: Record<HistoryKind, string> = {
  created: 'created it',
  changed: 'changed it',
  moved: 'moved it',
  linked: 'linked it',
  unlinked: 'unlinked it',
  commented: 'commented',
  voted: 'voted',
  imported: 'imported it',
  deleted: 'deleted it',
};

/** A vote names its approval, and nothing of the record changes by it. */
function whatWasVoted(definition: AnyRecordType, entry: HistoryEntry) {
  const [name, { to }] = Object.entries(entry.changes)[0];
  const label = definition.approvals?.[name]?.label ?? name;
  return `voted to ${to}: “${label}”`;
}

function whatHappened(definition: AnyRecordType, entry: HistoryEntry) {
  if (entry.kind === 'voted') return whatWasVoted(definition, entry);
  const transition =
    entry.transition && definition.lifecycle.transitions[entry.transition];
  return transition ? `“${transition.label}”` : kindLabels[entry.kind];
}

/** What changed: a field, an attribute, or a link in either direction. */
function labelOf(
  definition: AnyRecordType,
  all: RecordTypes['recordTypes'],
  name: string,
) {
  // What others call a link to this type is defined with them.
  const incoming = all
    .flatMap(other => Object.values(other.definition.relations))
    .find(
      ({ inverse, to }) =>
        inverse.name === name && to.includes(definition.name),
    );
  return (
    fieldsOf(definition)[name]?.label ??
    definition.relations[name]?.label ??
    incoming?.inverse.label ??
    name
  );
}

/** Fields of an older definition are gone from it, but not from the history. */
const AnyValue = (props: {
  definition: AnyRecordType;
  name: string;
  value: unknown;
}) => {
  const field = fieldsOf(props.definition)[props.name];
  if (isEmptyValue(props.value)) {
    return <Text color="secondary">empty</Text>;
  }
  return field ? (
    <FieldValue field={field} value={props.value} />
  ) : (
    <Text>
      {typeof props.value === 'string'
        ? props.value
        : JSON.stringify(props.value)}
    </Text>
  );
};

type Rows = ReadonlyArray<RowValue>;

/** Of two tables, the rows that only one of them has. */
function rowsThatDiffer({ columns }: RowsField, from: Rows, to: Rows) {
  const keyOf = (row: RowValue) =>
    JSON.stringify(Object.keys(columns).map(column => row[column]));
  const without = (rows: Rows, others: Rows) => {
    const keys = new Set(others.map(keyOf));
    return rows.filter(row => !keys.has(keyOf(row)));
  };
  return { from: without(from, to), to: without(to, from) };
}

/** What a value was and what it is now; of tables, so far as they differ. */
function differenceOf(
  field: Field | undefined,
  { from, to }: HistoryEntry['changes'][string],
) {
  if (field?.kind !== 'rows' || isEmptyValue(from) || isEmptyValue(to)) {
    return { from, to };
  }
  const rows = rowsThatDiffer(field, from as Rows, to as Rows);
  // Where they only changed places, all are shown.
  return rows.from.length || rows.to.length ? rows : { from, to };
}

const Changes = (props: {
  definition: AnyRecordType;
  changes: HistoryEntry['changes'];
}) => {
  const { definition, changes } = props;
  const { recordTypes } = useRecordTypes();
  const names = Object.keys(changes);
  if (!names.length) return null;
  return (
    <dl className={styles.values}>
      {names.map(name => {
        const field = fieldsOf(definition)[name];
        const { from, to } = differenceOf(field, changes[name]);
        const isRemoval = isEmptyValue(to) && !isEmptyValue(changes[name].to);
        return (
          <div key={name} className={styles.pair}>
            <dt>{labelOf(definition, recordTypes, name)}</dt>
            <dd>
              {!isEmptyValue(from) && (
                <>
                  <span className={styles.was}>
                    <AnyValue
                      definition={definition}
                      name={name}
                      value={from}
                    />
                  </span>
                  {!isRemoval && <span aria-label="became"> → </span>}
                </>
              )}
              {!isRemoval && (
                <AnyValue definition={definition} name={name} value={to} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};

const EntryChanges = (props: {
  definition: AnyRecordType;
  entry: HistoryEntry;
}) => {
  const { kind, changes } = props.entry;
  switch (kind) {
    case 'voted':
      return null;
    case 'created':
    case 'imported':
      return (
        <details>
          <summary>What was filled in</summary>
          <Changes definition={props.definition} changes={changes} />
        </details>
      );
    default:
      return <Changes definition={props.definition} changes={changes} />;
  }
};

/** All that ever happened to a record: who, when, what and why (HIS-1). */
export const RecordHistory = (props: {
  definition: AnyRecordType;
  id: string;
  version: number;
}) => {
  const { definition, id, version } = props;
  const { entries, hasMore, error, showMore } = useHistory(id, { version });
  if (error) return <ResponseErrorPanel error={error} />;
  if (!entries) return <Progress />;
  return (
    <div className={styles.section}>
      <ol className={styles.list} reversed>
        {entries.map(entry => (
          <li key={entry.sequence} className={styles.entry}>
            <Text as="div">
              <ActorName actor={entry.actor} />{' '}
              {whatHappened(definition, entry)}
              {', '}
              <Text color="secondary">
                <Instant at={entry.at} />
              </Text>
            </Text>
            {entry.reason && <Text as="div">Reason: {entry.reason}</Text>}
            {entry.comment && <MarkdownContent content={entry.comment.body} />}
            <EntryChanges definition={definition} entry={entry} />
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button variant="secondary" onPress={showMore}>
          Show older entries
        </Button>
      )}
    </div>
  );
};
