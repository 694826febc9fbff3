import { SearchField, Select } from '@backstage/ui';
import {
  Conformity,
  ConformityState,
  conformityStates,
  RequirementSection,
} from '@fitsm/plugin-fitsm-common';
import { ConformityFilter, sections } from './conformityFilter';
import styles from './conformity.module.css';
import { sectionLabels, stateLabels } from './words';

/** Narrows the rows down. */
export const ConformityFilters = (props: {
  conformity: Conformity;
  filter: ConformityFilter;
  onChange(changes: Partial<ConformityFilter>): void;
}) => {
  const { conformity, filter, onChange } = props;
  const processes = new Map(
    conformity.groups.map(({ process, title }) => [
      process as string,
      // Several requirements are about the whole.
      process === 'sms' ? 'General requirements' : title,
    ]),
  );
  return (
    <div className={styles.filters} role="search">
      <SearchField
        size="small"
        label="Search"
        placeholder="Row or words"
        value={filter.text}
        onChange={text => onChange({ text })}
      />
      <Select
        label="State"
        placeholder="Any"
        selectionMode="multiple"
        options={conformityStates.map(id => ({ id, label: stateLabels[id] }))}
        value={filter.state}
        onChange={keys => onChange({ state: keys as ConformityState[] })}
      />
      <Select
        label="Process"
        placeholder="Any"
        selectionMode="multiple"
        options={[...processes].map(([id, label]) => ({ id, label }))}
        value={filter.process}
        onChange={keys => onChange({ process: keys.map(String) })}
      />
      <Select
        label="Section"
        placeholder="Any"
        selectionMode="multiple"
        options={sections.map(id => ({ id, label: sectionLabels[id] }))}
        value={filter.section}
        onChange={keys => onChange({ section: keys as RequirementSection[] })}
      />
    </div>
  );
};
