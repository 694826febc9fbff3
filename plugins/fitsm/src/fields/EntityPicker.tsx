import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Combobox, ComboboxItemText, Tag, TagGroup } from '@backstage/ui';
import { useEffect, useMemo, useState } from 'react';
import styles from './fields.module.css';
import { inputProps } from './inputProps';
import { EntityOption, useEntitySearch } from './useEntitySearch';

interface PickerProps<TValue> {
  /** The part of a field's input that does not depend on its kind. */
  common: ReturnType<typeof inputProps>;
  kinds: ReadonlyArray<string>;
  value: TValue | undefined;
  onChange(value: TValue | undefined): void;
}

const Search = (props: {
  common: ReturnType<typeof inputProps>;
  kinds: ReadonlyArray<string>;
  placeholder: string;
  /** It follows a search that had the focus. */
  keepsFocus?: boolean;
  chosen: EntityOption | null;
  onChoose(option: EntityOption | null): void;
}) => {
  const [isActive, setActive] = useState(false);
  const source = useEntitySearch(props.kinds, isActive);
  return (
    <Combobox<EntityOption>
      {...props.common}
      placeholder={props.placeholder}
      // The focus goes nowhere: it was in the search before this one.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={props.keepsFocus}
      // Whoever passes by with Tab gets no list over the form.
      menuTrigger="input"
      items={source}
      search={{ mode: 'server' }}
      value={props.chosen}
      onChange={props.onChoose}
      onFocus={() => setActive(true)}
    >
      {option => (
        <ComboboxItemText
          id={option.id}
          title={option.textValue}
          description={option.description}
        />
      )}
    </Combobox>
  );
};

/** Looks up how the catalog calls an entity. */
const TitleOf = (props: {
  entityRef: string;
  onTitle(option: EntityOption): void;
}) => {
  const { entityRef, onTitle } = props;
  const { primaryTitle } = useEntityPresentation(entityRef);
  useEffect(
    () => onTitle({ id: entityRef, textValue: primaryTitle }),
    [entityRef, primaryTitle, onTitle],
  );
  return null;
};

const OneEntity = (props: PickerProps<string>) => {
  const { value, onChange } = props;
  const [picked, setPicked] = useState<EntityOption | null>(null);
  const [lookedUp, setLookedUp] = useState<EntityOption | null>(null);
  // What was picked has its title already. Looking it up again would change the
  // text once more, and a text that changes opens the list.
  const isPicked = picked?.id === value;
  const chosen = useMemo(() => {
    const known = [picked, lookedUp].find(option => option?.id === value);
    return known ?? (value ? { id: value, textValue: value } : null);
  }, [value, picked, lookedUp]);
  return (
    <>
      {value && !isPicked && (
        <TitleOf key={value} entityRef={value} onTitle={setLookedUp} />
      )}
      <Search
        common={props.common}
        kinds={props.kinds}
        placeholder="Type to search"
        chosen={chosen}
        onChoose={option => {
          setPicked(option);
          onChange(option?.id);
        }}
      />
    </>
  );
};

const EntityTitle = (props: { entityRef: string }) => (
  <>{useEntityPresentation(props.entityRef).primaryTitle}</>
);

const ManyEntities = (props: PickerProps<string[]>) => {
  const { value = [], onChange } = props;
  // Each choice ends a search, and its list: left open, it would take what lies
  // under the pointer when one goes on. The next search has the focus.
  const [searches, setSearches] = useState(1);

  const add = (option: EntityOption | null) => {
    if (!option) return;
    setSearches(searches + 1);
    if (!value.includes(option.id)) onChange([...value, option.id]);
  };
  const remove = (removed: Set<unknown>) => {
    const left = value.filter(entityRef => !removed.has(entityRef));
    onChange(left.length ? left : undefined);
  };
  return (
    <div className={styles.stack}>
      <Search
        key={searches}
        keepsFocus={searches > 1}
        common={props.common}
        kinds={props.kinds}
        placeholder={
          value.length ? 'Type to add another' : 'Type to search, several fit'
        }
        chosen={null}
        onChoose={add}
      />
      {value.length > 0 && (
        <TagGroup
          aria-label={`${props.common.label}: chosen`}
          items={value.map(id => ({ id }))}
          onRemove={remove}
        >
          {({ id }) => (
            <Tag id={id} textValue={id}>
              <EntityTitle entityRef={id} />
            </Tag>
          )}
        </TagGroup>
      )}
    </div>
  );
};

/** Chooses one entity of the catalog, or any number of them. */
const EntityPicker = (
  props: PickerProps<string | string[]> & { many?: boolean },
) => {
  const { many, value } = props;
  return many ? (
    <ManyEntities {...props} value={value ? [value].flat() : undefined} />
  ) : (
    <OneEntity {...props} value={[value].flat()[0]} />
  );
};

// Loaded when a form needs it: lists only show entities.
export default EntityPicker;
