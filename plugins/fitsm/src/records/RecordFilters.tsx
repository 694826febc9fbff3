import { SearchField, Select } from '@backstage/ui';
import { AnyRecordType, StateCategory } from '@fitsm/plugin-fitsm-common';
import { useEffect, useRef, useState } from 'react';
import { filterFieldsOf, QueueState } from './queueState';
import styles from './records.module.css';

const SEARCH_DEBOUNCE_MS = 300;

const categoryOptions: Array<{ id: StateCategory; label: string }> = [
  { id: 'open', label: 'Open' },
  { id: 'waiting', label: 'Waiting' },
  { id: 'closed', label: 'Closed' },
];

const SearchText = (props: { text: string; onChange(text: string): void }) => {
  const { text } = props;
  const [typed, setTyped] = useState(text);
  const latest = useRef(props.onChange);
  latest.current = props.onChange;
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => latest.current(typed), SEARCH_DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <SearchField
      size="small"
      label="Search"
      placeholder="Title or id"
      value={typed}
      onChange={setTyped}
    />
  );
};

/** Narrows a list of records of one type down. */
export const RecordFilters = (props: {
  definition: AnyRecordType;
  state: QueueState;
  onChange(changes: Partial<QueueState>): void;
}) => {
  const { definition, state, onChange } = props;
  const states = Object.entries(definition.lifecycle.states);
  const levels = Object.entries(definition.prioritised?.levels ?? {});
  return (
    <div className={styles.filters} role="search">
      <SearchText text={state.text} onChange={text => onChange({ text })} />
      <Select
        label="Status"
        selectionMode="multiple"
        options={categoryOptions}
        isDisabled={state.state.length > 0}
        value={state.category}
        onChange={keys => onChange({ category: keys as StateCategory[] })}
      />
      <Select
        label="State"
        placeholder="Any"
        selectionMode="multiple"
        options={states.map(([id, { label }]) => ({ id, label }))}
        value={state.state}
        onChange={keys => onChange({ state: keys.map(String) })}
      />
      {levels.length > 0 && (
        <Select
          label="Priority"
          placeholder="Any"
          selectionMode="multiple"
          options={levels.map(([id, label]) => ({
            id,
            label: `${id} ${label}`,
          }))}
          value={state.priority.map(String)}
          onChange={keys => onChange({ priority: keys.map(Number) })}
        />
      )}
      {filterFieldsOf(definition).map(({ name, label, options }) => {
        const isOfField = (choice: string) => choice.startsWith(`${name}:`);
        return (
          <Select
            key={name}
            label={label}
            placeholder="Any"
            selectionMode="multiple"
            options={Object.entries(options).map(([value, text]) => ({
              id: `${name}:${value}`,
              label: text,
            }))}
            value={state.choice.filter(isOfField)}
            onChange={keys =>
              onChange({
                choice: [
                  ...state.choice.filter(choice => !isOfField(choice)),
                  ...keys.map(String),
                ],
              })
            }
          />
        );
      })}
    </div>
  );
};
