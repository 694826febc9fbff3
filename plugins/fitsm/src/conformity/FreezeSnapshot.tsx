import { Button, TextField } from '@backstage/ui';
import { ConformityApi } from '@fitsm/plugin-fitsm-common';
import { FormEvent, useState } from 'react';
import { ErrorAlert } from '../records/ErrorAlert';
import { useTask } from '../records/useTask';
import styles from './conformity.module.css';

/** Keeps what is shown now in a snapshot. */
export const FreezeSnapshot = (props: {
  client: ConformityApi;
  onFrozen(): void;
}) => {
  const { client, onFrozen } = props;
  const [title, setTitle] = useState('');
  const { isPending, error, run } = useTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    return run(async () => {
      await client.freezeSnapshot({ title: title.trim() });
      setTitle('');
      onFrozen();
    });
  };
  return (
    <form onSubmit={submit}>
      <div className={styles.row}>
        <TextField
          label="Title of the snapshot"
          placeholder="Audit in spring"
          maxLength={200}
          value={title}
          onChange={setTitle}
        />
        <Button
          type="submit"
          variant="secondary"
          isDisabled={!title.trim()}
          isPending={isPending}
        >
          Freeze a snapshot
        </Button>
      </div>
      <ErrorAlert title="The snapshot was not kept" error={error} />
    </form>
  );
};
