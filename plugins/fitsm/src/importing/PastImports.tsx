import { ResponseErrorPanel } from '@backstage/core-components';
import { Cell, CellText, ColumnConfig, Table, Text } from '@backstage/ui';
import { ImportRun, ImportsApi } from '@fitsm/plugin-fitsm-common';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { Instant } from '../Instant';
import { DownloadRejected } from './DownloadRejected';

/** The imports so far, newest first. */
export const PastImports = (props: {
  client: ImportsApi;
  /** Asks anew whenever it changes. */
  version: number;
}) => {
  const { client, version } = props;
  const { value: page, error } = useAsync(
    () => client.listImports(),
    [client, version],
  );
  const columns = useMemo(() => columnsFor(client), [client]);
  if (error) return <ResponseErrorPanel error={error} />;
  return (
    <section aria-label="Past imports">
      <Table
        columnConfig={columns}
        data={page?.items}
        isPending={!page}
        pagination={{ type: 'none' }}
        emptyState={
          <Text as="p">Nothing was imported yet: choose a file above.</Text>
        }
      />
    </section>
  );
};

function columnsFor(client: ImportsApi): ColumnConfig<ImportRun>[] {
  return [
    {
      id: 'name',
      label: 'File',
      isRowHeader: true,
      cell: run => <CellText title={run.name} description={run.sourceSystem} />,
    },
    {
      id: 'status',
      label: 'Status',
      cell: run => (
        <CellText
          title={run.status === 'finished' ? 'Finished' : 'Not finished'}
        />
      ),
    },
    {
      id: 'started',
      label: 'Started',
      cell: run => (
        <Cell>
          <Instant at={run.startedAt} />
        </Cell>
      ),
    },
    {
      id: 'records',
      label: 'Records',
      cell: run => <CellText title={String(run.counts.records)} />,
    },
    {
      id: 'rejected',
      label: 'Rejected rows',
      cell: run => (
        <Cell>
          {run.counts.rejectedRows}{' '}
          {run.counts.rejectedRows > 0 && (
            <DownloadRejected client={client} run={run} />
          )}
        </Cell>
      ),
    },
  ];
}
