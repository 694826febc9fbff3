import { useRouteRef } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  ConformityGroup,
  ConformityRow,
  ConformityState,
  Evidence,
  EvidenceRule,
} from '@fitsm/plugin-fitsm-common';
import { EntityRefs } from '../fields/EntityRefs';
import { Instant } from '../Instant';
import { processRouteRef, recordRouteRef } from '../routes';
import styles from './conformity.module.css';
import { sectionLabels, stateLabels } from './words';

/** The state of a row, in a word; the colour only helps. */
export const ConformityBadge = ({ state }: { state: ConformityState }) => (
  <span className={`${styles.state} ${styles[state]}`}>
    {stateLabels[state]}
  </span>
);

/** The values, `process:isrm`, of the records that a rule is about. */
function choicesOf(rule: EvidenceRule): string[] {
  const when = ('when' in rule && rule.when) || {};
  return Object.entries(when).flatMap(([field, values = []]) =>
    values.map(value => `${field}:${value}`),
  );
}

/** A list shows of it what whoever looks may see. */
const EvidenceLine = ({ evidence }: { evidence: Evidence }) => {
  const processRoute = useRouteRef(processRouteRef);
  const { how, process, rule, count, newest } = evidence;
  const query = new URLSearchParams([
    ['type', rule.type],
    ...['open', 'waiting', 'closed'].map(one => ['category', one]),
    ...choicesOf(rule).map(one => ['choice', one]),
  ]);
  return (
    <li>
      <Link href={`${processRoute({ process })}?${query}`}>{how}</Link>
      {`: ${count}`}
      {newest && (
        <>
          {', newest '}
          <Instant at={newest} exact />
        </>
      )}
    </li>
  );
};

const WhyNotApplicable = ({ exclusion }: Pick<ConformityRow, 'exclusion'>) => {
  const recordRoute = useRouteRef(recordRouteRef);
  if (!exclusion) return null;
  const { record, reason, approvedBy, until } = exclusion;
  return (
    <p>
      Not applicable
      {record && (
        <>
          {': '}
          <Link href={recordRoute({ id: record })}>{reason ?? record}</Link>
        </>
      )}
      {approvedBy.length > 0 && (
        <>
          {', approved by '}
          <EntityRefs value={approvedBy} />
        </>
      )}
      {', until '}
      <Instant at={until} exact />
    </p>
  );
};

const How = (props: { row: ConformityRow; isOpen: boolean }) => {
  const { row, isOpen } = props;
  // What documents may name stands at every row: it says something only where
  // one does.
  const evidence = row.evidence.filter(
    ({ rule, count }) => rule.kind !== 'named' || count > 0 || row.organisation,
  );
  return (
    <>
      <WhyNotApplicable exclusion={row.exclusion} />
      {row.organisation && <p>The organisation: {row.organisation}</p>}
      <details open={isOpen}>
        <summary>
          {evidence
            .slice(0, 2)
            .map(({ how }) => how)
            .join('; ')}
          {evidence.length > 2 && ` and ${evidence.length - 2} more`}
        </summary>
        <ul>
          {evidence.map(one => (
            <EvidenceLine key={JSON.stringify(one.rule)} evidence={one} />
          ))}
        </ul>
        <Text as="p" variant="body-small">
          Stale after {row.staleAfterDays} days
        </Text>
      </details>
    </>
  );
};

/** The rows of one requirement, each with its state and its evidence. */
export const RequirementRows = (props: {
  group: ConformityGroup;
  /** Shows all evidence, on paper for example. */
  isOpen?: boolean;
}) => {
  const { group, isOpen = false } = props;
  const title = `${group.id} ${group.title}`;
  return (
    <section aria-label={title}>
      <Text as="h3" variant="title-small">
        {title}
      </Text>
      <Text as="p">{group.objective}</Text>
      <div className={styles.scroll}>
        <table className={styles.rows}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">What</th>
              <th scope="col">State</th>
              <th scope="col">How the product does it</th>
              <th scope="col">Evidence</th>
              <th scope="col">Newest</th>
            </tr>
          </thead>
          <tbody>
            {group.rows.map(row => (
              <tr key={row.id}>
                <th scope="row">{row.id}</th>
                <td className={styles.what}>
                  {row.text}{' '}
                  <Text variant="body-small" color="secondary">
                    {sectionLabels[row.section]}
                  </Text>
                </td>
                <td>
                  <ConformityBadge state={row.state} />
                </td>
                <td className={styles.how}>
                  <How row={row} isOpen={isOpen} />
                </td>
                <td>{row.count}</td>
                <td>{row.newest && <Instant at={row.newest} exact />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
