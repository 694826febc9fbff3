import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import { Alert, Button, Text } from '@backstage/ui';
import {
  ConformityApi,
  conformityCsv,
  conformityStates,
} from '@fitsm/plugin-fitsm-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import { Instant } from '../Instant';
import { errorName } from '../records/errors';
import {
  conformityFilterOf,
  ConformityFilter,
  filterGroups,
  withConformityFilter,
} from './conformityFilter';
import { ConformityFilters } from './ConformityFilters';
import styles from './conformity.module.css';
import { FreezeSnapshot } from './FreezeSnapshot';
import { ConformityBadge, RequirementRows } from './RequirementRows';
import { saveFile } from './saveFile';
import { Snapshots } from './Snapshots';

/** All rows as they are now. */
export const ConformityOverview = (props: {
  client: ConformityApi;
  hrefOfSnapshot(id: number): string;
}) => {
  const { client, hrefOfSnapshot } = props;
  const [params, setParams] = useSearchParams();
  const [version, setVersion] = useState(0);
  const { value: conformity, error } = useAsync(
    () => client.getConformity(),
    [client],
  );
  if (error && errorName(error) === 'NotAllowedError') {
    return (
      <Alert
        status="info"
        icon
        title="You may not see how far FitSM is met"
        description="Auditors, administrators, and owners and managers of a process may: ask one of them."
      />
    );
  }
  if (error) return <ResponseErrorPanel error={error} />;
  if (!conformity) return <Progress />;

  const filter = conformityFilterOf(params);
  const change = (changes: Partial<ConformityFilter>) =>
    setParams(current => withConformityFilter(current, changes), {
      replace: true,
    });
  const groups = filterGroups(conformity.groups, filter);
  const exportCsv = () =>
    saveFile(
      'conformity.csv',
      'text/csv',
      conformityCsv({ ...conformity, groups }),
    );
  return (
    <div className={styles.page}>
      <div className={styles.row} role="group" aria-label="Rows by state">
        {conformityStates.map(state => (
          <Button
            key={state}
            variant="tertiary"
            onPress={() => change({ state: [state] })}
          >
            <ConformityBadge state={state} /> {conformity.counts[state]}
          </Button>
        ))}
      </div>
      <Text as="p">
        {conformity.set.standard} {conformity.set.version}, counted{' '}
        <Instant at={conformity.computedAt} />
      </Text>
      <ConformityFilters
        conformity={conformity}
        filter={filter}
        onChange={change}
      />
      <div className={styles.row}>
        <Button variant="secondary" onPress={exportCsv}>
          Export CSV
        </Button>
        <FreezeSnapshot
          client={client}
          onFrozen={() => setVersion(version + 1)}
        />
      </div>
      {groups.map(group => (
        <RequirementRows key={group.id} group={group} />
      ))}
      {!groups.length && <Text as="p">No row fits: choose less above.</Text>}
      <Snapshots client={client} version={version} hrefOf={hrefOfSnapshot} />
    </div>
  );
};
