import { Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
  Text,
} from '@backstage/ui';
import {
  FitsmRecord,
  KpisApi,
  KpiValue,
  Page,
  Period,
} from '@fitsm/plugin-fitsm-common';
import { useEffect, useState } from 'react';
import { StateBadge } from '../records/Badges';
import { ErrorAlert } from '../records/ErrorAlert';
import { recordRouteRef } from '../routes';
import styles from './kpis.module.css';

const noRecords: FitsmRecord[] = [];

/** The records from which a KPI was computed, newest first. */
export const KpiRecords = (props: {
  client: KpisApi;
  process: string;
  kpi: KpiValue;
  period: Period;
  onClose(): void;
}) => {
  const { client, process, period, onClose } = props;
  const { name, label } = props.kpi;
  const recordRoute = useRouteRef(recordRouteRef);
  const [records, setRecords] = useState(noRecords);
  const [cursor, setCursor] = useState<string>();
  const [page, setPage] = useState<Page<FitsmRecord>>();
  const [error, setError] = useState<Error>();
  const { from, to } = period;

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setPage(undefined);
    client
      .getKpiRecords(process, name, { from, to, cursor }, { signal })
      .then(next => {
        if (signal.aborted) return;
        setPage(next);
        setRecords(before => [...before, ...next.items]);
      })
      .catch(caught => !signal.aborted && setError(caught));
    return () => controller.abort();
  }, [client, process, name, from, to, cursor]);

  const nextCursor = page?.pageInfo.nextCursor;
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{label}</DialogHeader>
      <DialogBody>
        <ul className={styles.records} aria-label="Records">
          {records.map(record => (
            <li key={record.id} className={styles.record}>
              <StateBadge record={record} />
              <Link href={recordRoute({ id: record.id })}>
                {record.id} {record.title}
              </Link>
            </li>
          ))}
        </ul>
        <ErrorAlert title="The records could not be read" error={error} />
        {!page && !error && <Progress />}
        {page && !records.length && (
          <Text as="p">There are none that you may see.</Text>
        )}
        {nextCursor && (
          <Button variant="tertiary" onPress={() => setCursor(nextCursor)}>
            Show more
          </Button>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
