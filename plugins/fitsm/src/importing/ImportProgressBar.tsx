import { Text } from '@backstage/ui';
import { ImportProgress } from '@fitsm/plugin-fitsm-common';
import LinearProgress from '@material-ui/core/LinearProgress';
import styles from './importing.module.css';

/** How much of the file is read. */
export const ImportProgressBar = (props: { progress?: ImportProgress }) => {
  const { progress } = props;
  const percent = progress?.bytesTotal
    ? Math.round((100 * progress.bytesRead) / progress.bytesTotal)
    : undefined;
  return (
    <div className={styles.progress}>
      <LinearProgress
        aria-label="Progress of the import"
        variant={percent === undefined ? 'indeterminate' : 'determinate'}
        value={percent}
      />
      <Text as="p" role="status">
        {progress
          ? `${progress.rows} rows read, ${progress.counts.records} records imported, ${progress.counts.rejectedRows} rows rejected`
          : 'Reading the file'}
      </Text>
      <Text as="p" color="secondary">
        Keep this page open. If it is closed, choose the same file and mapping
        again: the import goes on where it stopped.
      </Text>
    </div>
  );
};
