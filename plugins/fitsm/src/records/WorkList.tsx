import { Text } from '@backstage/ui';
import { RecordQuery } from '@fitsm/plugin-fitsm-common';
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

/** A headed list of records of several types. */
export const WorkList = (props: {
  title: string;
  query: RecordQuery;
  columns?: ReadonlyArray<string>;
  emptyState: ReactNode;
}) => {
  const { found, onNextPage, onPreviousPage } = useLocalPage(props.query);
  return (
    <WorkSection title={props.title}>
      <RecordTable
        columns={props.columns}
        found={found}
        onNextPage={onNextPage}
        onPreviousPage={onPreviousPage}
        emptyState={<Text color="secondary">{props.emptyState}</Text>}
      />
    </WorkSection>
  );
};
