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
import styles from './records.module.css';
import { RecordPageState } from './useRecordPage';

const PAGE_SIZE = 25;

/** Columns of a list with records of several types. */
const sharedColumns = ['id', 'title', 'state', 'priority', 'updatedAt'];
const sharedLabels: Record<string, string> = {
  id: 'Id',
  title: 'Title',
  state: 'State',
  priority: 'Priority',
  updatedAt: 'Updated',
};
/** These fit into a narrow window, the others have to go. */
const narrowColumns = ['id', 'title', 'state', 'priority'];
const widths: Record<string, ColumnConfig<FitsmRecord>['defaultWidth']> = {
  id: '1fr',
  title: '4fr',
  state: 130,
  priority: 130,
};

interface RecordTableProps {
  /** The type of all records; absent where they are of several. */
  definition?: AnyRecordType;
  found: RecordPageState;
  emptyState: ReactNode;
  order?: RecordQuery['order'];
  onOrderChange?(order: NonNullable<RecordQuery['order']>): void;
  onNextPage(): void;
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

const Content = (props: {
  definition?: AnyRecordType;
  record: FitsmRecord;
  column: string;
}) => {
  const { definition, record, column } = props;
  const value = valueOf(record, column);
  const field = definition && fieldsOf(definition)[column];
  switch (column) {
    case 'id':
    case 'title':
      return <RecordLink record={record}>{record[column]}</RecordLink>;
    case 'state':
      return <StateBadge record={record} />;
    case 'priority':
      return <PriorityBadge record={record} />;
    default:
      if (isEmptyValue(value)) return null;
      if (!field || field.kind === 'dateTime') {
        return <Instant at={String(value)} />;
      }
      return <FieldValue field={field} value={value} />;
  }
};

/** A page of records, with columns that the definition chooses. */
export const RecordTable = (props: RecordTableProps) => {
  const { definition, found, order } = props;
  const isNarrow = useBreakpoint().down('lg');

  const columns = useMemo(() => {
    const fields = definition && fieldsOf(definition);
    return (definition?.table.columns ?? sharedColumns).map(
      (column): ColumnConfig<FitsmRecord> => ({
        id: column,
        label: fields?.[column]?.label ?? sharedLabels[column] ?? column,
        isRowHeader: column === 'title',
        isSortable:
          Boolean(props.onOrderChange) &&
          orderFieldOf(definition, column) !== undefined,
        isHidden: isNarrow && !narrowColumns.includes(column),
        defaultWidth: widths[column] ?? '2fr',
        minWidth: column === 'id' ? 100 : 120,
        cell: record => (
          <Cell>
            <Content definition={definition} record={record} column={column} />
          </Cell>
        ),
      }),
    );
  }, [definition, isNarrow, props.onOrderChange]);

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
    <div>
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
          onNextPage={props.onNextPage}
          onPreviousPage={() => props.onPreviousPage?.()}
        />
      )}
    </div>
  );
};
