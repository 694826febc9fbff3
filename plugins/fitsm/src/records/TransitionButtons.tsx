import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  AnyRecordType,
  RecordDetails,
  RecordMove,
  Transition,
} from '@fitsm/plugin-fitsm-common';
import { useState } from 'react';
import { fitsmApiRef } from '../api';
import { RefusalAlert } from './ErrorAlert';
import styles from './records.module.css';
import { RefusedButton } from './RefusedButton';
import { TransitionDialog, transitionFields } from './TransitionDialog';
import { useKeptFocus } from './useKeptFocus';
import { useTask } from './useTask';

/** What can be done with a record in its state, and why some cannot. */
export const TransitionButtons = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
  /** Called after a move, made or refused; done when the page shows it. */
  onMoved(): Promise<void>;
}) => {
  const { definition, details, onMoved } = props;
  const { record, access } = details;
  const fitsmApi = useApi(fitsmApiRef);
  const [asking, setAsking] = useState<string>();
  const { isPending, error, run } = useTask();
  const { place, keepFocus } = useKeptFocus<HTMLDivElement>();

  const choices = access.transitions
    .map(({ name, refusal }) => {
      const transition: Transition | undefined =
        definition.lifecycle.transitions[name];
      return { name, refusal, transition };
    })
    // What only happens by itself is nothing to press.
    .filter(({ transition }) => transition?.by.length)
    .sort(
      (one, other) =>
        rank(one.refusal, one.transition) -
        rank(other.refusal, other.transition),
    );

  const move = async (
    transition: string,
    fields?: RecordMove['fields'],
    reason?: string,
  ): Promise<void> => {
    try {
      await fitsmApi.transitionRecord(record.id, {
        transition,
        revision: record.revision,
        ...(fields && { fields }),
        ...(reason && { reason }),
      });
    } finally {
      await onMoved();
      keepFocus();
    }
  };
  const press = (name: string, transition: Transition) =>
    transitionFields(transition).length || transition.reason
      ? setAsking(name)
      : run(() => move(name));

  return (
    <div className={styles.section}>
      <div
        ref={place}
        className={styles.actions}
        role="group"
        aria-label="Next steps"
        tabIndex={-1}
      >
        {choices.map(({ name, refusal, transition }) =>
          refusal ? (
            <RefusedButton
              key={name}
              label={transition.label}
              refusal={refusal.message}
            />
          ) : (
            <Button
              key={name}
              variant={transition.primary ? 'primary' : 'secondary'}
              isDisabled={isPending}
              onPress={() => press(name, transition)}
            >
              {transition.label}
            </Button>
          ),
        )}
      </div>
      <RefusalAlert error={error} />
      {asking && (
        <TransitionDialog
          key={asking}
          definition={definition}
          details={details}
          name={asking}
          onMove={async (fields, reason) => {
            await move(asking, fields, reason);
            setAsking(undefined);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
};

/** Open ones first, the usual way on before all. */
function rank(refusal: unknown, transition: Transition) {
  return (refusal ? 2 : 0) + (transition.primary ? 0 : 1);
}
