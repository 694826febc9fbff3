import {
  AnyRecordType,
  ChoiceField,
  orderFields,
  OrderField,
  RecordQuery,
  StateCategory,
} from '@fitsm/plugin-fitsm-common';
import { fieldInColumn } from './attributes';
import { Me } from './useMe';

/** Whose records a queue shows. */
export const queueTabs = ['mine', 'groups', 'unassigned', 'all'] as const;
export type QueueTab = (typeof queueTabs)[number];

/** All that one has chosen in a queue; it lives in the query of the URL. */
export interface QueueState {
  tab: QueueTab;
  category: StateCategory[];
  state: string[];
  priority: number[];
  /** Values of choice fields: `process:isrm`. */
  choice: string[];
  text: string;
  order: NonNullable<RecordQuery['order']>;
  cursor?: string;
}

const categories: StateCategory[] = ['open', 'waiting', 'closed'];

/** Newest first, and what is not closed. */
const initial: QueueState = {
  tab: 'all',
  category: ['open', 'waiting'],
  state: [],
  priority: [],
  choice: [],
  text: '',
  order: { field: 'createdAt', direction: 'desc' },
};

const isOneOf = <T extends string>(
  allowed: ReadonlyArray<T>,
  value: string | null,
): value is T => allowed.includes(value as T);

/** Reads a URL, whatever somebody has typed into it. */
export function queueStateOf(params: URLSearchParams): QueueState {
  const tab = params.get('tab');
  const category = params
    .getAll('category')
    .filter((value): value is StateCategory => isOneOf(categories, value));
  const order = params.get('order') ?? '';
  const orderField = order.replace(/^-/, '');
  return {
    tab: isOneOf(queueTabs, tab) ? tab : initial.tab,
    category: category.length ? category : initial.category,
    state: params.getAll('state'),
    priority: params
      .getAll('priority')
      .map(Number)
      .filter(value => Number.isInteger(value) && value > 0),
    choice: params.getAll('choice'),
    text: params.get('text') ?? '',
    order: isOneOf<OrderField>(orderFields, orderField)
      ? { field: orderField, direction: order.startsWith('-') ? 'desc' : 'asc' }
      : initial.order,
    cursor: params.get('cursor') ?? undefined,
  };
}

/** Writes what differs from the beginning; other parameters stay. */
export function withQueueState(
  params: URLSearchParams,
  state: QueueState,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const orderText = ({ field, direction }: QueueState['order']) =>
    `${direction === 'desc' ? '-' : ''}${field}`;
  const set = (name: string, values: unknown[], atFirst: unknown[]) => {
    next.delete(name);
    if (String(values) !== String(atFirst)) {
      values.forEach(value => next.append(name, String(value)));
    }
  };
  set('tab', [state.tab], [initial.tab]);
  set('category', state.category, initial.category);
  set('state', state.state, []);
  set('priority', state.priority, []);
  set('choice', state.choice, []);
  set('text', [state.text], ['']);
  set('order', [orderText(state.order)], [orderText(initial.order)]);
  set('cursor', [state.cursor ?? ''], ['']);
  return next;
}

/** As a queue is at the beginning; other parameters stay. */
export function withoutQueueState(params: URLSearchParams): URLSearchParams {
  return withQueueState(params, initial);
}

/** The choice fields that the table of a type shows, by which it can be filtered. */
export function filterFieldsOf({
  fields,
  table,
}: AnyRecordType): Array<ChoiceField & { name: string }> {
  return table.columns.flatMap(name => {
    const field = fields[name];
    return field?.kind === 'choice' ? { ...field, name } : [];
  });
}

/** The query of the server for what one has chosen. */
export function queryOf(
  definition: AnyRecordType,
  state: QueueState,
  me: Me,
): RecordQuery {
  return {
    type: [definition.name],
    ...responsibility(definition, state.tab, me),
    // A state says more than its category.
    ...(state.state.length
      ? { state: state.state }
      : { category: state.category }),
    ...(state.priority.length && { priority: state.priority }),
    ...(state.choice.length && { choice: state.choice }),
    ...(state.text && { text: state.text }),
    order: state.order,
    cursor: state.cursor,
    limit: 25,
  };
}

/** Types whose records are not assigned to people have owners only. */
function responsibility(
  definition: AnyRecordType,
  tab: QueueTab,
  me: Me,
): Pick<RecordQuery, 'assignee' | 'assignedGroup' | 'owner'> {
  const mine = fieldInColumn(definition, 'assignee') ? 'assignee' : 'owner';
  const ours = fieldInColumn(definition, 'assignedGroup')
    ? 'assignedGroup'
    : 'owner';
  switch (tab) {
    case 'mine':
      return { [mine]: [me.userRef] };
    case 'groups':
      // Somebody without a group has no records of a group: an empty list of
      // values would find all.
      return { [ours]: me.groupRefs.length ? me.groupRefs : [me.userRef] };
    case 'unassigned':
      return { assignee: ['none'] };
    default:
      return {};
  }
}
