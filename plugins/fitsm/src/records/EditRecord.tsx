import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import {
  AnyRecordType,
  FitsmRecord,
  isEmptyValue,
} from '@fitsm/plugin-fitsm-common';
import { useState } from 'react';
import { fitsmApiRef } from '../api';
import { ConflictDialog } from './ConflictDialog';
import { changeOf, differences, Draft, draftOf } from './draft';
import { isStale } from './errors';
import { RecordForm } from './RecordForm';

/**
 * Changes the fields of a record. What one types stays, whatever others do to
 * the record meanwhile.
 */
export const EditRecord = (props: {
  definition: AnyRecordType;
  /** The newest that is known of the record. */
  record: FitsmRecord;
  onSaved(): Promise<void>;
  onCancel(): void;
}) => {
  const { definition, record, onSaved } = props;
  const fitsmApi = useApi(fitsmApiRef);
  const [base, setBase] = useState(record);
  const [draft, setDraft] = useState(() => draftOf(record));
  const [theirs, setTheirs] = useState<FitsmRecord>();

  const othersChanged =
    record.revision > base.revision &&
    differences(definition, draftOf(base), draftOf(record)).length > 0;

  const save = async (from: FitsmRecord, to: Draft) => {
    const change = changeOf(definition, draftOf(from), to);
    if (!isEmptyValue(Object.keys(change))) {
      try {
        const saved = await fitsmApi.updateRecord(from.id, {
          revision: from.revision,
          ...change,
        });
        setBase(saved);
      } catch (error) {
        if (!isStale(error as Error)) throw error;
        const latest = await fitsmApi.getRecord(from.id);
        setTheirs(latest.record);
        return;
      }
    }
    await onSaved();
  };

  return (
    <>
      <RecordForm
        definition={definition}
        record={record}
        draft={draft}
        onDraftChange={setDraft}
        notice={
          othersChanged && (
            <Alert
              status="warning"
              icon
              role="status"
              title="Changed by somebody else"
              description="What you typed is still here and not saved."
              customActions={
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setTheirs(record)}
                >
                  See what
                </Button>
              }
            />
          )
        }
        submitLabel="Save"
        onSubmit={() => save(base, draft)}
        onCancel={props.onCancel}
      />
      {theirs && (
        <ConflictDialog
          // Another change meanwhile is another choice.
          key={theirs.revision}
          definition={definition}
          base={draftOf(base)}
          mine={draft}
          theirs={draftOf(theirs)}
          onSave={async merged => {
            setDraft(merged);
            setBase(theirs);
            await save(theirs, merged);
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </>
  );
};
