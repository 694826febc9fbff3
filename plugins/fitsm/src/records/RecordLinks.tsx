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
import { AnyRecordType, RecordDetails } from '@fitsm/plugin-fitsm-common';
import { RiLinkUnlink } from '@remixicon/react';
import { FormEvent, useState } from 'react';
import { fitsmApiRef } from '../api';
import { recordRouteRef } from '../routes';
import { StateBadge } from './Badges';
import { ErrorAlert } from './ErrorAlert';
import styles from './records.module.css';
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

/** Links to other records, as they are called from here (LNK-1). */
export const RecordLinks = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
  onChanged(): void;
}) => {
  const { definition, details, onChanged } = props;
  const { record, links, access } = details;
  const fitsmApi = useApi(fitsmApiRef);
  const recordRoute = useRouteRef(recordRouteRef);
  const { isPending, error, run } = useTask();
  return (
    <div className={styles.section}>
      {!links.length && (
        <Text color="secondary">It is not linked to other records.</Text>
      )}
      <ul className={styles.list}>
        {links.map(link => (
          <li
            key={`${link.relation} ${link.direction} ${link.record.id}`}
            className={styles.row}
          >
            <Text color="secondary">{link.label}</Text>
            <Link href={recordRoute({ id: link.record.id })}>
              {link.record.id} {link.record.title}
            </Link>
            <StateBadge record={link.record} />
            {access.can.update && (
              <ButtonIcon
                size="small"
                variant="tertiary"
                icon={<RiLinkUnlink />}
                aria-label={`Remove the link to ${link.record.id}`}
                isDisabled={isPending}
                onPress={() =>
                  run(async () => {
                    await fitsmApi.unlinkRecords(record.id, {
                      relation: link.relation,
                      to: link.record.id,
                    });
                    onChanged();
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      <ErrorAlert title="The link was not removed" error={error} />
      {access.can.update && (
        <NewLink
          definition={definition}
          onLink={async link => {
            await fitsmApi.linkRecords(record.id, link);
            onChanged();
          }}
        />
      )}
    </div>
  );
};
