import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonIcon,
  Link,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import {
  AnyRecordType,
  RecordDetails,
  RecordLink,
} from '@fitsm/plugin-fitsm-common';
import { RiLinkUnlink } from '@remixicon/react';
import { FormEvent, useState } from 'react';
import { fitsmApiRef } from '../api';
import { recordRouteRef } from '../routes';
import { StateBadge } from './Badges';
import { ErrorAlert } from './ErrorAlert';
import styles from './records.module.css';
import { useKeptFocus } from './useKeptFocus';
import { useTask } from './useTask';

const NewLink = (props: {
  definition: AnyRecordType;
  onLink(link: { relation: string; to: string }): Promise<void>;
}) => {
  const relations = Object.entries(props.definition.relations);
  const [relation, setRelation] = useState(relations[0]?.[0]);
  const [to, setTo] = useState('');
  const { isPending, error, run } = useTask();
  if (!relation) return null;
  const link = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      await props.onLink({ relation, to: to.trim().toLocaleUpperCase('en') });
      setTo('');
    });
  };
  return (
    <form className={styles.section} onSubmit={link}>
      <Select
        label="Add a link"
        options={relations.map(([id, { label }]) => ({ id, label }))}
        value={relation}
        onChange={key => setRelation(String(key))}
      />
      <div className={styles.row}>
        <TextField
          aria-label="Id of the other record"
          placeholder={`${props.definition.idPrefix}-1`}
          size="small"
          value={to}
          onChange={setTo}
        />
        <Button
          type="submit"
          variant="secondary"
          isDisabled={!to.trim()}
          isPending={isPending}
        >
          Link
        </Button>
      </div>
      <ErrorAlert title="The records were not linked" error={error} />
    </form>
  );
};

const OneLink = (props: {
  link: RecordLink;
  isPending: boolean;
  /** Absent where one may not. */
  onUnlink?(link: RecordLink): void;
}) => {
  const { link, isPending, onUnlink } = props;
  const { record } = link;
  const recordRoute = useRouteRef(recordRouteRef);
  return (
    <li className={styles.linked}>
      <div>
        <Link href={recordRoute({ id: record.id })}>
          {record.id} {record.title}
        </Link>{' '}
        <StateBadge record={record} />
      </div>
      {onUnlink && (
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiLinkUnlink />}
          aria-label={`Remove the link to ${record.id}`}
          isDisabled={isPending}
          onPress={() => onUnlink(link)}
        />
      )}
    </li>
  );
};

/** Of more links with one name, the others are folded. */
const FIRST = 5;

/** Links by what they are called from here; what is closed comes last. */
function groupsOf(links: ReadonlyArray<RecordLink>) {
  const groups = new Map<string, RecordLink[]>();
  const isClosed = ({ record }: RecordLink) =>
    record.stateCategory === 'closed' ? 1 : 0;
  for (const link of [...links].sort((a, b) => isClosed(a) - isClosed(b))) {
    groups.set(link.label, [...(groups.get(link.label) ?? []), link]);
  }
  return [...groups];
}

/** Links to other records, as they are called from here (LNK-1). */
export const RecordLinks = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
  onChanged(): Promise<void>;
}) => {
  const { definition, details, onChanged } = props;
  const { record, links, access } = details;
  const fitsmApi = useApi(fitsmApiRef);
  const { isPending, error, run } = useTask();
  const { place, keepFocus } = useKeptFocus<HTMLDivElement>();

  const unlink = ({ relation, record: other }: RecordLink) =>
    run(async () => {
      await fitsmApi.unlinkRecords(record.id, { relation, to: other.id });
      await onChanged();
      keepFocus();
    });
  const listOfLinks = (some: ReadonlyArray<RecordLink>) => (
    <ul className={styles.list}>
      {some.map(link => (
        <OneLink
          key={`${link.relation} ${link.direction} ${link.record.id}`}
          link={link}
          isPending={isPending}
          onUnlink={access.can.update ? unlink : undefined}
        />
      ))}
    </ul>
  );

  return (
    <div
      ref={place}
      className={styles.section}
      role="group"
      aria-label="Links"
      tabIndex={-1}
    >
      {!links.length && (
        <Text color="secondary">It is not linked to other records.</Text>
      )}
      {groupsOf(links).map(([label, group]) => (
        <div key={label} role="group" aria-label={label}>
          <Text as="div" weight="bold" className={styles.groupHeading}>
            {label}
          </Text>
          {listOfLinks(group.slice(0, FIRST))}
          {group.length > FIRST && (
            <details>
              <summary className={styles.more}>
                {group.length - FIRST} more
              </summary>
              {listOfLinks(group.slice(FIRST))}
            </details>
          )}
        </div>
      ))}
      <ErrorAlert title="The link was not removed" error={error} />
      {access.can.update && (
        <NewLink
          definition={definition}
          onLink={async link => {
            await fitsmApi.linkRecords(record.id, link);
            await onChanged();
            keepFocus();
          }}
        />
      )}
    </div>
  );
};
