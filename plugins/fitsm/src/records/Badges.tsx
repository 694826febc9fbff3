import { FitsmRecord, StateCategory } from '@fitsm/plugin-fitsm-common';
import styles from './records.module.css';
import { useRecordTypes } from './useRecordTypes';

type Standing = Pick<
  FitsmRecord,
  'type' | 'state' | 'stateCategory' | 'priority'
>;

const categoryStyles: Record<StateCategory, string> = {
  open: styles.open,
  waiting: styles.waiting,
  closed: styles.closed,
};

/** The state of a record, in a word; the colour only helps. */
export const StateBadge = ({ record }: { record: Standing }) => {
  const { definitionOf } = useRecordTypes();
  const states = definitionOf(record.type)?.lifecycle.states;
  return (
    <span className={`${styles.badge} ${categoryStyles[record.stateCategory]}`}>
      {states?.[record.state]?.label ?? record.state}
    </span>
  );
};

/** The priority of a record, in a word; nothing where it has none. */
export const PriorityBadge = ({ record }: { record: Standing }) => {
  const { definitionOf } = useRecordTypes();
  const { priority } = record;
  if (priority === undefined) return null;
  const levels = definitionOf(record.type)?.prioritised?.levels;
  const urgency =
    { 1: styles.priority1, 2: styles.priority2 }[priority] ?? styles.closed;
  return (
    <span className={`${styles.badge} ${urgency}`}>
      {priority} {levels?.[priority]}
    </span>
  );
};
