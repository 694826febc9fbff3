import { useRouteRef } from '@backstage/core-plugin-api';
import { ResponseErrorPanel } from '@backstage/core-components';
import {
  Cell,
  ColumnConfig,
  Link,
  SortDescriptor,
  Table,
  TablePagination,
  useBreakpoint,
} from '@backstage/ui';
import {
  AnyRecordType,
  FitsmRecord,
  isEmptyValue,
  RecordQuery,
} from '@fitsm/plugin-fitsm-common';
import { ReactNode, useMemo } from 'react';
import { FieldValue } from '../fields';
import { Instant } from '../Instant';
import { recordRouteRef } from '../routes';
import { fieldsOf, orderFieldOf, valueOf } from './attributes';
import { PriorityBadge, StateBadge } from './Badges';
import { DueDate } from './DueDate';
import { dueAtOf } from './duties';
import styles from './records.module.css';
import { RecordPageState } from './useRecordPage';
import { useRecordTypes } from './useRecordTypes';

const PAGE_SIZE = 25;

/** Columns of a list with records of several types. */
const sharedColumns = ['id', 'title', 'state', 'priority', 'updatedAt'];
const sharedLabels: Record<string, string> = {
  id: 'Id',
  title: 'Title',
  state: 'State',
  priority: 'Priority',
  owner: 'Owner',
  updatedAt: 'Updated',
  dueAt: 'Due',
};
/** The first of these fit into a narrow window, the others have to go. */
const narrowColumns = ['id', 'title', 'state', 'priority', 'dueAt'];
const MOST_NARROW = 4;
const widths: Record<string, ColumnConfig<FitsmRecord>['defaultWidth']> = {
  id: '1fr',
  title: '3fr',
  state: 150,
  priority: 130,
  dueAt: '3fr',
};

interface RecordTableProps {
  /** The type of all records; absent where they are of several. */
  definition?: AnyRecordType;
  /** Those of the type, or what all types have, unless told. */
  columns?: ReadonlyArray<string>;
  found: RecordPageState;
  emptyState: ReactNode;
  order?: RecordQuery['order'];
  onOrderChange?(order: NonNullable<RecordQuery['order']>): void;
  /** Absent where all are on one page. */
  onNextPage?(): void;
  /** Absent on the first page. */
  onPreviousPage?(): void;
}

const RecordLink = (props: { record: FitsmRecord; children: string }) => {
  const recordRoute = useRouteRef(recordRouteRef);
  return (
    <Link href={recordRoute({ id: props.record.id })} className={styles.link}>
      {props.children}
    </Link>
  );
};

/** When a record is due, whatever its type calls it. */
const Due = (props: { definition: AnyRecordType; record: FitsmRecord }) => {
  const at = dueAtOf(props.definition, props.record);
  return at ? (
    <DueDate at={at} isOver={props.record.stateCategory === 'closed'} />
  ) : null;
};

const Content = (props: { record: FitsmRecord; column: string }) => {
  const { record, column } = props;
  const definition = useRecordTypes().definitionOf(record.type);
  const field = definition && fieldsOf(definition)[column];
  const value = valueOf(record, column);
  const isDue =
    column === 'dueAt' || orderFieldOf(definition, column) === 'dueAt';
  if (definition && isDue) {
    return <Due definition={definition} record={record} />;
  }
  switch (column) {
    case 'id':
    case 'title':
      return <RecordLink record={record}>{record[column]}</RecordLink>;
    case 'state':
      return <StateBadge record={record} />;
    case 'priority':
      return <PriorityBadge record={record} />;
    default:
      if (isEmptyValue(value) || !field) return null;
      if (field.kind === 'dateTime') return <Instant at={String(value)} />;
      return <FieldValue field={field} value={value} />;
  }
};

/** A page of records, with columns that the definition chooses. */
export const RecordTable = (props: RecordTableProps) => {
  const { definition, found, order } = props;
  const isNarrow = useBreakpoint().down('lg');

  const columns = useMemo(() => {
    const fields = definition && fieldsOf(definition);
    const shown = props.columns ?? definition?.table.columns ?? sharedColumns;
    const fits = narrowColumns
      .filter(column => shown.includes(column))
      .slice(0, MOST_NARROW);
    return shown.map(
      (column): ColumnConfig<FitsmRecord> => ({
        id: column,
        label: fields?.[column]?.label ?? sharedLabels[column] ?? column,
        isRowHeader: column === 'title',
        isSortable:
          Boolean(props.onOrderChange) &&
          orderFieldOf(definition, column) !== undefined,
        isHidden: isNarrow && !fits.includes(column),
        defaultWidth: widths[column] ?? '2fr',
        minWidth: { id: 100, state: 150 }[column] ?? 120,
        cell: record => (
          <Cell>
            <Content record={record} column={column} />
          </Cell>
        ),
      }),
    );
  }, [definition, isNarrow, props.columns, props.onOrderChange]);

  if (found.error) return <ResponseErrorPanel error={found.error} />;

  const sorted = columns.find(
    ({ id }) => order && orderFieldOf(definition, id) === order.field,
  );
  const onSortChange = ({ column, direction }: SortDescriptor) => {
    const field = orderFieldOf(definition, String(column));
    if (field) {
      props.onOrderChange?.({
        field,
        direction: direction === 'descending' ? 'desc' : 'asc',
      });
    }
  };
  const hasPages =
    Boolean(found.page?.pageInfo.nextCursor) || Boolean(props.onPreviousPage);

  return (
    <div className={styles.table}>
      <Table<FitsmRecord>
        columnConfig={columns}
        data={found.page?.items}
        isPending={!found.page}
        isStale={found.isStale}
        pagination={{ type: 'none' }}
        sort={{
          descriptor:
            sorted && order
              ? {
                  column: sorted.id,
                  direction:
                    order.direction === 'desc' ? 'descending' : 'ascending',
                }
              : null,
          onSortChange,
        }}
        emptyState={props.emptyState}
      />
      {hasPages && (
        <TablePagination
          // The length of a page is nothing to choose here.
          pageSize={PAGE_SIZE}
          pageSizeOptions={[PAGE_SIZE]}
          showPageSizeOptions={false}
          showPaginationLabel={false}
          hasNextPage={Boolean(found.page?.pageInfo.nextCursor)}
          hasPreviousPage={Boolean(props.onPreviousPage)}
          onNextPage={() => props.onNextPage?.()}
          onPreviousPage={() => props.onPreviousPage?.()}
        />
      )}
    </div>
  );
};
