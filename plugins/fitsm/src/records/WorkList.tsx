import { Text } from '@backstage/ui';
import { AnyRecordType, RecordQuery } from '@fitsm/plugin-fitsm-common';
import { ReactNode } from 'react';
import { RecordTable } from './RecordTable';
import styles from './records.module.css';
import { useLocalPage } from './useLocalPage';

/** A part of a page that people can find by its heading. */
export const WorkSection = (props: { title: string; children: ReactNode }) => (
  <section className={styles.section} aria-label={props.title}>
    <Text as="h3" variant="title-x-small" className={styles.heading}>
      {props.title}
    </Text>
    {props.children}
  </section>
);

/** What a list shows. */
export interface RecordListProps {
  query: RecordQuery;
  definition?: AnyRecordType;
  columns?: ReadonlyArray<string>;
  emptyState: ReactNode;
}

/** A list of records, of one type or of several. */
export const RecordList = (props: RecordListProps) => {
  const { query, emptyState, ...table } = props;
  const { found, onNextPage, onPreviousPage } = useLocalPage(query);
  return (
    <RecordTable
      {...table}
      found={found}
      onNextPage={onNextPage}
      onPreviousPage={onPreviousPage}
      emptyState={<Text color="secondary">{emptyState}</Text>}
    />
  );
};

/** A list with a heading. */
export const WorkList = (props: RecordListProps & { title: string }) => {
  const { title, ...list } = props;
  return (
    <WorkSection title={title}>
      <RecordList {...list} />
    </WorkSection>
  );
};
