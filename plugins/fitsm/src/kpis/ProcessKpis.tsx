import { Progress } from '@backstage/core-components';
import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { Button, Select, Text } from '@backstage/ui';
import { KpisClient, KpiValue } from '@fitsm/plugin-fitsm-common';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import { ErrorAlert } from '../records/ErrorAlert';
import { useRecordTypes } from '../records/useRecordTypes';
import { KpiCard } from './KpiCard';
import { KpiRecords } from './KpiRecords';
import styles from './kpis.module.css';
import {
  PeriodName,
  periodNameOf,
  periodOf,
  periods,
  withPeriodName,
} from './periods';

/** So many are seen before one asks for all. */
const FIRST = 4;

const options = Object.entries(periods).map(([id, label]) => ({ id, label }));

const Kpis = ({ process }: { process: string }) => {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const client = useMemo(
    () => new KpisClient({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
  const [params, setParams] = useSearchParams();
  const [showsAll, setShowsAll] = useState(false);
  const [opened, setOpened] = useState<KpiValue>();
  const period = periodNameOf(params);
  const { value: report, error } = useAsync(
    () => client.getKpis(process, periodOf(period)),
    [client, process, period],
  );
  const kpis = report?.kpis ?? [];
  return (
    <section className={styles.section} aria-label="KPIs">
      <div className={styles.row}>
        <Text as="h3" variant="title-x-small">
          KPIs
        </Text>
        <div className={styles.period}>
          <Select
            label="Period"
            size="small"
            options={options}
            value={period}
            onChange={key =>
              setParams(current => withPeriodName(current, key as PeriodName), {
                replace: true,
              })
            }
          />
        </div>
      </div>
      <ErrorAlert title="The KPIs could not be computed" error={error} />
      {!report && !error && <Progress />}
      <ul className={styles.cards}>
        {kpis.slice(0, showsAll ? undefined : FIRST).map(one => (
          <li key={one.name}>
            <KpiCard kpi={one} onShowRecords={() => setOpened(one)} />
          </li>
        ))}
      </ul>
      {kpis.length > FIRST && (
        <div className={styles.row}>
          <Button
            variant="tertiary"
            aria-expanded={showsAll}
            onPress={() => setShowsAll(!showsAll)}
          >
            {showsAll ? 'Show fewer' : `Show all ${kpis.length}`}
          </Button>
        </div>
      )}
      {report && opened && (
        <KpiRecords
          client={client}
          process={process}
          kpi={opened}
          period={report}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  );
};

/** How well a process does, over a period that one chooses. */
export const ProcessKpis = ({ process }: { process: string }) => {
  const { processes } = useRecordTypes();
  const { kpis = {} } = processes.find(({ code }) => code === process) ?? {};
  return Object.keys(kpis).length ? <Kpis process={process} /> : null;
};
