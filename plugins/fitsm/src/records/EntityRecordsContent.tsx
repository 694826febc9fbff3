import { useEntity } from '@backstage/plugin-catalog-react';
import { Switch, Text } from '@backstage/ui';
import { AnyRecordType } from '@fitsm/plugin-fitsm-common';
import { useSearchParams } from 'react-router-dom';
import { createLabel, CreateRecordLink } from './CreateRecordLink';
import { entityQuery, isWhole, valuesAbout } from './entityRecords';
import { inSentence } from './inSentence';
import { queryOf } from './queueState';
import { RecordFilters } from './RecordFilters';
import { RecordTable } from './RecordTable';
import styles from './records.module.css';
import { useQueueState } from './useQueueState';
import { useRecordPage } from './useRecordPage';
import { RecordTypesProvider, useRecordTypes } from './useRecordTypes';

/** A list of everybody's records needs to know of nobody. */
const nobody = { userRef: '', groupRefs: [] };

/** Whether parts are asked for is in the URL, like all that one chooses. */
function useParts(byDefault: boolean) {
  const [params, setParams] = useSearchParams();
  const withParts = params.has('parts')
    ? params.get('parts') === 'true'
    : byDefault;
  const setWithParts = (wanted: boolean) =>
    setParams(
      current => {
        const next = new URLSearchParams(current);
        next.set('parts', String(wanted));
        next.delete('cursor');
        return next;
      },
      { replace: true },
    );
  return { withParts, setWithParts };
}

const EntityRecords = ({ definition }: { definition: AnyRecordType }) => {
  const { entity } = useEntity();
  const { canCreate } = useRecordTypes();
  const { state, change, goToNextPage, goToPreviousPage } = useQueueState();
  const { withParts, setWithParts } = useParts(isWhole(entity));
  const found = useRecordPage({
    ...queryOf(definition, { ...state, tab: 'all' }, nobody),
    ...entityQuery(entity, withParts),
  });
  const nextCursor = found.page?.pageInfo.nextCursor;
  const many = inSentence(definition.label.many);

  return (
    <div className={styles.section}>
      <div className={styles.row}>
        <CreateRecordLink
          definition={definition}
          values={valuesAbout(definition, entity)}
        />
        {isWhole(entity) && (
          <Switch
            label="And what belongs to it"
            isSelected={withParts}
            onChange={setWithParts}
          />
        )}
      </div>
      <RecordFilters definition={definition} state={state} onChange={change} />
      <RecordTable
        definition={definition}
        found={found}
        order={state.order}
        onOrderChange={order => change({ order })}
        onNextPage={() => nextCursor && goToNextPage(nextCursor)}
        onPreviousPage={goToPreviousPage}
        emptyState={
          <Text color="secondary">
            {`No such ${many} are known here.`}
            {canCreate(definition.name) &&
              ` If something is wrong, use “${createLabel(definition)}”.`}
          </Text>
        }
      />
    </div>
  );
};

const OfType = ({ type }: { type: string }) => {
  const definition = useRecordTypes().definitionOf(type);
  return definition ? (
    <EntityRecords definition={definition} />
  ) : (
    <Text color="secondary">
      This kind of records is switched off here (fitsm.processes).
    </Text>
  );
};

/** The records of one type that name the entity whose page this is. */
export const EntityRecordsContent = (props: { type: string }) => (
  <RecordTypesProvider>
    <OfType type={props.type} />
  </RecordTypesProvider>
);
