import { Instant } from '../Instant';
import styles from './records.module.css';

/** When something is due, and in a word that it should be done by now. */
export const DueDate = (props: {
  at: string;
  /** Nothing is due any more. */
  isOver: boolean;
}) => (
  <>
    <Instant at={props.at} exact />{' '}
    {!props.isOver && new Date(props.at) < new Date() && (
      <span className={`${styles.badge} ${styles.overdue}`}>Overdue</span>
    )}
  </>
);
