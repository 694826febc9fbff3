import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  AnyRecordType,
  checkTransition,
  Field,
  isReview,
  RecordDetails,
  RecordMove,
  Transition,
} from '@fitsm/plugin-fitsm-common';
import { FormEvent, useState } from 'react';
import { FieldInput } from '../fields';
import { changeOf, cleaned, draftOf, Problems, problemsOf } from './draft';
import { RefusalAlert } from './ErrorAlert';
import { FieldInputs } from './RecordForm';
import styles from './records.module.css';
import { useTask } from './useTask';

/** A reason is no field of a record, but asked for like one. */
const reasonField: Field = {
  kind: 'markdown',
  label: 'Reason',
  help: 'It is kept in the history.',
};

/** The fields that a transition asks for, and those that it offers. */
export function transitionFields(transition: Transition): string[] {
  return [
    ...new Set([...(transition.needs ?? []), ...(transition.offers ?? [])]),
  ];
}

/** Asks for what a transition needs before it is made. */
export const TransitionDialog = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
  name: string;
  onMove(fields?: RecordMove['fields'], reason?: string): Promise<void>;
  onClose(): void;
}) => {
  const { definition, details, name } = props;
  const transition: Transition = definition.lifecycle.transitions[name];
  const names = transitionFields(transition);
  // What the record held when the dialog opened: only what one changes here is
  // sent, even if the record changes meanwhile.
  const [before] = useState(() => {
    const held = draftOf(details.record);
    return isReview(definition, name)
      ? Object.fromEntries(
          Object.entries(held).filter(
            ([field]) => !transition.needs?.includes(field),
          ),
        )
      : held;
  });
  const [draft, setDraft] = useState(before);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { isPending, error, run } = useTask();

  const refusal = checkTransition({
    definition,
    record: details.record,
    transition: name,
    heldRoles: new Set(details.access.roles),
    given: cleaned(definition, draft),
    reason,
  });
  const problems: Problems = { ...problemsOf(definition, draft, names) };
  for (const field of refusal?.fields ?? []) {
    problems[field] ??= `${definition.fields[field].label} is required`;
  }
  const isRefused = Boolean(refusal) || Object.keys(problems).length > 0;
  // While the step is made, the record has come to another state already.
  const isTold = isTried && !isPending;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isRefused) {
      await run(() =>
        props.onMove(
          changeOf(definition, before, draft).fields,
          reason.trim() || undefined,
        ),
      );
    }
  };

  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width="min(40rem, 92vw)"
    >
      <DialogHeader>{transition.label}</DialogHeader>
      <DialogBody>
        <form
          id="fitsm-transition"
          className={styles.section}
          noValidate
          onSubmit={submit}
        >
          <FieldInputs
            definition={definition}
            names={names}
            draft={draft}
            problems={isTold ? problems : {}}
            required={transition.needs}
            onDraftChange={setDraft}
          />
          {transition.reason && (
            <FieldInput
              name="reason"
              field={reasonField}
              isRequired={transition.reason === 'required'}
              problem={
                isTold && refusal?.reason === 'missingReason'
                  ? refusal.message
                  : undefined
              }
              value={reason}
              onChange={value => setReason(String(value ?? ''))}
            />
          )}
          {isTold && refusal && refusal.reason !== 'missingReason' && (
            <Alert status="danger" icon role="alert" title={refusal.message} />
          )}
          <RefusalAlert error={error} />
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          form="fitsm-transition"
          variant="primary"
          isPending={isPending}
        >
          {transition.label}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
