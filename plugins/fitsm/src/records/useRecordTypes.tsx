import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AnyRecordType,
  FitsmApi,
  RecordTypeCatalog,
} from '@fitsm/plugin-fitsm-common';
import { createContext, ReactNode, useContext, useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { fitsmApiRef } from '../api';

/** What the installation runs, as the server says it. */
export interface RecordTypes extends RecordTypeCatalog {
  /** Undefined for a type that is switched off. */
  definitionOf(type: string): AnyRecordType | undefined;
  canCreate(type: string): boolean;
}

// Definitions change with the configuration of the server only, so one answer
// is enough for as long as the page is open.
const answers = new WeakMap<FitsmApi, Promise<RecordTypeCatalog>>();

function askOnce(fitsmApi: FitsmApi) {
  let answer = answers.get(fitsmApi);
  if (!answer) {
    answer = fitsmApi.getRecordTypes();
    answers.set(fitsmApi, answer);
    answer.catch(() => answers.delete(fitsmApi));
  }
  return answer;
}

const RecordTypesContext = createContext<RecordTypes | undefined>(undefined);

/** Gets the definitions of the record types before it draws what needs them. */
export const RecordTypesProvider = (props: { children: ReactNode }) => {
  const fitsmApi = useApi(fitsmApiRef);
  const { value: catalog, error } = useAsync(
    () => askOnce(fitsmApi),
    [fitsmApi],
  );
  const recordTypes = useMemo((): RecordTypes | undefined => {
    if (!catalog) return undefined;
    const byName = new Map(
      catalog.recordTypes.map(entry => [entry.definition.name, entry]),
    );
    return {
      ...catalog,
      definitionOf: type => byName.get(type)?.definition,
      canCreate: type => byName.get(type)?.canCreate ?? false,
    };
  }, [catalog]);

  if (error) return <ResponseErrorPanel error={error} />;
  if (!recordTypes) return <Progress />;
  return (
    <RecordTypesContext.Provider value={recordTypes}>
      {props.children}
    </RecordTypesContext.Provider>
  );
};

/** The record types; only below `RecordTypesProvider`. */
export function useRecordTypes(): RecordTypes {
  const recordTypes = useContext(RecordTypesContext);
  if (!recordTypes) {
    throw new Error(
      'Record types are not known here: draw this inside of RecordTypesProvider',
    );
  }
  return recordTypes;
}
