import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { FormEvent, ReactNode, useState } from 'react';
import { ErrorAlert } from './ErrorAlert';
import styles from './records.module.css';
import { useTask } from './useTask';

/** Asks why, before something is done that has to have a reason. */
export const ReasonDialog = (props: {
  title: string;
  submitLabel: string;
  isDestructive?: boolean;
  children?: ReactNode;
  onSubmit(reason: string): Promise<void>;
  onClose(): void;
}) => {
  const [reason, setReason] = useState('');
  const { isPending, error, run } = useTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => props.onSubmit(reason.trim()));
  };
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width="min(36rem, 92vw)"
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <form id="fitsm-reason" className={styles.section} onSubmit={submit}>
          {props.children}
          <TextAreaField
            label="Reason"
            description="It is kept in the history."
            isRequired
            value={reason}
            onChange={setReason}
          />
          <ErrorAlert title="This was refused" error={error} />
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          form="fitsm-reason"
          variant="primary"
          destructive={props.isDestructive}
          isDisabled={!reason.trim()}
          isPending={isPending}
        >
          {props.submitLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
