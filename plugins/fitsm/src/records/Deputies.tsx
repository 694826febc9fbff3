import { useApi } from '@backstage/core-plugin-api';
import { Button, ButtonIcon, Text } from '@backstage/ui';
import { Delegation, Field } from '@fitsm/plugin-fitsm-common';
import { RiCloseLine } from '@remixicon/react';
import { FormEvent, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { fitsmApiRef } from '../api';
import { FieldInput, FieldValue } from '../fields';
import { Instant } from '../Instant';
import { ErrorAlert } from './ErrorAlert';
import { errorName } from './errors';
import styles from './records.module.css';
import { useMe } from './useMe';
import { useTask } from './useTask';
import { WorkSection } from './WorkList';

const fields = {
  delegate: { kind: 'person', label: 'Deputy', required: true },
  startsAt: { kind: 'dateTime', label: 'From', required: true },
  endsAt: { kind: 'dateTime', label: 'Until', required: true },
  reason: { kind: 'text', label: 'Why' },
} satisfies Record<string, Field>;

type Draft = Partial<Record<keyof typeof fields, unknown>>;

const Person = ({ value }: { value: string }) => (
  <FieldValue field={fields.delegate} value={value} />
);

const NameDeputy = (props: { onNamed(): void; onCancel(): void }) => {
  const api = useApi(fitsmApiRef);
  const [draft, setDraft] = useState<Draft>({});
  const { isPending, error, run } = useTask();
  const { delegate, startsAt, endsAt, reason } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      await api.createDelegation({
        delegate: String(delegate),
        startsAt: String(startsAt),
        endsAt: String(endsAt),
        ...(reason ? { reason: String(reason) } : {}),
      });
      setDraft({});
      props.onNamed();
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Name a deputy">
      <div className={styles.fields}>
        {Object.entries(fields).map(([name, field]) => (
          <FieldInput
            key={name}
            name={name}
            field={field}
            value={draft[name as keyof Draft]}
            onChange={value =>
              setDraft(current => ({ ...current, [name]: value }))
            }
          />
        ))}
      </div>
      <ErrorAlert title="The deputy could not be named" error={error} />
      <div className={styles.row}>
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          isDisabled={!delegate || !startsAt || !endsAt}
        >
          Name deputy
        </Button>
        <Button variant="secondary" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

const OneDelegation = (props: {
  delegation: Delegation;
  me: string;
  onEnded(): void;
}) => {
  const { delegation, me, onEnded } = props;
  const api = useApi(fitsmApiRef);
  const { isPending, error, run } = useTask();
  const isMine = delegation.person === me;
  return (
    <li>
      <div className={styles.row}>
        <Person value={isMine ? delegation.delegate : delegation.person} />
        <Text color="secondary">
          {isMine ? 'votes in your place' : 'has you as deputy'}, from{' '}
          <Instant at={delegation.startsAt} exact /> to{' '}
          <Instant at={delegation.endsAt} exact />
          {delegation.reason && `: ${delegation.reason}`}
        </Text>
        {isMine && (
          <ButtonIcon
            aria-label="End this"
            variant="tertiary"
            icon={<RiCloseLine />}
            isPending={isPending}
            onPress={() =>
              run(async () => {
                await api.endDelegation(delegation.id);
                onEnded();
              })
            }
          />
        )}
      </div>
      <ErrorAlert title="It could not be ended" error={error} />
    </li>
  );
};

const DeputiesOf = ({ me }: { me: string }) => {
  const api = useApi(fitsmApiRef);
  const [isNaming, setNaming] = useState(false);
  const { value, error, retry } = useAsyncRetry(
    () => api.getDelegations(),
    [api],
  );
  // Auditors vote on nothing, so they have none.
  if (error && errorName(error) === 'NotAllowedError') {
    return null;
  }
  return (
    <WorkSection title="Deputies">
      <ErrorAlert title="Deputies could not be loaded" error={error} />
      {value?.items.length === 0 && (
        <Text color="secondary">
          Nobody votes in your place. Name a deputy before you are away.
        </Text>
      )}
      <ul className={styles.links}>
        {value?.items.map(delegation => (
          <OneDelegation
            key={delegation.id}
            delegation={delegation}
            me={me}
            onEnded={retry}
          />
        ))}
      </ul>
      {isNaming ? (
        <NameDeputy
          onNamed={() => {
            setNaming(false);
            retry();
          }}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <div className={styles.row}>
          <Button variant="secondary" onPress={() => setNaming(true)}>
            Name a deputy
          </Button>
        </div>
      )}
    </WorkSection>
  );
};

/** Who votes in one's place, and in whose place one votes (APP-1). */
export const Deputies = () => {
  const me = useMe();
  return me ? <DeputiesOf me={me.userRef} /> : null;
};
