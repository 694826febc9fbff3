import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
  Text,
} from '@backstage/ui';
import { AnyRecordType, isEmptyValue } from '@fitsm/plugin-fitsm-common';
import { useState } from 'react';
import { FieldValue } from '../fields';
import { fieldsOf } from './attributes';
import { differences, Draft } from './draft';
import { ErrorAlert } from './ErrorAlert';
import styles from './records.module.css';
import { useTask } from './useTask';

type Side = 'mine' | 'theirs';

const SideValue = (props: {
  definition: AnyRecordType;
  title: string;
  name: string;
  value: unknown;
}) => (
  <div className={styles.side}>
    <Text as="div" color="secondary" variant="body-small">
      {props.title}
    </Text>
    {isEmptyValue(props.value) ? (
      <Text color="secondary">empty</Text>
    ) : (
      <FieldValue
        field={fieldsOf(props.definition)[props.name]}
        value={props.value}
      />
    )}
  </div>
);

/**
 * Shows what oneself and somebody else made of the same record, field by
 * field. What only one of the two changed is chosen already.
 */
export const ConflictDialog = (props: {
  definition: AnyRecordType;
  /** The record as it was when one began. */
  base: Draft;
  mine: Draft;
  theirs: Draft;
  /** Called with what was chosen. */
  onSave(merged: Draft): Promise<void>;
  onClose(): void;
}) => {
  const { definition, base, mine, theirs } = props;
  const changedByMe = differences(definition, base, mine);
  const disputed = differences(definition, mine, theirs);
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { isPending, error, run } = useTask();
  const sideOf = (name: string): Side =>
    choices[name] ?? (changedByMe.includes(name) ? 'mine' : 'theirs');
  const fields = fieldsOf(definition);

  const save = () =>
    run(() =>
      props.onSave(
        disputed.reduce(
          (merged, name) =>
            sideOf(name) === 'mine'
              ? { ...merged, [name]: mine[name] }
              : merged,
          theirs,
        ),
      ),
    );

  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width="min(52rem, 92vw)"
    >
      <DialogHeader>Somebody else changed this record too</DialogHeader>
      <DialogBody>
        <div className={styles.section}>
          <Text>
            {disputed.length
              ? 'Nothing is saved yet. Choose for each field which value it shall have.'
              : 'Both of you came to the same values: there is nothing to choose.'}
          </Text>
          {disputed.map(name => (
            <div
              key={name}
              className={styles.section}
              role="group"
              aria-label={fields[name].label}
            >
              <RadioGroup
                label={fields[name].label}
                orientation="horizontal"
                value={sideOf(name)}
                onChange={side =>
                  setChoices({ ...choices, [name]: side as Side })
                }
              >
                <Radio value="mine">Take mine</Radio>
                <Radio value="theirs">Take theirs</Radio>
              </RadioGroup>
              <div className={styles.sides}>
                <SideValue
                  definition={definition}
                  title="Mine"
                  name={name}
                  value={mine[name]}
                />
                <SideValue
                  definition={definition}
                  title="Theirs"
                  name={name}
                  value={theirs[name]}
                />
              </div>
            </div>
          ))}
          <ErrorAlert title="This could not be saved" error={error} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          Back to the form
        </Button>
        <Button variant="primary" isPending={isPending} onPress={save}>
          Save these values
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
