import {
  Button,
  Card,
  CardBody,
  CardHeader,
  FieldLabel,
  Select,
  Text,
  TextAreaField,
} from '@backstage/ui';
import {
  importPresets,
  ImportsApi,
  parseImportMapping,
} from '@fitsm/plugin-fitsm-common';
import { FormEvent, useState } from 'react';
import { ErrorAlert } from '../records/ErrorAlert';
import { ImportProgressBar } from './ImportProgressBar';
import styles from './importing.module.css';
import { RejectedRows } from './RejectedRows';
import { useImport } from './useImport';

/** Chooses a file and a mapping, and imports. */
export const ImportForm = (props: { client: ImportsApi; onFinish(): void }) => {
  const { client, onFinish } = props;
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState('');
  const { progress, run, error, isRunning, start, stop } = useImport(client);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    await start(file, () => parseImportMapping(mapping));
    onFinish();
  };
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small">
          New import
        </Text>
      </CardHeader>
      <CardBody>
        <form className={styles.form} onSubmit={submit}>
          <div>
            <FieldLabel
              htmlFor="fitsm-import-file"
              label="File"
              description="CSV or JSON lines, plain or gzipped"
            />
            <input
              id="fitsm-import-file"
              type="file"
              accept=".csv,.jsonl,.ndjson,.gz"
              disabled={isRunning}
              onChange={event => setFile(event.target.files?.[0])}
            />
          </div>
          <Select
            label="Preset"
            placeholder="None"
            isDisabled={isRunning}
            options={importPresets.map(({ name, label }) => ({
              value: name,
              label,
            }))}
            onChange={name => setMapping(`extends: ${name}\n`)}
          />
          <TextAreaField
            label="Mapping"
            description="YAML or JSON: which columns become which fields. With a preset, only what differs."
            rows={12}
            isDisabled={isRunning}
            value={mapping}
            onChange={setMapping}
          />
          <div className={styles.row}>
            <Button
              type="submit"
              variant="primary"
              isDisabled={!file || !mapping.trim()}
              isPending={isRunning}
            >
              Start
            </Button>
            {isRunning && (
              <Button variant="secondary" onPress={stop}>
                Stop
              </Button>
            )}
          </div>
        </form>
        {isRunning && <ImportProgressBar progress={progress} />}
        <ErrorAlert title="The import stopped" error={error} />
        {run && <RejectedRows client={client} run={run} />}
      </CardBody>
    </Card>
  );
};
