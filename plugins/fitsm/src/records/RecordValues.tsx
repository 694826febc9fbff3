import { Text } from '@backstage/ui';
import {
  AnyRecordType,
  Field,
  FitsmRecord,
  isEmptyValue,
} from '@fitsm/plugin-fitsm-common';
import { Fragment } from 'react';
import { FieldValue } from '../fields';
import { fieldsOf, valueOf } from './attributes';
import styles from './records.module.css';

/** Tables want the whole width. */
const wideOf = ({ kind }: Field) => (kind === 'rows' ? styles.wide : undefined);

/** Some of what a record holds; what is empty is left out. */
export const RecordValues = (props: {
  definition: AnyRecordType;
  record: FitsmRecord;
  names: ReadonlyArray<string>;
}) => {
  const { definition, record } = props;
  const fields = fieldsOf(definition);
  const names = props.names.filter(
    name => !isEmptyValue(valueOf(record, name)),
  );
  if (!names.length) {
    return <Text color="secondary">Nothing is filled in here yet.</Text>;
  }
  return (
    <dl className={styles.values}>
      {names.map(name => (
        <Fragment key={name}>
          <dt className={wideOf(fields[name])}>{fields[name].label}</dt>
          <dd className={wideOf(fields[name])}>
            <FieldValue field={fields[name]} value={valueOf(record, name)} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
};
