import { MarkdownContent } from '@backstage/core-components';
import { TextAreaField } from '@backstage/ui';
import { inputProps } from './inputProps';
import { InputProps, ValueProps } from './types';

export const Input = (props: InputProps<'markdown'>) => {
  const common = inputProps(props);
  return (
    <TextAreaField
      {...common}
      secondaryLabel={common.isRequired ? 'Required, Markdown' : 'Markdown'}
      rows={props.cellLabel ? 2 : 5}
      value={props.value ?? ''}
      onChange={value => props.onChange(value || undefined)}
    />
  );
};

export const Value = ({ value }: ValueProps<'markdown'>) => (
  <MarkdownContent content={value} linkTarget="_blank" />
);
