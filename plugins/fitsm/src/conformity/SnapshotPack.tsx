import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import { Alert, Button, ButtonLink, Text } from '@backstage/ui';
import {
  ConformityApi,
  conformityStates,
  FrozenConformity,
} from '@fitsm/plugin-fitsm-common';
import useAsync from 'react-use/esm/useAsync';
import { Instant } from '../Instant';
import { ActorName } from '../records/ActorName';
import styles from './conformity.module.css';
import { RequirementRows } from './RequirementRows';
import { saveFile } from './saveFile';
import { stateLabels } from './words';

/** What became of the check of a hash; browsers check on safe pages only. */
type Check = 'fits' | 'differs' | 'unknown';

async function check(content: string, hash: string): Promise<Check> {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return 'unknown';
  const digest = await subtle.digest(
    'SHA-256',
    new TextEncoder().encode(content),
  );
  const digits = [...new Uint8Array(digest)]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
  return digits === hash ? 'fits' : 'differs';
}

const checkTexts: Record<Check, string> = {
  fits: 'This browser has checked it: the content fits the hash.',
  differs: '',
  unknown: 'This browser checks no hashes on this page.',
};

/** A snapshot to be read, printed, handed over and checked. */
export const SnapshotPack = (props: {
  client: ConformityApi;
  id: number;
  /** The address of the page without a snapshot. */
  backHref: string;
}) => {
  const { client, id, backHref } = props;
  const { value, error } = useAsync(async () => {
    const snapshot = await client.getSnapshot(id);
    const frozen: FrozenConformity = JSON.parse(snapshot.content);
    return {
      snapshot,
      frozen,
      checked: await check(snapshot.content, snapshot.hash),
    };
  }, [client, id]);
  if (error) return <ResponseErrorPanel error={error} />;
  if (!value) return <Progress />;
  const { snapshot, frozen, checked } = value;
  const { set, counts, groups } = frozen.conformity;
  const file = `conformity-${id}.json`;
  return (
    <article className={`${styles.pack} ${styles.page}`}>
      <div className={`${styles.row} ${styles.screenOnly}`}>
        <ButtonLink variant="secondary" href={backHref}>
          Back to now
        </ButtonLink>
        <Button variant="primary" onPress={() => window.print()}>
          Print
        </Button>
        <Button
          variant="secondary"
          onPress={() => saveFile(file, 'application/json', snapshot.content)}
        >
          Save the content
        </Button>
      </div>
      {checked === 'differs' && (
        <Alert
          status="danger"
          icon
          role="alert"
          title="The content does not fit its hash"
          description="Somebody changed it after it was frozen. Do not rely on it."
        />
      )}
      <Text as="h2" variant="title-medium">
        {frozen.title}
      </Text>
      <Text as="p">
        {set.standard} {set.version}, frozen by{' '}
        <ActorName actor={{ kind: 'person', ref: frozen.frozenBy }} />,{' '}
        <Instant at={frozen.frozenAt} exact /> ({frozen.frozenAt})
      </Text>
      <Text as="p">
        {conformityStates
          .map(state => `${stateLabels[state]}: ${counts[state]}`)
          .join(', ')}
      </Text>
      <section aria-label="Hash">
        <Text as="p">
          SHA-256 of the content:{' '}
          <span className={styles.hash}>{snapshot.hash}</span>
        </Text>
        <Text as="p">
          To check it, save the content and compare what{' '}
          <code>sha256sum {file}</code> says. {checkTexts[checked]}
        </Text>
      </section>
      {groups.map(group => (
        <RequirementRows key={group.id} group={group} isOpen />
      ))}
    </article>
  );
};
