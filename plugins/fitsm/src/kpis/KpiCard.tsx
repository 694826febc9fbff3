import { Button, Card, CardBody, Text } from '@backstage/ui';
import { KpiValue } from '@fitsm/plugin-fitsm-common';
import styles from './kpis.module.css';
import { partsText, targetText, valueText } from './kpiText';
import { Sparkline } from './Sparkline';

/** What a KPI came to, how it was computed, and the way to its records. */
export const KpiCard = (props: { kpi: KpiValue; onShowRecords(): void }) => {
  const { kpi, onShowRecords } = props;
  const { label, help, value, unit, buckets } = kpi;
  const parts = partsText(kpi);
  const target = targetText(kpi);
  return (
    <Card className={styles.card}>
      <CardBody>
        <div className={styles.card}>
          <Text as="h4" variant="body-medium" weight="bold">
            {label}
          </Text>
          <Text as="p" variant="title-small">
            {value === null ? 'No data' : valueText(value, unit)}
          </Text>
          {buckets.length > 0 ? (
            <Sparkline kpi={kpi} />
          ) : (
            <Text as="p" variant="body-small">
              As it is now
            </Text>
          )}
          {target && (
            <Text as="p" variant="body-small">
              {target}
            </Text>
          )}
          <Text as="p" variant="body-small">
            {help} {parts && `${parts}.`}
          </Text>
          <div className={styles.row}>
            <Button
              variant="tertiary"
              size="small"
              aria-label={`Show records of ${label}`}
              onPress={onShowRecords}
            >
              Show records
            </Button>
          </div>
        </div>
      </CardBody>
    </Card>
  );
};
