import { Field } from '@fitsm/plugin-fitsm-common';

/** What the inputs of all kinds share. */
export function inputProps(props: {
  field: Field;
  name: string;
  isRequired?: boolean;
  cellLabel?: string;
  problemId?: string;
}) {
  const { field, name, cellLabel, problemId } = props;
  return {
    name,
    label: cellLabel ? undefined : field.label,
    'aria-label': cellLabel,
    description: field.help,
    isRequired: props.isRequired ?? field.required ?? false,
    isInvalid: Boolean(problemId),
    'aria-describedby': problemId,
    // Problems are found by the form with the validators of the server, not by
    // the browser.
    validationBehavior: 'aria' as const,
  };
}
