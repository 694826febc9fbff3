import { Button } from '@backstage/ui';
import { ImportRun, ImportsApi, rejectedCsv } from '@fitsm/plugin-fitsm-common';
import { ErrorAlert } from '../records/ErrorAlert';
import { useTask } from '../records/useTask';

/** Saves all rejected rows of an import as a file. */
export const DownloadRejected = (props: {
  client: ImportsApi;
  run: ImportRun;
}) => {
  const { client, run } = props;
  const { isPending, error, run: runTask } = useTask();
  const download = async () => {
    const lines: string[] = [];
    for await (const line of rejectedCsv(client, run.id)) lines.push(line);
    const address = URL.createObjectURL(new Blob(lines, { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${run.name}.rejected.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Button
        variant="secondary"
        isPending={isPending}
        aria-label={`Download the rejected rows of ${run.name}`}
        onPress={() => runTask(download)}
      >
        Download rejected rows
      </Button>
      <ErrorAlert title="The download failed" error={error} />
    </>
  );
};
