import { Alert } from '@backstage/ui';
import { ImportRun, ImportsApi } from '@fitsm/plugin-fitsm-common';
import useAsync from 'react-use/esm/useAsync';
import { ErrorAlert } from '../records/ErrorAlert';
import { DownloadRejected } from './DownloadRejected';
import styles from './importing.module.css';

const SHOWN = 20;

/** What came out of an import, with the first of the rows that did not. */
export const RejectedRows = (props: { client: ImportsApi; run: ImportRun }) => {
  const { client, run } = props;
  const { counts } = run;
  const { value: page, error } = useAsync(
    async () =>
      counts.rejectedRows
        ? client.listRejections(run.id, { limit: SHOWN })
        : undefined,
    [client, run],
  );
  return (
    <div className={styles.result}>
      <Alert
        status={counts.rejectedRows ? 'warning' : 'success'}
        icon
        role="status"
        title={`${counts.records} records imported, ${counts.rejectedRows} rows rejected`}
        description={descriptionOf(run)}
      />
      <ErrorAlert title="The rejected rows could not be read" error={error} />
      {page && (
        <>
          <ul aria-label="Rejected rows" className={styles.rejections}>
            {page.items.map(({ line, reason }) => (
              <li key={line}>
                Line {line}: {reason}
              </li>
            ))}
            {page.pageInfo.nextCursor && <li>and more</li>}
          </ul>
          <DownloadRejected client={client} run={run} />
        </>
      )}
    </div>
  );
};

function descriptionOf({ counts }: ImportRun): string {
  const parts: Array<[count: number, what: string]> = [
    [counts.entries, 'entries of history'],
    [counts.existing, 'records were imported before'],
    [counts.links, 'links'],
    [counts.waitingLinks, 'links wait for records not imported yet'],
  ];
  return parts
    .filter(([count]) => count)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
}
