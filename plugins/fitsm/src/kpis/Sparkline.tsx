import { KpiValue } from '@fitsm/plugin-fitsm-common';
import styles from './kpis.module.css';
import { courseText } from './kpiText';

const WIDTH = 160;
const HEIGHT = 36;
const MARGIN = 3;

type Point = { x: number; y: number };

/** The points between which a line is drawn; where there is no data it breaks. */
function linesOf(points: ReadonlyArray<Point | undefined>): Point[][] {
  const lines: Point[][] = [[]];
  for (const point of points) {
    if (point) lines[lines.length - 1].push(point);
    else lines.push([]);
  }
  return lines.filter(line => line.length);
}

/** The course of a KPI over its period, from zero up, with its target. */
export const Sparkline = ({ kpi }: { kpi: KpiValue }) => {
  const { buckets, target } = kpi;
  const largest =
    Math.max(...buckets.map(({ value }) => value ?? 0), target ?? 0) || 1;
  const yOf = (value: number) =>
    HEIGHT - MARGIN - (value / largest) * (HEIGHT - 2 * MARGIN);
  const step = (WIDTH - 2 * MARGIN) / Math.max(buckets.length - 1, 1);
  const lines = linesOf(
    buckets.map(({ value }, index) =>
      value === null ? undefined : { x: MARGIN + index * step, y: yOf(value) },
    ),
  );
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${kpi.label}: ${courseText(kpi)}`}
    >
      {target !== undefined && (
        <line
          className={styles.target}
          x1={0}
          x2={WIDTH}
          y1={yOf(target)}
          y2={yOf(target)}
        />
      )}
      {lines.map(line =>
        line.length === 1 ? (
          <circle key={line[0].x} cx={line[0].x} cy={line[0].y} r={2} />
        ) : (
          <polyline
            key={line[0].x}
            points={line.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
        ),
      )}
    </svg>
  );
};
