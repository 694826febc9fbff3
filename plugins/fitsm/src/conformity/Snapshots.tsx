import { ResponseErrorPanel } from '@backstage/core-components';
import { Button, Link, Text } from '@backstage/ui';
import { ConformityApi, ConformitySnapshot } from '@fitsm/plugin-fitsm-common';
import { useEffect, useState } from 'react';
import { Instant } from '../Instant';
import { ActorName } from '../records/ActorName';
import { ErrorAlert } from '../records/ErrorAlert';
import { useTask } from '../records/useTask';
import useAsync from 'react-use/esm/useAsync';
import styles from './conformity.module.css';

/** The snapshots so far, newest first. */
export const Snapshots = (props: {
  client: ConformityApi;
  /** Asks anew whenever it changes. */
  version: number;
  /** The address of one. */
  hrefOf(id: number): string;
}) => {
  const { client, version, hrefOf } = props;
  const { value: first, error } = useAsync(
    () => client.listSnapshots(),
    [client, version],
  );
  const [older, setOlder] = useState<ConformitySnapshot[]>([]);
  const [cursor, setCursor] = useState<string>();
  const more = useTask();
  useEffect(() => {
    setOlder([]);
    setCursor(first?.pageInfo.nextCursor);
  }, [first]);
  if (error) return <ResponseErrorPanel error={error} />;
  const snapshots = [...(first?.items ?? []), ...older];
  return (
    <section aria-label="Snapshots">
      <Text as="h3" variant="title-small">
        Snapshots
      </Text>
      {first && !snapshots.length && <Text as="p">None was frozen yet.</Text>}
      <ul>
        {snapshots.map(({ id, title, frozenAt, frozenBy, hash }) => (
          <li key={id}>
            <Link href={hrefOf(id)}>{title}</Link> by{' '}
            <ActorName actor={{ kind: 'person', ref: frozenBy }} />,{' '}
            <Instant at={frozenAt} exact />,{' '}
            <span className={styles.hash}>{hash.slice(0, 12)}…</span>
          </li>
        ))}
      </ul>
      {cursor && (
        <Button
          variant="secondary"
          isPending={more.isPending}
          onPress={() =>
            more.run(async () => {
              const page = await client.listSnapshots({ cursor });
              setOlder([...older, ...page.items]);
              setCursor(page.pageInfo.nextCursor);
            })
          }
        >
          Show older ones
        </Button>
      )}
      <ErrorAlert title="No more could be read" error={more.error} />
    </section>
  );
};
